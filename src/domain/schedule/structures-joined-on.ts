import type { StructureCode } from '../codes.ts';
import type { IsoDate } from '../dates.ts';
import { type Baseline, type Plan, phasesOf } from '../plan.ts';

/**
 * Of each structure that a re-modulation brought into the plan, the day from which that baseline is in force: the
 * rhythm of the year began without it, and it owes nothing of what was before.
 */
export function structuresJoinedOn({ structures, baselines }: Pick<Plan, 'structures' | 'baselines'>) {
  const joined = new Map<StructureCode, IsoDate>();
  for (const { code } of structures) {
    const first = baselines.findIndex((baseline) => names(baseline, code));
    const day = baselines[first]?.effectiveFrom;
    if (first > 0 && day !== undefined) joined.set(code, day);
  }
  return joined;
}

const names = ({ goals }: Baseline, structure: StructureCode): boolean =>
  goals.some(
    (goal) =>
      goal.structures.includes(structure) ||
      phasesOf(goal).some((phase) => phase.structures.includes(structure)),
  );
