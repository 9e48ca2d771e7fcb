import { setImmediate as anotherTurn } from 'node:timers/promises';
import type { IsoDate } from '../../domain/dates.ts';
import type { Baseline } from '../../domain/plan.ts';
import { baselineOn, figuresOfDay, nothingSaid, type SeriesQuery } from '../../domain/series/day-figures.ts';
import { type SeriesSubject, subjectKey } from '../../domain/series/series-subject.ts';
import type { Store, StoredPlan } from '../../store/port.ts';
import type { Context } from '../context.ts';
import type { ProgressSeriesView } from './read-progress-series.ts';
import {
  createSeriesMemory,
  type KeptDay,
  type PlanDays,
  type SeriesMemory,
  trackOf,
} from './series-memory.ts';
import { type ShownFigure, shownFigure } from './shown-figure.ts';

/** What was said counts on the days up to the as-of day, which may lie ahead; those after it are only planned. */
export type DaysQuery = SeriesQuery & { readonly days: readonly IsoDate[] };

type Days = PlanDays<ShownFigure, ProgressSeriesView>;

/** What is known of its plans belongs to a database, and goes with it. */
const memories = new WeakMap<Store, SeriesMemory<ShownFigure, ProgressSeriesView>>();

export async function knownDays({ store }: Context, stored: StoredPlan): Promise<Days> {
  const memory = memories.get(store) ?? createSeriesMemory();
  memories.set(store, memory);
  return memory.daysOf(store, stored);
}

/**
 * Of each subject, in their order, the figures of the days, in theirs. What is not known is sought as of its day, never
 * replayed (design, decision 1), and computed once for all subjects.
 */
export async function loadDays(
  context: Context,
  stored: StoredPlan,
  known: Days,
  subjects: readonly SeriesSubject[],
  query: DaysQuery,
): Promise<readonly (readonly KeptDay<ShownFigure>[])[]> {
  const asked = subjects.map((subject) => ({ subject, key: subjectKey(subject) }));
  const found = subjects.map((): KeptDay<ShownFigure>[] => []);
  let hasComputed = false;
  for (const day of query.days) {
    const counts = day <= query.asOf;
    const baseline = baselineOn(stored.plan, day, query);
    const missing = asked.filter(({ key }, index) => {
      const kept = known.find(trackOf(counts, baseline.number, key), day);
      if (kept) found[index]?.push(kept);
      return kept === undefined;
    });
    if (missing.length === 0) continue;
    // Others have a turn between two days: one takes some 20 ms of a thousand phases, with a hundred structures 50.
    if (hasComputed) await anotherTurn();
    hasComputed = true;
    const computed = await computeDay(context, stored, known, baseline, missing, day, counts);
    asked.forEach((each, index) => {
      const value = computed.get(each.key);
      if (value) found[index]?.push(value);
    });
  }
  return found;
}

type Asked = { readonly subject: SeriesSubject; readonly key: string };

async function computeDay(
  { store, rules }: Context,
  { id, plan }: StoredPlan,
  known: Days,
  baseline: Baseline,
  missing: readonly Asked[],
  day: IsoDate,
  counts: boolean,
): Promise<ReadonlyMap<string, KeptDay<ShownFigure>>> {
  const age = known.age();
  const standing = counts ? await store.loadStanding(id, day) : nothingSaid(day);
  const subjects = missing.map(({ subject }) => subject);
  const figures = figuresOfDay(plan, baseline, subjects, standing, rules);
  const computed = new Map<string, KeptDay<ShownFigure>>();
  missing.forEach(({ key }, index) => {
    const figure = figures[index] ?? null;
    const value = { figure, shown: shownFigure(figure, counts) };
    known.keep(age, trackOf(counts, baseline.number, key), day, value);
    computed.set(key, value);
  });
  return computed;
}
