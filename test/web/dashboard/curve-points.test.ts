import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import {
  baselineChanges,
  type CurvePoint,
  hasFigures,
  hasPlanned,
  isToCome,
  lastFigure,
  pointsWith,
} from '../../../src/web/dashboard/charts/curve-points.ts';

function point(day: string, percent: number | null, more: Partial<CurvePoint> = {}): CurvePoint {
  return {
    day: isoDate(day),
    baseline: 1,
    percent,
    reason: percent === null ? 'NOT_YET' : null,
    coverage: percent === null ? null : 100,
    planned: { linear: 50, byDeadline: 40 },
    ...more,
  };
}

const TODAY = { percent: 46.65, reason: null, coverage: 80, planned: { linear: 64.5, byDeadline: 0 } };
const WEEKS = [point('2020-09-06', 40), point('2020-09-13', 45), point('2020-09-20', null)];

describe('the figures of the day', () => {
  test('stand between the points before and after it, by the baseline of the next', () => {
    expect(pointsWith(WEEKS, '2020-09-14', TODAY)).toEqual([
      WEEKS[0],
      WEEKS[1],
      { day: '2020-09-14', baseline: 1, ...TODAY },
      WEEKS[2],
    ]);
  });

  test('are not told twice where the series has a point of that day', () => {
    expect(pointsWith(WEEKS, '2020-09-13', TODAY)).toEqual(WEEKS);
  });

  test('come first where the day lies before all points', () => {
    expect(pointsWith(WEEKS, '2020-09-01', TODAY).map(({ day }) => day)[0]).toBe('2020-09-01');
  });

  test('are left out where the day lies after all of them: it is not in the picture', () => {
    expect(pointsWith(WEEKS, '2021-01-15', TODAY)).toEqual(WEEKS);
    expect(pointsWith([], '2020-09-14', TODAY)).toEqual([]);
  });
});

test('the last figure is the last that is one', () => {
  expect(lastFigure(WEEKS)?.day).toBe('2020-09-13');
  expect(lastFigure([point('2020-09-06', 0), point('2020-09-13', null)])?.percent).toBe(0);
  expect(lastFigure([point('2020-09-06', null)])).toBeNull();
});

test('a curve has figures, or is planned, where one of its points is', () => {
  const unknown = point('2020-09-06', null, { planned: { linear: null, byDeadline: null } });
  expect([hasFigures([unknown]), hasPlanned([unknown])]).toEqual([false, false]);
  expect([hasFigures([point('2020-09-06', null)]), hasPlanned([point('2020-09-06', null)])]).toEqual([
    false,
    true,
  ]);
  expect(hasFigures([unknown, point('2020-09-13', 0)])).toBe(true);
  const byDeadline = point('2020-09-06', null, { planned: { linear: null, byDeadline: 0 } });
  expect(hasPlanned([byDeadline])).toBe(true);
});

test('only a day to come needs no reason for having no figure', () => {
  expect(isToCome(point('2020-09-20', null))).toBe(true);
  expect(isToCome(point('2020-09-20', null, { reason: 'SCHEDULE_UNKNOWN' }))).toBe(false);
  expect(isToCome(point('2020-09-20', 10))).toBe(false);
});

describe('changes of baseline', () => {
  const BASELINES = [
    { number: 0, act: 'DGR 153/2020', effectiveFrom: '2020-01-01' },
    { number: 1, act: 'DGR 1095/2020', effectiveFrom: '2020-08-03' },
    { number: 2, act: 'DGR 1500/2020', effectiveFrom: '2020-08-05' },
  ];
  const counted = (...baselines: number[]) =>
    baselines.map((baseline, index) => point(`2020-08-0${index + 1}`, 1, { baseline }));

  test.each([
    { why: 'none where one baseline counts all', baselines: [1, 1, 1], days: [] },
    {
      why: 'on the day from which it is in force, not of the point',
      baselines: [0, 0, 1, 1],
      days: ['2020-08-03'],
    },
    { why: 'each of two between two points', baselines: [0, 2], days: ['2020-08-03', '2020-08-05'] },
    { why: 'each where they come one by one', baselines: [0, 1, 2], days: ['2020-08-03', '2020-08-05'] },
    { why: 'none without points', baselines: [], days: [] },
  ])('$why', ({ baselines, days }) => {
    expect(baselineChanges(counted(...baselines), BASELINES).map(({ day }) => day)).toEqual(days);
  });

  test('carry the act', () => {
    expect(baselineChanges(counted(0, 1), BASELINES)).toEqual([
      { number: 1, act: 'DGR 1095/2020', day: '2020-08-03' },
    ]);
  });
});
