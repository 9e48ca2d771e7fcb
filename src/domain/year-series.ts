/**
 * A figure over the days of a plan's year: what was reached against what was planned, for whoever draws or tells it.
 * Every point is what `assess` gives on that day: a chart and a status of the same day never differ.
 */
import { addDays, daysBetween, type IsoDate, isoDate } from './dates.ts';
import type { Figure } from './figure.ts';
import { type Plan, yearSpan } from './plan.ts';
import type { Ratio } from './ratio.ts';
import type { DayFigure, SeriesQuery } from './series/day-figures.ts';
import type { SeriesSubject } from './series/series-subject.ts';

/** Shares, 0 to 1; null where there is nothing to compute, which is not 0. */
export type SeriesPoint = {
  readonly day: IsoDate;
  /** Null after the as-of day too: it has not happened. */
  readonly actual: Ratio | null;
  readonly plannedByDeadline: Ratio | null;
  readonly plannedLinear: Ratio | null;
};

export type YearSeries = {
  readonly subject: SeriesSubject;
  readonly year: number;
  readonly asOf: IsoDate;
  /** The one asked for; null is, on each day, the baseline in force: a re-baselining is a step. */
  readonly baseline: number | null;
  /** In the order of days, all within the year: see {@link seriesDays}. */
  readonly points: readonly SeriesPoint[];
  /** Of the as-of day, which may lie outside the year; with the coverage that belongs beside every figure (rule 6). */
  readonly now: Figure;
  /** Baselines that came into force during the year, up to the as-of day; none when one was asked for. */
  readonly rebaselinings: readonly { readonly day: IsoDate; readonly baseline: number }[];
};

const A_FRIDAY = isoDate('1970-01-02');

export const isFriday = (day: IsoDate): boolean => daysBetween(A_FRIDAY, day) % 7 === 0;
export const isMonthEnd = (day: IsoDate): boolean => addDays(day, 1).endsWith('-01');

/**
 * Every Friday of the plan's year and the as-of day; every month's last day, on which most deadlines fall; and the
 * eve and the first day of each baseline, without which its step would be drawn as a week's slope.
 */
export function seriesDays(plan: Plan, asOf: IsoDate): readonly IsoDate[] {
  const { start, end } = yearSpan(plan);
  const steps = plan.baselines.flatMap(({ effectiveFrom }) => [addDays(effectiveFrom, -1), effectiveFrom]);
  const own = new Set<IsoDate>([asOf, ...steps]);
  const days: IsoDate[] = [];
  for (let day = start; day <= end; day = addDays(day, 1)) {
    if (isFriday(day) || isMonthEnd(day) || own.has(day)) days.push(day);
  }
  return days;
}

/**
 * @param now of the as-of day
 * @param figureOn of each of {@link seriesDays}; null where that day's baseline does not hold the subject
 */
export function yearSeries(
  plan: Plan,
  subject: SeriesSubject,
  { asOf, baseline }: SeriesQuery,
  now: Figure,
  figureOn: (day: IsoDate) => DayFigure | null,
): YearSeries {
  return {
    subject,
    year: plan.year,
    asOf,
    baseline,
    points: seriesDays(plan, asOf).map((day) => pointOf(day, figureOn(day), asOf)),
    now,
    rebaselinings: baseline === null ? rebaseliningsOf(plan, asOf) : [],
  };
}

const pointOf = (day: IsoDate, figure: DayFigure | null, asOf: IsoDate): SeriesPoint => ({
  day,
  actual: day > asOf ? null : (figure?.share ?? null),
  plannedByDeadline: figure?.planned?.byDeadline ?? null,
  plannedLinear: figure?.planned?.linear ?? null,
});

function rebaseliningsOf(plan: Plan, asOf: IsoDate): YearSeries['rebaselinings'] {
  const { start, end } = yearSpan(plan);
  return plan.baselines
    .filter(({ effectiveFrom }) => effectiveFrom > start && effectiveFrom <= end && effectiveFrom <= asOf)
    .map(({ effectiveFrom, number }) => ({ day: effectiveFrom, baseline: number }));
}
