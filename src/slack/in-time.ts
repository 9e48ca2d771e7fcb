import { setTimeout as pause } from 'node:timers/promises';

/** What `work` gives, or undefined when that takes longer than `ms`; the work goes on all the same. */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  const done = new AbortController();
  const late = pause(ms, undefined, { signal: done.signal, ref: false }).catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}
