import { expect, test } from 'vitest';
import { dotPath, linePath, type PathPoint, stepPath } from '../../../src/web/dashboard/charts/curve-path.ts';

const points = (...heights: (number | null)[]): PathPoint[] =>
  heights.map((y, index) => ({ x: index * 10, y }));

test.each([
  { why: 'nothing', heights: [], line: '', step: '' },
  { why: 'no figure at all', heights: [null, null], line: '', step: '' },
  { why: 'point to point', heights: [100, 80, 50], line: 'M0 100L10 80L20 50', step: 'M0 100H10V80H20V50' },
  {
    why: 'a gap breaks it',
    heights: [9, 8, null, 6, 5],
    line: 'M0 9L10 8M30 6L40 5',
    step: 'M0 9H10V8M30 6H40V5',
  },
  {
    why: 'it begins late and ends early',
    heights: [null, 2, 1, null],
    line: 'M10 2L20 1',
    step: 'M10 2H20V1',
  },
  {
    why: 'a point alone is a dot',
    heights: [null, 7, null, 5, 4],
    line: 'M10 7h0M30 5L40 4',
    step: 'M10 7h0M30 5H40V4',
  },
  { why: 'a zero is a height', heights: [0, 0], line: 'M0 0L10 0', step: 'M0 0H10V0' },
])('$why', ({ heights, line, step }) => {
  expect(linePath(points(...heights))).toBe(line);
  expect(stepPath(points(...heights))).toBe(step);
});

test('keeps two decimals, which is finer than a screen', () => {
  expect(
    linePath([
      { x: 1 / 3, y: 2 / 3 },
      { x: 704.918, y: 32.845 },
    ]),
  ).toBe('M0.33 0.67L704.92 32.85');
  expect(dotPath(704.918, 12)).toBe('M704.92 12h0');
});
