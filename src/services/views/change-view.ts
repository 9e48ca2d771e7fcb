import type { GoalCode } from '../../domain/codes.ts';
import type { Baseline, Change, ChangeKind, Plan } from '../../domain/plan.ts';
import type { TitledReference } from './reference-view.ts';

/** What a re-modulation did to one goal. */
export type ChangeView = {
  readonly goal: TitledReference;
  readonly kind: ChangeKind;
  /** Code of the goal that a merged one went into; null for every other kind. */
  readonly into: string | null;
  readonly motivation: string;
  readonly notes: readonly string[];
};

export const changeView = (plan: Plan, baseline: Baseline, change: Change): ChangeView => ({
  goal: { code: change.goal, title: titleOf(plan, baseline, change.goal) },
  kind: change.kind,
  into: change.into,
  motivation: change.motivation,
  notes: change.notes,
});

export function changeOf(plan: Plan, baseline: Baseline, goal: GoalCode): ChangeView | null {
  const change = baseline.changes.find((each) => each.goal === goal);
  return change ? changeView(plan, baseline, change) : null;
}

/** The title in `baseline`, or for a goal that left it, the last one it had. */
function titleOf(plan: Plan, { number }: Baseline, code: GoalCode): string {
  for (const each of plan.baselines.toReversed()) {
    const found = each.number <= number ? each.goals.find((goal) => goal.code === code) : undefined;
    if (found) return found.title;
  }
  return code;
}
