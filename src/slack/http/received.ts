/**
 * Envelopes that Slack was told of as received before their work was done. They outlive this process: what is left when
 * it ends is worked on by the next one, or by another instance on the same database. Done twice does no harm, for all
 * that is written has a key.
 */

/** An envelope that is to be worked on, for the `tries`th time since it was acknowledged. */
export type KeptEnvelope = { readonly id: number; readonly body: string; readonly tries: number };

/** Where they are kept. Every call fails where the disk does not take it. Times are milliseconds of the real clock. */
export type Received = {
  /** On the disk once it answers; nobody else takes it before `until`. */
  keep(body: string, until: number): Promise<number>;
  strike(id: number): void;
  /** Leaves it alone until then. */
  postpone(id: number, until: number): void;
  /** Takes the oldest that nobody works on, for oneself until `until`. */
  claim(now: number, until: number): KeptEnvelope | undefined;
  /** Never claims it itself until what this gives is called, even if its lease runs out. */
  hold(id: number): () => void;
};

/** Longer than most work on an envelope takes, a write or a call of Slack's Web API; what takes longer is held on to. */
export const LEASE_MS = 12_000;

/** How often who works on it says so. */
const RENEW_EVERY_MS = LEASE_MS / 3;
/** What hangs for longer is let go of. */
const LONGEST_HOLD_MS = 600_000;

/** Keeps the envelope for oneself as long as `work` goes on: nobody begins anew what only takes long. */
export function holdWhile(
  received: Pick<Received, 'postpone' | 'hold'>,
  id: number,
  now: () => number,
  work: Promise<unknown>,
): void {
  const began = now();
  // Where this process stood still for longer than the lease, its own sweep may come before its renewal.
  const release = received.hold(id);
  const renew = () => {
    if (now() - began > LONGEST_HOLD_MS) return end();
    try {
      received.postpone(id, now() + LEASE_MS);
    } catch {
      // A disk that takes nothing: at the end of the lease it is worked on once more, which does no harm.
    }
  };
  const timer = setInterval(renew, RENEW_EVERY_MS);
  timer.unref();
  function end(): void {
    clearInterval(timer);
    release();
  }
  work.then(end, end);
}

/** Before each further try. */
const PAUSES_MS: readonly number[] = [1000, 2000, 5000, 10_000, 30_000, 60_000, 120_000];
const LONGEST_PAUSE_MS = 300_000;
/** In all, over a bit more than an hour. */
export const MOST_TRIES = 20;

/** @param tries that failed so far, without the one before Slack was told */
export const pauseAfter = (tries: number): number => PAUSES_MS[tries] ?? LONGEST_PAUSE_MS;
