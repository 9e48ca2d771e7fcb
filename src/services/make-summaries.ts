/** Summaries as of a day: the same ones whether a slot is due or somebody asks. Nothing is written. */
import type { StructureCode } from '../domain/codes.ts';
import { addDays, type IsoDate } from '../domain/dates.ts';
import type { PlanFigures } from '../domain/plan-figures.ts';
import { accepted, type Result } from '../domain/refusal.ts';
import { type MonthDay, ruleEntryFor } from '../domain/schedule/schedule.ts';
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
import { readYearSeries } from './read-year-series.ts';

/** What all summaries of a plan as of one day are made from. */
export type SummaryBasis = LoadedFigures & { readonly notAnswered: NotAnswered };

/** Refused: NO_PLAN. */
export async function loadSummaryBasis(
  context: Context,
  { year, asOf }: Pick<FiguresQuery, 'year' | 'asOf'>,
): Promise<Result<SummaryBasis>> {
  const loaded = await loadFigures(context, { year, asOf, baseline: null });
  if (!loaded.ok) return loaded;
  return accepted({ ...loaded.value, notAnswered: await loadNotAnswered(context, loaded.value) });
}

/** @param slot null of one that somebody asked for */
export async function makeStructureSummary(
  context: Context,
  basis: SummaryBasis,
  structure: StructureCode,
  slot: SummarySlot | null,
): Promise<StructureSummary> {
  const { figures, notAnswered } = basis;
  const before = await figuresOn(context, basis, addDays(figures.day, -DAYS_IN_A_WEEK));
  return summariseStructure(figures, before, structure, {
    notAnswered: notAnswered.get(structure) ?? [],
    curve: await curveOf(context, basis, structure),
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
    curve: await curveOf(context, basis, null),
    slot,
  });
}

async function figuresOn(context: Context, { stored }: SummaryBasis, asOf: IsoDate): Promise<PlanFigures> {
  return found(await loadFigures(context, { year: stored.plan.year, asOf, baseline: null })).figures;
}

/** Null is the whole plan's. */
async function curveOf(
  context: Context,
  { stored, figures }: SummaryBasis,
  subject: StructureCode | null,
): Promise<SummaryCurve> {
  const query = { year: stored.plan.year, asOf: figures.day, baseline: null, subject };
  return summaryCurve(found(await readYearSeries(context, query)));
}

/** The plan and its structures are there: their figures were just read. */
function found<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`cannot make a summary: ${result.refusal.code}`);
  return result.value;
}

async function reviewDaysOf({ store }: Context, planId: number): Promise<readonly MonthDay[]> {
  const rule = ruleEntryFor(await store.loadSchedule(planId), 'INTERIM_REVIEW', null)?.value;
  return rule?.recurrence.every === 'YEAR' ? rule.recurrence.days : [];
}
