/** The weekly summary of one structure, as data; figures as `n/d` so that it stays as it was sent. */
import type { GoalCode, ItemCode, StructureCode } from './codes.ts';
import type { IsoDate } from './dates.ts';
import type { Health } from './health.ts';

export type SummaryFigure = {
  /** Null when there is nothing to weigh. */
  readonly share: string | null;
  readonly coverage: string | null;
  readonly plannedByDeadline: string | null;
  readonly plannedLinear: string | null;
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
};

export type StructureSummary = {
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
  readonly unreported: readonly SummaryItem[];
  readonly dueSoon: readonly SummaryItem[];
};
