/**
 * An exact fraction. Weights, shares and figures stay fractions until they are shown, so that three equal
 * weights at 100 % give 100.00 and not 99.99 (rules of calculation, preamble).
 * Always in lowest terms, the denominator positive.
 */
export type Ratio = { readonly n: bigint; readonly d: bigint };

export const ZERO: Ratio = { n: 0n, d: 1n };
export const ONE: Ratio = { n: 1n, d: 1n };

/**
 * Arithmetic goes through doubles while every product is an integer that a double holds: most are, and it takes a tenth
 * of the time. A product that is not comes out as 2⁵³ or more, never as less, so one look at it is enough.
 */
const isExact = (value: number): boolean =>
  value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER;

const INT32 = 2 ** 31 - 1;

/** Of integers that doubles hold, `b` positive. */
function commonDivisor(a: number, b: number): number {
  let x = Math.abs(a);
  let y = b;
  while (y > INT32) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  if (y === 0) return x;
  // Dividing 32-bit integers takes a fraction of what doubles take.
  let [i, j] = [y | 0, (x % y) | 0];
  while (j !== 0) {
    const rest = (i % j) | 0;
    i = j;
    j = rest;
  }
  return i;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b;
  while (y !== 0n) {
    // The rest of the way in doubles, as soon as both fit.
    if (x <= Number.MAX_SAFE_INTEGER && y <= Number.MAX_SAFE_INTEGER)
      return BigInt(commonDivisor(Number(x), Number(y)));
    [x, y] = [y, x % y];
  }
  return x;
}

/** `d` other than 0; both integers that doubles hold. */
function inDoubles(n: number, d: number): Ratio {
  const common = commonDivisor(n, Math.abs(d)) * (d < 0 ? -1 : 1);
  return { n: BigInt(n / common), d: BigInt(d / common) };
}

/** @throws RangeError when `d` is 0: whoever divides must have decided what that means. */
export function ratio(n: bigint | number, d: bigint | number = 1): Ratio {
  if (typeof n === 'number' && typeof d === 'number' && d !== 0) {
    if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) return inDoubles(n, d);
  }
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

/** `a + sign × b` */
function combine(a: Ratio, b: Ratio, sign: 1 | -1): Ratio {
  const [left, right] = [Number(a.n) * Number(b.d), sign * Number(b.n) * Number(a.d)];
  const bottom = Number(a.d) * Number(b.d);
  if (isExact(left) && isExact(right) && isExact(left + right) && isExact(bottom))
    return inDoubles(left + right, bottom);
  return ratio(a.n * b.d + BigInt(sign) * b.n * a.d, a.d * b.d);
}

export const add = (a: Ratio, b: Ratio): Ratio => combine(a, b, 1);
export const subtract = (a: Ratio, b: Ratio): Ratio => combine(a, b, -1);

export function multiply(a: Ratio, b: Ratio): Ratio {
  const [top, bottom] = [Number(a.n) * Number(b.n), Number(a.d) * Number(b.d)];
  return isExact(top) && isExact(bottom) ? inDoubles(top, bottom) : ratio(a.n * b.n, a.d * b.d);
}

/** @throws RangeError when `b` is 0. */
export function divide(a: Ratio, b: Ratio): Ratio {
  const [top, bottom] = [Number(a.n) * Number(b.d), Number(a.d) * Number(b.n)];
  if (isExact(top) && isExact(bottom) && bottom !== 0) return inDoubles(top, bottom);
  return ratio(a.n * b.d, a.d * b.n);
}

export function compare(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export const isZero = (a: Ratio): boolean => a.n === 0n;
export const equals = (a: Ratio, b: Ratio): boolean => compare(a, b) === 0;
export const min = (a: Ratio, b: Ratio): Ratio => (compare(a, b) <= 0 ? a : b);

export const sum = (terms: readonly Ratio[]): Ratio =>
  meanOf(
    terms.map(() => 1),
    1,
    (index) => terms[index] ?? ZERO,
  );

/** Numerators summed up by denominator: what is added has few of them, and to reduce is what costs. */
type Sums = Map<number, number>;

/**
 * Σ(weight × share) ÷ `whole`.
 * @param weights integers that doubles hold, as `whole` is, which is not 0
 */
export function meanOf(weights: readonly number[], whole: number, shareOf: (index: number) => Ratio): Ratio {
  const sums: Sums = new Map();
  const others: Ratio[] = [];
  let [bottom, top] = [1, 0];
  for (let index = 0; index < weights.length; index++) {
    const weight = weights[index] ?? 0;
    const { n, d } = shareOf(index);
    const [numerator, denominator] = [weight * Number(n), Number(d)];
    const fits = isExact(numerator) && isExact(denominator);
    if (fits && denominator !== bottom) {
      sums.set(bottom, top);
      bottom = denominator;
      top = sums.get(bottom) ?? 0;
    }
    if (fits && isExact(top + numerator)) top += numerator;
    else others.push(ratio(BigInt(weight) * n, d));
  }
  sums.set(bottom, top);
  return (others.length === 0 && inOneDouble(sums, whole)) || overCommonDenominator(sums, others, whole);
}

/** Undefined where a double does not hold it. */
function inOneDouble(sums: Sums, whole: number): Ratio | undefined {
  let [top, bottom] = [0, 1];
  for (const [denominator, numerator] of sums) {
    const common = commonDivisor(bottom, denominator);
    const [left, right] = [top * (denominator / common), numerator * (bottom / common)];
    top = left + right;
    bottom *= denominator / common;
    // Each by itself: what is not exact may come out small where one is negative.
    if (![left, right, top, bottom].every(isExact)) return undefined;
  }
  return isExact(bottom * whole) ? inDoubles(top, bottom * whole) : undefined;
}

function overCommonDenominator(sums: Sums, others: readonly Ratio[], whole: number): Ratio {
  const terms = [...others, ...[...sums].map(([bottom, top]) => ({ n: BigInt(top), d: BigInt(bottom) }))];
  const common = terms.reduce((total, { d }) => {
    const rest = total % d;
    return rest === 0n ? total : (total / greatestCommonDivisor(d, rest)) * d;
  }, 1n);
  return ratio(
    terms.reduce((total, { n, d }) => total + n * (common / d), 0n),
    common * BigInt(whole),
  );
}

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

const HUNDRED: Ratio = { n: 100n, d: 1n };

/** A share (1 = 100 %) as an unrounded percentage. */
export function toPercent(share: Ratio): number {
  const [top, bottom] = [Number(share.n) * 100, Number(share.d)];
  return isExact(top) && isExact(bottom) ? top / bottom : toNumber(multiply(share, HUNDRED));
}

/** `n/d`: how a ratio is kept inside JSON. */
export const printRatio = (value: Ratio): string => `${value.n}/${value.d}`;

/** Reads what {@link printRatio} wrote. @throws SyntaxError for anything else. */
export function readRatio(text: string): Ratio {
  const match = /^(-?\d+)\/([1-9]\d*)$/.exec(text);
  if (!match) throw new SyntaxError(`not a ratio: ${text}`);
  const [, n = '', d = ''] = match;
  return ratio(BigInt(n), BigInt(d));
}
