import { expect, test } from 'vitest';
import type { Directory, Person, Role } from '../../src/domain/directory.ts';
import { type AssignItem, assignItem, readAnswerers } from '../../src/services/assign-item.ts';
import type { Context } from '../../src/services/context.ts';
import { ARTI, ARTI_DIRECTORY, actor, codeOf, openTestContext, PLANNING_OFFICE } from '../helpers/context.ts';
import { DIREZIONE, OSRU } from '../helpers/figures.ts';

const person = (key: string, role: Role, ...structures: Person['structures']): Person => ({
  key,
  name: `Nome ${key}`,
  title: '',
  email: `${key}@arti.example`,
  role,
  structures,
  place: null,
});
const directory: Directory = {
  ...ARTI_DIRECTORY,
  people: [
    ...ARTI_DIRECTORY.people.filter(({ role }) => role !== 'HEAD'),
    person('ada', 'STAFF', OSRU),
    person('clara', 'HEAD', OSRU),
  ],
};
const open = () => openTestContext({ directory });
const HEAD_OF_OSRU = actor('HEAD', 'OSRU');

const wish = (codes: string, add: string, remove = ''): AssignItem => {
  const words = (text: string) => text.split(' ').filter((word) => word !== '');
  return { codes: words(codes), add: words(add), remove: words(remove) };
};
const assigned = async (context: Context, planId: number) =>
  (await context.store.loadArrangements(planId)).assignments.map((each) => `${each.item} ${each.person}`);

test('an item is assigned, and the answer says who answers now', async () => {
  const context = await open();
  const result = await assignItem(context, HEAD_OF_OSRU, wish('1.1.2', 'ada'), null);
  expect(result).toMatchObject({ ok: true, value: { goals: [], changed: 1, repeated: false } });
  const [item] = result.ok ? result.value.items : [];
  expect(item?.answerers.map((each) => `${each.person.key} ${each.because}`)).toEqual([
    'referente.direzione STRUCTURE',
    'referente.lavoro STRUCTURE',
    'ada ASSIGNED',
  ]);
  expect(await assigned(context, context.planId)).toEqual(['1.1.2 ada']);
});

test('the history tells what was arranged and by whom, and nobody else’s name', async () => {
  const context = await open();
  await assignItem(context, HEAD_OF_OSRU, wish('1.1.2 1.1.3', 'ada clara'), null);
  expect(context.audit()).toMatchObject([
    {
      kind: 'ASSIGNMENTS_CHANGED',
      actor: HEAD_OF_OSRU.key,
      body: { items: ['1.1.2', '1.1.3'], assigned: 4, takenBack: 0 },
    },
  ]);
  expect(JSON.stringify(context.audit().map(({ body }) => body))).not.toMatch(/ada|clara/);
});

test('a goal stands for its phases, as far as the person works on them', async () => {
  const context = await open();
  const result = await assignItem(context, PLANNING_OFFICE, wish('1.1', 'ada'), null);
  expect(result).toMatchObject({ ok: true, value: { goals: ['1.1'], changed: 4 } });
  expect(result.ok && result.value.items.map(({ code }) => code)).toEqual([
    '1.1.1',
    '1.1.2',
    '1.1.3',
    '1.1.4',
    '1.1.5',
    '1.1.6',
  ]);
  expect(await assigned(context, context.planId)).toEqual([
    '1.1.1 ada',
    '1.1.2 ada',
    '1.1.3 ada',
    '1.1.6 ada',
  ]);
});

test('a goal measured by figures is an item itself', async () => {
  const context = await open();
  expect(await assignItem(context, PLANNING_OFFICE, wish('3.1', 'referente.direzione'), null)).toMatchObject({
    ok: true,
    value: { goals: [], items: [{ code: '3.1', structures: [DIREZIONE] }] },
  });
});

test('an assignment is taken back', async () => {
  const context = await open();
  await assignItem(context, PLANNING_OFFICE, wish('1.1', 'ada'), null);
  await assignItem(context, PLANNING_OFFICE, wish('1.1.2 1.1.3', '', 'ada'), null);
  expect(await assigned(context, context.planId)).toEqual(['1.1.1 ada', '1.1.6 ada']);
});

test.each([
  { why: 'a code that never was', input: wish('9.9', 'ada'), is: 'UNKNOWN_CODE' },
  { why: 'an eliminated goal', input: wish('3.3', 'ada'), is: 'NOT_IN_BASELINE' },
  { why: 'a goal whose phases are not known', input: wish('4.3', 'ada'), is: 'NOT_A_PHASE' },
  { why: 'nobody of that key', input: wish('1.1.2', 'zoe'), is: 'UNKNOWN_COLLEAGUE' },
  { why: 'who works elsewhere', input: wish('1.1.2 1.4.1', 'ada'), is: 'NOT_IN_STRUCTURE' },
  { why: 'a manager', input: wish('1.1.2', 'dirigente'), is: 'CANNOT_TAKE_OVER' },
  { why: 'taken back, never given', input: wish('1.1.2', '', 'ada'), is: 'NOT_ASSIGNED' },
  { why: 'one good code among bad ones', input: wish('1.1.2 9.9', 'ada'), is: 'UNKNOWN_CODE' },
  {
    why: 'a head, others’ people',
    input: wish('1.1.2', 'referente.lavoro'),
    by: HEAD_OF_OSRU,
    is: 'NOT_YOUR_PEOPLE',
  },
  { why: 'staff', input: wish('1.1.2', 'ada'), by: actor('STAFF', 'OSRU'), is: 'ROLE_MAY_NOT' },
])('refused, and nothing is written: $why', async ({ input, by = PLANNING_OFFICE, is }) => {
  const context = await open();
  expect(codeOf(await assignItem(context, by, input, null))).toBe(is);
  expect(await assigned(context, context.planId)).toEqual([]);
  expect(context.audit()).toEqual([]);
});

test('the same request again changes nothing, whatever happened since', async () => {
  const context = await open();
  const inbox = { key: 'slack/command/1', fingerprint: 'assign 1.1.2 @ada' };
  await assignItem(context, PLANNING_OFFICE, wish('1.1.2', 'ada'), inbox);
  await assignItem(context, PLANNING_OFFICE, wish('1.1.2', '', 'ada'), null);
  expect(await assignItem(context, PLANNING_OFFICE, wish('1.1.2', 'ada'), inbox)).toMatchObject({
    ok: true,
    value: { repeated: true, changed: 0 },
  });
  expect(await assigned(context, context.planId)).toEqual([]);
  const other = { ...inbox, fingerprint: 'assign 1.1.3 @ada' };
  expect(codeOf(await assignItem(context, PLANNING_OFFICE, wish('1.1.3', 'ada'), other))).toBe(
    'IDEMPOTENCY_KEY_REUSED',
  );
});

test('decided again when the plan is imported anew meanwhile', async () => {
  const context = await open();
  let imported = 0;
  const overtaken: Context = {
    ...context,
    store: {
      ...context.store,
      async commit(commit) {
        if (imported++ === 0) {
          await context.store.importPlan({
            plan: { ...ARTI, title: 'Di nuovo' },
            contentHash: 'sha-2',
            lastSequence: 0,
            recordedAt: '2020-09-14T09:00:00.000Z',
            audit: { kind: 'PLAN_IMPORTED', actor: 'test', body: {} },
          });
        }
        return context.store.commit(commit);
      },
    },
  };
  expect(codeOf(await assignItem(overtaken, PLANNING_OFFICE, wish('1.1.2', 'ada'), null))).toBe('OK');
  expect(imported).toBe(2);
  expect(await assigned(context, context.planId)).toEqual(['1.1.2 ada']);
});

test('who answers can be asked by anybody', async () => {
  const context = await open();
  const read = await readAnswerers(context, ['1.4.1', '1.4.1']);
  expect(read).toMatchObject({
    ok: true,
    value: {
      changed: 0,
      items: [{ code: '1.4.1', answerers: [{ person: { key: 'referente.direzione' } }] }],
    },
  });
  expect(codeOf(await readAnswerers(context, ['9.9']))).toBe('UNKNOWN_CODE');
});
