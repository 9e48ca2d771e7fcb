import { phaseCode } from '../domain/codes.ts';
import type { Goals } from './apply-changes.ts';
import { type CheckContext, checkUnique } from './check-context.ts';
import type { FileGoal, PlanFile } from './plan-schema.ts';

/** Structures and areas: each code once, and each way of naming a structure for one structure alone. */
export function checkNames(context: CheckContext, file: PlanFile): void {
  const codes = (items: readonly { readonly '@': string; readonly code: string }[]) =>
    items
      .map((item) => ({ value: item.code, pointer: `${item['@']}/code` }))
      .filter(({ pointer }) => !context.doubts.at(pointer));
  checkUnique(context, 'STRUCTURE', codes(file.structures));
  checkUnique(context, 'AREA', codes(file.areas));

  const owners = new Map<string, string>();
  for (const { '@': at, code, name, aliases } of file.structures) {
    const names = [
      { value: code, pointer: `${at}/code` },
      { value: name, pointer: `${at}/name` },
      ...aliases.map((value, i) => ({ value, pointer: `${at}/aliases/${i}` })),
    ];
    for (const { value, pointer } of names) {
      // People write names in any case, so two that differ in case alone are one.
      const owner = owners.get(value.toLowerCase()) ?? at;
      owners.set(value.toLowerCase(), owner);
      if (owner === at || value === '' || pointer === `${at}/code` || context.doubts.at(pointer)) continue;
      const firstLine = context.problems.lineOf(owner);
      context.problems.add({ code: 'DUPLICATE_CODE', owner: 'STRUCTURE_NAME', value, firstLine }, pointer);
    }
  }
}

/** Reports name goals and phases by code alone, in any baseline: `1.4.2` must be one or the other. */
export function checkPhaseCodes(context: CheckContext, resolved: readonly Goals[]): void {
  const goals = resolved.flatMap((each) => [...each.values()]);
  const phases = new Map<string, string>();
  for (const goal of goals) {
    if (!goal.schedule || 'unknown' in goal.schedule || context.doubts.at(codePointer(goal))) continue;
    for (const { number } of goal.schedule.phases) phases.set(phaseCode(goal.code, number), goal.code);
  }
  for (const goal of goals) {
    const phaseOf = phases.get(goal.code);
    if (phaseOf === undefined) continue;
    context.problems.add({ code: 'GOAL_IS_PHASE_CODE', goal: goal.code, phaseOf }, codePointer(goal));
  }
}

/** A goal of a first baseline has its code beside its fields, an inserted one in the change around them. */
const codePointer = (goal: FileGoal): string =>
  goal['@'].endsWith('/values') ? goal['@'].replace(/values$/, 'goal') : `${goal['@']}/code`;
