import type { Filters } from '../address.ts';

export type BaselinePair = { readonly from: number; readonly to: number };

/**
 * Which two baselines are compared: the shown one with the one before it, unless the address says otherwise. Of the
 * plan as approved, which has none before it, what became of it is shown. Null while there is only one.
 * @param numbers of all baselines, ascending
 */
export function baselinePair(
  numbers: readonly number[],
  { from, baseline }: Pick<Filters, 'from' | 'baseline'>,
): BaselinePair | null {
  const later = numbers.slice(1);
  const to = later.find((number) => number === baseline) ?? later.at(-1);
  if (to === undefined) return null;
  const earlier = numbers.filter((number) => number < to);
  const before = earlier.find((number) => number === from) ?? earlier.at(-1);
  return before === undefined ? null : { from: before, to };
}
