import type { IsoDate } from '../domain/dates.ts';
import { wordingText } from '../domain/plan.ts';
import type { PlanFigures } from '../domain/plan-figures.ts';
import { accepted, type Result } from '../domain/refusal.ts';
import type { DayFigure } from '../domain/series/day-figures.ts';
import { figureOfSubject, type SeriesSubject } from '../domain/series/series-subject.ts';
import { seriesDays, type YearSeries, yearSeries } from '../domain/year-series.ts';
import type { Context } from './context.ts';
import { type FiguresQuery, type LoadedFigures, loadFigures } from './load-figures.ts';
import { knownDays, loadDays } from './series/load-days.ts';
import { findAnyFigures } from './views/find-figures.ts';

export type YearSeriesQuery = FiguresQuery & {
  /** Code, name or alias of an area, a goal, a phase or a structure; null is the whole plan. */
  readonly subject: string | null;
};

/**
 * Actual against planned over a plan's year, as of a day, from what is known of its days.
 * Refused: NO_PLAN, NO_BASELINE, UNKNOWN_CODE, and NOT_IN_BASELINE by the baseline of the as-of day.
 */
export async function readYearSeries(context: Context, query: YearSeriesQuery): Promise<Result<YearSeries>> {
  const loaded = await loadFigures(context, query);
  if (!loaded.ok) return loaded;
  const subject = findSeriesSubject(loaded.value.figures, query.subject);
  if (!subject.ok) return subject;
  const [series] = await readSeveralSeries(context, loaded.value, [subject.value], query.baseline);
  if (!series) throw new Error(`no series of ${subject.value.kind}`);
  return accepted(series);
}

/**
 * The series of several subjects, in their order, for the work of little more than one: each day is assessed once.
 * @param loaded as of the day, and by `baseline` where one is asked for; null is, on each day, the one in force
 */
export async function readSeveralSeries(
  context: Context,
  { stored, figures }: LoadedFigures,
  subjects: readonly SeriesSubject[],
  baseline: number | null,
): Promise<readonly YearSeries[]> {
  const { plan } = stored;
  const asOf = figures.day;
  const days = seriesDays(plan, asOf);
  const query = { asOf, baseline, days };
  const known = await knownDays(context, stored);
  const found = await loadDays(context, stored, known, subjects, query);
  return subjects.map((subject, index) => {
    const now = figureOfSubject(figures, subject);
    if (!now) throw new Error(`no figure of ${subject.kind} as of ${asOf}`);
    const byDay = new Map<IsoDate, DayFigure | null>(
      days.map((day, place) => [day, found[index]?.[place]?.figure ?? null]),
    );
    return yearSeries(plan, subject, query, now, (day) => byDay.get(day) ?? null);
  });
}

function findSeriesSubject(figures: PlanFigures, text: string | null): Result<SeriesSubject> {
  const found = findAnyFigures(figures, text);
  if (!found.ok) return found;
  switch (found.value.kind) {
    case 'PLAN':
      return accepted({ kind: 'PLAN', name: figures.plan.title });
    case 'AREA': {
      const { code, title } = found.value.area.area;
      return accepted({ kind: 'AREA', code, name: title });
    }
    case 'GOAL': {
      const { code, title } = found.value.goal.goal;
      return accepted({ kind: 'GOAL', code, name: title });
    }
    case 'PHASE': {
      const { code, description } = found.value.phase.phase;
      return accepted({ kind: 'PHASE', code, name: wordingText(description) });
    }
    case 'STRUCTURE': {
      const { code, name } = found.value.structure.structure;
      return accepted({ kind: 'STRUCTURE', code, name });
    }
  }
}
