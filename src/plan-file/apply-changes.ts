import { canonicalJson } from './canonical.ts';
import type { CheckContext } from './check-context.ts';
import { checkGoal } from './check-goal.ts';
import { patchGoal } from './patch-goal.ts';
import type { FileChange, FileGoal } from './plan-schema.ts';

/** What makes it doubtful which goals there are. */
const DOUBTFUL_GOALS = /^\/baselines\/\d+(\/(goals|changes)\/\d+(\/(code|goal|kind))?)?$/;

export type Goals = ReadonlyMap<string, FileGoal>;

/** What the act of `baseline` made of the goals before it. */
export function applyChanges(
  context: CheckContext,
  before: Goals,
  changes: readonly FileChange[],
  baseline: number,
): Goals {
  const after = new Map<string, FileGoal>(before);
  const gone = new Set<string>();
  const seen = new Set<string>();
  for (const change of changes) {
    const { goal } = change;
    const at = `${change['@']}/goal`;
    if (context.doubts.at(at)) continue;
    if (seen.has(goal)) context.problems.add({ code: 'GOAL_CHANGED_TWICE', goal, baseline }, at);
    else if (change.kind === 'INSERT') insert(context, after, change, baseline);
    else if (!before.has(goal)) {
      // A goal with a mistyped code may well be the one meant.
      if (!context.doubts.like(DOUBTFUL_GOALS)) {
        context.problems.add({ code: 'CHANGE_OF_UNKNOWN_GOAL', goal, baseline }, at);
      }
    } else if (change.kind === 'MODIFY') modify(context, after, change, baseline);
    else {
      after.delete(goal);
      gone.add(goal);
    }
    seen.add(goal);
  }
  for (const change of changes) {
    if (change.kind === 'MERGE') checkMerge(context, after, gone, change);
  }
  return after;
}

function insert(
  context: CheckContext,
  goals: Map<string, FileGoal>,
  change: Extract<FileChange, { kind: 'INSERT' }>,
  baseline: number,
): void {
  const { goal: code, values } = change;
  if (goals.has(code)) {
    context.problems.add({ code: 'INSERT_OF_EXISTING', goal: code, baseline }, `${change['@']}/goal`);
    return;
  }
  const goal = { ...values, code };
  checkGoal(context, goal, baseline, values);
  goals.set(code, goal);
}

function modify(
  context: CheckContext,
  goals: Map<string, FileGoal>,
  change: Extract<FileChange, { kind: 'MODIFY' }>,
  baseline: number,
): void {
  const { goal: code, values, notes } = change;
  const old = goals.get(code);
  if (old === undefined) return;
  const goal = values === undefined ? old : patchGoal(context, old, values);
  if (values !== undefined) checkGoal(context, goal, baseline, values);
  goals.set(code, goal);
  // A note may say why nothing can be told: the annex motivates a change of 4.2 and does not show it.
  if (notes.length === 0 && canonicalJson(goal) === canonicalJson(old)) {
    context.notices.add({ code: 'CHANGE_WITHOUT_EFFECT', goal: code, baseline }, change['@']);
  }
}

function checkMerge(
  context: CheckContext,
  goals: Goals,
  gone: ReadonlySet<string>,
  change: Extract<FileChange, { kind: 'MERGE' }>,
): void {
  const { goal, into } = change;
  const at = `${change['@']}/into`;
  if (goals.has(into) || context.doubts.at(at)) return;
  if (gone.has(into)) context.problems.add({ code: 'MERGE_INTO_ELIMINATED', goal, into }, at);
  else if (!context.doubts.like(DOUBTFUL_GOALS)) {
    context.problems.add({ code: 'MERGE_INTO_UNKNOWN', goal, into }, at);
  }
}
