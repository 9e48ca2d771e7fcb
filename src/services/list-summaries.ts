import type { StructureCode } from '../domain/codes.ts';
import { accepted, type Result } from '../domain/refusal.ts';
import type { SummaryKind } from '../domain/summary.ts';
import type { Page, StoredSummary } from '../store/port.ts';
import type { Context } from './context.ts';
import { findPlan } from './load-figures.ts';

export type SummariesQuery = {
  /** Null is the plan of today: see {@link findPlan}. */
  readonly year: number | null;
  /** Null is every kind. */
  readonly kind: SummaryKind | null;
  /** Null is the plan's and every structure's. */
  readonly structure: StructureCode | null;
  /** A position, exclusive; null starts with the newest. */
  readonly before: number | null;
  /** 1–100. */
  readonly limit: number;
};

/** Summaries of a plan as they were frozen, newest first. Refused: NO_PLAN. */
export async function listSummaries(
  context: Context,
  { year, ...query }: SummariesQuery,
): Promise<Result<Page<StoredSummary>>> {
  const plan = await findPlan(context, year);
  if (!plan.ok) return plan;
  return accepted(await context.store.listSummaries(plan.value.id, query));
}
