/** What somebody says of an item, as every edge hands it over: parsed, not yet judged. */
import type { IsoDate } from './dates.ts';
import type { Decimal } from './decimal.ts';

export type SaidFigure =
  | { readonly kind: 'PERCENT'; readonly percent: Decimal }
  /** A bare count or value, with the word that followed it, if any. */
  | { readonly kind: 'NUMBER'; readonly number: Decimal; readonly unit: string | null }
  | { readonly kind: 'RATIO'; readonly numerator: Decimal; readonly denominator: Decimal }
  | { readonly kind: 'DONE' }
  /** As it was said last, as far as that is known on the statement's day. */
  | { readonly kind: 'UNCHANGED' };

export type Statement = {
  /** A code as written by the person: it may not exist. */
  readonly item: string;
  /** What the edge asked for: a phase, a goal measured by figures, or either. */
  readonly expects: 'PHASE' | 'GOAL' | 'ITEM';
  /** Null when only a block is stated. */
  readonly figure: SaidFigure | null;
  readonly blockedBecause: string | null;
  readonly note: string | null;
  readonly evidence: string | null;
  /** Null is today. */
  readonly reportedOn: IsoDate | null;
};

/** Whether it is judged by what was said last of its item: “unchanged”, or a block beside what stands. */
export const refersToLast = ({ figure }: Pick<Statement, 'figure'>): boolean =>
  figure === null || figure.kind === 'UNCHANGED';

/** Characters of a note or of the reason of a block. */
export const NOTE_LIMIT = 2000;
