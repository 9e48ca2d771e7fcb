/** The tick that runs what the schedule owes, and sends what check-ins owe after it. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { defaultSchedule } from '../../src/domain/schedule/schedule.ts';
import { startSlots } from '../../src/scheduler/run-slots.ts';
import type { Context } from '../../src/services/context.ts';
import { openCheckIns } from '../../src/services/open-check-ins.ts';
import type { SlotRunner, SlotRunners } from '../../src/services/slots/slot-work.ts';
import { PLANNING_OFFICE } from '../helpers/context.ts';
import { openTimedContext, type TimedContext } from '../helpers/timed-context.ts';
import { noWork, runnersOf } from '../services/slots/support.ts';
import { decision } from '../store/support.ts';

const EVERY_SECOND = '* * * * * *';

/** A Wednesday morning: the reminders of the schedule and of the check-ins of Monday are due. */
async function openDue(): Promise<TimedContext> {
  const context = await openTimedContext('2020-09-14T08:00:00Z');
  const schedule = defaultSchedule('2020-09-14T08:00:00.000Z', 'scheduler', 'Firenze');
  await context.store.commit(decision(context.planId, { schedule }));
  await openCheckIns(context, PLANNING_OFFICE);
  context.setTime('2020-09-16T07:30:00Z');
  return context;
}

const of = (context: TimedContext, start: string) =>
  context.messages().filter(({ key }) => key.startsWith(start)).length;
const reminded = (context: TimedContext) =>
  context.messages().filter(({ notice }) => notice.kind === 'CHECK_IN_AGAIN').length;

function start(context: Context, runners: SlotRunners = runnersOf(), tick = EVERY_SECOND) {
  const errors: unknown[] = [];
  const slots = startSlots(context, (error) => errors.push(error), { tick, runners });
  onTestFinished(() => slots.stop());
  return { slots, errors };
}

test('at once, without waiting for a tick: slots first, then what check-ins owe', async () => {
  const context = await openDue();
  const before = context.messages().length;
  const { slots, errors } = start(context, runnersOf(), '0 0 1 1 *');
  await slots.stop();
  expect(of(context, 'slot/REMINDER/')).toBe(3);
  expect(reminded(context)).toBe(3);
  const kinds = context
    .messages()
    .slice(before)
    .map(({ notice }) => notice.kind);
  expect(kinds.indexOf('CHECK_IN_AGAIN')).toBeGreaterThan(kinds.lastIndexOf('PLAN_SUMMARY'));
  expect(errors).toEqual([]);
});

test('at every tick what has fallen due since, once', async () => {
  const context = await openDue();
  const { slots, errors } = start(context);
  await vi.waitFor(() => expect(of(context, 'slot/REMINDER/')).toBe(3), { timeout: 5_000 });
  context.setTime('2020-09-17T13:00:00Z');
  await vi.waitFor(() => expect(of(context, 'slot/ESCALATION/')).toBe(3), { timeout: 5_000 });
  await slots.stop();
  expect(of(context, 'slot/')).toBe(6);
  expect(errors).toEqual([]);
});

test('trouble with the slots is told, and what check-ins owe is sent all the same', async () => {
  const context = await openDue();
  const failing: SlotRunner = async () => {
    throw new Error('a bug');
  };
  const { slots, errors } = start(context, runnersOf({ REMINDER: failing }), '0 0 1 1 *');
  await slots.stop();
  expect(errors).toMatchObject([{ errors: [{ message: 'a bug' }] }]);
  expect(reminded(context)).toBe(3);
});

test('two runs never overlap, and stopped it waits for the one under way and begins none', async () => {
  const context = await openDue();
  let asked = 0;
  let release: () => void = () => undefined;
  const slow: SlotRunner = async (_context, _year, slots) => {
    asked += 1;
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    return noWork(slots);
  };
  const { slots } = start(context, runnersOf({ REMINDER: slow }));
  await vi.waitFor(() => expect(asked).toBe(1), { timeout: 5_000 });
  // The next tick comes while the first run is held up.
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(asked).toBe(1);
  let stopped = false;
  const stopping = slots.stop().then(() => {
    stopped = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(stopped).toBe(false);
  release();
  await stopping;
  context.setTime('2020-09-17T13:00:00Z');
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(of(context, 'slot/ESCALATION/')).toBe(0);
});
