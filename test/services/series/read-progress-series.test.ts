/** A series is what the figures of each of its days are, whatever was kept of it before and whoever said more since. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isoDate } from '../../../src/domain/dates.ts';
import { baselineInForce } from '../../../src/domain/plan.ts';
import { type Ratio, toPercent } from '../../../src/domain/ratio.ts';
import type { Context } from '../../../src/services/context.ts';
import { loadFigures } from '../../../src/services/load-figures.ts';
import {
  type ProgressSeriesQuery,
  type ProgressSeriesView,
  readProgressSeries,
} from '../../../src/services/series/read-progress-series.ts';
import { ARTI, codeOf, openTestContext, type TestContext } from '../../helpers/context.ts';
import { samplePlan } from '../../helpers/sample-plan.ts';
import {
  decision,
  openTestStore,
  ratioMeasurement,
  report,
  say,
  temporaryFile,
  valueMeasurement,
} from '../../store/support.ts';

const WEEKLY: ProgressSeriesQuery = {
  year: 2020,
  asOf: null,
  baseline: null,
  of: { kind: 'PLAN' },
  from: null,
  to: null,
  every: 'WEEK',
};

async function seriesOf(
  context: Context,
  query: Partial<ProgressSeriesQuery> = {},
): Promise<ProgressSeriesView> {
  const series = await readProgressSeries(context, { ...WEEKLY, ...query });
  if (!series.ok) throw new Error(series.refusal.code);
  return series.value;
}

const percentOf = (share: Ratio | null | undefined) => (share ? toPercent(share) : null);

/** What the points should be: a whole assessment of each day, by a context that remembers nothing. */
async function expectedPoints(
  context: Context,
  { points }: ProgressSeriesView,
  of: ProgressSeriesQuery['of'],
) {
  const today = context.clock.today();
  return Promise.all(
    points.map(async ({ day }) => {
      const { number } = baselineInForce(planOf(context), day < today ? day : today);
      const loaded = await loadFigures(
        { ...context, figures: new Map() },
        { year: 2020, asOf: day, baseline: number },
      );
      if (!loaded.ok) throw new Error(loaded.refusal.code);
      const { whole, areas, goals, structures } = loaded.value.figures;
      const figure = {
        PLAN: () => whole.figure,
        AREA: () => areas.find(({ area }) => 'code' in of && area.code === of.code)?.figure,
        GOAL: () => goals.find(({ goal }) => 'code' in of && goal.code === of.code)?.figure,
        STRUCTURE: () =>
          structures.find(({ structure }) => 'code' in of && structure.code === of.code)?.figure,
      }[of.kind]();
      const reached = day <= today;
      return {
        day,
        baseline: number,
        percent: reached ? percentOf(figure?.share) : null,
        reason: reached ? (figure ? figure.because : 'NOTHING_IN_BASELINE') : null,
        coverage: reached ? percentOf(figure?.coverage) : null,
        planned: {
          byDeadline: percentOf(figure?.planned?.byDeadline),
          linear: percentOf(figure?.planned?.linear),
        },
      };
    }),
  );
}

const plans = new WeakMap<Context, typeof ARTI>();
const planOf = (context: Context) => plans.get(context) ?? ARTI;

/** Over the plan made by hand, which has every kind of phase and indicator, and goals that come and go. */
async function openSample(today = '2020-10-15'): Promise<TestContext> {
  const context = await openTestContext({ plan: samplePlan(), file: temporaryFile(), today });
  plans.set(context, samplePlan());
  return context;
}

const SUBJECTS: readonly ProgressSeriesQuery['of'][] = [
  { kind: 'PLAN' },
  { kind: 'AREA', code: '3' },
  { kind: 'GOAL', code: '1.1' },
  { kind: 'GOAL', code: '3.1' },
  { kind: 'GOAL', code: '3.3' },
  { kind: 'STRUCTURE', code: 'DIR' },
];

describe('whatever is said, in whichever order and by whichever process', () => {
  const day = fc.integer({ min: 0, max: 330 }).map((days) => addDays(isoDate('2020-01-01'), days));
  const said = fc.oneof(
    fc.record({
      phase: fc.constantFrom('1.1.1', '1.1.2', '1.1.3', '1.1.4'),
      day,
      percent: fc.constantFrom(0, 2_500, 6_000, 10_000),
    }),
    fc.record({ goal: fc.constantFrom('3.1', '3.3'), day, value: fc.integer({ min: 1, max: 200 }) }),
  );
  const step = fc.record({ facts: fc.array(said, { minLength: 1, maxLength: 3 }), elsewhere: fc.boolean() });

  test.each(SUBJECTS)('$kind $code', async (of) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        const context = await openSample();
        const other = await openTestStore(context.file);
        await seriesOf(context, { of });
        for (const { facts, elsewhere } of steps) {
          const reports = facts.flatMap((fact) =>
            'phase' in fact
              ? [
                  report(fact.phase, fact.day, {
                    percentBps: fact.percent,
                    completes: fact.percent === 10_000,
                  }),
                ]
              : [],
          );
          const measurements = facts.flatMap((fact) => {
            if ('phase' in fact) return [];
            const value = String(fact.value);
            return fact.goal === '3.1'
              ? [ratioMeasurement('3.1', fact.day, value, '200')]
              : [valueMeasurement('3.3', fact.day, value)];
          });
          const store = elsewhere ? other : context.store;
          await store.commit(decision(context.planId, { reports, measurements }));
          const series = await seriesOf(context, { of });
          expect(series.points).toEqual(await expectedPoints(context, series, of));
        }
      }),
      { numRuns: 8 },
    );
  });
});

describe('which days are computed again', () => {
  /** The days that were loaded from the database while `work` ran. */
  async function loadedDays(context: TestContext, work: (context: Context) => Promise<unknown>) {
    const days: string[] = [];
    const { loadStanding } = context.store;
    context.store.loadStanding = async (planId, day) => {
      days.push(day);
      return loadStanding(planId, day);
    };
    await work(context);
    context.store.loadStanding = loadStanding;
    return days;
  }
  const read = (context: Context) => seriesOf(context);

  test('none of what is known', async () => {
    const context = await openTestContext();
    expect(await loadedDays(context, read)).toHaveLength(38);
    expect(await loadedDays(context, read)).toEqual([]);
    expect(await loadedDays(context, (same) => seriesOf(same, { to: isoDate('2020-06-30') }))).toEqual([
      '2020-06-30',
    ]);
  });

  test('today’s, after a report of today', async () => {
    const context = await openTestContext();
    await read(context);
    await say(context.store, context.planId, [report('1.1.1', '2020-09-14')]);
    expect(await loadedDays(context, read)).toEqual(['2020-09-14']);
  });

  test('of a back-dated correction, those until its phase was reported of again', async () => {
    const context = await openTestContext();
    await say(context.store, context.planId, [report('1.1.1', '2020-04-01'), report('1.1.2', '2020-03-20')]);
    await read(context);
    await say(context.store, context.planId, [report('1.1.1', '2020-03-10', { percentBps: 1_000 })]);
    expect(await loadedDays(context, read)).toEqual(['2020-03-15', '2020-03-22', '2020-03-29']);
  });

  test('all, of a plan that was imported anew', async () => {
    const context = await openTestContext();
    await read(context);
    await context.store.importPlan({
      plan: { ...ARTI, title: 'Altro titolo' },
      contentHash: 'sha-2',
      lastSequence: 0,
      recordedAt: '2020-09-14T09:00:00.000Z',
      audit: { kind: 'PLAN_IMPORTED', actor: 'test', body: {} },
    });
    expect(await loadedDays(context, read)).toHaveLength(38);
  });

  test('all of what was said, after more was said than is worth asking about; the plan ahead stays', async () => {
    const context = await openTestContext();
    await seriesOf(context, { to: isoDate('2020-12-31') });
    const many = Array.from({ length: 501 }, () => report('1.1.1', '2020-09-14'));
    await context.store.commit(decision(context.planId, { reports: many }));
    expect(await loadedDays(context, (same) => seriesOf(same, { to: isoDate('2020-12-31') }))).toHaveLength(
      37,
    );
  });
});

describe('the range', () => {
  test.each([
    { why: 'the year so far', today: '2020-09-14', query: {}, from: '2020-01-01', to: '2020-09-14' },
    {
      why: 'until the as-of day',
      today: '2020-09-14',
      query: { asOf: isoDate('2020-06-30') },
      from: '2020-01-01',
      to: '2020-06-30',
    },
    {
      why: 'of a year that is over, all of it',
      today: '2026-03-01',
      query: {},
      from: '2020-01-01',
      to: '2020-12-31',
    },
    {
      why: 'of a year to come, today alone',
      today: '2019-11-05',
      query: {},
      from: '2019-11-05',
      to: '2019-11-05',
    },
    {
      why: 'as asked',
      today: '2020-09-14',
      query: { from: isoDate('2020-02-03'), to: isoDate('2020-12-01') },
      from: '2020-02-03',
      to: '2020-12-01',
    },
  ])('$why', async ({ today, query, from, to }) => {
    expect(await seriesOf(await openTestContext({ today }), query)).toMatchObject({
      from,
      to,
      every: 'WEEK',
    });
  });

  test.each([
    {
      why: 'ends before it begins',
      query: { from: isoDate('2020-10-01'), to: isoDate('2020-09-30') },
      code: 'RANGE_INVALID',
    },
    { why: 'begins after today', query: { from: isoDate('2020-10-01') }, code: 'RANGE_INVALID' },
    { why: 'too many days', query: { to: isoDate('2021-12-31'), every: 'DAY' }, code: 'RANGE_TOO_LONG' },
    { why: 'no such baseline', query: { baseline: 4 }, code: 'NO_BASELINE' },
    { why: 'no such plan', query: { year: 2019 }, code: 'NO_PLAN' },
    { why: 'no such goal', query: { of: { kind: 'GOAL', code: '9.9' } }, code: 'UNKNOWN_CODE' },
  ] as const)('refused: $why → $code', async ({ query, code }) => {
    expect(codeOf(await readProgressSeries(await openTestContext(), { ...WEEKLY, ...query }))).toBe(code);
  });
});

describe('each point', () => {
  const on = (series: ProgressSeriesView, day: string) => series.points.find((point) => point.day === day);

  test('is counted by the baseline in force on its day, the annex’s figures on either side of the act', async () => {
    const context = await openTestContext({ today: '2020-12-31' });
    const of = { kind: 'GOAL', code: '1.1' } as const;
    const daily = { of, every: 'DAY' } as const;
    const series = await seriesOf(context, daily);
    expect(on(series, '2020-06-30')).toMatchObject({ baseline: 0, planned: { byDeadline: 65 } });
    expect(on(series, '2020-09-30')).toMatchObject({ baseline: 1, planned: { byDeadline: 55 } });
    const asked = await seriesOf(context, { ...daily, baseline: 1 });
    expect(on(asked, '2020-06-30')).toMatchObject({ baseline: 1, planned: { byDeadline: 40 } });
  });

  test('after the day of the figures is planned alone; up to it what is known counts, though it lies ahead', async () => {
    const context = await openTestContext();
    await say(context.store, context.planId, [report('1.1.1', '2020-09-01')]);
    const to = isoDate('2020-12-31');
    const now = await seriesOf(context, { asOf: null, to });
    expect(on(now, '2020-09-13')?.percent).toBeGreaterThan(0);
    expect(on(now, '2020-09-20')).toMatchObject({ percent: null, reason: 'NOT_YET', coverage: null });
    expect(on(now, '2020-12-31')?.planned.byDeadline).toBeCloseTo((100 * 76) / 86, 10);
    const ahead = await seriesOf(context, { asOf: isoDate('2020-10-31'), to });
    const known = on(ahead, '2020-09-13')?.percent;
    expect(on(ahead, '2020-10-25')).toMatchObject({ percent: known, reason: null });
    expect(on(ahead, '2020-11-01')).toMatchObject({ percent: null, reason: 'NOT_YET' });
  });

  test('seen from before an act, is counted without it', async () => {
    const series = await seriesOf(await openTestContext(), {
      asOf: isoDate('2020-07-31'),
      to: isoDate('2020-09-30'),
    });
    expect(new Set(series.points.map(({ baseline }) => baseline))).toEqual(new Set([0]));
  });

  test('without a figure says why', async () => {
    const series = await seriesOf(await openTestContext(), { of: { kind: 'GOAL', code: '4.3' } });
    expect(on(series, '2020-09-06')).toMatchObject({ percent: null, reason: 'SCHEDULE_UNKNOWN' });
    const inserted = await seriesOf(await openTestContext(), { of: { kind: 'GOAL', code: '1.4' } });
    expect(on(inserted, '2020-03-01')).toMatchObject({ percent: null, reason: 'NOTHING_IN_BASELINE' });
  });
});
