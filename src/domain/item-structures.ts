import type { ItemCode, StructureCode } from './codes.ts';
import { type Plan, phasesOf } from './plan.ts';

/** An item of a plan, whichever baseline holds it. */
export type KnownItem = {
  readonly goal: ItemCode;
  /** Who answers for it: of a phase its own structures, of a goal those of the goal as a whole. */
  readonly structures: readonly StructureCode[];
};

/**
 * Every phase and goal of every baseline, with who answers for it in the newest that holds it: what was said of an
 * item that an act has taken out since is still theirs.
 */
export function knownItems(plan: Plan): ReadonlyMap<ItemCode, KnownItem> {
  const items = new Map<ItemCode, KnownItem>();
  for (const { goals } of plan.baselines) {
    for (const goal of goals) {
      items.set(goal.code, { goal: goal.code, structures: goal.structures });
      for (const phase of phasesOf(goal)) {
        items.set(phase.code, { goal: goal.code, structures: phase.structures });
      }
    }
  }
  return items;
}
