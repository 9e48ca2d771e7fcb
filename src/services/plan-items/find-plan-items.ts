/** The items of a plan that ask for attention, narrowed down to an area, a goal or a structure. */
import { addDays } from '../../domain/dates.ts';
import type { PlanFigures } from '../../domain/plan-figures.ts';
import {
  type ItemAtRisk,
  itemsAtRisk,
  itemsDue,
  type PlanItem,
  planItems,
  type Risk,
} from '../../domain/plan-items.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import { resolveStructure } from '../read-structure.ts';
import { findArea, findGoal } from '../views/find-figures.ts';

/** Those to which all of it applies; null is no condition. */
export type ItemsWanted = {
  /** Code of an area. */
  readonly area: string | null;
  /** Code of a goal: its phases, or the goal itself where it is measured by figures. */
  readonly goal: string | null;
  /** Code, name or alias of a structure that answers for them. */
  readonly structure: string | null;
};

/** As `/arti due` takes it: a year and a day. */
const MOST_DAYS = 366;

/**
 * What is not complete and ends within `days`, what is overdue first. Refused: PERIOD_INVALID, and what
 * {@link findItems} refuses.
 */
export function findItemsDue(
  figures: PlanFigures,
  wanted: ItemsWanted & { readonly days: number },
): Result<readonly PlanItem[]> {
  const { days } = wanted;
  if (days < 0 || days > MOST_DAYS) return refused({ code: 'PERIOD_INVALID', given: String(days) });
  const items = findItems(figures, wanted);
  return items.ok ? accepted(itemsDue(items.value, addDays(figures.day, days))) : items;
}

/**
 * What is late, blocked, at risk, stale or was never reported, worst first. Refused: what {@link findItems} refuses.
 * @param risks any of these; null is all
 */
export function findItemsAtRisk(
  figures: PlanFigures,
  { risks, ...wanted }: ItemsWanted & { readonly risks: readonly Risk[] | null },
): Result<readonly ItemAtRisk[]> {
  const items = findItems(figures, wanted);
  if (!items.ok) return items;
  const found = itemsAtRisk(items.value, figures.day);
  return accepted(found.filter(({ risk }) => risks === null || risks.includes(risk)));
}

/** Refused: UNKNOWN_CODE, NOT_A_GOAL, NOT_IN_BASELINE, UNKNOWN_STRUCTURE. */
function findItems(figures: PlanFigures, wanted: ItemsWanted): Result<readonly PlanItem[]> {
  const area = wanted.area === null ? null : findArea(figures, wanted.area);
  if (area?.ok === false) return area;
  const goal = wanted.goal === null ? null : findGoal(figures, wanted.goal);
  if (goal?.ok === false) return goal;
  const structure = wanted.structure === null ? null : resolveStructure(figures.plan, wanted.structure);
  if (structure?.ok === false) return structure;
  const items = planItems(figures).filter((item) => {
    const { code, areaCode } = item.phase === null ? item.goal.goal : item.phase.goal;
    return (
      (area === null || areaCode === area.value.area.code) &&
      (goal === null || code === goal.value.goal.code) &&
      (structure === null || item.structures.includes(structure.value.code))
    );
  });
  return accepted(items);
}
