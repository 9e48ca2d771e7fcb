import type { StructureSummary } from '../domain/summary.ts';
import type { Context } from './context.ts';

/** A summary as it was frozen. */
export const findSummary = (context: Context, id: string): Promise<StructureSummary | undefined> =>
  context.store.findSummary(id);
