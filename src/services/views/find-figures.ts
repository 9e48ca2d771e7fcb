/** From a code that somebody wrote to its figures, or the refusal that says what there is instead. */

import { canonicalCode } from '../../domain/codes.ts';
import { phasesOf } from '../../domain/plan.ts';
import {
  type AreaFigures,
  findGoalFigures,
  findPhaseFigures,
  findStructureFigures,
  type GoalFigures,
  type PhaseFigures,
  type PlanFigures,
  type StructureFigures,
} from '../../domain/plan-figures.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import { findStructure, type Item, resolveItem, resolveSubject } from '../../domain/resolve.ts';

export type SubjectFigures =
  | { readonly kind: 'GOAL'; readonly goal: GoalFigures }
  | { readonly kind: 'PHASE'; readonly phase: PhaseFigures }
  | { readonly kind: 'STRUCTURE'; readonly structure: StructureFigures };

/** A goal, a phase or a structure. Refused: UNKNOWN_CODE, NOT_IN_BASELINE. */
export function findSubjectFigures(figures: PlanFigures, text: string): Result<SubjectFigures> {
  const subject = resolveSubject(figures.plan, figures.baseline, text);
  if (!subject.ok) return subject;
  const found = subject.value;
  if (found.kind !== 'STRUCTURE') return accepted(itemFigures(figures, found));
  const structure = findStructureFigures(figures, found.structure.code);
  return accepted({ kind: 'STRUCTURE', structure: assessed(structure, found.structure.code) });
}

/** Whatever has a figure: the plan itself, an area, a goal, a phase or a structure. */
export type AnyFigures =
  | SubjectFigures
  | { readonly kind: 'PLAN' }
  | { readonly kind: 'AREA'; readonly area: AreaFigures };

/** Null is the whole plan. Refused: UNKNOWN_CODE, NOT_IN_BASELINE. */
export function findAnyFigures(figures: PlanFigures, text: string | null): Result<AnyFigures> {
  if (text === null) return accepted({ kind: 'PLAN' });
  const code = canonicalCode(text) ?? text.trim();
  const area = figures.areas.find((each) => each.area.code === code);
  return area ? accepted({ kind: 'AREA', area }) : findSubjectFigures(figures, text);
}

/** Refused: UNKNOWN_CODE. */
export function findArea(figures: PlanFigures, text: string): Result<AreaFigures> {
  const code = canonicalCode(text) ?? text.trim();
  const area = figures.areas.find((each) => each.area.code === code);
  if (area) return accepted(area);
  const near = figures.areas.map((each) => each.area.code);
  return refused({ code: 'UNKNOWN_CODE', given: text.trim(), near });
}

/** Refused: UNKNOWN_CODE, NOT_IN_BASELINE, NOT_A_GOAL. */
export function findGoal(figures: PlanFigures, code: string): Result<GoalFigures> {
  const item = resolveItem(figures.plan, figures.baseline, code);
  if (!item.ok) return item;
  const found = itemFigures(figures, item.value);
  return found.kind === 'GOAL'
    ? accepted(found.goal)
    : refused({ code: 'NOT_A_GOAL', phase: found.phase.phase.code, goal: item.value.goal.code });
}

/** Refused: UNKNOWN_CODE, NOT_IN_BASELINE, NOT_A_PHASE. */
export function findPhase(figures: PlanFigures, code: string): Result<PhaseFigures> {
  const item = resolveItem(figures.plan, figures.baseline, code);
  if (!item.ok) return item;
  const found = itemFigures(figures, item.value);
  if (found.kind === 'PHASE') return accepted(found.phase);
  const { goal } = item.value;
  return refused({ code: 'NOT_A_PHASE', goal: goal.code, phases: phasesOf(goal).map((each) => each.code) });
}

/** By code, name or alias. Refused: UNKNOWN_STRUCTURE. */
export function findStructureByName(figures: PlanFigures, text: string): Result<StructureFigures> {
  const structure = findStructure(figures.plan, text);
  if (structure) return accepted(assessed(findStructureFigures(figures, structure.code), structure.code));
  const known = figures.plan.structures.map((each) => each.code);
  return refused({ code: 'UNKNOWN_STRUCTURE', given: text.trim(), known });
}

function itemFigures(figures: PlanFigures, item: Item): Exclude<SubjectFigures, { kind: 'STRUCTURE' }> {
  return item.kind === 'GOAL'
    ? { kind: 'GOAL', goal: assessed(findGoalFigures(figures, item.code), item.code) }
    : { kind: 'PHASE', phase: assessed(findPhaseFigures(figures, item.code), item.code) };
}

/** What the plan has, its figures have: anything else is a bug. */
function assessed<T>(found: T | undefined, code: string): T {
  if (found === undefined) throw new Error(`no figures for ${code}`);
  return found;
}
