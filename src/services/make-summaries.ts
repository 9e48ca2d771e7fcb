/** Summaries as of a day: the same ones whether a slot is due or somebody asks. Nothing is written. */
import { setImmediate as anotherTurn } from 'node:timers/promises';
import type { StructureCode } from '../domain/codes.ts';
import { addDays, type IsoDate } from '../domain/dates.ts';
import type { PlanFigures } from '../domain/plan-figures.ts';
import { accepted, type Result } from '../domain/refusal.ts';
import { type MonthDay, ruleEntryFor } from '../domain/schedule/schedule.ts';
import type { SeriesSubject } from '../domain/series/series-subject.ts';
import type { NotAnswered } from '../domain/summaries/not-answered.ts';
import { DAYS_IN_A_WEEK, planSummarySpan } from '../domain/summaries/plan-summary-span.ts';
import { summarisePlan } from '../domain/summaries/summarise-plan.ts';
import { summariseStructure } from '../domain/summaries/summarise-structure.ts';
import { summaryCurve } from '../domain/summaries/summary-curve.ts';
import type {
  PlanSummary,
  PlanSummaryKind,
  StructureSummary,
  SummaryCurve,
  SummarySlot,
} from '../domain/summary.ts';
import type { Context } from './context.ts';
import { type FiguresQuery, type LoadedFigures, loadFigures } from './load-figures.ts';
import { loadNotAnswered } from './load-not-answered.ts';
import { readSeveralSeries } from './read-year-series.ts';

/** What all summaries of a plan as of one day are made from; it lives as long as they are made. */
export type SummaryBasis = LoadedFigures & {
  readonly notAnswered: NotAnswered;
  /** The year of each structure; of null, the whole plan's. */
  readonly curves: ReadonlyMap<StructureCode | null, SummaryCurve>;
};

/** Refused: NO_PLAN. */
export async function loadSummaryBasis(
  context: Context,
  { year, asOf }: Pick<FiguresQuery, 'year' | 'asOf'>,
): Promise<Result<SummaryBasis>> {
  const loaded = await loadFigures(context, { year, asOf, baseline: null });
  if (!loaded.ok) return loaded;
  return accepted({
    ...loaded.value,
    notAnswered: await loadNotAnswered(context, loaded.value),
    curves: await loadCurves(context, loaded.value),
  });
}

/** Of all at once: the days of a year are the same for each, and assessing them is nearly all the work there is. */
async function loadCurves(context: Context, loaded: LoadedFigures): Promise<SummaryBasis['curves']> {
  const { title, structures } = loaded.stored.plan;
  const subjects: readonly SeriesSubject[] = [
    { kind: 'PLAN', name: title },
    ...structures.map(({ code, name }) => ({ kind: 'STRUCTURE', code, name }) as const),
  ];
  const series = await readSeveralSeries(context, loaded, subjects, null);
  return new Map(
    series.map((each) => [each.subject.kind === 'STRUCTURE' ? each.subject.code : null, summaryCurve(each)]),
  );
}

/**
 * Others have a turn first: a plan of a thousand phases takes some 3 ms, and a hundred structures follow one another.
 * @param slot null of one that somebody asked for
 */
export async function makeStructureSummary(
  context: Context,
  basis: SummaryBasis,
  structure: StructureCode,
  slot: SummarySlot | null,
): Promise<StructureSummary> {
  await anotherTurn();
  const { figures, notAnswered } = basis;
  const before = await figuresOn(context, basis, addDays(figures.day, -DAYS_IN_A_WEEK));
  return summariseStructure(figures, before, structure, {
    notAnswered: notAnswered.get(structure) ?? [],
    curve: curveOf(basis, structure),
    slot,
  });
}

/** @param slot null of one that somebody asked for */
export async function makePlanSummary(
  context: Context,
  basis: SummaryBasis,
  kind: PlanSummaryKind,
  slot: SummarySlot | null,
): Promise<PlanSummary> {
  const { stored, figures, notAnswered } = basis;
  const reviewDays = kind === 'INTERIM_REVIEW' ? await reviewDaysOf(context, stored.id) : [];
  const { since, until } = planSummarySpan(kind, figures.day, stored.plan.year, reviewDays);
  return summarisePlan({
    kind,
    now: figures,
    before: await figuresOn(context, basis, since),
    until,
    notAnswered,
    curve: curveOf(basis, null),
    slot,
  });
}

async function figuresOn(context: Context, { stored }: SummaryBasis, asOf: IsoDate): Promise<PlanFigures> {
  const loaded = await loadFigures(context, { year: stored.plan.year, asOf, baseline: null });
  // The plan is there: its figures of another day were just read.
  if (!loaded.ok) throw new Error(`cannot make a summary: ${loaded.refusal.code}`);
  return loaded.value.figures;
}

function curveOf({ curves }: SummaryBasis, of: StructureCode | null): SummaryCurve {
  const curve = curves.get(of);
  if (!curve) throw new Error(`no curve of ${of ?? 'the plan'}`);
  return curve;
}

async function reviewDaysOf({ store }: Context, planId: number): Promise<readonly MonthDay[]> {
  const rule = ruleEntryFor(await store.loadSchedule(planId), 'INTERIM_REVIEW', null)?.value;
  return rule?.recurrence.every === 'YEAR' ? rule.recurrence.days : [];
}
