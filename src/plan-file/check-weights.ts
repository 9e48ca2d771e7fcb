import { WHOLE_BPS } from '../domain/plan.ts';
import type { Goals } from './apply-changes.ts';
import type { CheckContext } from './check-context.ts';
import type { FileBaseline, FileGoal } from './plan-schema.ts';

const DOUBTFUL_WEIGHTS =
  /^\/baselines\/\d+(\/(goals|changes)\/\d+((\/values)?\/(weight|code|goal|kind|values))?)?$/;
const MUDDLED_GOALS = [
  'DUPLICATE_CODE',
  'GOAL_CHANGED_TWICE',
  'INSERT_OF_EXISTING',
  'CHANGE_OF_UNKNOWN_GOAL',
] as const;

const sumOf = (goals: Goals): number => [...goals.values()].reduce((total, goal) => total + goal.weight, 0);

/** A plan may hold less than 100, never more; a re-modulation moves weight and neither makes nor loses any. */
export function checkWeights(
  context: CheckContext,
  baseline: FileBaseline,
  before: Goals | undefined,
  after: Goals,
): void {
  // A goal given twice, or changed in vain, is not in the sum: to blame the weights too would mislead.
  if (context.doubts.like(DOUBTFUL_WEIGHTS)) return;
  if (context.problems.has(baseline['@'], ...MUDDLED_GOALS)) return;
  const { number } = baseline;
  const sumBps = sumOf(after);
  const at = `${baseline['@']}/${before === undefined ? 'goals' : 'changes'}`;
  if (sumBps > WHOLE_BPS) {
    context.problems.add({ code: 'GOAL_WEIGHTS_OVER_100', baseline: number, sumBps }, at, 'KEY');
  }
  if (before !== undefined && sumBps !== sumOf(before)) {
    const facts = { baseline: number, beforeBps: sumOf(before), afterBps: sumBps };
    context.problems.add({ code: 'WEIGHT_NOT_CONSERVED', ...facts }, at, 'KEY');
  }
  if (sumBps < WHOLE_BPS) {
    context.notices.add({ code: 'GOALS_BELOW_100', baseline: number, sumBps }, at, 'KEY');
  }
}

/** How many wordings the transcriber did not have. */
export function countUnknown(context: CheckContext, baseline: FileBaseline, goals: Goals): void {
  const isUnknown = (wording: FileGoal['remarks']) => typeof wording === 'object' && wording !== null;
  const count = [...goals.values()].flatMap(wordingsOf).filter(isUnknown).length;
  if (count > 0) {
    context.notices.add({ code: 'WORDINGS_UNKNOWN', baseline: baseline.number, count }, baseline['@']);
  }
}

function wordingsOf(goal: FileGoal): readonly FileGoal['remarks'][] {
  const phases = goal.schedule && 'phases' in goal.schedule ? goal.schedule.phases : [];
  return [goal.remarks, ...phases.flatMap((phase) => [phase.description, phase.output])];
}
