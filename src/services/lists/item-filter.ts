/** From the items that somebody named to their codes: in whichever baseline they are, and as far as they may be read. */
import type { Actor } from '../../domain/actor.ts';
import { mayReadRowsOf } from '../../domain/actor.ts';
import type { GoalCode, ItemCode, PhaseCode } from '../../domain/codes.ts';
import type { Health } from '../../domain/health.ts';
import { type KnownItem, knownItems } from '../../domain/item-structures.ts';
import { type Plan, phasesOf } from '../../domain/plan.ts';
import type { PlanFigures } from '../../domain/plan-figures.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import { type Item, resolveItem } from '../../domain/resolve.ts';
import type { Context } from '../context.ts';
import { loadFigures } from '../load-figures.ts';
import { resolveStructure } from '../read-structure.ts';

/** What the items of a list have in common, all of it: empty asks for all. */
export type ItemFilter = {
  /** Code, name or alias of each structure that must answer for the item. */
  readonly structures: readonly string[];
  /** Code of the goal that it must be, or be a phase of. */
  readonly goals: readonly string[];
  readonly phases: readonly string[];
  /** Of the item, on the day and in the baseline of the figures; null is any. */
  readonly health: readonly Health[] | null;
};

export const EVERY_ITEM: ItemFilter = { structures: [], goals: [], phases: [], health: null };

/** What the figures are of, where a list looks at them. */
export type FiguresOf = {
  readonly year: number;
  readonly asOf: PlanFigures['day'] | null;
  readonly baseline: number | null;
};

type Known = readonly [ItemCode, KnownItem];

/**
 * The items that fit and whose rows may be read; null where that is all that were ever spoken of. Refused: NO_PLAN,
 * NO_BASELINE, UNKNOWN_STRUCTURE, UNKNOWN_CODE, NOT_A_GOAL, NOT_A_PHASE.
 * @param frozen what fitted when the first page was read: health may have changed since
 */
export async function findItems(
  context: Context,
  actor: Actor,
  { plan, of, filter, frozen, kind }: FindItems,
): Promise<Result<FoundItems>> {
  const { structures, goals, phases, health } = filter;
  const named = [...structures, ...goals, ...phases];
  if (named.length === 0 && health === null && actor.rowsOf === undefined) {
    return accepted({ items: null, frozen: null });
  }
  const tests: ((known: Known) => boolean)[] = [
    ([code, item]) => kind === null || (code === item.goal) === (kind === 'GOAL'),
    ([, item]) => mayReadRowsOf(actor, item.structures),
  ];
  for (const given of structures) {
    const found = resolveStructure(plan, given);
    if (!found.ok) return found;
    tests.push(([, item]) => item.structures.includes(found.value.code));
  }
  for (const given of goals) {
    const found = findGoalAnywhere(plan, given);
    if (!found.ok) return found;
    tests.push(([, item]) => item.goal === found.value);
  }
  for (const given of phases) {
    const found = findPhaseAnywhere(plan, given);
    if (!found.ok) return found;
    tests.push(([code]) => code === found.value);
  }
  if (health !== null) {
    const fitting = frozen === null ? await itemsOfHealth(context, of, health) : accepted(new Set(frozen));
    if (!fitting.ok) return fitting;
    tests.push(([code]) => fitting.value.has(code));
  }
  const items = [...knownItems(plan)]
    .filter((known) => tests.every((fits) => fits(known)))
    .map(([code]) => code);
  return accepted({ items, frozen: health === null ? null : items });
}

export type FindItems = {
  readonly plan: Plan;
  readonly of: FiguresOf;
  readonly filter: ItemFilter;
  readonly frozen: readonly string[] | null;
  /** What the list speaks of: null of both. */
  readonly kind: 'GOAL' | 'PHASE' | null;
};

export type FoundItems = {
  readonly items: readonly ItemCode[] | null;
  /** What the next page is given: null where nothing can change meanwhile. */
  readonly frozen: readonly ItemCode[] | null;
};

async function itemsOfHealth(
  context: Context,
  of: FiguresOf,
  health: readonly Health[],
): Promise<Result<ReadonlySet<string>>> {
  const loaded = await loadFigures(context, of);
  if (!loaded.ok) return loaded;
  const { goals } = loaded.value.figures;
  const items = goals.flatMap((goal) => [
    { code: goal.goal.code, figure: goal.figure },
    ...goal.phases.map(({ phase, figure }) => ({ code: phase.code, figure })),
  ]);
  const fits = items.filter(({ figure }) => figure.health !== null && health.includes(figure.health.health));
  return accepted(new Set(fits.map(({ code }) => code)));
}

/** An item of the newest baseline, or else of the newest that holds it. Refused: UNKNOWN_CODE. */
function findAnywhere(plan: Plan, text: string): Result<Item> {
  const newest = plan.baselines.at(-1);
  if (!newest) throw new Error(`plan ${plan.year} has no baseline`);
  const found = resolveItem(plan, newest, text);
  if (found.ok || found.refusal.code !== 'NOT_IN_BASELINE') return found;
  const { readableIn } = found.refusal;
  const holder = plan.baselines.find(({ number }) => number === readableIn);
  return holder ? resolveItem(plan, holder, text) : found;
}

/** Refused: UNKNOWN_CODE, NOT_A_GOAL. */
export function findGoalAnywhere(plan: Plan, text: string): Result<GoalCode> {
  const item = findAnywhere(plan, text);
  if (!item.ok) return item;
  const { goal, kind, code } = item.value;
  return kind === 'GOAL'
    ? accepted(goal.code)
    : refused({ code: 'NOT_A_GOAL', phase: code, goal: goal.code });
}

/** Refused: UNKNOWN_CODE, NOT_A_PHASE. */
function findPhaseAnywhere(plan: Plan, text: string): Result<PhaseCode> {
  const item = findAnywhere(plan, text);
  if (!item.ok) return item;
  if (item.value.kind === 'PHASE') return accepted(item.value.code);
  const { goal } = item.value;
  return refused({ code: 'NOT_A_PHASE', goal: goal.code, phases: phasesOf(goal).map(({ code }) => code) });
}
