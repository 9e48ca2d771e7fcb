import cron from 'node-cron';
import type { Context } from '../services/context.ts';
import { checkDeliveryTimes } from '../services/delivery-times.ts';
import {
  claimMessages,
  DELIVERIES_AT_ONCE,
  type Deliver,
  deliverClaimed,
  nextDeliveryAt,
  releaseMessage,
} from '../services/outbox.ts';

export type Delivery = {
  /** Something was committed that waits to be sent: do not wait for the next tick. */
  wake(): void;
  /** Stops taking messages and waits for those under way. */
  stop(): Promise<void>;
};

/** A tick for what another process left behind; for all else there is a timer. */
const TICK = '* * * * * *';
/** What is due already is another process's, or the clock's: it is not asked for without a pause. */
const LEAST_WAIT_MS = 5;
/** The tick comes sooner. */
const LONGEST_WAIT_MS = 1000;

/**
 * Keeps up to {@link DELIVERIES_AT_ONCE} messages under way, one a destination: one that hangs holds up its own
 * destination alone. Takes more whenever one is settled, when woken, at every tick, and when the next one may be sent.
 *
 * @throws RangeError for times of delivery that do not fit (`checkDeliveryTimes`)
 */
export function startDelivery(
  context: Context,
  deliver: Deliver,
  onError: (error: unknown) => void,
): Delivery {
  checkDeliveryTimes(context.delivery);
  const underWay = new Set<Promise<void>>();
  let taking: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  function track(work: Promise<void>): void {
    const tracked = work.catch(onError).finally(() => {
      underWay.delete(tracked);
      wake();
    });
    underWay.add(tracked);
  }

  async function take(): Promise<void> {
    do {
      again = false;
      const room = DELIVERIES_AT_ONCE - underWay.size;
      if (room === 0) return;
      for (const claim of await claimMessages(context, room)) {
        // Stopped meanwhile: another process need not wait for the end of the claim.
        track(stopped ? releaseMessage(context, claim) : deliverClaimed(context, deliver, claim));
      }
    } while (again && !stopped);
    await wakeAtNext();
  }

  async function wakeAtNext(): Promise<void> {
    const at = await nextDeliveryAt(context);
    if (at === null || stopped) return;
    const ms = Date.parse(at) - context.realNow().getTime();
    timer = setTimeout(wake, Math.min(Math.max(ms, LEAST_WAIT_MS), LONGEST_WAIT_MS));
  }

  function wake(): void {
    if (stopped) return;
    if (taking !== null) {
      again = true;
      return;
    }
    clearTimeout(timer);
    taking = take()
      .catch(onError)
      .finally(() => {
        taking = null;
        if (again) wake();
      });
  }

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
      clearTimeout(timer);
      await task.stop();
      await taking;
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
