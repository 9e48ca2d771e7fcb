import cron from 'node-cron';
import type { Context } from '../services/context.ts';
import { type Deliver, deliverOutbox } from '../services/outbox.ts';

export type Delivery = {
  /** Something was committed that waits to be sent: do not wait for the next tick. */
  wake(): void;
  /** Stops taking messages and waits for those under way. */
  stop(): Promise<void>;
};

/** A tick for what waits until later: a retry, or what another process left behind. */
const TICK = '* * * * * *';

/**
 * Runs the delivery loop: at once when woken, and at every tick. One run at a time, so that the order in a
 * conversation is the order in the outbox.
 */
export function startDelivery(
  context: Context,
  deliver: Deliver,
  onError: (error: unknown) => void,
): Delivery {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  const drain = async () => {
    do {
      again = false;
      while (!stopped && (await deliverOutbox(context, deliver)) > 0);
    } while (again && !stopped);
  };
  const wake = () => {
    if (stopped) return;
    if (running !== null) {
      again = true;
      return;
    }
    running = drain()
      .catch(onError)
      .finally(() => {
        running = null;
      });
  };
  // UTC: only the tick is node-cron's; at the change of clocks it skips and repeats local times.
  const task = cron.schedule(TICK, wake, {
    timezone: 'UTC',
    missedExecutionTolerance: 5000,
    suppressMissedWarning: true,
  });
  return {
    wake,
    async stop() {
      stopped = true;
      await task.stop();
      await running;
    },
  };
}
