/** Summaries of the real plan as of a day: the annex’s figures by hand, and the same as everybody else is shown. */
import { describe, expect, test } from 'vitest';
import type { StructureCode } from '../../src/domain/codes.ts';
import { isoDate } from '../../src/domain/dates.ts';
import { printRatio, type Ratio, ratio, sum } from '../../src/domain/ratio.ts';
import { summaryCurve } from '../../src/domain/summaries/summary-curve.ts';
import type { StructureSummary } from '../../src/domain/summary.ts';
import {
  loadSummaryBasis,
  makePlanSummary,
  makeStructureSummary,
} from '../../src/services/make-summaries.ts';
import { readSeries, say } from '../charts/said-series.ts';
import { openTestContext, type TestContext } from '../helpers/context.ts';
import { buildPlan, DIREZIONE, LAVORO, OSRU, scheduledGoal } from '../helpers/figures.ts';

async function basisOf(context: TestContext, asOf: string) {
  const basis = await loadSummaryBasis(context, { year: 2020, asOf: isoDate(asOf) });
  if (!basis.ok) throw new Error(basis.refusal.code);
  return basis.value;
}

const structureOn = async (context: TestContext, structure: StructureCode, asOf: string) =>
  makeStructureSummary(context, await basisOf(context, asOf), structure, null);

const planOn = async (context: TestContext, asOf: string) =>
  makePlanSummary(context, await basisOf(context, asOf), 'PLAN_WEEK', null);

async function contextWithReports(): Promise<TestContext> {
  const context = await openTestContext({ today: '2020-12-31' });
  await say(context, '1.1.6', '100', '2020-04-28');
  await say(context, '1.1.1', '50', '2020-09-22');
  await say(context, '1.1.1', '80', '2020-09-28');
  await say(context, '1.4.1', '50', '2020-09-10');
  return context;
}

/** Of phases 1 (15, to 30/09), 2 (10, to 30/10), 3 (25, to 31/12) and 6 (25, to 30/04) of CRONO 1: 75 in all. */
const ofOsru = (...parts: readonly Ratio[]) => printRatio(ratio(sum(parts).n, sum(parts).d * 75n));

describe('OSRU on 30/09/2020, by hand', () => {
  test('progress, both readings of what was planned, coverage; and a week before', async () => {
    const { now, before } = await structureOn(await contextWithReports(), OSRU, '2020-09-30');
    expect(now).toEqual({
      // 80 % of 15, and 25.
      share: ofOsru(ratio(12), ratio(25)),
      coverage: ofOsru(ratio(15), ratio(25)),
      plannedByDeadline: ofOsru(ratio(15), ratio(25)),
      // 274 days of the year are over: of 274, of 304, of 366.
      plannedLinear: ofOsru(ratio(15), ratio(10 * 274, 304), ratio(25 * 274, 366), ratio(25)),
    });
    expect(before).toEqual({
      share: ofOsru(ratio(15, 2), ratio(25)),
      coverage: ofOsru(ratio(15), ratio(25)),
      plannedByDeadline: ofOsru(ratio(25)),
      plannedLinear: ofOsru(ratio(15 * 267, 274), ratio(10 * 267, 304), ratio(25 * 267, 366), ratio(25)),
    });
  });

  test('what it lists', async () => {
    const summary = await structureOn(await contextWithReports(), OSRU, '2020-09-30');
    const codes = ({ moved, lateOrBlocked, unreported, dueSoon, indicators }: StructureSummary) =>
      [moved, lateOrBlocked, unreported, dueSoon]
        .map((items) => items.map(({ item }) => item))
        .concat([indicators.map(({ goal }) => goal)]);
    expect(codes(summary)).toEqual([['1.1.1'], [], ['1.1.2', '1.1.3'], ['1.1.1'], []]);
    expect(codes(await structureOn(await contextWithReports(), OSRU, '2020-10-01'))).toEqual([
      ['1.1.1'],
      ['1.1.1'],
      ['1.1.2', '1.1.3'],
      [],
      [],
    ]);
  });
});

test('the Direzione answers for the indicators; one that refers to a figure of 2019 has no target before the act', async () => {
  const context = await openTestContext();
  const targets = async (asOf: string) =>
    (await structureOn(context, DIREZIONE, asOf)).indicators.map(({ goal, target }) => [
      goal,
      target?.value ?? null,
    ]);
  expect(await targets('2020-06-30')).toEqual([
    ['3.1', '105'],
    ['3.2', '66'],
    ['3.3', '100'],
    ['4.1', null],
    ['4.2', '60'],
  ]);
  expect(Object.fromEntries(await targets('2020-09-30'))).toMatchObject({
    '3.1': '40',
    '3.2': '50',
    '4.1': '50',
  });
});

test('a quiet week: figures, and nothing to tell', async () => {
  const context = await openTestContext({ today: '2020-12-31' });
  for (const item of ['1.1.1', '1.1.2', '1.1.3', '1.1.6']) await say(context, item, '100', '2020-04-28');
  const summary = await structureOn(context, OSRU, '2020-07-10');
  expect(summary).toMatchObject({
    now: { share: '1/1', coverage: '1/1' },
    before: { share: '1/1' },
    moved: [],
    lateOrBlocked: [],
    unreported: [],
    notAnswered: [],
    dueSoon: [],
  });
});

test('before the year begins: nothing planned yet, and a curve that is only planned', async () => {
  const summary = await structureOn(await openTestContext(), OSRU, '2019-12-31');
  expect(summary.now).toMatchObject({ share: '0/1', plannedByDeadline: '0/1', plannedLinear: '0/1' });
  expect(summary.curve?.points.every(({ actual }) => actual === null)).toBe(true);
});

test('a structure with nothing in the baseline', async () => {
  const plan = buildPlan([scheduledGoal('1.1', 10, [{ structures: [OSRU] }])]);
  const summary = await structureOn(await openTestContext({ plan }), LAVORO, '2020-09-18');
  expect(summary.now).toEqual({
    share: null,
    coverage: null,
    plannedByDeadline: null,
    plannedLinear: null,
    because: 'NOTHING_IN_BASELINE',
  });
  expect(summary.curve?.points.every((each) => each.actual === null && each.plannedLinear === null)).toBe(
    true,
  );
});

describe('the year’s curve', () => {
  test.each([{ asOf: '2020-07-31' }, { asOf: '2020-09-18' }])(
    'is what a chart draws as of $asOf',
    async ({ asOf }) => {
      const context = await contextWithReports();
      const day = isoDate(asOf);
      const structure = await structureOn(context, OSRU, asOf);
      expect(structure.curve).toEqual(
        summaryCurve(await readSeries(context, { subject: 'OSRU', asOf: day })),
      );
      const plan = await planOn(context, asOf);
      expect(plan.curve).toEqual(summaryCurve(await readSeries(context, { asOf: day })));
      expect(plan.curve?.rebaselinings).toHaveLength(asOf >= '2020-08-03' ? 1 : 0);
      // On its day it shows the summary’s own figure, and nothing after it.
      for (const { curve, now } of [structure, plan]) {
        expect(curve?.points.find((point) => point.day === asOf)).toEqual({
          day: asOf,
          actual: now.share,
          plannedByDeadline: now.plannedByDeadline,
          plannedLinear: now.plannedLinear,
        });
        expect(curve?.points.filter((point) => point.day > asOf && point.actual !== null)).toEqual([]);
      }
    },
  );
});

test.each([
  { why: 'before the act', asOf: '2020-07-31' },
  { why: 'on its first day', asOf: '2020-08-03' },
  { why: 'after it', asOf: '2020-09-18' },
  { why: 'after the year', asOf: '2021-02-10' },
])('$why the curve of every structure and of the plan is what a chart draws by itself', async ({ asOf }) => {
  const context = await contextWithReports();
  const day = isoDate(asOf);
  const basis = await basisOf(context, asOf);
  const drawn = async (subject: string | null) =>
    summaryCurve(await readSeries(context, { year: 2020, subject, asOf: day }));
  expect((await makePlanSummary(context, basis, 'PLAN_WEEK', null)).curve).toEqual(await drawn(null));
  for (const { code } of basis.stored.plan.structures) {
    const { curve } = await makeStructureSummary(context, basis, code, null);
    expect([code, curve]).toEqual([code, await drawn(code)]);
  }
});

test('however many summaries are made, each day of the year is looked at once', async () => {
  const context = await contextWithReports();
  const days: string[] = [];
  const { loadStanding } = context.store;
  const counting: TestContext = {
    ...context,
    store: {
      ...context.store,
      loadStanding: (planId, day) => {
        days.push(day);
        return loadStanding(planId, day);
      },
    },
  };
  const keptBefore = context.figures.size;
  const basis = await basisOf(counting, '2020-09-18');
  await makePlanSummary(counting, basis, 'PLAN_WEEK', null);
  for (const { code } of basis.stored.plan.structures)
    await makeStructureSummary(counting, basis, code, null);
  // The summary’s own day and the one it compares with are looked at for all the rest that it says, too.
  const twice = days.filter((day, index) => days.indexOf(day) !== index).sort();
  expect(twice).toEqual(['2020-09-11', '2020-09-18']);
  expect(new Set(days).size).toBeGreaterThan(40);
  // And nothing of them stays but those two.
  expect(context.figures.size).toBe(keptBefore + 2);
});

test('the goal’s plan over the year is the annex’s: 65 / 82.40 in June, 55 / 90.22 in September', async () => {
  const context = await openTestContext();
  const goal = async (asOf: string) =>
    (await planOn(context, asOf)).goals.find((each) => each.goal === '1.1')?.now;
  expect((await goal('2020-06-30'))?.plannedByDeadline).toBe('13/20');
  expect((await goal('2020-09-30'))?.plannedByDeadline).toBe('11/20');
});

test('what a report said beside its figure goes with it', async () => {
  const context = await openTestContext({ today: '2020-09-18' });
  await context.store.commit({
    planId: context.planId,
    revision: null,
    lastSequence: null,
    recordedAt: '2020-09-17T08:00:00.000Z',
    inbox: null,
    reports: [
      {
        phase: '1.1.6' as never,
        percentBps: 9000,
        units: null,
        completes: false,
        blockedBecause: null,
        reportedOn: isoDate('2020-09-11'),
        actor: 'referente.osru',
        source: 'SLACK',
        note: 'in attesa della delibera',
        evidence: null,
      },
    ],
  });
  const { lateOrBlocked, unreported } = await structureOn(context, OSRU, '2020-09-18');
  expect(lateOrBlocked).toMatchObject([{ item: '1.1.6', daysLate: 141, note: 'in attesa della delibera' }]);
  // It speaks of a week ago, but somebody did say something this week.
  expect(unreported.map(({ item }) => item)).toEqual(['1.1.1', '1.1.2', '1.1.3']);
});
