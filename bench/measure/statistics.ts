/** Middle, least and most of what the rounds measured. */
export type Spread = { readonly median: number; readonly least: number; readonly most: number };

/** The value below which `share` of them lie. NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [low = Number.NaN, high = low] = sorted.slice(Math.floor(place), Math.floor(place) + 2);
  return low + (high - low) * (place - Math.floor(place));
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  least: Math.min(...values),
  most: Math.max(...values),
});

/** Round by round: what slows the machine down for a while slows both. */
export const ratiosOf = (ours: readonly number[], others: readonly number[]): Spread =>
  spreadOf(ours.map((value, round) => value / (others[round] ?? Number.NaN)));
