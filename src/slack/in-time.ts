import { clearTimeout, setTimeout } from 'node:timers';

/** What `work` gives, or undefined when that takes longer than `ms`; the work goes on all the same. */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  // A plain timer: one that is cut short by a signal costs an error each time, and most are.
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined).unref();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
