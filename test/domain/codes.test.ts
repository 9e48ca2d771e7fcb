import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalCode, compareCodes, phaseCode } from '../../src/domain/codes.ts';
import { goalCode } from '../helpers/figures.ts';

test.each([
  { why: 'a goal', text: '1.4', code: '1.4' },
  { why: 'the same goal', text: '1.04', code: '1.4' },
  { why: 'zeros before each part', text: '01.004', code: '1.4' },
  { why: 'ten is not one', text: '1.10', code: '1.10' },
  { why: 'a phase', text: '1.1.3', code: '1.1.3' },
  { why: 'an area', text: '3', code: '3' },
  { why: 'the full stop of a sentence', text: '1.4.', code: '1.4' },
  { why: 'blanks around', text: ' 1.4 ', code: '1.4' },
  { why: 'a zero is a number', text: '0.00', code: '0.0' },
  { why: 'four figures in a part', text: '9999.1', code: '9999.1' },
  { why: 'five parts', text: '1.2.3.4.5', code: '1.2.3.4.5' },
])('$why: "$text" → $code', ({ text, code }) => {
  expect(canonicalCode(text)).toBe(code);
});

test.each([
  { why: 'empty', text: '' },
  { why: 'a full stop', text: '.' },
  { why: 'two full stops at the end', text: '1.4..' },
  { why: 'a part missing', text: '1..4' },
  { why: 'a comma', text: '1,4' },
  { why: 'a structure', text: 'OSRU' },
  { why: 'a letter', text: '1.4a' },
  { why: 'a sign', text: '-1.4' },
  { why: 'blanks inside', text: '1. 4' },
  { why: 'five figures in a part', text: '12345' },
  { why: 'six parts', text: '1.2.3.4.5.6' },
  { why: 'full-width digits', text: '１.４' },
])('no code: $why', ({ text }) => {
  expect(canonicalCode(text)).toBeUndefined();
});

test('a phase is its goal and its number', () => expect(phaseCode(goalCode('1.4'), 2)).toBe('1.4.2'));

test('codes sort by number, a goal before its phases', () => {
  const sorted = ['1.10', '3.1', '1.2.10', '1.2', '1.2.2', '1', '1.1'].sort(compareCodes);
  expect(sorted).toEqual(['1', '1.1', '1.2', '1.2.2', '1.2.10', '1.10', '3.1']);
});

const anyCode = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join('.'));

test('the order is total: one way round, and none but equals tie', () => {
  fc.assert(
    fc.property(anyCode, anyCode, anyCode, (a, b, c) => {
      expect(Math.sign(compareCodes(a, b)) + Math.sign(compareCodes(b, a))).toBe(0);
      expect(compareCodes(a, b) === 0).toBe(a === b);
      if (compareCodes(a, b) <= 0 && compareCodes(b, c) <= 0) {
        expect(compareCodes(a, c)).toBeLessThanOrEqual(0);
      }
    }),
  );
});

test('a canonical code is its own spelling, with whatever zeros it is written', () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      const padded = code
        .split('.')
        .map((part) => part.padStart(4, '0'))
        .join('.');
      expect(canonicalCode(code)).toBe(code);
      expect(canonicalCode(padded)).toBe(code);
    }),
  );
});
