/** Chance that can be played again from its seed: mulberry32. */
export type Random = {
  /** From 0 up to 1, which is no part of it. */
  readonly next: () => number;
  readonly between: (least: number, most: number) => number;
  /** As often small as large: of the logarithm, not of the figure. */
  readonly spread: (least: number, most: number) => number;
  readonly one: <T>(values: readonly [T, ...T[]]) => T;
};

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (least, most) => least + next() * (most - least),
    spread: (least, most) => least * (most / least) ** next(),
    one: (values) => values[Math.floor(next() * values.length)] ?? values[0],
  };
}
