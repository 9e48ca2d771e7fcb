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
};

/** Longer than the work on an envelope takes: a write waits 2.5 s, a call of Slack's Web API 10. */
export const LEASE_MS = 12_000;

/** Before each further try. */
const PAUSES_MS: readonly number[] = [1000, 2000, 5000, 10_000, 30_000, 60_000, 120_000];
const LONGEST_PAUSE_MS = 300_000;
/** In all, over a bit more than an hour. */
export const MOST_TRIES = 20;

/** @param tries that failed so far, without the one before Slack was told */
export const pauseAfter = (tries: number): number => PAUSES_MS[tries] ?? LONGEST_PAUSE_MS;
