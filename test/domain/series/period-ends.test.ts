/** The days of a series: one a period, in order, always with the last day asked for. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, isoDate } from '../../../src/domain/dates.ts';
import { MOST_POINTS, PERIODS, type Period, periodEnds } from '../../../src/domain/series/period-ends.ts';

const between = (from: string, to: string, every: Period) =>
  periodEnds({ from: isoDate(from), to: isoDate(to) }, every);

function daysOf(from: string, to: string, every: Period): readonly string[] {
  const days = between(from, to, every);
  if (!days.ok) throw new Error(days.refusal.code);
  return days.value;
}

describe('which days', () => {
  test.each<{ why: string; from: string; to: string; every: Period; days: string[] }>([
    { why: 'one day', from: '2020-03-01', to: '2020-03-01', every: 'DAY', days: ['2020-03-01'] },
    {
      why: 'every day, a leap day too',
      from: '2020-02-28',
      to: '2020-03-01',
      every: 'DAY',
      days: ['2020-02-28', '2020-02-29', '2020-03-01'],
    },
    {
      why: 'the Sunday of the week',
      from: '2020-09-14',
      to: '2020-09-20',
      every: 'WEEK',
      days: ['2020-09-20'],
    },
    {
      why: 'from a Sunday, which ends its own week',
      from: '2020-09-13',
      to: '2020-09-20',
      every: 'WEEK',
      days: ['2020-09-13', '2020-09-20'],
    },
    {
      why: 'a week that is not over ends where the range does',
      from: '2020-09-14',
      to: '2020-09-22',
      every: 'WEEK',
      days: ['2020-09-20', '2020-09-22'],
    },
    {
      why: 'ends of months of every length',
      from: '2020-01-31',
      to: '2020-04-15',
      every: 'MONTH',
      days: ['2020-01-31', '2020-02-29', '2020-03-31', '2020-04-15'],
    },
    {
      why: 'over the turn of a year',
      from: '2019-12-30',
      to: '2020-01-31',
      every: 'MONTH',
      days: ['2019-12-31', '2020-01-31'],
    },
  ])('$why', ({ from, to, every, days }) => {
    expect(daysOf(from, to, every)).toEqual(days);
  });

  test('a year by weeks has 53 points, and by days 366', () => {
    expect(daysOf('2020-01-01', '2020-12-31', 'WEEK')).toHaveLength(53);
    expect(daysOf('2020-01-01', '2020-12-31', 'DAY')).toHaveLength(366);
  });
});

describe('refused', () => {
  test('a range that ends before it begins', () => {
    expect(between('2020-09-14', '2020-09-13', 'DAY')).toMatchObject({
      ok: false,
      refusal: { code: 'RANGE_INVALID', from: '2020-09-14', to: '2020-09-13' },
    });
  });

  test.each<{ every: Period; last: string; over: string }>([
    { every: 'DAY', last: '2021-02-03', over: '2021-02-04' },
    { every: 'WEEK', last: '2027-08-29', over: '2027-08-30' },
    { every: 'MONTH', last: '2053-04-30', over: '2053-05-01' },
  ])('more than 400 points by $every', ({ every, last, over }) => {
    expect(daysOf('2020-01-01', last, every)).toHaveLength(MOST_POINTS);
    expect(between('2020-01-01', over, every)).toMatchObject({
      refusal: { code: 'RANGE_TOO_LONG', points: MOST_POINTS + 1, limit: MOST_POINTS },
    });
  });

  test('without counting a thousand years day by day', () => {
    expect(between('1900-01-01', '2999-12-31', 'DAY')).toMatchObject({ refusal: { points: 401_767 } });
  });
});

test('for any range: in order, within it, ending with it, and one point in each period that it touches', () => {
  const range = fc.record({
    start: fc.integer({ min: 0, max: 4_000 }),
    length: fc.integer({ min: 0, max: 390 }),
  });
  fc.assert(
    fc.property(range, fc.constantFrom(...PERIODS), ({ start, length }, every) => {
      const from = addDays(isoDate('2016-01-01'), start);
      const to = addDays(from, length);
      const days = daysOf(from, to, every);
      expect(days.at(-1)).toBe(to);
      expect([...new Set(days)].sort()).toEqual(days);
      expect(days.every((day) => from <= day && day <= to)).toBe(true);
      const periodOf = (day: string) => {
        if (every === 'DAY') return day;
        if (every === 'MONTH') return day.slice(0, 7);
        return Math.floor(daysBetween(isoDate('1900-01-01'), isoDate(day)) / 7);
      };
      const touched = new Set(
        Array.from({ length: length + 1 }, (_, index) => periodOf(addDays(from, index))),
      );
      expect(days.map(periodOf)).toEqual([...touched]);
    }),
    { numRuns: 200 },
  );
});
