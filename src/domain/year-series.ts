/**
 * A figure over the days of a plan's year: what was reached against what was planned, for whoever draws or tells it.
 * Every point is what {@link assess} gives on that day: a chart and a status of the same day never differ.
 */
import { assess } from './assess.ts';
import { type GoalCode, goalOfPhase, type PhaseCode, type StructureCode } from './codes.ts';
import { addDays, daysBetween, type IsoDate, isoDate } from './dates.ts';
import type { Standing } from './facts.ts';
import type { Figure } from './figure.ts';
import type { HealthRules } from './health.ts';
import {
  type Baseline,
  baselineInForce,
  findBaseline,
  type Goal,
  type Plan,
  phasesOf,
  yearSpan,
} from './plan.ts';
import { findGoalFigures, findPhaseFigures, findStructureFigures, type PlanFigures } from './plan-figures.ts';
import type { Ratio } from './ratio.ts';

/** What the series is of; `name` as the plan writes it, null where the plan does not know the words. */
export type SeriesSubject =
  | { readonly kind: 'PLAN'; readonly name: string }
  | { readonly kind: 'AREA'; readonly code: string; readonly name: string }
  | { readonly kind: 'GOAL'; readonly code: GoalCode; readonly name: string }
  | { readonly kind: 'PHASE'; readonly code: PhaseCode; readonly name: string | null }
  | { readonly kind: 'STRUCTURE'; readonly code: StructureCode; readonly name: string };

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

export type SeriesQuery = {
  readonly asOf: IsoDate;
  /** Null is, on each day, the one in force. */
  readonly baseline: number | null;
};

/** Of one day, each under the very subject that was asked for. */
export type SeriesFigures = ReadonlyMap<SeriesSubject, Figure | null>;

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

/** What was said by a day that has not come: for the points after the as-of day, which are only planned. */
export const nothingSaid = (day: IsoDate): Standing => ({ day, phases: new Map(), measurements: new Map() });

/**
 * Each subject's figure on the day of `standing`, from one assessment; null where that day's baseline does not hold it.
 * @throws Error when the plan has no such baseline
 */
export function seriesFigures(
  plan: Plan,
  subjects: readonly SeriesSubject[],
  { asOf, baseline }: SeriesQuery,
  standing: Standing,
  rules: HealthRules,
): SeriesFigures {
  // Seen from the as-of day, a baseline that comes into force later is not known yet (rule 9).
  const day = standing.day < asOf ? standing.day : asOf;
  const [partOfPlan, partOfBaseline] = narrowed(plan, chooseBaseline(plan, day, baseline), subjects);
  const figures = assess(partOfPlan, partOfBaseline, standing, rules);
  return new Map(subjects.map((subject) => [subject, subjectFigure(figures, subject)]));
}

/** @param figures of the as-of day and of each of {@link seriesDays}. @throws Error when there is none as of that day */
export function yearSeries(
  plan: Plan,
  subject: SeriesSubject,
  query: SeriesQuery,
  figures: ReadonlyMap<IsoDate, SeriesFigures>,
): YearSeries {
  const { asOf, baseline } = query;
  const figureOn = (day: IsoDate) => figures.get(day)?.get(subject) ?? null;
  const now = figureOn(asOf);
  if (!now) throw new Error(`no figure of ${subject.kind} as of ${asOf}`);
  return {
    subject,
    year: plan.year,
    asOf,
    baseline,
    points: daysWithin(plan, figures).map((day) => pointOf(day, figureOn(day), asOf)),
    now,
    rebaselinings: baseline === null ? rebaseliningsOf(plan, asOf) : [],
  };
}

/** An as-of day may lie outside the year. */
function daysWithin(plan: Plan, figures: ReadonlyMap<IsoDate, SeriesFigures>): readonly IsoDate[] {
  const { start, end } = yearSpan(plan);
  return [...figures.keys()].filter((day) => start <= day && day <= end).sort();
}

function chooseBaseline(plan: Plan, day: IsoDate, number: number | null): Baseline {
  if (number === null) return baselineInForce(plan, day);
  const found = findBaseline(plan, number);
  if (!found) throw new Error(`plan ${plan.year} has no baseline ${number}`);
  return found;
}

/** What the subjects' figures are made of, and nothing else: some seventy days are computed of a plan of any size. */
function narrowed(plan: Plan, baseline: Baseline, subjects: readonly SeriesSubject[]): [Plan, Baseline] {
  const isAsked = (kind: SeriesSubject['kind'], code: string) =>
    subjects.some((subject) => subject.kind === kind && 'code' in subject && subject.code === code);
  const areas = plan.areas.filter(({ code }) => isAsked('AREA', code));
  const structures = plan.structures.filter(({ code }) => isAsked('STRUCTURE', code));
  const goals = baseline.goals.filter((goal) => subjects.some((subject) => concerns(goal, subject)));
  return [
    { ...plan, areas, structures },
    { ...baseline, goals },
  ];
}

function concerns(goal: Goal, subject: SeriesSubject): boolean {
  switch (subject.kind) {
    case 'PLAN':
      return true;
    case 'AREA':
      return goal.areaCode === subject.code;
    case 'GOAL':
      return goal.code === subject.code;
    case 'PHASE':
      return goal.code === goalOfPhase(subject.code);
    case 'STRUCTURE':
      return (
        goal.structures.includes(subject.code) ||
        phasesOf(goal).some((phase) => phase.structures.includes(subject.code))
      );
  }
}

/** Null where that day's baseline does not hold the subject. */
function subjectFigure(figures: PlanFigures, subject: SeriesSubject): Figure | null {
  switch (subject.kind) {
    case 'PLAN':
      return figures.whole.figure;
    case 'AREA':
      return figures.areas.find(({ area }) => area.code === subject.code)?.figure ?? null;
    case 'GOAL':
      return findGoalFigures(figures, subject.code)?.figure ?? null;
    case 'PHASE':
      return findPhaseFigures(figures, subject.code)?.figure ?? null;
    case 'STRUCTURE':
      return findStructureFigures(figures, subject.code)?.figure ?? null;
  }
}

const pointOf = (day: IsoDate, figure: Figure | null, asOf: IsoDate): SeriesPoint => ({
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
