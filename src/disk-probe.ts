import { setTimeout as pause } from 'node:timers/promises';
import { type Context, StoreFailed } from './services/context.ts';

/** A setting that nobody reads. */
const PROBE_SETTING = 'last-written';
/** Whoever watches the product may ask as often as they like. */
const KNOWN_MS = 1000;
/** Another process that holds the database is no failing disk: then what was known last holds. */
const PATIENCE_MS = 500;

/** Tells whether the disk takes what is written: by a small write of its own, at most one a second. */
export function createDiskProbe({ store, realNow }: Context): () => Promise<boolean> {
  let takes = true;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | null = null;

  const ask = async () => {
    try {
      await store.setSetting(PROBE_SETTING, realNow().toISOString());
      takes = true;
    } catch (error) {
      if (error instanceof StoreFailed) takes = false;
    }
  };
  return async () => {
    if (asking === null && Math.abs(performance.now() - askedAt) >= KNOWN_MS) {
      askedAt = performance.now();
      asking = ask().finally(() => {
        asking = null;
      });
    }
    if (asking) await Promise.race([asking, pause(PATIENCE_MS, undefined, { ref: false })]);
    return takes;
  };
}
