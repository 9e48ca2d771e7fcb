/** Leaving an item to a colleague: who may, to whom, for how long, and what follows. */
import { describe, expect, test } from 'vitest';
import { actorOf } from '../../src/domain/actor.ts';
import { isoDate } from '../../src/domain/dates.ts';
import type { Person, Role } from '../../src/domain/directory.ts';
import { setAway } from '../../src/services/change-settings.ts';
import { type DelegateItem, delegateItem, endDelegation } from '../../src/services/delegate-item.ts';
import { type DelegateItems, delegateItems } from '../../src/services/delegate-items.ts';
import { actorFor } from '../../src/services/find-person.ts';
import { openCheckIns } from '../../src/services/open-check-ins.ts';
import { readCheckIn } from '../../src/services/read-check-in.ts';
import { recordStatements } from '../../src/services/record-statements.ts';
import {
  ARTI_DIRECTORY,
  codeOf,
  openTestContext,
  PLANNING_OFFICE,
  personOf,
  statement,
  type TestContext,
} from '../helpers/context.ts';
import { phaseCodeOf, structureCode } from '../helpers/figures.ts';
import { openTimedContext, openTwin } from '../helpers/timed-context.ts';
import { decision } from '../store/support.ts';

const OSRU = actorOf(personOf('referente.osru'));
const LAVORO = actorOf(personOf('referente.lavoro'));
const HEAD = actorOf(personOf('responsabile.osru'));
const MANAGER = actorOf(personOf('dirigente'));

const request = (parts: Partial<Record<keyof DelegateItem, string | null>> = {}): DelegateItem => ({
  item: '1.1.3',
  from: null,
  to: 'referente.lavoro',
  startsOn: isoDate('2020-09-14'),
  endsOn: isoDate('2020-09-18'),
  ...(parts as Partial<DelegateItem>),
});

const delegations = async ({ store, planId }: TestContext) =>
  (await store.loadArrangements(planId)).delegations;
const firstId = async (context: TestContext) => (await delegations(context))[0]?.id ?? 0;

describe('it may be left', () => {
  test.each([
    { why: 'by who answers for it', by: OSRU, parts: {}, code: 'OK' },
    { why: 'by the head, for their people', by: HEAD, parts: { from: 'referente.osru' }, code: 'OK' },
    {
      why: 'by the planning office, for anybody',
      by: PLANNING_OFFICE,
      parts: { from: 'referente.osru' },
      code: 'OK',
    },
    { why: 'to a head', by: OSRU, parts: { to: 'responsabile.osru' }, code: 'OK' },
    { why: 'to the planning office', by: OSRU, parts: { to: 'programmazione' }, code: 'OK' },
    { why: 'in another spelling', by: OSRU, parts: { item: '1.01.03' }, code: 'OK' },
    {
      why: 'not by a colleague of another structure',
      by: LAVORO,
      parts: { from: 'referente.osru', to: 'programmazione' },
      code: 'NOT_YOUR_PEOPLE',
    },
    {
      why: 'not by who does not answer for it',
      by: LAVORO,
      parts: { to: 'referente.osru' },
      code: 'NOT_YOURS',
    },
    {
      why: 'not for who does not answer for it',
      by: PLANNING_OFFICE,
      parts: { from: 'referente.lavoro', to: 'referente.osru' },
      code: 'NOT_IN_STRUCTURE',
    },
    {
      why: 'not by the head of a structure with staff, in their own name',
      by: HEAD,
      parts: {},
      code: 'NOT_ASSIGNED',
    },
    { why: 'not by a manager', by: MANAGER, parts: { from: 'referente.osru' }, code: 'NOT_YOUR_PEOPLE' },
    {
      why: 'not to a manager, who only reads',
      by: OSRU,
      parts: { to: 'dirigente' },
      code: 'CANNOT_TAKE_OVER',
    },
    { why: 'not to oneself', by: OSRU, parts: { to: 'referente.osru' }, code: 'CANNOT_TAKE_OVER' },
    { why: 'not to a stranger', by: OSRU, parts: { to: 'nessuno' }, code: 'UNKNOWN_COLLEAGUE' },
    { why: 'not by a program without a person', by: PLANNING_OFFICE, parts: {}, code: 'UNKNOWN_COLLEAGUE' },
    { why: 'not what is not in the plan', by: OSRU, parts: { item: '9.9' }, code: 'UNKNOWN_CODE' },
    { why: 'not a goal that has phases', by: OSRU, parts: { item: '1.1' }, code: 'NOT_A_PHASE' },
    {
      why: 'not a goal that was merged into another',
      by: OSRU,
      parts: { item: '3.3' },
      code: 'NOT_IN_BASELINE',
    },
    { why: 'today alone', by: OSRU, parts: { endsOn: '2020-09-14' }, code: 'OK' },
    { why: 'later on', by: OSRU, parts: { startsOn: '2020-12-01', endsOn: '2020-12-31' }, code: 'OK' },
    { why: 'for a year', by: OSRU, parts: { endsOn: '2021-09-15' }, code: 'OK' },
    { why: 'not longer', by: OSRU, parts: { endsOn: '2021-09-16' }, code: 'DATE_TOO_FAR' },
    { why: 'not since yesterday', by: OSRU, parts: { startsOn: '2020-09-13' }, code: 'DATE_IN_PAST' },
    {
      why: 'not until before it begins',
      by: OSRU,
      parts: { startsOn: '2020-09-16', endsOn: '2020-09-15' },
      code: 'PERIOD_INVALID',
    },
  ])('$why → $code', async ({ by, parts, code }) => {
    const context = await openTestContext();
    expect(codeOf(await delegateItem(context, by, request(parts), null))).toBe(code);
    expect(await delegations(context)).toHaveLength(code === 'OK' ? 1 : 0);
  });

  test('not where it is assigned to a colleague of the same structure', async () => {
    const context = await openTestContext();
    const assignment = { item: phaseCodeOf('1.1.3'), person: 'responsabile.osru' };
    await context.store.commit(
      decision(context.planId, { arrangements: [{ kind: 'ASSIGNED', assignment }] }),
    );
    expect(codeOf(await delegateItem(context, OSRU, request(), null))).toBe('NOT_ASSIGNED');
  });
});

test('the delegate is asked in their place, and reports as anybody does; afterwards it goes back', async () => {
  const context = await openTestContext();
  await delegateItem(context, OSRU, request(), null);
  const opened = await openCheckIns(context, PLANNING_OFFICE);
  const askedAbout = (key: string) =>
    opened.ok &&
    opened.value.opened.some(({ person, items }) => person === key && items.includes(phaseCodeOf('1.1.3')));
  expect([askedAbout('referente.lavoro'), askedAbout('referente.osru')]).toEqual([true, false]);
  const say = async () =>
    recordStatements(context, {
      statements: [statement('1.1.3', { blockedBecause: 'manca il parere' })],
      lines: [''],
      actor: await actorFor(context, personOf('referente.lavoro')),
      source: 'SLACK',
      year: null,
      inbox: null,
      replyTo: null,
    });
  expect((await say()).ok).toBe(true);
  const state = await readCheckIn(context, '2020-2020-09-14-referente.lavoro');
  expect(state?.lines.find(({ item }) => item === '1.1.3')?.answer?.actor).toBe('referente.lavoro');
  context.goTo('2020-09-19');
  expect((await say()).ok).toBe(false);
});

test('the history says what and when, not who', async () => {
  const context = await openTestContext();
  await delegateItem(context, OSRU, request(), null);
  await endDelegation(context, OSRU, await firstId(context));
  const period = { startsOn: '2020-09-14', endsOn: '2020-09-18' };
  expect(context.audit().map((entry) => [entry.kind, entry.body])).toEqual([
    ['ITEM_DELEGATED', { items: ['1.1.3'], ...period }],
    ['DELEGATION_ENDED', { item: '1.1.3', ...period }],
  ]);
});

describe('a newer one', () => {
  test.each([
    {
      why: 'that overlaps takes the place of the earlier',
      parts: { to: 'programmazione', startsOn: '2020-09-18', endsOn: '2020-09-30' },
      left: ['programmazione'],
    },
    {
      why: 'that follows stands beside it',
      parts: { to: 'programmazione', startsOn: '2020-09-19', endsOn: '2020-09-30' },
      left: ['referente.lavoro', 'programmazione'],
    },
    {
      why: 'of another item stands beside it',
      parts: { item: '1.1.2', to: 'programmazione' },
      left: ['referente.lavoro', 'programmazione'],
    },
  ])('$why', async ({ parts, left }) => {
    const context = await openTestContext();
    await delegateItem(context, OSRU, request(), null);
    expect(codeOf(await delegateItem(context, OSRU, request(parts), null))).toBe('OK');
    expect((await delegations(context)).map(({ to }) => to)).toEqual(left);
  });
});

test('who has it only by delegation may hand it on, while it holds', async () => {
  const context = await openTestContext();
  await delegateItem(context, OSRU, request(), null);
  const handOn = (startsOn: string, endsOn: string) =>
    delegateItem(context, LAVORO, request({ to: 'programmazione', startsOn, endsOn }), null);
  expect(codeOf(await handOn('2020-09-15', '2020-09-16'))).toBe('OK');
  expect(codeOf(await handOn('2020-09-19', '2020-09-20'))).toBe('NOT_YOURS');
});

test('the same press twice at once, from two processes: one delegation', async () => {
  const context = await openTestContext();
  const twin = await openTwin(context);
  const inbox = { key: 'press', fingerprint: 'x' };
  const both = await Promise.all([
    delegateItem(context, OSRU, request(), inbox),
    delegateItem(twin, OSRU, request(), inbox),
  ]);
  expect(both.map(codeOf)).toEqual(['OK', 'OK']);
  expect(await delegations(context)).toHaveLength(1);
  const other = { key: 'press', fingerprint: 'y' };
  expect(codeOf(await delegateItem(context, OSRU, request(), other))).toBe('IDEMPOTENCY_KEY_REUSED');
});

describe('it is ended', () => {
  const person = (key: string, role: Role, structure: string): Person => ({
    ...personOf('referente.osru'),
    key,
    email: `${key}@arti.example`,
    role,
    structures: [structureCode(structure)],
  });
  const otherHead = person('responsabile.lavoro', 'HEAD', 'LAVORO');
  const stranger = person('referente.terzo', 'STAFF', 'DIREZIONE');
  test.each([
    { why: 'by who left it', by: OSRU, code: 'OK' },
    { why: 'by who took it', by: LAVORO, code: 'OK' },
    { why: 'by the head of the one', by: HEAD, code: 'OK' },
    { why: 'by the head of the other', by: actorOf(otherHead), code: 'OK' },
    { why: 'by the planning office', by: PLANNING_OFFICE, code: 'OK' },
    { why: 'not by a third', by: actorOf(stranger), code: 'NOT_YOUR_PEOPLE' },
    { why: 'not by a manager', by: MANAGER, code: 'NOT_YOUR_PEOPLE' },
  ])('$why → $code', async ({ by, code }) => {
    const people = [...ARTI_DIRECTORY.people, otherHead, stranger];
    const context = await openTestContext({ directory: { ...ARTI_DIRECTORY, people } });
    await delegateItem(context, OSRU, request(), null);
    expect(codeOf(await endDelegation(context, by, await firstId(context)))).toBe(code);
    expect(await delegations(context)).toHaveLength(code === 'OK' ? 0 : 1);
  });

  test('once; and not when it is over', async () => {
    const context = await openTestContext();
    await delegateItem(context, OSRU, request(), null);
    const id = await firstId(context);
    await endDelegation(context, OSRU, id);
    expect(codeOf(await endDelegation(context, OSRU, id))).toBe('NOT_DELEGATED');
    await delegateItem(context, OSRU, request(), null);
    context.goTo('2020-09-19');
    expect(codeOf(await endDelegation(context, OSRU, await firstId(context)))).toBe('NOT_DELEGATED');
  });
});

describe('several at once', () => {
  const all = (parts: Partial<DelegateItems> = {}): DelegateItems => ({
    items: 'ALL',
    from: null,
    to: 'referente.lavoro',
    startsOn: isoDate('2020-09-14'),
    endsOn: isoDate('2020-09-18'),
    ...parts,
  });
  const told = (context: TestContext) =>
    context.messages().flatMap(({ notice }) => (notice.kind === 'DELEGATED' ? [notice.items] : []));
  const ITEMS = ['1.1.1', '1.1.2', '1.1.3', '1.1.6'];

  test('are told in one message', async () => {
    const context = await openTestContext();
    await delegateItems(context, OSRU, all(), null);
    expect(await delegations(context)).toHaveLength(4);
    expect(told(context)).toEqual([ITEMS]);
  });

  test('what cannot be left keeps nobody from the rest; each counts once', async () => {
    const context = await openTestContext();
    const items = ['1.1.2', '1.01.02', '9.9', '1.4.1'];
    const done = await delegateItems(context, OSRU, all({ items }), null);
    expect(done.ok && done.value.items).toEqual(['1.1.2']);
    expect(done.ok && done.value.notDelegated.map(({ item, refusal }) => [item, refusal.code])).toEqual([
      ['9.9', 'UNKNOWN_CODE'],
      ['1.4.1', 'NOT_YOURS'],
    ]);
    expect(told(context)).toEqual([['1.1.2']]);
  });

  test('delivered again: the same answer, and nothing more', async () => {
    const context = await openTestContext();
    const inbox = { key: 'command', fingerprint: 'x' };
    const first = await delegateItems(context, OSRU, all(), inbox);
    expect(await delegateItems(context, OSRU, all(), inbox)).toEqual(first);
    expect(first.ok && first.value.items).toEqual(ITEMS);
    expect([await delegations(context), told(context)].map(({ length }) => length)).toEqual([4, 1]);
  });

  test.each([
    { why: 'on a working morning', now: '2020-09-14T08:00:00Z', away: false, told: 1 },
    { why: 'not on a Sunday at three', now: '2020-09-13T01:00:00Z', away: false, told: 0 },
    { why: 'not while away', now: '2020-09-14T08:00:00Z', away: true, told: 0 },
  ])('the delegate is written to $why', async ({ now, away, told: count }) => {
    const context = await openTimedContext(now);
    const absence = { from: isoDate('2020-09-10'), until: isoDate('2020-09-20') };
    if (away) await setAway(context, PLANNING_OFFICE, 'referente.lavoro', absence);
    expect(codeOf(await delegateItems(context, OSRU, all(), null))).toBe('OK');
    expect(told(context)).toHaveLength(count);
  });
});

test('a head leaves only what is answered for in a structure of theirs', async () => {
  const both = [structureCode('OSRU'), structureCode('DIREZIONE')];
  const people = ARTI_DIRECTORY.people.map((each) =>
    each.key === 'referente.osru' ? { ...each, structures: both } : each,
  );
  const context = await openTestContext({ directory: { ...ARTI_DIRECTORY, people } });
  const leave = (item: string) =>
    delegateItem(context, HEAD, request({ item, from: 'referente.osru', to: 'responsabile.osru' }), null);
  expect(codeOf(await leave('1.4.1'))).toBe('NOT_YOUR_PEOPLE');
  expect(codeOf(await leave('1.1.3'))).toBe('OK');
});
