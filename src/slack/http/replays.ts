/** Works on the envelopes that were acknowledged and not done: after a crash, or a database that stayed busy. */
import type { Logger } from '../environment.ts';
import { inTime } from '../in-time.ts';
import type { Replay } from '../take-envelope.ts';
import { holdWhile, type KeptEnvelope, LEASE_MS, MOST_TRIES, pauseAfter, type Received } from './received.ts';

const EVERY_MS = 1000;
/** One that takes longer goes on, and does not hold up the others. */
const PATIENCE_MS = 10_000;
/** Where nothing can be claimed, the disk takes nothing. */
const PAUSE_AFTER_FAILURE_MS = 10_000;

export type Replays = {
  start(): void;
  /** Waits for what is under way, but takes nothing more. */
  stop(): Promise<void>;
};

export type ReplaysOptions = {
  readonly received: Received;
  readonly logger: Logger;
  /** Milliseconds of the real clock. */
  readonly now: () => number;
  /** Works on what came in as if it came in now. @throws for what is to be tried again */
  readonly replay: (body: object, replay: Replay) => Promise<void>;
};

export function createReplays({ received, logger, now, replay }: ReplaysOptions): Replays {
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let restUntil = 0;

  async function toTheEnd({ id, body, tries }: KeptEnvelope): Promise<void> {
    const isLast = tries >= MOST_TRIES;
    try {
      await replay(JSON.parse(body), { isLast });
    } catch (err) {
      if (!isLast) {
        received.postpone(id, now() + pauseAfter(tries));
        return;
      }
      logger.error({ err, tries }, 'what came in was given up');
    }
    received.strike(id);
  }

  async function workOn(envelope: KeptEnvelope): Promise<void> {
    const work = toTheEnd(envelope);
    holdWhile(received, envelope.id, now, work);
    const done = work.then(() => true);
    if ((await inTime(done, PATIENCE_MS)) !== undefined) return;
    work.catch((err: unknown) => logger.warn({ err }, 'what is kept could not be worked on'));
  }

  /** One after the other: what one person said stays in its order. */
  async function sweep(): Promise<void> {
    while (!stopped) {
      const envelope = received.claim(now(), now() + LEASE_MS);
      if (!envelope) return;
      await workOn(envelope);
    }
  }

  const run = () => {
    if (running !== null || stopped || now() < restUntil) return;
    running = sweep()
      .catch((err: unknown) => {
        restUntil = now() + PAUSE_AFTER_FAILURE_MS;
        logger.warn({ err }, 'what is kept could not be worked on');
      })
      .finally(() => {
        running = null;
      });
  };
  return {
    start() {
      run();
      timer = setInterval(run, EVERY_MS);
      timer.unref();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
