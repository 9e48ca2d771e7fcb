/**
 * Summaries and digests as data: of a structure each week; of the plan each week, month and quarter, and at each
 * interim review. Frozen: shares are printed as `n/d` (see `printRatio`), so that each stays as it was sent even after
 * later corrections. Everything in them survives JSON.
 */
import type { NotComputable } from './achievement.ts';
import type { GoalCode, ItemCode, StructureCode } from './codes.ts';
import type { IsoDate } from './dates.ts';
import type { Health } from './health.ts';

export type SummaryFigure = {
  /** Null when there is nothing to weigh. */
  readonly share: string | null;
  readonly coverage: string | null;
  readonly plannedByDeadline: string | null;
  readonly plannedLinear: string | null;
  /** Why there is no share; absent where there is one, and in what was frozen before reasons were kept. */
  readonly because?: NotComputable;
};

export type SummaryItem = {
  readonly item: ItemCode;
  readonly goal: GoalCode;
  readonly title: string;
  /** Null where it cannot be judged. */
  readonly health: Health | null;
  readonly share: string | null;
  readonly shareBefore: string | null;
  readonly end: IsoDate;
  /** Days past the planned end, or by which completion came after it; 0 when in time. */
  readonly daysLate: number;
  readonly blockedBecause: string | null;
  readonly lastReportedOn: IsoDate | null;
  /** What its last report said beside the figure, such as why it is late; absent where it said nothing. */
  readonly note?: string;
};

/** An indicator's latest figure against its target; texts as the plan's figures give them. */
export type SummaryIndicator = {
  readonly goal: GoalCode;
  readonly title: string;
  /** Latest measurement, or the sums over several; null while there is none. */
  readonly actual: SummaryAmount | null;
  /** Null when the target is missing or not resolved yet. */
  readonly target: { readonly operator: 'GTE' | 'LTE'; readonly value: string } | null;
  readonly unit: string;
  /** Uncapped achievement; null where it cannot be computed. */
  readonly achievement: string | null;
  /** Why it cannot be; absent where it can, where nothing was measured, and in what was frozen before reasons were kept. */
  readonly because?: NotComputable;
  readonly measuredOn: IsoDate | null;
};

export type SummaryAmount =
  | { readonly kind: 'RATIO'; readonly numerator: string; readonly denominator: string }
  | { readonly kind: 'VALUE'; readonly value: string };

/** The year's curve as it was drawn: the points of a `YearSeries`. */
export type SummaryCurve = {
  readonly points: readonly {
    readonly day: IsoDate;
    readonly actual: string | null;
    readonly plannedByDeadline: string | null;
    readonly plannedLinear: string | null;
  }[];
  readonly rebaselinings: readonly { readonly day: IsoDate; readonly baseline: number }[];
};

/** The slot at which it came; null of one that somebody asked for. */
export type SummarySlot = { readonly at: string; readonly late: boolean };

export type StructureSummary = {
  readonly kind: 'STRUCTURE_WEEK';
  readonly structure: StructureCode;
  readonly structureName: string;
  readonly year: number;
  readonly baseline: number;
  readonly day: IsoDate;
  readonly weekAgo: IsoDate;
  readonly now: SummaryFigure;
  readonly before: SummaryFigure;
  readonly moved: readonly SummaryItem[];
  readonly lateOrBlocked: readonly SummaryItem[];
  /** Of which nobody said anything this week. */
  readonly unreported: readonly SummaryItem[];
  /** Asked about by a check-in that is open or was closed this week, and not answered. */
  readonly notAnswered: readonly ItemCode[];
  /** Within two weeks. */
  readonly dueSoon: readonly SummaryItem[];
  readonly indicators: readonly SummaryIndicator[];
  /** Null of one that was frozen before curves were. */
  readonly curve: SummaryCurve | null;
  readonly slot: SummarySlot | null;
};

export const PLAN_SUMMARY_KINDS = ['PLAN_WEEK', 'PLAN_MONTH', 'PLAN_QUARTER', 'INTERIM_REVIEW'] as const;
export type PlanSummaryKind = (typeof PLAN_SUMMARY_KINDS)[number];

export type PlanSummary = {
  readonly kind: PlanSummaryKind;
  readonly year: number;
  readonly title: string;
  readonly baseline: number;
  /** As of which it tells. */
  readonly day: IsoDate;
  /** With which it compares: a week before; the eve of the month or quarter; of a review, the review before or the eve of the year. */
  readonly since: IsoDate;
  readonly now: SummaryFigure;
  readonly before: SummaryFigure;
  /** Weight of the goals in the document, basis points: 8600 is “86 of 100 points”. */
  readonly weightBps: number;
  /** By linear variance, worst first; those without a figure last. */
  readonly structures: readonly {
    readonly structure: StructureCode;
    readonly name: string;
    readonly now: SummaryFigure;
    readonly before: SummaryFigure;
    /** How many of its parts are in each state that asks for an act. */
    readonly late: number;
    readonly blocked: number;
    readonly notAnswered: number;
  }[];
  /** In the order of the plan. */
  readonly goals: readonly {
    readonly goal: GoalCode;
    readonly title: string;
    readonly weightBps: number;
    readonly now: SummaryFigure;
    readonly before: SummaryFigure;
    readonly health: Health | null;
    /** Why it counts no more; null for those that do. */
    readonly neutralisedBecause: string | null;
  }[];
  /** Completed after `since`. */
  readonly completed: readonly SummaryItem[];
  readonly moved: readonly SummaryItem[];
  readonly lateOrBlocked: readonly SummaryItem[];
  /** In the next two weeks; of a month, a quarter or a review, in the next period. */
  readonly dueSoon: readonly SummaryItem[];
  readonly indicators: readonly SummaryIndicator[];
  readonly curve: SummaryCurve | null;
  readonly slot: SummarySlot | null;
};

export type Summary = StructureSummary | PlanSummary;
export type SummaryKind = Summary['kind'];
