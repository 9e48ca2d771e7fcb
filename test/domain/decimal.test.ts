import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalOf, decimalToRatio, parseDecimal } from '../../src/domain/decimal.ts';
import { printRatio, ratio } from '../../src/domain/ratio.ts';
import { decimal } from '../helpers/figures.ts';

describe('a decimal has one spelling', () => {
  test.each([
    { why: 'an integer', text: '20015', canonical: '20015' },
    { why: 'a fraction', text: '0.5', canonical: '0.5' },
    { why: 'zeros at the end say nothing', text: '66.00', canonical: '66' },
    { why: 'nor do zeros before', text: '0066.50', canonical: '66.5' },
    { why: 'one zero stays', text: '000', canonical: '0' },
    { why: 'negative', text: '-3.25', canonical: '-3.25' },
    { why: 'zero has no sign', text: '-0.00', canonical: '0' },
    { why: 'but what is below zero keeps it', text: '-0.50', canonical: '-0.5' },
    { why: 'blanks around', text: ' 40 ', canonical: '40' },
    { why: '15 digits before the point', text: '999999999999999', canonical: '999999999999999' },
    { why: '6 after', text: '0.000001', canonical: '0.000001' },
  ])('$why: "$text" → $canonical', ({ text, canonical }) => {
    expect(parseDecimal(text)).toBe(canonical);
  });

  test.each([
    { why: 'empty', text: '' },
    { why: 'a comma is for the edge to read', text: '1,5' },
    { why: 'nothing before the point', text: '.5' },
    { why: 'nothing after it', text: '5.' },
    { why: 'an exponent', text: '1e3' },
    { why: 'a plus', text: '+1' },
    { why: 'two signs', text: '--1' },
    { why: 'thousands', text: '20.015.000' },
    { why: '16 digits before the point', text: '1000000000000000' },
    { why: '7 after', text: '0.0000001' },
    { why: 'hexadecimal', text: '0x10' },
    { why: 'a figure among words', text: '40 %' },
    { why: 'digits of another script', text: '٤٠' },
    { why: 'not a number', text: 'NaN' },
    { why: 'two lines', text: '1\n2' },
  ])('refused: $why', ({ text }) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  test('reading twice changes nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,15}(\.\d{1,6})?$/), (text) => {
        const once = parseDecimal(text);
        expect(once).toBeDefined();
        expect(parseDecimal(once ?? '')).toBe(once);
      }),
    );
  });
});

test.each([
  { why: 'an integer', value: 8006, canonical: '8006' },
  { why: 'as it prints, not as its bits', value: 0.1, canonical: '0.1' },
  { why: 'minus zero', value: -0, canonical: '0' },
  { why: 'needs an exponent, big', value: 1e21, canonical: undefined },
  { why: 'needs an exponent, small', value: 1e-7, canonical: undefined },
  { why: 'more than 6 decimals', value: 1 / 3, canonical: undefined },
  { why: 'not a number', value: Number.NaN, canonical: undefined },
  { why: 'infinite', value: Number.POSITIVE_INFINITY, canonical: undefined },
])('of a number: $why → $canonical', ({ value, canonical }) => {
  expect(decimalOf(value)).toBe(canonical);
});

describe('as a ratio', () => {
  test.each([
    { text: '40', printed: '40/1' },
    { text: '0.5', printed: '1/2' },
    { text: '-0.5', printed: '-1/2' },
    { text: '-3.25', printed: '-13/4' },
    { text: '0.000001', printed: '1/1000000' },
    { text: '999999999999999.999999', printed: '999999999999999999999/1000000' },
  ])('$text → $printed', ({ text, printed }) => {
    expect(printRatio(decimalToRatio(decimal(text)))).toBe(printed);
  });

  test('is exactly what was written', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 999_999 }), (whole, millionths) => {
        const text = `${whole}.${String(millionths).padStart(6, '0')}`;
        const magnitude = BigInt(Math.abs(whole)) * 1_000_000n + BigInt(millionths);
        expect(decimalToRatio(decimal(text))).toEqual(ratio(whole < 0 ? -magnitude : magnitude, 1_000_000));
      }),
    );
  });
});
