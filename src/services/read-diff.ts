import { type BaselineDiff, diffBaselines } from '../domain/baseline-diff.ts';
import { findBaseline, type Plan } from '../domain/plan.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import { findItem, resolveItem } from '../domain/resolve.ts';
import type { Context } from './context.ts';
import { findPlan } from './load-figures.ts';

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
  const [before, after] = [findBaseline(plan, from), findBaseline(plan, to)];
  if (!before || !after) {
    const known = plan.baselines.map(({ number }) => number);
    return refused({ code: 'NO_BASELINE', given: before ? to : from, known });
  }
  const acts = plan.baselines.filter(({ number }) => number > from && number <= to);
  const diff = diffBaselines(before, after, acts);
  if (query.code === null) return accepted({ plan, diff });
  const item = findItem(after, query.code) ?? findItem(before, query.code);
  if (!item) {
    const refusal = resolveItem(plan, after, query.code);
    if (!refusal.ok) return refusal;
  }
  const goals = diff.goals.filter(({ goal }) => goal === item?.goal.code);
  return accepted({ plan, diff: { ...diff, goals } });
}
