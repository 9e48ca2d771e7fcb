/** The tick that sends what check-ins owe. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { startOwedMessages } from '../../src/scheduler/send-owed.ts';
import type { Context } from '../../src/services/context.ts';
import { openCheckIns } from '../../src/services/open-check-ins.ts';
import { PLANNING_OFFICE } from '../helpers/context.ts';
import { openTimedContext } from '../helpers/timed-context.ts';

const EVERY_SECOND = '* * * * * *';

async function openDue() {
  const context = await openTimedContext('2020-09-14T08:00:00Z');
  await openCheckIns(context, PLANNING_OFFICE);
  context.setTime('2020-09-16T07:00:00Z');
  const reminders = () => context.messages().filter(({ notice }) => notice.kind === 'CHECK_IN_AGAIN').length;
  return { context, reminders };
}

function start(context: Context) {
  const errors: unknown[] = [];
  const owed = startOwedMessages(context, (error) => errors.push(error), EVERY_SECOND);
  onTestFinished(() => owed.stop());
  return { owed, errors };
}

test('sends what is due by itself, and stops', async () => {
  const { context, reminders } = await openDue();
  const { owed, errors } = start(context);
  await vi.waitFor(() => expect(reminders()).toBe(3), { timeout: 5_000 });
  await owed.stop();
  expect(errors).toEqual([]);
});

test('a failure is told, and the next tick goes on', async () => {
  const { context, reminders } = await openDue();
  let failed = false;
  const listYears = async () => {
    if (!failed) {
      failed = true;
      throw new Error('a bug');
    }
    return context.store.listYears();
  };
  const { errors } = start({ ...context, store: { ...context.store, listYears } });
  await vi.waitFor(() => expect(reminders()).toBe(3), { timeout: 5_000 });
  expect(errors).toMatchObject([{ message: 'a bug' }]);
});

test('stopped, it waits for what is under way, and two runs never overlap', async () => {
  const { context, reminders } = await openDue();
  let asked = 0;
  let release: () => void = () => undefined;
  const listYears = async () => {
    asked += 1;
    if (asked === 1) {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    }
    return context.store.listYears();
  };
  const { owed } = start({ ...context, store: { ...context.store, listYears } });
  await vi.waitFor(() => expect(asked).toBe(1), { timeout: 5_000 });
  // The next tick comes while the first run is held up.
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(asked).toBe(1);
  let stopped = false;
  const stopping = owed.stop().then(() => {
    stopped = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(stopped).toBe(false);
  release();
  await stopping;
  expect(reminders()).toBe(3);
});
