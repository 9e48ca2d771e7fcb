import { expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import {
  dayAt,
  endOfDay,
  monthsOf,
  nearestDay,
  startOfDay,
  yearAxis,
} from '../../../src/web/dashboard/charts/curve-scale.ts';

const LEAP = yearAxis(2020);
const PLAIN = yearAxis(2021);

test('a year has all its days', () => {
  expect(LEAP).toEqual({ first: '2020-01-01', last: '2020-12-31', days: 366 });
  expect(PLAIN.days).toBe(365);
});

test.each([
  { why: 'the first day', day: '2020-01-01', start: 0, end: 1 / 366 },
  { why: 'the last day fills the axis', day: '2020-12-31', start: 365 / 366, end: 1 },
  { why: 'the leap day', day: '2020-02-29', start: 59 / 366, end: 60 / 366 },
  { why: 'the eve of the year', day: '2019-12-31', start: null, end: null },
  { why: 'the day after it', day: '2021-01-01', start: null, end: null },
])('$why, $day', ({ day, start, end }) => {
  expect(startOfDay(LEAP, isoDate(day))).toBe(start);
  expect(endOfDay(LEAP, isoDate(day))).toBe(end);
});

test('a day ends where the next one begins', () => {
  expect(endOfDay(PLAIN, isoDate('2021-03-31'))).toBe(startOfDay(PLAIN, isoDate('2021-04-01')));
});

test.each([LEAP, PLAIN])('twelve months fill the axis of $days days without a gap', (axis) => {
  const months = monthsOf(axis);
  expect(months.map(({ first }) => first.slice(5))).toEqual(
    ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `${month}-01`),
  );
  for (const [index, { start, width }] of months.entries()) {
    expect(start + width).toBeCloseTo(months[index + 1]?.start ?? 1, 12);
  }
});

test.each([
  { why: 'left of the picture', share: -0.1, day: '2020-01-01' },
  { why: 'its left edge', share: 0, day: '2020-01-01' },
  { why: 'where a day ends', share: 258 / 366, day: '2020-09-14' },
  { why: 'nearer to the end before', share: 258.4 / 366, day: '2020-09-14' },
  { why: 'its right edge', share: 1, day: '2020-12-31' },
  { why: 'right of the picture', share: 1.5, day: '2020-12-31' },
])('$why is $day', ({ share, day }) => {
  expect(dayAt(LEAP, share)).toBe(day);
});

test.each([
  { why: 'the day itself', day: '2020-09-13', at: 1 },
  { why: 'the nearer one before', day: '2020-09-15', at: 1 },
  { why: 'the nearer one after', day: '2020-09-18', at: 2 },
  { why: 'the first, of what lies before all', day: '2019-01-01', at: 0 },
  { why: 'the last, of what lies after all', day: '2022-01-01', at: 2 },
])('nearest is $why', ({ day, at }) => {
  const days = ['2020-09-06', '2020-09-13', '2020-09-20'].map(isoDate);
  expect(nearestDay(days, isoDate(day))).toBe(at);
});

test('of no days none is nearest, and the first place is taken', () => {
  expect(nearestDay([], isoDate('2020-09-14'))).toBe(0);
});
