import type { Store } from '../../store/port.ts';
import type { Context } from '../context.ts';

export type CountedSlotRuns = Awaited<ReturnType<Store['countSlotRuns']>>;

/** How many slots of each plan and kind were settled in which way, by whichever process. */
export const countSlotRuns = ({ store }: Context): Promise<CountedSlotRuns> => store.countSlotRuns();
