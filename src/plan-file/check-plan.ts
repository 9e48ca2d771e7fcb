import { applyChanges, type Goals } from './apply-changes.ts';
import { checkNames, checkPhaseCodes } from './check-codes.ts';
import { type CheckContext, checkReach, checkUnique } from './check-context.ts';
import { checkGoal } from './check-goal.ts';
import { checkWeights, countUnknown } from './check-weights.ts';
import type { FileBaseline, PlanFile } from './plan-schema.ts';

/** The goals of each baseline, in its order; to be trusted only if no problem was found. */
export function checkPlan(context: CheckContext, file: PlanFile): readonly Goals[] {
  checkNames(context, file);
  const resolved: Goals[] = [];
  for (const [i, baseline] of file.baselines.entries()) {
    checkOrder(context, file.baselines, i);
    // Once a baseline has no goals to go by, nothing can be said of what later ones change.
    if (resolved.length < i) continue;
    const before = resolved[i - 1];
    const goals =
      before === undefined ? firstGoals(context, baseline) : laterGoals(context, before, baseline);
    if (goals === undefined) continue;
    checkWeights(context, baseline, before, goals);
    countUnknown(context, baseline, goals);
    resolved.push(goals);
  }
  checkPhaseCodes(context, resolved);
  return resolved;
}

function checkOrder(context: CheckContext, baselines: readonly FileBaseline[], i: number): void {
  const baseline = baselines[i];
  const previous = baselines[i - 1];
  if (baseline === undefined) return;
  const at = baseline['@'];
  const { doubts, problems } = context;
  checkReach(context, baseline.adoptedOn, `${at}/adoptedOn`);
  checkReach(context, baseline.effectiveFrom, `${at}/effectiveFrom`);
  const numbered = !doubts.about('', 'baselines') && !doubts.at(`${at}/number`);
  if (baseline.number !== i && numbered) {
    problems.add({ code: 'BASELINE_NUMBER', found: baseline.number, expected: i }, `${at}/number`);
  }
  if (previous === undefined || doubts.about(at, 'effectiveFrom')) return;
  if (baseline.effectiveFrom <= previous.effectiveFrom && !doubts.about(previous['@'], 'effectiveFrom')) {
    const facts = { date: baseline.effectiveFrom, previous: previous.effectiveFrom };
    problems.add({ code: 'BASELINE_NOT_AFTER_PREVIOUS', ...facts }, `${at}/effectiveFrom`);
  }
}

function firstGoals(context: CheckContext, baseline: FileBaseline): Goals | undefined {
  const { goals } = baseline;
  if (goals === undefined || baseline.changes !== undefined) {
    // The first of the file may have been taken out for its shape: then this is not the first.
    if (!context.doubts.about('', 'baselines')) {
      context.problems.add({ code: 'FIRST_BASELINE_NOT_WHOLE' }, baseline['@']);
    }
    return undefined;
  }
  const codes = goals
    .map((goal) => ({ value: goal.code, pointer: `${goal['@']}/code` }))
    .filter(({ pointer }) => !context.doubts.at(pointer));
  checkUnique(context, 'GOAL', codes);
  for (const goal of goals) checkGoal(context, goal, baseline.number, goal);
  return new Map(goals.map((goal) => [goal.code, goal]));
}

function laterGoals(context: CheckContext, before: Goals, baseline: FileBaseline): Goals | undefined {
  if (baseline.changes === undefined || baseline.goals !== undefined) {
    context.problems.add({ code: 'LATER_BASELINE_NOT_CHANGES', baseline: baseline.number }, baseline['@']);
    return undefined;
  }
  return applyChanges(context, before, baseline.changes, baseline.number);
}
