/** A context whose clock shows one instant until it is set to another, and two processes on one database. */
import { createRealClock } from '../../src/services/clock.ts';
import type { Context } from '../../src/services/context.ts';
import { openTestStore } from '../store/support.ts';
import { openTestContext, type TestContext } from './context.ts';

export type TimedContext = TestContext & { setTime(instant: string): void };

export async function openTimedContext(
  instant: string,
  options: Parameters<typeof openTestContext>[0] = {},
): Promise<TimedContext> {
  const context = await openTestContext(options);
  let now = new Date(instant);
  return {
    ...context,
    clock: createRealClock(() => now),
    setTime: (text) => {
      now = new Date(text);
    },
  };
}

/** The same product in another process: the same file, clock and settings. */
export const openTwin = async (context: TestContext): Promise<Context> => ({
  ...context,
  store: await openTestStore(context.file),
  figures: new Map(),
});
