import { describe, expect, test } from 'vitest';
import { DEFAULT_CADENCE } from '../../../src/domain/schedule/schedule.ts';
import type { Context } from '../../../src/services/context.ts';
import { changeSchedule } from '../../../src/services/schedule/change-schedule.ts';
import { readPlanSchedule } from '../../../src/services/schedule/read-plan-schedule.ts';
import { readScheduleView } from '../../../src/services/schedule/read-schedule-view.ts';
import type { ScheduleWish } from '../../../src/services/schedule/schedule-wish.ts';
import { ensureSchedule } from '../../../src/services/slots/ensure-schedule.ts';
import { codeOf, openTestContext, PLANNING_OFFICE } from '../../helpers/context.ts';
import { DIREZIONE, LAVORO, OSRU } from '../../helpers/figures.ts';
import { openTimedContext } from '../../helpers/timed-context.ts';
import { settle } from './support.ts';

async function read(context: Context, structure: string | null = null) {
  const view = await readScheduleView(context, { year: null, structure });
  if (!view.ok) throw new Error(view.refusal.code);
  return view.value;
}

const set = (context: Context, wanted: ScheduleWish, structure: string | null) =>
  changeSchedule(context, PLANNING_OFFICE, { structure, wanted }, null);
const TUESDAY: ScheduleWish = {
  name: 'CHECK_IN',
  wish: { kind: 'RULE', recurrence: { every: 'WEEK', weekday: 2 }, time: '10:00' },
};
const MONDAY_NOON = '2020-09-14T10:00:00.000Z';

test('before anything was set: what a plan starts with, and nothing is written', async () => {
  const context = await openTimedContext(MONDAY_NOON);
  const view = await read(context);
  expect(view.rules.map(({ kind, next }) => `${kind} ${next?.at.slice(0, 16)}`)).toEqual([
    'CHECK_IN 2020-09-21T07:30',
    'REMINDER 2020-09-16T07:30',
    'ESCALATION 2020-09-17T13:00',
    'STRUCTURE_SUMMARY 2020-09-18T10:00',
    'PLAN_SUMMARY 2020-09-18T10:30',
    'MONTHLY_DIGEST 2020-10-05T07:00',
    'QUARTERLY_DIGEST 2020-10-12T07:00',
    'INTERIM_REVIEW 2020-09-30T16:00',
  ]);
  expect(view).toMatchObject({
    cadence: { value: DEFAULT_CADENCE, own: false },
    place: { value: 'Firenze', own: false },
    own: [],
    warnings: [],
  });
  expect(await context.store.loadSchedule(context.planId)).toEqual([]);
});

test('a weekend moves a digest: from which day is told, without a holiday', async () => {
  const view = await read(await openTimedContext(MONDAY_NOON));
  const quarterly = view.rules.find(({ kind }) => kind === 'QUARTERLY_DIGEST');
  expect(quarterly?.next).toMatchObject({ day: '2020-10-12', moved: { from: '2020-10-10', holiday: null } });
});

test('of a structure: what is its own, and what the plan’s', async () => {
  const context = await openTimedContext(MONDAY_NOON);
  await set(context, TUESDAY, 'OSRU');
  await set(context, { name: 'PLACE', wish: { kind: 'PLACE', place: 'Pisa' } }, 'OSRU');
  const view = await read(context, 'osru');
  expect(view.rules.map(({ kind, structure }) => `${kind} ${structure}`)).toEqual([
    'CHECK_IN OSRU',
    'REMINDER null',
    'ESCALATION null',
    'STRUCTURE_SUMMARY null',
  ]);
  expect(view.rules[0]).toMatchObject({
    insteadOf: { rule: { recurrence: { weekday: 1 }, time: '09:30' } },
    next: { at: '2020-09-15T08:00:00.000Z' },
  });
  expect(view.rules[1]?.insteadOf).toBeNull();
  expect([view.place, view.cadence.own]).toEqual([{ value: 'Pisa', own: true }, false]);
  expect((await read(context)).own.map(({ name, structure }) => `${structure} ${name}`)).toEqual([
    'OSRU CHECK_IN',
    'OSRU PLACE',
  ]);
  expect((await read(context, 'LAVORO')).own).toEqual([]);
});

test('the plan’s next is that of the structures which follow it', async () => {
  const context = await openTimedContext('2020-09-13T10:00:00.000Z');
  await set(context, TUESDAY, 'OSRU');
  expect((await read(context)).rules[0]?.next?.at).toBe('2020-09-14T07:30:00.000Z');
  await settle(context, context.planId, { structure: LAVORO }, { structure: DIREZIONE });
  expect((await read(context)).rules[0]?.next?.at).toBe('2020-09-21T07:30:00.000Z');
  // Its own is not the plan's.
  expect((await read(context, 'OSRU')).rules[0]?.next?.at).toBe('2020-09-15T08:00:00.000Z');
});

test('where every structure has a rule of its own, the plan’s still says when it would come', async () => {
  const context = await openTimedContext(MONDAY_NOON);
  for (const structure of ['OSRU', 'LAVORO', 'DIREZIONE']) await set(context, TUESDAY, structure);
  expect((await read(context)).rules[0]?.next?.at).toBe('2020-09-21T07:30:00.000Z');
});

test('the last one is of the structure, or of any', async () => {
  const context = await openTimedContext(MONDAY_NOON);
  await settle(context, context.planId, {}, { structure: LAVORO, outcome: 'LATE' });
  expect((await read(context, 'OSRU')).rules[0]?.last).toMatchObject({ structure: OSRU, outcome: 'ON_TIME' });
  expect((await read(context)).rules[0]?.last).toMatchObject({ structure: LAVORO, outcome: 'LATE' });
  expect((await read(context)).rules[1]?.last).toBeNull();
});

test('what is off has no next; a plan that is over has none of anything but its last digests', async () => {
  const context = await openTimedContext(MONDAY_NOON);
  await set(context, { name: 'CHECK_IN', wish: { kind: 'OFF' } }, null);
  expect((await read(context)).rules[0]).toMatchObject({ rule: null, next: null });
  context.setTime('2020-12-31T23:30:00.000Z');
  expect((await read(context)).rules.filter(({ next }) => next !== null).map(({ kind }) => kind)).toEqual([
    'MONTHLY_DIGEST',
    'QUARTERLY_DIGEST',
  ]);
});

test.each([
  { query: { year: null, structure: 'ORSU' }, code: 'UNKNOWN_STRUCTURE' },
  { query: { year: 1999, structure: null }, code: 'NO_PLAN' },
])('$code', async ({ query, code }) => {
  expect(codeOf(await readScheduleView(await openTestContext(), query))).toBe(code);
});

test('whole, for programs: the plan’s and then what structures have set', async () => {
  const context = await openTimedContext(MONDAY_NOON);
  await set(context, TUESDAY, 'OSRU');
  await set(context, { name: 'CADENCE', wish: { kind: 'CADENCE', nearDays: 7, everyWeeks: 3 } }, 'LAVORO');
  const result = await readPlanSchedule(context, 2020);
  if (!result.ok) throw new Error(result.refusal.code);
  const { rules, cadences, places } = result.value;
  expect(rules.map(({ structure }) => structure)).toEqual([...Array(8).fill(null), 'OSRU']);
  expect(cadences).toEqual([
    { structure: null, value: DEFAULT_CADENCE },
    { structure: 'LAVORO', value: { nearDays: 7, everyWeeks: 3 } },
  ]);
  expect(places).toEqual([{ structure: null, value: 'Firenze' }]);
});

describe('a slot that was missed', () => {
  test.each([
    { why: 'its moment has just come', at: '2020-09-21T07:30:30.000Z', waits: '2020-09-21T07:30' },
    {
      why: 'late at night it waits for the morning',
      at: '2020-09-21T20:00:00.000Z',
      waits: '2020-09-21T07:30',
    },
    { why: 'of no use any more', at: '2020-09-24T10:00:00.000Z', waits: undefined },
    { why: 'its moment is to come', at: '2020-09-21T07:00:00.000Z', waits: undefined },
  ])('$why', async ({ at, waits }) => {
    const context = await openTimedContext('2020-09-16T10:00:00.000Z');
    await ensureSchedule(context, { id: context.planId });
    context.setTime(at);
    expect((await read(context)).rules[0]?.waiting?.at.slice(0, 16)).toBe(waits);
    expect((await read(context, 'OSRU')).rules[0]?.waiting?.at.slice(0, 16)).toBe(waits);
  });

  test('waits no more once it was settled', async () => {
    const context = await openTimedContext('2020-09-16T10:00:00.000Z');
    await ensureSchedule(context, { id: context.planId });
    context.setTime('2020-09-21T20:00:00.000Z');
    await settle(context, context.planId, { period: '2020-W39', at: '2020-09-21T07:30:00.000Z' });
    expect((await read(context, 'OSRU')).rules[0]?.waiting).toBeNull();
    expect((await read(context)).rules[0]?.waiting).not.toBeNull();
  });
});
