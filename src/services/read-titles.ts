import { itemTitle, planItems } from '../domain/plan-items.ts';
import type { Context } from './context.ts';
import { CURRENT, loadFigures } from './load-figures.ts';

/** What people call each item of the plan in force, by code. */
export async function readTitles(context: Context): Promise<ReadonlyMap<string, string>> {
  const loaded = await loadFigures(context, CURRENT);
  if (!loaded.ok) return new Map();
  return new Map(planItems(loaded.value.figures).map((item) => [item.code, itemTitle(item)]));
}
