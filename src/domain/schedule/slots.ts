/**
 * Slots: the moments at which a schedule owes something. A pure function of schedule, calendar, what was settled last
 * and now (design, decision 6): no timer is asked, so a restart, an outage or a change of clocks loses nothing.
 */
import type { StructureCode } from '../codes.ts';
import type { IsoDate } from '../dates.ts';
import type { Calendar } from '../working-days.ts';
import type { Schedule, SlotKind } from './schedule.ts';

export type Slot = {
  readonly kind: SlotKind;
  /** Null of a slot of the whole plan. */
  readonly structure: StructureCode | null;
  /**
   * What makes it one of its kind and structure for ever, whatever the rule becomes: the week `2020-W38`, the month
   * `2020-08` or the quarter `2020-Q2` that is told about, or the day `2020-06-30`. Sorts as text.
   */
  readonly period: string;
  /** Moved to the next working day of the structure's place where the rule's own day is none. */
  readonly day: IsoDate;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  /** The day as of which it tells: its own; of a digest, the last one of the period. */
  readonly asOf: IsoDate;
};

/** What was settled last of a kind and structure. */
export type SettledSlot = Pick<Slot, 'kind' | 'structure' | 'period' | 'at'> & {
  /**
   * Only where the structure gave up a rule of its own: the instant from which it follows the plan's again. What the
   * plan's rule would have owed before is not owed. Where nothing was settled yet, `period` and `at` are empty.
   */
  readonly followsSince?: string;
};

export type SkipReason =
  /** Nobody would be served by it any more. */
  | 'STALE'
  /** The next one of its kind has come. */
  | 'SUPERSEDED'
  /** Its rule was changed, or switched off, before it could be run. */
  | 'RESCHEDULED';

export type OwedSlot =
  /** `late` when its moment is past by more than a few minutes: whoever reads it is told. */
  | { readonly slot: Slot; readonly verdict: 'RUN'; readonly late: boolean }
  | { readonly slot: Slot; readonly verdict: 'SKIP'; readonly because: SkipReason };

export type OwedSlotsInput = {
  /** Of the plan. */
  readonly year: number;
  readonly structures: readonly StructureCode[];
  readonly schedule: Schedule;
  readonly calendar: Calendar;
  /** Of each kind and structure the last one, as many as there are. */
  readonly settled: readonly SettledSlot[];
  /** Of a structure that came with a later baseline, the day from which that one is in force: it has no slot before. */
  readonly joinedOn?: ReadonlyMap<StructureCode, IsoDate>;
  readonly now: Date;
};
