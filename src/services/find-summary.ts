import type { Summary } from '../domain/summary.ts';
import type { Context } from './context.ts';

/** A summary as it was frozen. */
export async function findSummary({ store }: Context, id: string): Promise<Summary | undefined> {
  return (await store.findSummary(id))?.summary;
}
