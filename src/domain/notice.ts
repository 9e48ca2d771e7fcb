/**
 * What the product has to tell somebody, as data: kept in the outbox with the fact that caused it, and turned
 * into blocks only when it is sent. Everything in it survives JSON.
 */
import type { GoalCode, ItemCode, StructureCode } from './codes.ts';
import type { IsoDate } from './dates.ts';
import type { Refusal } from './refusal.ts';

/** Where a message goes; messages to one destination keep their order. */
export type Destination =
  | { readonly kind: 'PERSON'; readonly person: string }
  /** A channel of the directory, by name. */
  | { readonly kind: 'CHANNEL'; readonly name: string }
  /** A conversation that Slack named in an event; `threadTs` answers inside a thread. */
  | { readonly kind: 'CONVERSATION'; readonly channel: string; readonly threadTs: string | null };

/** One answer of a reply, as recorded: percentages and shares as `n/d` (see `printRatio`). */
export type RecordedItem = {
  readonly item: ItemCode;
  readonly goal: GoalCode;
  readonly sequence: number;
  readonly kind: 'STATUS' | 'MEASUREMENT';
  readonly reportedOn: IsoDate;
  readonly itemShare: string | null;
  readonly goalShare: string | null;
  readonly goalShareBefore: string | null;
  readonly said: Said;
  readonly note: string | null;
  readonly evidence: string | null;
  /** What counts instead, because it speaks of a later day; null when this does. */
  readonly standing: { readonly said: Said; readonly reportedOn: IsoDate } | null;
};

/** The words of a report, without its provenance. */
export type Said =
  | { readonly kind: 'PERCENT'; readonly percentBps: number }
  | { readonly kind: 'UNITS'; readonly units: number; readonly target: number; readonly unit: string }
  | {
      readonly kind: 'BLOCKED';
      readonly because: string;
      readonly percentBps: number | null;
      readonly units: number | null;
    }
  | { readonly kind: 'RATIO'; readonly numerator: string; readonly denominator: string }
  | { readonly kind: 'VALUE'; readonly value: string; readonly unit: string };

/** One line of a reply that was not taken. */
export type RefusedLine = { readonly line: string; readonly refusal: Refusal };

export type Notice =
  | { readonly kind: 'CHECK_IN'; readonly checkInId: string }
  /** The message of that check-in is drawn again, with what has been answered since. */
  | { readonly kind: 'CHECK_IN_REFRESH'; readonly checkInId: string }
  | { readonly kind: 'RECORDED'; readonly items: readonly RecordedItem[] }
  | { readonly kind: 'REFUSED'; readonly lines: readonly RefusedLine[] }
  | { readonly kind: 'STRUCTURE_SUMMARY'; readonly structure: StructureCode; readonly summaryId: string };
