import { setImmediate as anotherTurn } from 'node:timers/promises';
import type { IsoDate } from '../domain/dates.ts';
import { wordingText } from '../domain/plan.ts';
import type { PlanFigures } from '../domain/plan-figures.ts';
import { accepted, type Result } from '../domain/refusal.ts';
import {
  nothingSaid,
  type SeriesFigures,
  type SeriesQuery,
  type SeriesSubject,
  seriesDays,
  seriesFigures,
  type YearSeries,
  yearSeries,
} from '../domain/year-series.ts';
import type { StoredPlan } from '../store/port.ts';
import type { Context } from './context.ts';
import { type FiguresQuery, loadFigures } from './load-figures.ts';
import { findAnyFigures } from './views/find-figures.ts';

export type YearSeriesQuery = FiguresQuery & {
  /** Code, name or alias of an area, a goal, a phase or a structure; null is the whole plan. */
  readonly subject: string | null;
};

/**
 * Actual against planned over a plan's year. What was said is sought as of each day, never replayed (design,
 * decision 1). Nothing is kept: the figures of its days would push those of everybody else out of the context.
 * Refused: NO_PLAN, NO_BASELINE, UNKNOWN_CODE, and NOT_IN_BASELINE by the baseline of the as-of day.
 */
export async function readYearSeries(context: Context, query: YearSeriesQuery): Promise<Result<YearSeries>> {
  const loaded = await loadFigures(context, query);
  if (!loaded.ok) return loaded;
  const { stored, figures } = loaded.value;
  const subject = findSeriesSubject(figures, query.subject);
  if (!subject.ok) return subject;
  const asked = { asOf: figures.day, baseline: query.baseline };
  const byDay = await figuresByDay(context, stored, [subject.value], asked);
  return accepted(yearSeries(stored.plan, subject.value, asked, byDay));
}

/** The series of several subjects, in their order, for the work of little more than one: each day is assessed once. */
export async function readSeveralSeries(
  context: Context,
  stored: StoredPlan,
  subjects: readonly SeriesSubject[],
  query: SeriesQuery,
): Promise<readonly YearSeries[]> {
  const byDay = await figuresByDay(context, stored, subjects, query);
  return subjects.map((subject) => yearSeries(stored.plan, subject, query, byDay));
}

/** Day by day, letting others have a turn: a thousand phases take some 20 ms for each, with a hundred structures 50. */
async function figuresByDay(
  { store, rules }: Context,
  { id, plan }: StoredPlan,
  subjects: readonly SeriesSubject[],
  query: SeriesQuery,
): Promise<ReadonlyMap<IsoDate, SeriesFigures>> {
  const figures = new Map<IsoDate, SeriesFigures>();
  for (const day of new Set([query.asOf, ...seriesDays(plan, query.asOf)])) {
    const standing = day > query.asOf ? nothingSaid(day) : await store.loadStanding(id, day);
    figures.set(day, seriesFigures(plan, subjects, query, standing, rules));
    await anotherTurn();
  }
  return figures;
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
