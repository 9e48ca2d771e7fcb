import type { Actor } from '../domain/actor.ts';
import { notAllowed } from '../domain/decide-statement.ts';
import { phasesOf } from '../domain/plan.ts';
import { findGoalFigures, findPhaseFigures } from '../domain/plan-figures.ts';
import { accepted, type Refusal, type Result, refused } from '../domain/refusal.ts';
import { type Item, resolveItem } from '../domain/resolve.ts';
import type { Context } from './context.ts';
import { loadFigures } from './load-figures.ts';
import type { CheckInLine } from './read-check-in.ts';

/** One item as a line of a form, outside of any check-in. */
export type ItemLine = {
  readonly line: CheckInLine;
  /** Of its plan. */
  readonly year: number;
};

/** `year` is of the plan that holds it; null is the current one. */
export type ItemQuery = { readonly code: string; readonly year: number | null };

/**
 * An item on which the actor may report, as things stand today. Refused: NO_PLAN, UNKNOWN_CODE, NOT_IN_BASELINE,
 * NOT_A_PHASE, NOT_YOURS, ROLE_MAY_NOT.
 */
export async function findItemLine(
  context: Context,
  actor: Actor,
  { code, year }: ItemQuery,
): Promise<Result<ItemLine>> {
  const loaded = await loadFigures(context, { year, asOf: null, baseline: null });
  if (!loaded.ok) return loaded;
  const { figures } = loaded.value;
  const found = resolveItem(figures.plan, figures.baseline, code);
  if (!found.ok) return found;
  const item = found.value;
  const barred = notReportable(item, actor);
  if (barred) return refused(barred);
  const phase = (item.kind === 'PHASE' && findPhaseFigures(figures, item.code)) || null;
  const goal = (item.kind === 'GOAL' && findGoalFigures(figures, item.code)) || null;
  const line: CheckInLine = { item: item.code, phase, goal, answer: null, answerable: true };
  return accepted({ line, year: figures.plan.year });
}

function notReportable(item: Item, actor: Actor): Refusal | null {
  const { goal } = item;
  if (item.kind === 'GOAL' && goal.measuredBy === 'SCHEDULE') {
    return { code: 'NOT_A_PHASE', goal: goal.code, phases: phasesOf(goal).map((each) => each.code) };
  }
  return notAllowed(item, actor);
}
