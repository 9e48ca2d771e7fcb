import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  divide,
  equals,
  isZero,
  min,
  multiply,
  ONE,
  printRatio,
  type Ratio,
  ratio,
  readRatio,
  roundHalfUp,
  subtract,
  sum,
  toNumber,
  toPercent,
  ZERO,
} from '../../src/domain/ratio.ts';

const anyRatio: fc.Arbitrary<Ratio> = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.bigInt({ min: 1n, max: 10n ** 24n }))
  .map(([n, d]) => ratio(n, d));

describe('a ratio is in lowest terms, its denominator positive', () => {
  test.each([
    { why: 'already lowest', n: 2, d: 5, printed: '2/5' },
    { why: 'a common divisor goes', n: 8006, d: 20_015, printed: '2/5' },
    { why: 'the sign moves up', n: 1, d: -2, printed: '-1/2' },
    { why: 'two signs cancel', n: -6, d: -4, printed: '3/2' },
    { why: 'zero has one spelling', n: 0, d: -7, printed: '0/1' },
    { why: 'bigger than a double holds', n: 2n ** 70n, d: 2n ** 69n, printed: '2/1' },
  ])('$why: $n/$d → $printed', ({ n, d, printed }) => {
    expect(printRatio(ratio(n, d))).toBe(printed);
  });

  test('an integer alone is over 1', () => expect(ratio(7)).toEqual({ n: 7n, d: 1n }));

  test('a denominator of 0 is a bug of the caller', () => {
    expect(() => ratio(1, 0)).toThrow(RangeError);
    expect(() => divide(ONE, ZERO)).toThrow(RangeError);
  });

  test('a double that is no integer is refused, not rounded', () => {
    expect(() => ratio(0.5)).toThrow(RangeError);
  });
});

describe('arithmetic is exact', () => {
  test('three thirds are one whole', () => {
    expect(sum([ratio(1, 3), ratio(1, 3), ratio(1, 3)])).toEqual(ONE);
  });

  test('0.1 + 0.2 is 0.3', () => {
    expect(add(ratio(1, 10), ratio(2, 10))).toEqual(ratio(3, 10));
  });

  test('nothing is lost where big terms of both signs come out small', () => {
    expect(sum([ratio(4503599627370497, 3), ratio(-7505999378950829, 5)])).toEqual(ratio(-2, 15));
  });

  test('the sum of nothing is 0', () => expect(sum([])).toEqual(ZERO));

  test('addition and multiplication do not care for order, nor for grouping', () => {
    fc.assert(
      fc.property(anyRatio, anyRatio, anyRatio, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, b)).toEqual(multiply(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
      }),
    );
  });

  test('subtraction undoes addition, division undoes multiplication', () => {
    fc.assert(
      fc.property(anyRatio, anyRatio, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        if (!isZero(b)) expect(divide(multiply(a, b), b)).toEqual(a);
      }),
    );
  });
});

describe('comparison', () => {
  test.each([
    { why: 'less', a: ratio(1, 3), b: ratio(1, 2), expected: -1 },
    { why: 'equal, differently written', a: ratio(2, 4), b: ratio(1, 2), expected: 0 },
    { why: 'greater', a: ratio(-1, 3), b: ratio(-1, 2), expected: 1 },
    {
      why: 'a difference that no double sees',
      a: ratio(10n ** 30n, 3n),
      b: ratio(10n ** 30n + 1n, 3n),
      expected: -1,
    },
  ])('$why', ({ a, b, expected }) => {
    expect(compare(a, b)).toBe(expected);
    expect(equals(a, b)).toBe(expected === 0);
    expect(min(a, b)).toEqual(expected <= 0 ? a : b);
  });

  test('the sign of the difference', () => {
    fc.assert(
      fc.property(anyRatio, anyRatio, (a, b) => {
        const { n } = subtract(a, b);
        expect(compare(a, b)).toBe(n === 0n ? 0 : n < 0n ? -1 : 1);
      }),
    );
  });
});

describe('the one rounding, half up', () => {
  test.each([
    { why: 'a half goes up', value: ratio(1, 2), scale: 1, rounded: 1n },
    { why: 'less than a half goes down', value: ratio(49_999, 100_000), scale: 1, rounded: 0n },
    { why: 'an odd half too: no banker’s rounding', value: ratio(5, 2), scale: 1, rounded: 3n },
    { why: '1.005 is not the 1.00499… of a double', value: ratio(1005, 1000), scale: 100, rounded: 101n },
    { why: 'two thirds in hundredths of a percent', value: ratio(2, 3), scale: 10_000, rounded: 6667n },
    { why: 'a negative variance as its positive', value: ratio(-1, 2), scale: 1, rounded: -1n },
    { why: 'a small negative is 0', value: ratio(-1, 3), scale: 1, rounded: 0n },
    { why: 'zero', value: ZERO, scale: 10_000, rounded: 0n },
    { why: 'one', value: ONE, scale: 10_000, rounded: 10_000n },
  ])('$why', ({ value, scale, rounded }) => {
    expect(roundHalfUp(value, scale)).toBe(rounded);
  });

  test('never further than a half from the truth', () => {
    fc.assert(
      fc.property(anyRatio, (value) => {
        const { n, d } = subtract(ratio(roundHalfUp(value, 100)), multiply(value, ratio(100)));
        expect((n < 0n ? -n : n) * 2n <= d).toBe(true);
      }),
    );
  });
});

describe('as a JSON number', () => {
  test.each([
    { why: 'a half', value: ratio(1, 2), number: 0.5 },
    { why: 'a third', value: ratio(1, 3), number: 1 / 3 },
    { why: 'negative', value: ratio(-7, 8), number: -0.875 },
    { why: 'terms beyond 2^53', value: ratio(10n ** 20n + 1n, 2n * 10n ** 20n), number: 0.5 },
    { why: 'and negative', value: ratio(-(10n ** 20n) - 1n, 2n * 10n ** 20n), number: -0.5 },
  ])('$why', ({ value, number }) => {
    expect(toNumber(value)).toBe(number);
  });

  test('a share in percent, unrounded', () => {
    expect(toPercent(ratio(2, 5))).toBe(40);
    expect(toPercent(ratio(1, 3))).toBe(100 / 3);
    expect(toPercent(ratio(11, 10))).toBe(110);
  });

  test('a share is within one unit in the last place of its decimal expansion, and within 0 and 1', () => {
    const share = fc
      .bigInt({ min: 1n, max: 10n ** 30n })
      .chain((d) => fc.bigInt({ min: 0n, max: d }).map((n) => ratio(n, d)));
    fc.assert(
      fc.property(share, (value) => {
        const decimals = ((value.n % value.d) * 10n ** 40n) / value.d;
        const expansion = Number(`${value.n / value.d}.${String(decimals).padStart(40, '0')}`);
        expect(Math.abs(toNumber(value) - expansion)).toBeLessThanOrEqual(Number.EPSILON);
        expect(toNumber(value)).toBeGreaterThanOrEqual(0);
        expect(toNumber(value)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('kept as text', () => {
  test('what was printed is read back', () => {
    fc.assert(
      fc.property(anyRatio, (value) => {
        expect(readRatio(printRatio(value))).toEqual(value);
      }),
    );
  });

  test.each([
    { why: 'empty', text: '' },
    { why: 'no denominator', text: '3' },
    { why: 'a decimal', text: '0.5/1' },
    { why: 'words', text: 'a/b' },
    { why: 'a denominator of 0', text: '1/0' },
    { why: 'nothing before the stroke', text: '/5' },
    { why: 'nothing after the stroke', text: '5/' },
    { why: 'two strokes', text: '1/2/3' },
  ])('anything else throws: $why', ({ text }) => {
    expect(() => readRatio(text)).toThrow();
  });
});
