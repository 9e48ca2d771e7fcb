import type { StoredSummary } from '../store/port.ts';
import type { Context } from './context.ts';

/** A summary as it was frozen, and when. */
export const findStoredSummary = ({ store }: Context, id: string): Promise<StoredSummary | undefined> =>
  store.findSummary(id);
