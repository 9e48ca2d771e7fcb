/** The arithmetic of the benchmark. */
import { expect, test } from 'vitest';
import { createRandom } from '../../bench/measure/random.ts';
import { differenceOf } from '../../bench/measure/same-answer.ts';
import { median, quantile, ratiosOf, spreadOf } from '../../bench/measure/statistics.ts';

test.each([
  { why: 'of one value it is that', values: [3], share: 0.99, is: 3 },
  { why: 'the middle of an odd number', values: [9, 1, 5], share: 0.5, is: 5 },
  { why: 'between the two in the middle', values: [1, 2, 4, 10], share: 0.5, is: 3 },
  { why: 'the least', values: [4, 2, 8], share: 0, is: 2 },
  { why: 'the most', values: [4, 2, 8], share: 1, is: 8 },
  { why: 'by number, not by letter', values: [10, 9, 100], share: 0.5, is: 10 },
])('$why → $is', ({ values, share, is }) => {
  expect(quantile(values, share)).toBe(is);
});

test('a ratio is taken round by round', () => {
  expect(ratiosOf([2, 20, 6], [1, 10, 2])).toEqual({ median: 2, least: 2, most: 3 });
  expect(median([1, 2, 3])).toBe(2);
  expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 });
});

test('the same seed gives the same numbers, from 0 to below 1', () => {
  const [one, same, other] = [createRandom(1), createRandom(1), createRandom(2)];
  const numbers = Array.from({ length: 1000 }, () => one());
  expect(Array.from({ length: 1000 }, () => same())).toEqual(numbers);
  expect(other()).not.toBe(numbers[0]);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
});

test.each<{ why: string; one: unknown; other: unknown; at: string | null }>([
  { why: 'the same', one: { a: [1, 'x', null] }, other: { a: [1, 'x', null] }, at: null },
  { why: 'the last digits of a sum', one: { a: 0.1 + 0.2 }, other: { a: 0.3 }, at: null },
  { why: 'another number', one: { a: { b: 1 } }, other: { a: { b: 1.001 } }, at: '$.a.b: 1 and 1.001' },
  { why: 'null for a number', one: [0], other: [null], at: '$.0: 0 and null' },
  { why: 'a field more', one: {}, other: { a: 1 }, at: '$.a: undefined and 1' },
  { why: 'an entry less', one: [1, 2], other: [1], at: '$.1: 2 and undefined' },
  { why: 'a list for nothing', one: { a: [] }, other: { a: null }, at: '$.a: [] and null' },
])('two answers: $why', ({ one, other, at }) => {
  expect(differenceOf(one, other)).toBe(at);
});
