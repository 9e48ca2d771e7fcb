import type { GoalCode, StructureCode } from '../../domain/codes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { baselineInForce, type Plan } from '../../domain/plan.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import { findStructure, resolveItem } from '../../domain/resolve.ts';

/** What of the plan somebody follows; null is all of it. */
export type Subject = { readonly goal: GoalCode | null; readonly structure: StructureCode | null };

/**
 * @param named codes as somebody wrote them; a structure by its name too
 * @returns Refused: UNKNOWN_CODE, NOT_IN_BASELINE, NOT_A_GOAL, UNKNOWN_STRUCTURE
 */
export function parseSubject(
  plan: Plan,
  today: IsoDate,
  named: { readonly goal: string | null; readonly structure: string | null },
): Result<Subject> {
  const structure = named.structure === null ? null : findStructure(plan, named.structure);
  if (structure === undefined) {
    const known = plan.structures.map(({ code }) => code);
    return refused({ code: 'UNKNOWN_STRUCTURE', given: (named.structure ?? '').trim(), known });
  }
  const item = named.goal === null ? null : resolveItem(plan, baselineInForce(plan, today), named.goal);
  if (item?.ok === false) return item;
  if (item?.value.kind === 'PHASE') {
    return refused({ code: 'NOT_A_GOAL', phase: item.value.code, goal: item.value.goal.code });
  }
  return accepted({ goal: item?.value.code ?? null, structure: structure?.code ?? null });
}
