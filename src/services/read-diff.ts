import { type BaselineDiff, compareBaselines } from '../domain/baseline-diff.ts';
import type { Plan } from '../domain/plan.ts';
import { accepted, type Result } from '../domain/refusal.ts';
import { findItem, resolveItem } from '../domain/resolve.ts';
import type { Context } from './context.ts';
import { findPlan } from './load-figures.ts';
import { type BaselineDiffView, baselineDiffView } from './views/baseline-diff-view.ts';

export type DiffQuery = {
  /** Code of a goal, or of one of its phases; null for the whole plan. */
  readonly code: string | null;
  /** Null is the plan as approved. */
  readonly from: number | null;
  /** Null is the latest. */
  readonly to: number | null;
};

/**
 * What the re-modulated plan says otherwise than the approved one. Refused: NO_PLAN, NO_BASELINE, UNKNOWN_CODE.
 * A goal that no act touched gives a diff without goals.
 */
export async function readDiff(
  context: Context,
  query: DiffQuery,
): Promise<Result<{ readonly plan: Plan; readonly diff: BaselineDiff }>> {
  const found = await findPlan(context, null);
  if (!found.ok) return found;
  const { plan } = found.value;
  const last = plan.baselines.at(-1)?.number ?? 0;
  const [from, to] = [query.from ?? plan.baselines[0]?.number ?? 0, query.to ?? last];
  const compared = compareBaselines(plan, from, to);
  if (!compared.ok) return compared;
  const diff = compared.value;
  const { before, after } = diff;
  if (query.code === null) return accepted({ plan, diff });
  const item = findItem(after, query.code) ?? findItem(before, query.code);
  if (!item) {
    const refusal = resolveItem(plan, after, query.code);
    if (!refusal.ok) return refusal;
  }
  const goals = diff.goals.filter(({ goal }) => goal === item?.goal.code);
  return accepted({ plan, diff: { ...diff, goals } });
}

/** Of the plan of a year, whole. Refused: NO_PLAN, NO_BASELINE. */
export async function readBaselineDiff(
  context: Context,
  { year, from, to }: { readonly year: number; readonly from: number; readonly to: number },
): Promise<Result<BaselineDiffView>> {
  const found = await findPlan(context, year);
  if (!found.ok) return found;
  const { plan } = found.value;
  const diff = compareBaselines(plan, from, to);
  return diff.ok ? accepted(baselineDiffView(plan, diff.value)) : diff;
}
