import type { Measurement, StatusReport } from './facts.ts';

/** A report or a measurement as one of the things that were said. */
export type SaidFact =
  | { readonly kind: 'REPORT'; readonly fact: StatusReport }
  | { readonly kind: 'MEASUREMENT'; readonly fact: Measurement };
