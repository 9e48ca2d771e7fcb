import type { IsoDate } from '../../domain/dates.ts';
import { findBaseline, type Plan, yearSpan } from '../../domain/plan.ts';
import { accepted, type Refusal, type Result, refused } from '../../domain/refusal.ts';
import { baselineOn } from '../../domain/series/day-figures.ts';
import { type DayRange, type Period, periodEnds } from '../../domain/series/period-ends.ts';
import { findSubject, type SubjectReference, subjectKey } from '../../domain/series/series-subject.ts';
import type { Context } from '../context.ts';
import { findPlan } from '../load-figures.ts';
import { knownDays, loadDays } from './load-days.ts';
import type { ShownFigure } from './shown-figure.ts';

export type ProgressSeriesQuery = {
  /** Of a plan that is there. */
  readonly year: number;
  /** Null is today. */
  readonly asOf: IsoDate | null;
  /** Null is, on each day, the one in force. */
  readonly baseline: number | null;
  readonly of: SubjectReference;
  /** Null is the plan's first day. */
  readonly from: IsoDate | null;
  /** Null is the as-of day, or the plan's last day where that comes first. */
  readonly to: IsoDate | null;
  readonly every: Period;
};

export type ProgressPointView = ShownFigure & {
  readonly day: IsoDate;
  /** Number of the baseline by which it is counted. */
  readonly baseline: number;
};

export type ProgressSeriesView = DayRange & {
  readonly every: Period;
  readonly points: readonly ProgressPointView[];
};

/**
 * Progress over the days of a range, actual and planned: on each day what was reported on or before it, by the baseline
 * in force then (rule 9). Days after the as-of day are only planned; on one up to it that lies ahead, what is known counts,
 * as in figures as of that day.
 * Refused: NO_PLAN, NO_BASELINE, RANGE_INVALID, RANGE_TOO_LONG, and UNKNOWN_CODE or UNKNOWN_STRUCTURE where the plan was imported anew without it.
 */
export async function readProgressSeries(
  context: Context,
  query: ProgressSeriesQuery,
): Promise<Result<ProgressSeriesView>> {
  const found = await findPlan(context, query.year);
  if (!found.ok) return found;
  const stored = found.value;
  const { plan } = stored;
  const { baseline, every } = query;
  if (baseline !== null && !findBaseline(plan, baseline)) {
    const known = plan.baselines.map(({ number }) => number);
    return refused({ code: 'NO_BASELINE', given: baseline, known });
  }
  const subject = findSubject(plan, query.of);
  if (!subject) return refused(unknownSubject(plan, query.of));
  const asOf = query.asOf ?? context.clock.today();
  const range = rangeOf(query, yearSpan(plan), asOf);
  const known = await knownDays(context, stored);
  const key = [subjectKey(subject), range.from, range.to, every, asOf, baseline].join('/');
  const kept = known.findAnswer(key);
  if (kept) return accepted(kept);
  const days = periodEnds(range, every);
  if (!days.ok) return days;
  const age = known.age();
  const asked = { asOf, baseline, days: days.value };
  const [figures = []] = await loadDays(context, stored, known, [subject], asked);
  const points = days.value.map((day, index) =>
    pointOf(day, baselineOn(plan, day, asked).number, figures[index]?.shown),
  );
  const series = { ...range, every, points };
  known.keepAnswer(age, key, series);
  return accepted(series);
}

const unknownSubject = (plan: Plan, of: SubjectReference): Refusal =>
  of.kind === 'STRUCTURE'
    ? { code: 'UNKNOWN_STRUCTURE', given: of.code, known: plan.structures.map(({ code }) => code) }
    : { code: 'UNKNOWN_CODE', given: of.kind === 'PLAN' ? '' : of.code, near: [] };

function rangeOf(
  { from, to }: Pick<ProgressSeriesQuery, 'from' | 'to'>,
  year: { readonly start: IsoDate; readonly end: IsoDate },
  asOf: IsoDate,
): DayRange {
  const last = to ?? (asOf < year.end ? asOf : year.end);
  // Of a year that has not begun, the as-of day alone.
  return { from: from ?? (year.start < last || to !== null ? year.start : last), to: last };
}

function pointOf(day: IsoDate, baseline: number, shown: ShownFigure | undefined): ProgressPointView {
  if (!shown) throw new Error(`no figure of ${day}`);
  return { day, baseline, ...shown };
}
