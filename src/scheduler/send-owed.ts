import cron from 'node-cron';
import type { Context } from '../services/context.ts';
import { sendOwedMessages } from '../services/send-owed-messages.ts';

export type OwedMessages = {
  /** Waits for what is under way. */
  stop(): Promise<void>;
};

const EVERY_MINUTE = '* * * * *';

/** Sends what check-ins still owe, at every minute: reminders, ends of snoozes, questions that waited for hours. */
export function startOwedMessages(
  context: Context,
  onError: (error: unknown) => void,
  tick = EVERY_MINUTE,
): OwedMessages {
  let running: Promise<void> | null = null;
  const run = () => {
    // One run at a time; the next tick sees to what has fallen due since.
    if (running !== null) return;
    running = sendOwedMessages(context)
      .then(() => undefined, onError)
      .finally(() => {
        running = null;
      });
  };
  // UTC: only the tick is node-cron's; at the change of clocks it skips and repeats local times.
  const task = cron.schedule(tick, run, {
    timezone: 'UTC',
    missedExecutionTolerance: 5000,
    suppressMissedWarning: true,
  });
  return {
    async stop() {
      await task.stop();
      await running;
    },
  };
}
