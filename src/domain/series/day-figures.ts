/** The figures of a series, a day at a time: each is what {@link assess} gives on that day. */
import { assess } from '../assess.ts';
import type { IsoDate } from '../dates.ts';
import type { Standing } from '../facts.ts';
import type { Figure } from '../figure.ts';
import type { HealthRules } from '../health.ts';
import { type Baseline, baselineInForce, findBaseline, type Plan } from '../plan.ts';
import { figureOfSubject, narrowed, type SeriesSubject } from './series-subject.ts';

/** What a series tells of a figure. Health is not in it: it hangs on when a phase was first complete as well. */
export type DayFigure = Pick<Figure, 'share' | 'because' | 'coverage' | 'planned'>;

export type SeriesQuery = {
  readonly asOf: IsoDate;
  /** Null is, on each day, the one in force. */
  readonly baseline: number | null;
};

/**
 * The baseline by which `day` is counted. Seen from the as-of day, one that comes into force later is not known yet
 * (rule 9). @throws Error when the plan has no such baseline
 */
export function baselineOn(plan: Plan, day: IsoDate, { asOf, baseline }: SeriesQuery): Baseline {
  if (baseline === null) return baselineInForce(plan, day < asOf ? day : asOf);
  const found = findBaseline(plan, baseline);
  if (!found) throw new Error(`plan ${plan.year} has no baseline ${baseline}`);
  return found;
}

/** What was said by a day that has not come: for the points after the as-of day, which are only planned. */
export const nothingSaid = (day: IsoDate): Standing => ({ day, phases: new Map(), measurements: new Map() });

/** Of each subject, in their order, from one assessment; null where `baseline` does not hold it. */
export function figuresOfDay(
  plan: Plan,
  baseline: Baseline,
  subjects: readonly SeriesSubject[],
  standing: Standing,
  rules: HealthRules,
): readonly (DayFigure | null)[] {
  const [partOfPlan, partOfBaseline] = narrowed(plan, baseline, subjects);
  const figures = assess(partOfPlan, partOfBaseline, standing, rules);
  return subjects.map((subject) => {
    const figure = figureOfSubject(figures, subject);
    if (figure === null) return null;
    const { share, because, coverage, planned } = figure;
    return { share, because, coverage, planned };
  });
}
