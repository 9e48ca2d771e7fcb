/**
 * Waits for the write lock without blocking the event loop. SQLite's own busy handler sleeps inside the call, and
 * a process that sleeps answers nobody: so it is given a few milliseconds, and the rest is waited here.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { isBusy, StoreBusy } from './store-busy.ts';

/** In all, from the call on. Slack waits 3 s for an acknowledgement: this leaves time to say “try again”. */
const PATIENCE_MILLISECONDS = 2_500;
/** Between tries, at random in this range: two processes that wait for each other fall out of step. */
const PAUSE_MILLISECONDS = { least: 20, most: 60 } as const;

const randomPause = () => {
  const { least, most } = PAUSE_MILLISECONDS;
  return pause(least + Math.random() * (most - least));
};

/** @throws StoreBusy when the lock was not free in time: `work` was not begun then. */
export type WriteTurns = <T>(work: () => T) => Promise<T>;

/**
 * @param immediate runs `work` in a transaction that takes the write lock first, or throws SQLITE_BUSY
 * @returns what tries at once, while the caller goes on only if it must wait. Those who wait do so in the order
 *   in which they came, and one alone asks for the lock: a hundred would each block the process for their try.
 */
export function createWriteTurns(immediate: <T>(work: () => T) => T): WriteTurns {
  let waiting = 0;
  let lastInLine: Promise<unknown> = Promise.resolve();
  /** The last try found the lock taken, and nobody has paused since: asking again now is of no use. */
  let taken = false;

  /** Undefined when the lock is taken. */
  function tryOnce<T>(work: () => T): { readonly result: T } | undefined {
    if (taken) return undefined;
    try {
      return { result: immediate(work) };
    } catch (error) {
      if (!isBusy(error)) throw error;
      taken = true;
      return undefined;
    }
  }

  async function tryUntil<T>(work: () => T, deadline: number): Promise<T> {
    for (;;) {
      const done = tryOnce(work);
      if (done) return done.result;
      if (performance.now() >= deadline) throw new StoreBusy(PATIENCE_MILLISECONDS);
      await randomPause();
      taken = false;
    }
  }

  return async (work) => {
    if (waiting === 0) {
      taken = false;
      const done = tryOnce(work);
      if (done) return done.result;
    }
    const deadline = performance.now() + PATIENCE_MILLISECONDS;
    waiting += 1;
    const mine = lastInLine.then(() => tryUntil(work, deadline));
    lastInLine = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      waiting -= 1;
    }
  };
}
