/** What a worker and the harness say to each other. */
import type { DeliveryTimes } from '../../../src/services/context.ts';
import type { Lane } from '../lanes.ts';

/** What is taken from the product, to show that the harness would see it missing. */
export type Without = 'FENCING' | 'RECONCILIATION';

export type Start = {
  readonly kind: 'START';
  readonly databaseFile: string;
  readonly migrationsDirectory: string;
  readonly apiUrl: string;
  readonly delivery: DeliveryTimes;
  readonly without: Without | null;
};

/** Something happened that is to be told to the lane. */
export type Recording = {
  readonly kind: 'RECORD';
  readonly planId: number;
  readonly number: number;
  readonly lane: Lane;
};

export type ToWorker = Start | Recording;

export type FromWorker =
  | { readonly kind: 'LOADED' }
  | { readonly kind: 'RECORDED'; readonly number: number }
  | { readonly kind: 'NOT_RECORDED'; readonly number: number; readonly error: string }
  | {
      readonly kind: 'CLAIMED';
      readonly claims: readonly { readonly key: string; readonly attempt: number }[];
    }
  /** The delivery loop, or the start, threw. */
  | { readonly kind: 'FAILED'; readonly error: string };
