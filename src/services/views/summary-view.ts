/** Frozen summaries as plain data: percentages of 0–100, not rounded, beside the exact text that was frozen. */
import type { IsoDate } from '../../domain/dates.ts';
import { variancesOf } from '../../domain/figure.ts';
import { frozenFigure, readAmount } from '../../domain/frozen-figure.ts';
import type { Health } from '../../domain/health.ts';
import { type Ratio, readRatio, toNumber, toPercent } from '../../domain/ratio.ts';
import type {
  PlanSummary,
  StructureSummary,
  SummaryCurve,
  SummaryFigure,
  SummaryIndicator,
  SummaryItem,
  SummaryKind,
} from '../../domain/summary.ts';
import type { StoredSummary } from '../../store/port.ts';
import type { NoFigureReason, ReadingsView } from './progress-view.ts';
import type { StructureReference, TitledReference } from './reference-view.ts';

export type SummaryFigureView = {
  readonly percent: number | null;
  /** Why `percent` is null; null where it is not, and in what was frozen before reasons were kept. */
  readonly reason: NoFigureReason | null;
  readonly coverage: number | null;
  readonly atMost: number | null;
  readonly planned: ReadingsView;
  /** In points of percent. */
  readonly variance: ReadingsView;
  /** Fractions of 1 as `n/d`. */
  readonly exact: SummaryFigure;
};

export type SummaryItemView = Omit<SummaryItem, 'share' | 'shareBefore'> & {
  readonly percent: number | null;
  readonly percentBefore: number | null;
  readonly exact: string | null;
  readonly exactBefore: string | null;
};

export type SummaryIndicatorView = {
  readonly goal: TitledReference;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly value: string | null;
  readonly unit: string;
  readonly operator: 'GTE' | 'LTE' | null;
  readonly target: number | null;
  readonly percent: number | null;
  /** As of a figure. */
  readonly reason: NoFigureReason | null;
  readonly exact: string | null;
  readonly measuredOn: IsoDate | null;
};

export type CurvePointView = {
  readonly day: IsoDate;
  readonly percent: number | null;
  /** NOT_YET after the day of the summary; of other days no reason was kept. */
  readonly reason: NoFigureReason | null;
  readonly planned: ReadingsView;
};

export type CurveView = {
  readonly points: readonly CurvePointView[];
  readonly rebaselinings: SummaryCurve['rebaselinings'];
};

type CommonView = {
  readonly id: string;
  readonly year: number;
  readonly baseline: number;
  readonly asOf: IsoDate;
  readonly since: IsoDate;
  /** Null of one that somebody asked for. */
  readonly slot: { readonly plannedAt: string; readonly late: boolean } | null;
  readonly sentAt: string;
  readonly now: SummaryFigureView;
  readonly before: SummaryFigureView;
  readonly moved: readonly SummaryItemView[];
  readonly lateOrBlocked: readonly SummaryItemView[];
  readonly dueSoon: readonly SummaryItemView[];
  readonly indicators: readonly SummaryIndicatorView[];
  readonly curve: CurveView | null;
};

export type StructureSummaryView = CommonView & {
  readonly kind: 'STRUCTURE_WEEK';
  readonly structure: StructureReference;
  readonly unreported: readonly SummaryItemView[];
  readonly notAnswered: readonly string[];
};

export type RankedStructureView = {
  readonly structure: StructureReference;
  readonly now: SummaryFigureView;
  readonly before: SummaryFigureView;
  readonly late: number;
  readonly blocked: number;
  readonly notAnswered: number;
};

export type SummaryGoalView = {
  readonly goal: TitledReference;
  readonly weightBps: number;
  readonly now: SummaryFigureView;
  readonly before: SummaryFigureView;
  readonly health: Health | null;
  readonly neutralisedBecause: string | null;
};

export type PlanSummaryView = CommonView & {
  readonly kind: Exclude<SummaryKind, 'STRUCTURE_WEEK'>;
  readonly title: string;
  readonly weightBps: number;
  readonly structures: readonly RankedStructureView[];
  readonly goals: readonly SummaryGoalView[];
  readonly completed: readonly SummaryItemView[];
};

export type SummaryView = StructureSummaryView | PlanSummaryView;

export function summaryView(stored: StoredSummary): SummaryView {
  const { summary } = stored;
  return summary.kind === 'STRUCTURE_WEEK'
    ? structureSummaryView(stored, summary)
    : planSummaryView(stored, summary);
}

const structureSummaryView = (stored: StoredSummary, summary: StructureSummary): StructureSummaryView => ({
  ...commonView(stored, summary.weekAgo),
  kind: summary.kind,
  structure: { code: summary.structure, name: summary.structureName },
  unreported: summary.unreported.map(itemView),
  notAnswered: summary.notAnswered,
});

const planSummaryView = (stored: StoredSummary, summary: PlanSummary): PlanSummaryView => ({
  ...commonView(stored, summary.since),
  kind: summary.kind,
  title: summary.title,
  weightBps: summary.weightBps,
  structures: summary.structures.map(({ structure, name, now, before, ...counts }) => ({
    structure: { code: structure, name },
    now: figureView(now),
    before: figureView(before),
    ...counts,
  })),
  goals: summary.goals.map(({ goal, title, now, before, ...rest }) => ({
    goal: { code: goal, title },
    now: figureView(now),
    before: figureView(before),
    ...rest,
  })),
  completed: summary.completed.map(itemView),
});

const commonView = ({ id, recordedAt, summary }: StoredSummary, since: IsoDate): CommonView => ({
  id,
  year: summary.year,
  baseline: summary.baseline,
  asOf: summary.day,
  since,
  slot: summary.slot && { plannedAt: summary.slot.at, late: summary.slot.late },
  sentAt: recordedAt,
  now: figureView(summary.now),
  before: figureView(summary.before),
  moved: summary.moved.map(itemView),
  lateOrBlocked: summary.lateOrBlocked.map(itemView),
  dueSoon: summary.dueSoon.map(itemView),
  indicators: summary.indicators.map(indicatorView),
  curve: summary.curve && curveView(summary.curve, summary.day),
});

const percentOf = (share: Ratio | null | undefined): number | null => (share ? toPercent(share) : null);
const printedPercent = (text: string | null): number | null =>
  percentOf(text === null ? null : readRatio(text));

function figureView(printed: SummaryFigure): SummaryFigureView {
  const figure = frozenFigure(printed);
  const variances = variancesOf(figure);
  return {
    percent: percentOf(figure.share),
    reason: figure.share === null ? (printed.because ?? null) : null,
    coverage: percentOf(figure.coverage),
    atMost: percentOf(figure.atMost),
    planned: {
      byDeadline: percentOf(figure.planned?.byDeadline),
      linear: percentOf(figure.planned?.linear),
    },
    variance: { byDeadline: percentOf(variances?.byDeadline), linear: percentOf(variances?.linear) },
    exact: printed,
  };
}

const itemView = ({ share, shareBefore, ...item }: SummaryItem): SummaryItemView => ({
  ...item,
  percent: printedPercent(share),
  percentBefore: printedPercent(shareBefore),
  exact: share,
  exactBefore: shareBefore,
});

const indicatorView = (indicator: SummaryIndicator): SummaryIndicatorView => {
  const { actual, target, achievement } = indicator;
  const ratio = actual?.kind === 'RATIO' ? actual : null;
  return {
    goal: { code: indicator.goal, title: indicator.title },
    numerator: ratio?.numerator ?? null,
    denominator: ratio?.denominator ?? null,
    value: actual?.kind === 'VALUE' ? actual.value : null,
    unit: indicator.unit,
    operator: target?.operator ?? null,
    target: target && toNumber(readAmount(target.value)),
    percent: printedPercent(achievement),
    reason: achievement === null ? (indicator.because ?? (actual === null ? 'NOT_MEASURED' : null)) : null,
    exact: achievement,
    measuredOn: indicator.measuredOn,
  };
};

const curveView = ({ points, rebaselinings }: SummaryCurve, lastDay: IsoDate): CurveView => ({
  points: points.map(({ day, actual, plannedByDeadline, plannedLinear }) => ({
    day,
    percent: printedPercent(actual),
    reason: actual === null && day > lastDay ? 'NOT_YET' : null,
    planned: { byDeadline: printedPercent(plannedByDeadline), linear: printedPercent(plannedLinear) },
  })),
  rebaselinings,
});
