/** What became of a slot: kept for ever, once. */
import type { SkipReason, Slot } from './slots.ts';

/** How a slot was settled. */
export type SlotOutcome = 'ON_TIME' | 'LATE' | 'SKIPPED';

export type SlotRun = Pick<Slot, 'kind' | 'structure' | 'period' | 'at' | 'asOf'> & {
  readonly outcome: SlotOutcome;
  /** Why it was skipped; null of one that was run. */
  readonly because: SkipReason | null;
  /** Instant, ISO 8601 in UTC. */
  readonly settledAt: string;
  /** Messages that it put into the outbox. */
  readonly messages: number;
  /** Whether a check-in asked about everything, not only about what is near its end: see `Cadence`. */
  readonly full: boolean;
};
