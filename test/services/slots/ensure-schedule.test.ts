import { expect, test } from 'vitest';
import type { ScheduleEntry } from '../../../src/domain/schedule/schedule.ts';
import { defaultSchedule, SLOT_KINDS } from '../../../src/domain/schedule/schedule.ts';
import type { Context } from '../../../src/services/context.ts';
import { ensureSchedule, readSchedule } from '../../../src/services/slots/ensure-schedule.ts';
import { openTimedContext, openTwin } from '../../helpers/timed-context.ts';
import { decision } from '../../store/support.ts';

const NOW = '2020-09-14T08:00:00.000Z';
const byName = (one: ScheduleEntry, other: ScheduleEntry) => one.name.localeCompare(other.name);
const sorted = (entries: readonly ScheduleEntry[]) => [...entries].sort(byName);
const DEFAULTS = sorted(defaultSchedule(NOW, 'scheduler', 'Firenze'));

const idOf = (context: { readonly planId: number }) => ({ id: context.planId });

test('where nothing was set, what a plan starts with is written, from now on and of the place', async () => {
  const context = await openTimedContext(NOW);
  expect(sorted(await ensureSchedule(context, idOf(context)))).toEqual(DEFAULTS);
  expect(sorted(await context.store.loadSchedule(context.planId))).toEqual(DEFAULTS);
  expect(context.audit()).toMatchObject([{ kind: 'SCHEDULE_STARTED', actor: 'scheduler' }]);
});

test('once: later it is as it was', async () => {
  const context = await openTimedContext(NOW);
  await ensureSchedule(context, idOf(context));
  context.setTime('2020-10-01T08:00:00Z');
  expect(sorted(await ensureSchedule(context, idOf(context)))).toEqual(DEFAULTS);
  expect(context.audit()).toHaveLength(1);
});

test('who only looks sees the same, and writes nothing', async () => {
  const context = await openTimedContext(NOW);
  expect(sorted(await readSchedule(context, idOf(context)))).toEqual(DEFAULTS);
  expect(await context.store.loadSchedule(context.planId)).toEqual([]);
});

test('a kind that a later release adds is started when it is missed; what people set stays', async () => {
  const context = await openTimedContext(NOW);
  const own = DEFAULTS.filter(({ name }) => name !== 'ESCALATION').map(
    (each): ScheduleEntry => (each.name === 'CHECK_IN' ? { ...each, value: null, setBy: 'ada' } : each),
  );
  await context.store.commit(decision(context.planId, { schedule: own }));
  context.setTime('2020-10-01T08:00:00.000Z');
  const schedule = await ensureSchedule(context, idOf(context));
  expect(schedule.find(({ name }) => name === 'CHECK_IN')).toMatchObject({ value: null, setBy: 'ada' });
  expect(schedule.find(({ name }) => name === 'ESCALATION')).toMatchObject({
    since: '2020-10-01T08:00:00.000Z',
  });
  expect(schedule).toHaveLength(SLOT_KINDS.length + 2);
});

test('two processes at once: one of them writes, both read the same', async () => {
  const context = await openTimedContext(NOW);
  const twin = await openTwin(context);
  const [one, other] = await Promise.all([context, twin].map((each) => ensureSchedule(each, idOf(context))));
  expect(sorted(other ?? [])).toEqual(sorted(one ?? []));
  expect(context.audit()).toHaveLength(1);
});

test('a process that was held up does not write over what somebody has set since', async () => {
  const context = await openTimedContext(NOW);
  let held = true;
  const loadSchedule: Context['store']['loadSchedule'] = async (planId) => {
    const schedule = await context.store.loadSchedule(planId);
    if (held) {
      held = false;
      await ensureSchedule(context, idOf(context));
      const off = DEFAULTS.flatMap((each): ScheduleEntry[] =>
        each.name === 'CHECK_IN' ? [{ ...each, value: null, setBy: 'ada' }] : [],
      );
      await context.store.commit(decision(context.planId, { schedule: off }));
    }
    return schedule;
  };
  const slow = { ...context, store: { ...context.store, loadSchedule } };
  const schedule = await ensureSchedule(slow, idOf(context));
  expect(schedule.find(({ name }) => name === 'CHECK_IN')).toMatchObject({ value: null, setBy: 'ada' });
});
