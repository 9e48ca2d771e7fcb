/** Check-ins, deliveries, the history, slots, and the goals and phases of a plan as lists. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import {
  ARTI_DIRECTORY,
  actor,
  MANAGER,
  OSRU_STAFF,
  openTestContext,
  personOf,
  TODAY,
} from '../../helpers/context.ts';
import { decision, item, report } from '../../store/support.ts';
import { type Api, openApi } from '../support.ts';

const READER: Actor = { key: 'key:r', role: 'READER', structures: [] };
const REPORTER = personOf('referente.osru');
const LIMITED: Actor = { ...OSRU_STAFF, key: 'key:osru', role: 'READER', rowsOf: OSRU_STAFF.structures };
/** Somebody who works in no structure of the OSRU's. */
const OTHER = ARTI_DIRECTORY.people.find(
  ({ structures }) => structures.length > 0 && !structures.includes(OSRU_STAFF.structures[0] as never),
);

async function withRows(who: Actor): Promise<Api> {
  const context = await openTestContext();
  const opened = (person: string, items: readonly string[], parts: object = {}) => ({
    id: `2020-${TODAY}-${person}`,
    person,
    openedOn: TODAY,
    closesOn: TODAY,
    closedOn: null,
    openedAtSequence: 0,
    items: items.map(item),
    owed: null,
    remindedAt: null,
    skipped: null,
    ...parts,
  });
  await context.store.commit(
    decision(context.planId, {
      openedCheckIns: [
        opened(REPORTER.key, ['1.1.1', '1.4.1']),
        opened(OTHER?.key ?? '', ['1.4.1'], { skipped: { on: TODAY, because: 'ferie' } }),
      ],
      outbox: () => [
        {
          key: 'm-1',
          destination: { kind: 'PERSON', person: REPORTER.key },
          notice: { kind: 'CHECK_IN', checkInId: 'x' },
        },
        {
          key: 'm-2',
          destination: { kind: 'PERSON', person: OTHER?.key ?? '' },
          notice: { kind: 'CHECK_IN', checkInId: 'y' },
        },
        {
          key: 'm-3',
          destination: { kind: 'CHANNEL', name: 'arti-direzione' },
          notice: { kind: 'PLAN_SUMMARY', summaryId: 's' },
        },
      ],
      audit: [
        { kind: 'CHECK_IN_OPENED', actor: REPORTER.key, body: { items: ['1.1.1'] } },
        { kind: 'PLAN_THING', actor: REPORTER.key, body: { count: 2 } },
      ],
    }),
  );
  await context.store.commit(decision(context.planId, { reports: [report('1.1.1', TODAY)] }));
  return openApi({ context, actor: who });
}

/** Keys, names and addresses of everybody in the directory that an answer holds. */
const namedIn = (text: string): readonly string[] =>
  ARTI_DIRECTORY.people
    .flatMap(({ key, name, email }) => [key, name, email])
    .filter((each) => text.includes(each));

const EVERYTHING = `{
  checkIns(orderBy: OPENED_ASC) { nodes { id state recipient skippedBecause structures { code } items { code answeredAt } } edges { cursor } }
  deliveries(orderBy: RECORDED_ASC) { nodes { id number kind state destination channel structures { code } attempts error } edges { cursor } }
}`;

describe('check-ins', () => {
  test('show structures, items and state; the name to whoever may read who is missing', async () => {
    const { data, errors } = await (await withRows(MANAGER)).ask(EVERYTHING);
    expect(errors).toEqual([]);
    const reporter = data.checkIns.nodes.find(
      (each: { recipient: string }) => each.recipient === REPORTER.name,
    );
    expect(reporter).toMatchObject({
      state: 'OPEN',
      structures: REPORTER.structures.map((code) => ({ code })),
      items: [
        { code: '1.1.1', answeredAt: expect.any(String) },
        { code: '1.4.1', answeredAt: null },
      ],
    });
    expect(data.checkIns.nodes).toContainEqual(
      expect.objectContaining({ state: 'SKIPPED', skippedBecause: 'ferie' }),
    );
  });

  test('are answered once something was said of each item', async () => {
    const api = await withRows(READER);
    const { planId, store } = api.context as Awaited<ReturnType<typeof openTestContext>>;
    await store.commit(decision(planId, { reports: [report('1.4.1', TODAY)] }));
    const { data } = await api.ask('{ checkIns { nodes { state } } }');
    expect(data.checkIns.nodes.map(({ state }: { state: string }) => state).sort()).toEqual([
      'ANSWERED',
      'SKIPPED',
    ]);
  });

  test('name nobody to anybody else, in ids and cursors neither', async () => {
    const { data, text } = await (await withRows(READER)).ask(EVERYTHING);
    expect(data.checkIns.nodes).toHaveLength(2);
    expect(namedIn(text)).toEqual([]);
    const opaque = [
      ...data.checkIns.nodes,
      ...data.checkIns.edges,
      ...data.deliveries.nodes,
      ...data.deliveries.edges,
    ];
    const inside = opaque.map(({ id, cursor }) => Buffer.from(id ?? cursor, 'base64url').toString());
    expect(namedIn(inside.join('\n'))).toEqual([]);
  });

  test.each([
    { filter: 'structure: "OSRU"', expected: 1 },
    { filter: 'structure: "DIREZIONE"', expected: 2 },
    { filter: `openedOn: { from: "${TODAY}", to: "${TODAY}" }`, expected: 2 },
    { filter: 'openedOn: { to: "2020-09-13" }', expected: 0 },
  ])('of $filter: $expected', async ({ filter, expected }) => {
    const { data, errors } = await (await withRows(READER)).ask(
      `{ checkIns(filter: { ${filter} }) { nodes { id } } }`,
    );
    expect([errors, data.checkIns.nodes.length]).toEqual([[], expected]);
  });

  test('go on after a cursor; a forged one is refused', async () => {
    const api = await withRows(READER);
    const page = async (after: string | null) =>
      api.ask(
        'query ($after: String) { checkIns(first: 1, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
    const first = (await page(null)).data.checkIns;
    const second = (await page(first.pageInfo.endCursor)).data.checkIns;
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(first.nodes).not.toEqual(second.nodes);
    const forged = Buffer.from(JSON.stringify([1, 'checkIns/DESC', TODAY, 'x'])).toString('base64url');
    expect((await page(forged)).errors[0]?.extensions?.code).toBe('CURSOR_INVALID');
  });
});

describe('deliveries', () => {
  test.each([
    { filter: '', expected: [3, 2, 1] },
    { filter: 'kind: [PLAN_SUMMARY]', expected: [3] },
    { filter: 'state: [SENT, REFUSED]', expected: [] },
    { filter: 'state: [PENDING], structure: "OSRU"', expected: [1] },
  ])('of { $filter }', async ({ filter, expected }) => {
    const { data, errors } = await (await withRows(READER)).ask(
      `{ plan { deliveries(filter: { ${filter} }) { nodes { number } } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.plan.deliveries.nodes.map(({ number }: { number: number }) => number)).toEqual(expected);
  });
});

describe('the history', () => {
  const AUDIT =
    '{ audit(orderBy: RECORDED_ASC) { nodes { sequence kind plan recordedAt content previousHash hash } } }';

  test('proves itself to whoever reads it', async () => {
    const { data, text } = await (await withRows(MANAGER)).ask(AUDIT);
    const { nodes } = data.audit;
    expect(nodes.map(({ kind }: { kind: string }) => kind)).toEqual([
      'PLAN_IMPORTED',
      'CHECK_IN_OPENED',
      'PLAN_THING',
    ]);
    for (const [
      index,
      { sequence, plan, recordedAt, kind, content, previousHash, hash },
    ] of nodes.entries()) {
      expect(previousHash).toBe(index === 0 ? '0'.repeat(64) : nodes[index - 1].hash);
      const body = JSON.parse(content);
      const hashed = `${previousHash}\n${JSON.stringify({ body, kind, plan, recordedAt, sequence })}`;
      expect(hash).toBe(createHash('sha256').update(hashed).digest('hex'));
    }
    expect(namedIn(text)).toEqual([]);
  });

  test('is read by kind', async () => {
    const { data } = await (await withRows(MANAGER)).ask(
      '{ audit(filter: { kind: ["PLAN_THING"] }) { nodes { kind } } }',
    );
    expect(data.audit.nodes).toEqual([{ kind: 'PLAN_THING' }]);
  });

  test.each([READER, OSRU_STAFF, actor('HEAD', 'OSRU')])('is refused to a $role', async (who) => {
    const { data, errors } = await (await withRows(who)).ask(
      '{ audit { nodes { kind } } plan { audit { nodes { kind } } year } }',
    );
    expect(data).toEqual({ audit: null, plan: { audit: null, year: 2020 } });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['ROLE_MAY_NOT', 'ROLE_MAY_NOT']);
  });
});

test('whoever reads the rows of some structures sees those alone', async () => {
  const api = await withRows(LIMITED);
  const { data } = await api.ask(EVERYTHING);
  expect(data.checkIns.nodes).toMatchObject([{ items: [{ code: '1.1.1' }] }]);
  expect(data.deliveries.nodes.map(({ number }: { number: number }) => number)).toEqual([1]);
  const audited = await withRows({ ...LIMITED, role: 'MANAGER' });
  expect((await audited.ask('{ audit { nodes { kind } } }')).data.audit.nodes).toEqual([
    { kind: 'CHECK_IN_OPENED' },
  ]);
});

describe('goals and phases of a plan', () => {
  test.each([
    { field: 'goals', expected: (codes: string[]) => codes.length === 10 && codes[0] === '1.1' },
    {
      field: 'goals(filter: { structure: "osru" })',
      expected: (codes: string[]) => codes.length > 0 && codes.length < 10,
    },
    { field: 'goals(orderBy: WEIGHT_DESC)', expected: (codes: string[]) => codes.length === 10 },
    { field: 'goals(filter: { health: [BLOCKED] })', expected: (codes: string[]) => codes.length === 0 },
    { field: 'phases', expected: (codes: string[]) => codes[0] === '1.1.1' && codes.length > 10 },
    {
      field: 'phases(filter: { structure: "OSRU", health: [] })',
      expected: (codes: string[]) => codes.length === 0,
    },
  ])('$field', async ({ field, expected }) => {
    const { data, errors } = await (await withRows(READER)).ask(`{ plan { list: ${field} { code } } }`);
    expect(errors).toEqual([]);
    expect(expected(data.plan.list.map(({ code }: { code: string }) => code))).toBe(true);
  });

  test.each([
    { field: 'phases(orderBy: END_ASC) { key: end }', compare: (a: string, b: string) => a <= b },
    { field: 'goals(orderBy: WEIGHT_DESC) { key: weightBps }', compare: (a: number, b: number) => a >= b },
  ])('in order: $field', async ({ field, compare }) => {
    const { data } = await (await withRows(READER)).ask(`{ plan { list: ${field} } }`);
    const keys = data.plan.list.map(({ key }: { key: never }) => key);
    expect(keys.slice(1).every((key: never, index: number) => compare(keys[index] as never, key))).toBe(true);
  });

  test('by variance, what has none comes last', async () => {
    const { data } = await (await withRows(READER)).ask(
      '{ plan(asOf: "2020-09-30") { goals(orderBy: VARIANCE_ASC) { progress { variance { linear } } } } }',
    );
    const linear: (number | null)[] = data.plan.goals.map(
      ({ progress }: { progress: { variance: { linear: number | null } } }) => progress.variance.linear,
    );
    const known = linear.filter((each) => each !== null);
    expect(linear.slice(0, known.length)).toEqual(known.toSorted((a, b) => a - b));
    expect(linear.slice(known.length).every((each) => each === null)).toBe(true);
  });

  test('of an unknown structure: an error that says which there are', async () => {
    const { errors } = await (await withRows(READER)).ask(
      '{ plan { phases(filter: { structure: "x" }) { code } } }',
    );
    expect(errors[0]?.extensions).toMatchObject({
      code: 'UNKNOWN_STRUCTURE',
      messageIt: expect.stringContaining('OSRU'),
    });
  });
});

test('an area by its code', async () => {
  const { data, errors } = await (await withRows(READER)).ask(
    '{ area(code: "3") { code goals { code } } none: area(code: "2") { code } }',
  );
  expect(data.area.code).toBe('3');
  expect(data.none).toBeNull();
  expect(errors[0]?.extensions).toMatchObject({ code: 'UNKNOWN_CODE', near: ['1', '3', '4'] });
});
