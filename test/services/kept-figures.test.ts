/** Figures that follow what is said are those that are computed from the whole history. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GoalCode, PhaseCode } from '../../src/domain/codes.ts';
import { addDays, isoDate } from '../../src/domain/dates.ts';
import { type Goal, type Plan, phasesOf } from '../../src/domain/plan.ts';
import { CURRENT, loadFigures } from '../../src/services/load-figures.ts';
import { planView } from '../../src/services/views/plan-view.ts';
import type { NewMeasurement, NewStatusReport } from '../../src/store/port.ts';
import { ARTI, openTestContext, type TestContext, TODAY } from '../helpers/context.ts';
import { decimal } from '../helpers/figures.ts';

/** In the later baseline one indicator adds its figures up, and another has a target that can be computed. */
const sumsUp = (goal: Goal): Goal =>
  goal.code === '3.1' ? { ...goal, indicator: { ...goal.indicator, accumulation: 'SUM' } } : goal;
const PLAN: Plan = {
  ...ARTI,
  baselines: ARTI.baselines.map((each) =>
    each.number === 0 ? each : { ...each, goals: each.goals.map(sumsUp) },
  ),
};
const GOALS = PLAN.baselines.flatMap((baseline) => baseline.goals);
const PHASES = [...new Set(GOALS.flatMap((goal) => phasesOf(goal).map(({ code }) => code)))];
const BY_FIGURES = GOALS.filter(({ measuredBy }) => measuredBy === 'FIGURES');
const DAYS = ['2020-06-30', '2020-09-13', '2020-09-14', '2020-12-31'].map(isoDate);

/** Few phases and days, so that facts meet: on one day, before and after each other, complete and not. */
const aDay = fc.integer({ min: 0, max: 6 }).map((after) => addDays(isoDate('2020-09-10'), after));
const common = { actor: 'prova', source: 'SLACK', note: null, evidence: null } as const;
const aReport: fc.Arbitrary<NewStatusReport> = fc
  .record({
    phase: fc.constantFrom(...PHASES.slice(0, 3), ...PHASES.slice(-2)),
    reportedOn: fc.oneof(aDay, fc.constantFrom(...DAYS)),
    percentBps: fc.constantFrom(null, 0, 3_333, 10_000, 10_000),
    blocked: fc.boolean(),
  })
  .map(({ blocked, phase, percentBps, ...rest }) => ({
    ...common,
    ...rest,
    phase: phase as PhaseCode,
    percentBps,
    units: null,
    completes: percentBps === 10_000,
    blockedBecause: blocked || percentBps === null ? 'gara deserta' : null,
  }));
const aMeasurement: fc.Arbitrary<NewMeasurement> = fc
  .record({
    goal: fc.constantFrom(...BY_FIGURES.map(({ code }) => code)),
    reportedOn: fc.oneof(aDay, fc.constantFrom(...DAYS)),
    numerator: fc.integer({ min: 0, max: 50 }),
    denominator: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ numerator, denominator, goal, reportedOn }) => ({
    ...common,
    goal: goal as GoalCode,
    reportedOn,
    numerator: decimal(String(numerator)),
    denominator: decimal(String(denominator)),
    value: null,
  }));

type Step = { readonly reports: NewStatusReport[]; readonly measurements: NewMeasurement[] };
const aStep: fc.Arbitrary<Step> = fc.record({
  reports: fc.array(aReport, { maxLength: 4 }),
  measurements: fc.array(aMeasurement, { maxLength: 2 }),
});

const say = (context: TestContext, { reports, measurements }: Step) =>
  context.store.commit({
    planId: context.planId,
    revision: null,
    lastSequence: null,
    recordedAt: '2020-09-14T08:00:00.000Z',
    inbox: null,
    reports,
    measurements,
  });

async function figuresOf(context: TestContext) {
  const views = [];
  for (const asOf of DAYS) {
    for (const baseline of [0, 1]) {
      const loaded = await loadFigures(context, { ...CURRENT, asOf, baseline });
      if (!loaded.ok) throw new Error(loaded.refusal.code);
      const { figures } = loaded.value;
      views.push({ figures, view: planView(figures, TODAY) });
    }
  }
  return views;
}

test('whatever is said, in whatever order of days, on every day and in every baseline', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 1, maxLength: 8 }), async (steps) => {
      const context = await openTestContext({ plan: PLAN });
      await figuresOf(context);
      for (const step of steps) {
        await say(context, step);
        expect(await figuresOf(context)).toEqual(await figuresOf({ ...context, figures: new Map() }));
      }
      await context.store.close();
    }),
    { numRuns: 12 },
  );
}, 60_000);

test('what a report does not touch stays the same object', async () => {
  const context = await openTestContext();
  const figuresNow = async () => {
    const loaded = await loadFigures(context, CURRENT);
    if (!loaded.ok) throw new Error(loaded.refusal.code);
    return loaded.value.figures;
  };
  const before = await figuresNow();
  const phase = '1.4.1' as PhaseCode;
  await say(context, {
    reports: [
      {
        ...common,
        phase,
        reportedOn: TODAY,
        percentBps: 5_000,
        units: null,
        completes: false,
        blockedBecause: null,
      },
    ],
    measurements: [],
  });
  const after = await figuresNow();
  const changed = after.goals
    .filter((goal, index) => goal !== before.goals[index])
    .map(({ goal }) => goal.code);
  expect(changed).toEqual(['1.4']);
  const phases = (figures: typeof after) => figures.goals.flatMap((goal) => goal.phases);
  const earlier = new Set(phases(before));
  expect(
    phases(after)
      .filter((each) => !earlier.has(each))
      .map((each) => each.phase.code),
  ).toEqual(['1.4.1']);
  const views = [planView(before, TODAY), planView(after, TODAY)] as const;
  expect(views[1].goals.filter((goal) => !views[0].goals.includes(goal)).map(({ code }) => code)).toEqual([
    '1.4',
  ]);
});

test('a commit that says nothing of the plan leaves them as they are', async () => {
  const context = await openTestContext();
  const first = await loadFigures(context, CURRENT);
  await say(context, { reports: [], measurements: [] });
  const second = await loadFigures(context, CURRENT);
  if (!first.ok || !second.ok) throw new Error('refused');
  expect(second.value.stored.version).toBeGreaterThan(first.value.stored.version);
  expect(second.value.figures).toBe(first.value.figures);
});
