/**
 * An exact fraction. Weights, shares and figures stay fractions until they are shown, so that three equal
 * weights at 100 % give 100.00 and not 99.99 (rules of calculation, preamble).
 * Always in lowest terms, the denominator positive.
 */
export type Ratio = { readonly n: bigint; readonly d: bigint };

export const ZERO: Ratio = { n: 0n, d: 1n };
export const ONE: Ratio = { n: 1n, d: 1n };

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** @throws RangeError when `d` is 0: whoever divides must have decided what that means. */
export function ratio(n: bigint | number, d: bigint | number = 1n): Ratio {
  let top = BigInt(n);
  let bottom = BigInt(d);
  if (bottom === 0n) throw new RangeError('a ratio needs a denominator other than 0');
  if (bottom < 0n) {
    top = -top;
    bottom = -bottom;
  }
  const common = greatestCommonDivisor(top, bottom);
  return common === 1n ? { n: top, d: bottom } : { n: top / common, d: bottom / common };
}

export const add = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d - b.n * a.d, a.d * b.d);
export const multiply = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.n, a.d * b.d);
/** @throws RangeError when `b` is 0. */
export const divide = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d, a.d * b.n);

export function compare(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export const isZero = (a: Ratio): boolean => a.n === 0n;
export const equals = (a: Ratio, b: Ratio): boolean => compare(a, b) === 0;
export const min = (a: Ratio, b: Ratio): Ratio => (compare(a, b) <= 0 ? a : b);
export const sum = (terms: readonly Ratio[]): Ratio => terms.reduce(add, ZERO);

/** `value × scale` as the nearest integer, halves away from zero: the one rounding, done for display. */
export function roundHalfUp(value: Ratio, scale: number): bigint {
  const top = value.n * BigInt(scale) * 2n;
  const bottom = value.d * 2n;
  const magnitude = ((top < 0n ? -top : top) + value.d) / bottom;
  return top < 0n ? -magnitude : magnitude;
}

/** A double within 1e-15 of the value, for interfaces that speak JSON numbers: the nearest for terms below 2⁵³. */
export function toNumber(value: Ratio): number {
  const top = Number(value.n);
  const bottom = Number(value.d);
  if (Number.isSafeInteger(top) && Number.isSafeInteger(bottom)) return top / bottom;
  const digits = 10n ** 18n;
  const whole = value.n / value.d;
  return Number(whole) + Number(((value.n % value.d) * digits) / value.d) / 1e18;
}

/** A share (1 = 100 %) as an unrounded percentage. */
export const toPercent = (share: Ratio): number => toNumber(multiply(share, ratio(100)));

/** `n/d`: how a ratio is kept inside JSON. */
export const printRatio = (value: Ratio): string => `${value.n}/${value.d}`;

/** Reads what {@link printRatio} wrote. @throws SyntaxError for anything else. */
export function readRatio(text: string): Ratio {
  const match = /^(-?\d+)\/([1-9]\d*)$/.exec(text);
  if (!match) throw new SyntaxError(`not a ratio: ${text}`);
  const [, n = '', d = ''] = match;
  return ratio(BigInt(n), BigInt(d));
}
