/** When Slack is answered: once the work is done, or once what came in is kept where it outlives this process. */
import type { Logger } from './environment.ts';
import { NotRecorded } from './events/not-recorded.ts';
import { holdWhile, LEASE_MS, pauseAfter, type Received } from './http/received.ts';
import { inTime } from './in-time.ts';

/** What takes longer is kept, and Slack answered: most of its 3 seconds remain for what cannot be helped. */
const EARLY_MS = 200;

/** An envelope that was acknowledged already. */
export type Replay = {
  /** What fails this time is told to the person. */
  readonly isLast: boolean;
};

export type Taking<T> = {
  /** As Slack sent it. */
  readonly body: object;
  readonly replay: Replay | null;
  readonly work: Promise<T>;
  /** Whether the same work may succeed later, by itself. */
  readonly isPassing: (error: unknown) => boolean;
  /** What is told of an error. @throws NotRecorded for what Slack shall send again */
  readonly failed: (error: unknown) => T | Promise<T>;
  /** How long Slack is kept waiting where the envelope cannot be kept. */
  readonly patienceMs: number;
  /** How long in any case, if not {@link EARLY_MS}. */
  readonly earlyMs?: number;
  /** False for what shall not be done once more, should this process end before: then nobody is answered. */
  readonly isKept?: boolean;
};

export type Taken<T> =
  | { readonly kind: 'DONE'; readonly value: T }
  | {
      /** Slack may be answered; the work goes on. */
      readonly kind: 'GOES_ON';
      /** Whether it is done even if this process ends before. */
      readonly isKept: boolean;
      /** Tells the person once it is done; nothing while it is to be tried again. */
      readonly finish: (tell: (value: T) => Promise<unknown>) => Promise<void>;
    };

export type TakeEnvelope = <T>(taking: Taking<T>) => Promise<Taken<T>>;

type End<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

/**
 * @param received null where nothing outlives this process
 * @param now milliseconds of the real clock
 */
export function createTakeEnvelope(
  received: Received | null,
  logger: Logger,
  now: () => number,
): TakeEnvelope {
  async function keep(journal: Received, body: object): Promise<number | null> {
    try {
      return await journal.keep(JSON.stringify(body), now() + LEASE_MS);
    } catch (err) {
      // A full disk: Slack is answered as if there were no such file.
      logger.warn({ err }, 'what came in could not be kept: Slack waits until it is done');
      return null;
    }
  }

  /** What cannot be written there is worked on once more, which has no second effect. */
  function note(write: () => void): void {
    try {
      write();
    } catch (err) {
      logger.warn({ err }, 'what was kept could not be struck out');
    }
  }

  return async <T>(taking: Taking<T>): Promise<Taken<T>> => {
    const { body, replay, work, isPassing, failed, patienceMs, earlyMs = EARLY_MS, isKept = true } = taking;
    const ended: Promise<End<T>> = work.then(
      (value) => ({ ok: true, value }),
      (error: unknown) => ({ ok: false, error }),
    );
    const outcomeOf = async (end: End<T>): Promise<T> => (end.ok ? end.value : failed(end.error));
    if (replay) {
      const end = await ended;
      if (!end.ok && isPassing(end.error) && !replay.isLast) throw new NotRecorded('PASSING');
      return { kind: 'DONE', value: await outcomeOf(end) };
    }
    const prompt = await inTime(ended, earlyMs);
    if (prompt) return { kind: 'DONE', value: await outcomeOf(prompt) };
    const id = isKept && received ? await keep(received, body) : null;
    if (received === null || id === null) {
      const late = await inTime(ended, patienceMs - earlyMs);
      if (late) return { kind: 'DONE', value: await outcomeOf(late) };
      return {
        kind: 'GOES_ON',
        isKept: false,
        finish: async (tell) => {
          await tell(await outcomeOf(await ended));
        },
      };
    }
    holdWhile(received, id, now, ended);
    return {
      kind: 'GOES_ON',
      isKept: true,
      async finish(tell) {
        const end = await ended;
        if (!end.ok && isPassing(end.error)) {
          note(() => received.postpone(id, now() + pauseAfter(0)));
          return;
        }
        try {
          const told = outcomeOf(end).then(tell);
          holdWhile(received, id, now, told);
          await told;
        } finally {
          note(() => received.strike(id));
        }
      },
    };
  };
}
