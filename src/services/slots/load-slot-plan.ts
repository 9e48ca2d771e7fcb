import type { StructureCode } from '../../domain/codes.ts';
import type { Slot } from '../../domain/schedule/slots.ts';
import type { Context } from '../context.ts';
import { loadFigures } from '../load-figures.ts';
import type { Responsibilities } from '../load-responsibilities.ts';

/**
 * Today's figures of the plan of `year`, whichever is the current one by now, and who answers for what.
 * @throws Error when there is none: it owes no slots
 */
export async function loadSlotPlan(context: Context, year: number): Promise<Responsibilities> {
  const loaded = await loadFigures(context, { year, asOf: null, baseline: null });
  if (!loaded.ok) throw new Error(`the plan of ${year} is not there: ${loaded.refusal.code}`);
  const people = await context.store.listPeople();
  const arrangements = await context.store.loadArrangements(loaded.value.stored.id);
  return { ...loaded.value, people, arrangements };
}

/** @throws Error for a slot of the whole plan */
export function structureOfSlot({ kind, structure }: Slot): StructureCode {
  if (structure === null) throw new Error(`a slot of ${kind} names no structure`);
  return structure;
}
