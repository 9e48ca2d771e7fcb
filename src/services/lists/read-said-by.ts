import type { Context } from '../context.ts';
import { findPlan } from '../load-figures.ts';
import type { StructureReference } from '../views/reference-view.ts';
import { structuresOf } from './list-facts.ts';
import { loadSpeakers } from './load-speakers.ts';

/** The structures for which whoever said something speaks now; none of what was never said. */
export async function readSaidBy(
  context: Context,
  kind: 'REPORT' | 'MEASUREMENT',
  year: number,
  sequence: number,
): Promise<readonly StructureReference[]> {
  const { store } = context;
  const found = await findPlan(context, year);
  if (!found.ok) return [];
  const { id, plan } = found.value;
  const fact =
    kind === 'REPORT' ? await store.findReport(id, sequence) : await store.findMeasurement(id, sequence);
  return fact ? structuresOf(plan, await loadSpeakers(context), fact.actor) : [];
}
