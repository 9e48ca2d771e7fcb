import { expect, test } from 'vitest';
import { baselinePair } from '../../../src/web/dashboard/parts/changes-pair.ts';

test.each([
  { why: 'the last with the one before it', numbers: [0, 1, 2], from: null, baseline: null, pair: [1, 2] },
  { why: 'the shown one with the one before it', numbers: [0, 1, 2], from: null, baseline: 1, pair: [0, 1] },
  { why: 'both as chosen', numbers: [0, 1, 2], from: 0, baseline: 2, pair: [0, 2] },
  {
    why: 'of the plan as approved, what became of it',
    numbers: [0, 1],
    from: null,
    baseline: 0,
    pair: [0, 1],
  },
  { why: 'one that is not there is not taken', numbers: [0, 1], from: 7, baseline: 9, pair: [0, 1] },
  { why: 'never with itself or a later one', numbers: [0, 1, 2], from: 2, baseline: 1, pair: [0, 1] },
])('$why → $pair', ({ numbers, from, baseline, pair }) => {
  expect(baselinePair(numbers, { from, baseline })).toEqual({ from: pair[0], to: pair[1] });
});

test('a plan that was not re-baselined has nothing to compare', () => {
  expect(baselinePair([0], { from: null, baseline: null })).toBeNull();
});
