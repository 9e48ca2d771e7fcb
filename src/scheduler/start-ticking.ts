import cron from 'node-cron';

export type Ticking = {
  /** No further run begins; waits for the one under way. */
  stop(): Promise<void>;
};

/** For what is due at a minute of the day. */
export const EVERY_MINUTE = '* * * * *';

/** Runs `work` at every tick, at once as well where `atStart` says so, and never twice at a time. */
export function startTicking(
  work: () => Promise<unknown>,
  onError: (error: unknown) => void,
  { tick = EVERY_MINUTE, atStart = false }: { readonly tick?: string; readonly atStart?: boolean } = {},
): Ticking {
  let running: Promise<void> | null = null;
  let stopped = false;
  const run = () => {
    // One run at a time; the next tick sees to what has fallen due since.
    if (running !== null || stopped) return;
    running = work()
      .then(() => undefined, onError)
      .finally(() => {
        running = null;
      });
  };
  // UTC: only the tick is node-cron's; at the change of clocks it skips and repeats local times.
  const task = cron.schedule(tick, run, {
    timezone: 'UTC',
    missedExecutionTolerance: 5000,
    suppressMissedWarning: true,
  });
  if (atStart) run();
  return {
    async stop() {
      stopped = true;
      await task.stop();
      await running;
    },
  };
}
