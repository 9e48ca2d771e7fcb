/** Actual against planned over the year: which days, which baseline on each, and the same figures as everywhere. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/domain/assess.ts';
import { type IsoDate, isoDate } from '../../src/domain/dates.ts';
import { DEFAULT_HEALTH_RULES } from '../../src/domain/health.ts';
import { baselineInForce, findBaseline, type Plan } from '../../src/domain/plan.ts';
import { compare, ONE, ZERO } from '../../src/domain/ratio.ts';
import { baselineOn, figuresOfDay, nothingSaid } from '../../src/domain/series/day-figures.ts';
import { figureOfSubject, type SeriesSubject } from '../../src/domain/series/series-subject.ts';
import { isFriday, isMonthEnd, seriesDays, yearSeries } from '../../src/domain/year-series.ts';
import { ARTI } from '../helpers/context.ts';
import {
  buildPlan,
  dayAfter,
  displayPercent,
  goalCode,
  OSRU,
  only,
  phaseCodeOf,
  print,
  scheduledGoal,
  standingOf,
} from '../helpers/figures.ts';

const goal = (code: string): SeriesSubject => ({ kind: 'GOAL', code: goalCode(code), name: code });
const WHOLE: SeriesSubject = { kind: 'PLAN', name: 'Piano' };

/** As if `reports` (percent by phase) had been made on the first day of the year. */
function seriesOf(
  plan: Plan,
  subject: SeriesSubject,
  day: string,
  reports: Readonly<Record<string, number>> = {},
  baseline: number | null = null,
) {
  const asOf = isoDate(day);
  const query = { asOf, baseline };
  const figureOn = (on: IsoDate) => {
    const said = on > asOf ? nothingSaid(on) : standingOf(on, { reports });
    const [figure] = figuresOfDay(plan, baselineOn(plan, on, query), [subject], said, DEFAULT_HEALTH_RULES);
    return figure ?? null;
  };
  const figures = assess(
    plan,
    baselineOn(plan, asOf, query),
    standingOf(day, { reports }),
    DEFAULT_HEALTH_RULES,
  );
  const now = figureOfSubject(figures, subject);
  if (!now) throw new Error(`no figure of ${subject.kind}`);
  return yearSeries(plan, subject, query, now, figureOn);
}

type Series = ReturnType<typeof seriesOf>;
const pointOn = (series: Series, day: string) => only(series.points.filter((point) => point.day === day));
const planned = (series: Series, day: string) => {
  const { plannedByDeadline, plannedLinear } = pointOn(series, day);
  return [displayPercent(plannedByDeadline), displayPercent(plannedLinear)];
};

describe('the days', () => {
  const days = seriesDays(ARTI, isoDate('2020-09-14'));

  test.each([
    { why: 'the first Friday', day: '2020-01-03', is: true },
    { why: 'no other day of the week', day: '2020-01-04', is: false },
    { why: 'a leap day is a month’s end', day: '2020-02-29', is: true },
    { why: 'a month’s end in the week', day: '2020-06-30', is: true },
    { why: 'the eve of a baseline', day: '2020-08-02', is: true },
    { why: 'its first day', day: '2020-08-03', is: true },
    { why: 'the as-of day, a Monday', day: '2020-09-14', is: true },
    { why: 'the last of the year', day: '2020-12-31', is: true },
    { why: 'nothing of the year before, eve of the first baseline', day: '2019-12-31', is: false },
  ])('$why → $is', ({ day, is }) => {
    expect(days.includes(isoDate(day))).toBe(is);
  });

  test('come in order, each once', () => {
    expect([...new Set(days)].sort()).toEqual(days);
    expect(days.filter(isFriday)).toHaveLength(52);
    expect(days.filter(isMonthEnd)).toHaveLength(12);
  });

  test('leave an as-of day of another year out', () => {
    expect(seriesDays(ARTI, isoDate('2021-02-10')).at(-1)).toBe('2020-12-31');
  });
});

describe('CRONO 1 as the annex has it (rule 8)', () => {
  test.each([
    { why: 'the re-modulated plan', baseline: 1, day: '2020-06-30', figures: ['40.00', '73.35'] },
    { why: 'the re-modulated plan', baseline: 1, day: '2020-09-30', figures: ['55.00', '90.22'] },
    { why: 'the re-modulated plan', baseline: 1, day: '2020-10-31', figures: ['65.00', '94.17'] },
    { why: 'the approved plan', baseline: 0, day: '2020-06-30', figures: ['65.00', '82.40'] },
    {
      why: 'in force: the approved one before the act',
      baseline: null,
      day: '2020-06-30',
      figures: ['65.00', '82.40'],
    },
    { why: 'in force: the new one after it', baseline: null, day: '2020-09-30', figures: ['55.00', '90.22'] },
  ])('$why on $day → $figures', ({ baseline, day, figures }) => {
    expect(planned(seriesOf(ARTI, goal('1.1'), '2020-12-31', {}, baseline), day)).toEqual(figures);
  });
});

describe('a re-baselining', () => {
  const series = seriesOf(ARTI, goal('1.1'), '2020-09-14');

  test('is a step between two days', () => {
    expect(planned(series, '2020-08-02')[0]).toBe('65.00');
    expect(planned(series, '2020-08-03')[0]).toBe('40.00');
    expect(series.rebaselinings).toEqual([{ day: '2020-08-03', baseline: 1 }]);
  });

  test('is not known before its day: the year is planned as the baseline of the as-of day has it', () => {
    const before = seriesOf(ARTI, goal('1.1'), '2020-07-01');
    expect(planned(before, '2020-09-30')).toEqual(
      planned(seriesOf(ARTI, goal('1.1'), '2020-07-01', {}, 0), '2020-09-30'),
    );
    expect(before.rebaselinings).toEqual([]);
  });

  test('does not show when a baseline is asked for', () => {
    expect(seriesOf(ARTI, goal('1.1'), '2020-09-14', {}, 1).rebaselinings).toEqual([]);
  });
});

describe('null, which is not 0', () => {
  test('the actual of days to come', () => {
    const series = seriesOf(ARTI, goal('1.1'), '2020-09-14', { '1.1.1': 50 });
    expect(pointOn(series, '2020-09-14').actual).not.toBeNull();
    expect(series.points.filter(({ day }) => day > '2020-09-14').every(({ actual }) => actual === null)).toBe(
      true,
    );
  });

  test('a goal before the baseline that inserted it', () => {
    const series = seriesOf(ARTI, goal('1.4'), '2020-09-14');
    expect(pointOn(series, '2020-08-02')).toEqual({
      day: '2020-08-02',
      actual: null,
      plannedByDeadline: null,
      plannedLinear: null,
    });
    expect(print(pointOn(series, '2020-08-03').actual)).toBe('0/1');
  });

  test('everything of a goal whose schedule is not known', () => {
    const { points, now } = seriesOf(ARTI, goal('4.3'), '2020-09-14');
    expect(
      points.flatMap((point) => [point.actual, point.plannedLinear]).every((each) => each === null),
    ).toBe(true);
    expect(now.because).toBe('SCHEDULE_UNKNOWN');
  });

  test('after the year all of it has happened', () => {
    const { points, now } = seriesOf(ARTI, WHOLE, '2021-02-10', { '1.1.1': 100 });
    expect(points.every(({ actual }) => actual !== null)).toBe(true);
    expect(now.share).toEqual(points.at(-1)?.actual);
  });
});

test('a baseline that the plan does not have is a bug', () => {
  const asOf = isoDate('2020-09-14');
  expect(() => baselineOn(ARTI, asOf, { asOf, baseline: 7 })).toThrow('no baseline 7');
});

describe('every subject has the figure of a whole assessment', () => {
  const subjects: readonly SeriesSubject[] = [
    WHOLE,
    { kind: 'AREA', code: '1', name: 'Ambito' },
    goal('1.1'),
    goal('3.1'),
    { kind: 'PHASE', code: phaseCodeOf('1.1.2'), name: null },
    ...ARTI.structures.map(({ code, name }): SeriesSubject => ({ kind: 'STRUCTURE', code, name })),
  ];
  const reports = { '1.1.1': 60, '1.1.2': 25, '1.2.1': 100, '1.4.1': 30 };

  test.each(subjects)('$kind $code', (subject) => {
    for (const baseline of [null, 0, 1]) {
      const series = seriesOf(ARTI, subject, '2020-09-14', reports, baseline);
      for (const { day, ...shares } of series.points.filter((point) => point.day <= '2020-09-14')) {
        const chosen = baseline === null ? baselineInForce(ARTI, day) : findBaseline(ARTI, baseline);
        if (!chosen) throw new Error(`no baseline ${baseline}`);
        const figures = assess(ARTI, chosen, standingOf(day, { reports }), DEFAULT_HEALTH_RULES);
        const whole = {
          PLAN: () => figures.whole.figure,
          AREA: () => figures.areas.find(({ area }) => area.code === '1')?.figure,
          GOAL: () =>
            figures.goals.find((each) => 'code' in subject && each.goal.code === subject.code)?.figure,
          PHASE: () =>
            figures.goals.flatMap(({ phases }) => phases).find((each) => each.phase.code === '1.1.2')?.figure,
          STRUCTURE: () =>
            figures.structures.find((each) => 'code' in subject && each.structure.code === subject.code)
              ?.figure,
        }[subject.kind]();
        expect([
          day,
          print(shares.actual),
          print(shares.plannedByDeadline),
          print(shares.plannedLinear),
        ]).toEqual([
          day,
          print(whole?.share),
          print(whole?.planned?.byDeadline),
          print(whole?.planned?.linear),
        ]);
      }
    }
  });
});

describe('whatever the schedule', () => {
  const spans = fc
    .tuple(fc.integer({ min: 0, max: 365 }), fc.integer({ min: 0, max: 365 }))
    .map(([a, b]) => ({
      start: dayAfter('2020-01-01', Math.min(a, b)),
      end: dayAfter('2020-01-01', Math.max(a, b)),
    }));
  const phases = fc.array(
    fc.record({
      span: spans,
      weight: fc.integer({ min: 1, max: 100 }),
      reached: fc.integer({ min: 0, max: 100 }),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const asOfs = fc.integer({ min: 0, max: 365 }).map((days) => dayAfter('2020-01-01', days));

  test('planned never falls within one baseline, and no share leaves 0 to 100 %', () => {
    fc.assert(
      fc.property(phases, asOfs, (input, asOf) => {
        const plan = buildPlan([
          scheduledGoal(
            '1.1',
            100,
            input.map(({ span, weight }) => ({ ...span, weight, structures: [OSRU] })),
          ),
        ]);
        const reports = Object.fromEntries(input.map(({ reached }, index) => [`1.1.${index + 1}`, reached]));
        for (const subject of [
          WHOLE,
          goal('1.1'),
          { kind: 'STRUCTURE', code: OSRU, name: 'OSRU' } as const,
        ]) {
          const { points } = seriesOf(plan, subject, asOf, reports);
          let before = { plannedByDeadline: ZERO, plannedLinear: ZERO };
          for (const { day, actual, plannedByDeadline, plannedLinear } of points) {
            expect(actual === null).toBe(day > asOf);
            if (plannedByDeadline === null || plannedLinear === null)
              throw new Error(`nothing planned on ${day}`);
            expect(compare(plannedByDeadline, before.plannedByDeadline)).not.toBe(-1);
            expect(compare(plannedLinear, before.plannedLinear)).not.toBe(-1);
            expect(compare(plannedByDeadline, plannedLinear)).not.toBe(1);
            for (const share of [actual, plannedLinear]) if (share) expect(compare(share, ONE)).not.toBe(1);
            before = { plannedByDeadline, plannedLinear };
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
