import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/domain/dates.ts';
import { findGoal, findPhase, findStructureByName } from '../../src/services/views/find-figures.ts';
import { goalView } from '../../src/services/views/goal-view.ts';
import { phaseView } from '../../src/services/views/phase-view.ts';
import { planView } from '../../src/services/views/plan-view.ts';
import { structureView } from '../../src/services/views/structure-view.ts';
import {
  assessGoals,
  buildGoal,
  buildIndicator,
  buildTarget,
  decimal,
  measuredRatio,
  neutralisedFrom,
  only,
  scheduledGoal,
  unattachedGoal,
} from '../helpers/figures.ts';
import { figuresOf, goalOf, openRealContext } from './real-context.ts';

const TODAY = isoDate('2020-09-14');

test.each([
  { why: 'baseline 1', baseline: 1, byDeadline: 40, linear: 73.35 },
  { why: 'baseline 0', baseline: 0, byDeadline: 65, linear: 82.4 },
])('CRONO 1 on 30/06, $why → $byDeadline / $linear', async ({ baseline, byDeadline, linear }) => {
  const context = await openRealContext();
  const figures = await figuresOf(context, { asOf: isoDate('2020-06-30'), baseline });
  const { planned } = goalView(figures, goalOf(figures, '1.1')).progress;
  expect(planned.byDeadline).toBe(byDeadline);
  expect(planned.linear).toBeCloseTo(linear, 2);
  expect(planned.linear).not.toBe(linear);
});

test('the plan lists 86 points in both baselines, and what the second did to the first', async () => {
  const context = await openRealContext();
  const view = planView(await figuresOf(context, { baseline: 1 }), TODAY);
  expect(view.weightBps).toBe(8600);
  expect(view.baselines.map((each) => each.weightBps)).toEqual([8600, 8600]);
  expect(view.progress.ofPoints).toBe(86);
  const merged = view.changes.find((change) => change.goal.code === '3.3');
  expect(merged).toMatchObject({ kind: 'MERGE', into: '1.3' });
  expect(merged?.goal.title).toMatch(/^Migliorare l’efficacia/);
  expect(view.goals.find((goal) => goal.code === '1.4')?.change?.kind).toBe('INSERT');
  expect(planView(await figuresOf(context, { baseline: 0 }), TODAY).changes).toEqual([]);
});

test('a view survives JSON as it is', async () => {
  const context = await openRealContext();
  const view = planView(await figuresOf(context), TODAY);
  expect(JSON.parse(JSON.stringify(view))).toEqual(view);
});

test('three equal weights at 100 % give 100, not 99.99', () => {
  const phases = [{ weight: 33.33 }, { weight: 33.33 }, { weight: 33.34 }];
  const figures = assessGoals([scheduledGoal('1.1', 10, phases)], '2020-06-30', {
    reports: { '1.1.1': 100, '1.1.2': 100, '1.1.3': 100 },
  });
  expect(goalView(figures, only(figures.goals)).progress.percent).toBe(100);
});

describe('no figure is null with its reason, never 0', () => {
  test.each([
    { reason: 'SCHEDULE_UNKNOWN', goal: unattachedGoal('4.3', 10) },
    { reason: 'NO_TARGET', goal: buildGoal('3.1', 10, { indicator: buildIndicator({ targets: [] }) }) },
    {
      reason: 'TARGET_UNRESOLVED',
      goal: buildGoal('3.1', 10, {
        indicator: buildIndicator({ targets: [buildTarget({ value: null, reference: 'dato 2019' })] }),
      }),
    },
    {
      reason: 'TARGET_ZERO',
      goal: buildGoal('3.1', 10, {
        indicator: buildIndicator({ targets: [buildTarget({ value: decimal('0') })] }),
      }),
    },
    {
      reason: 'NEUTRALISED',
      goal: scheduledGoal('1.1', 10, [{ neutralised: neutralisedFrom('2020-01-01') }]),
    },
  ])('$reason', ({ goal, reason }) => {
    const figures = assessGoals([goal], '2020-06-30');
    const { progress } = goalView(figures, only(figures.goals));
    expect(progress).toMatchObject({
      percent: null,
      points: null,
      reason,
      planned: { byDeadline: null, linear: null },
      variance: { byDeadline: null, linear: null },
      spi: { byDeadline: null, linear: null },
      health: null,
      healthReason: null,
    });
  });

  test('a structure with nothing to answer for', () => {
    const figures = assessGoals([scheduledGoal('1.1', 10, [{}])], '2020-06-30');
    const osru = only(figures.structures, 2);
    expect(structureView(figures, osru).progress).toMatchObject({
      percent: null,
      coverage: null,
      reason: 'NOTHING_IN_BASELINE',
    });
  });
});

test('an indicator shows what it reached uncapped, and counts capped', () => {
  const figures = assessGoals([buildGoal('3.1', 10)], '2020-09-14', {
    measurements: [measuredRatio('3.1', '16012/20015')],
  });
  const view = goalView(figures, only(figures.goals));
  expect(view.achievement).toEqual({
    actual: 80,
    target: 40,
    percent: 100,
    uncappedPercent: 200,
    reason: null,
  });
  expect(view.progress).toMatchObject({ percent: 100, points: 10, ofPoints: 10 });
  expect(view.progress.explain.terms).toMatchObject([
    { code: '3.1', weightShare: 100, contribution: 100, reportedOn: '2020-09-14', sequence: 1 },
  ]);
});

describe('a report shows what was said', () => {
  test.each([
    { why: 'a percentage', phase: {}, said: { percent: 12.5 }, percent: 12.5, units: null },
    {
      why: 'a count against its target',
      phase: { creditRule: 'UNITS', units: { target: 10_000, name: 'colloqui' } } as const,
      said: { percent: null, units: 6200 },
      percent: 62,
      units: 6200,
    },
    {
      why: 'only a block',
      phase: {},
      said: { percent: null, blockedBecause: 'manca il parere' },
      percent: null,
      units: null,
    },
    {
      why: 'a percentage, though the rule credits none of it yet',
      phase: { creditRule: 'ZERO_HUNDRED' } as const,
      said: { percent: 80 },
      percent: 80,
      units: null,
    },
  ])('$why', ({ phase, said, percent, units }) => {
    const figures = assessGoals([scheduledGoal('1.1', 10, [phase])], '2020-06-30', {
      reports: { '1.1.1': said },
    });
    const view = phaseView(figures, only(only(figures.goals).phases));
    expect(view.lastReport).toMatchObject({ percent, units });
    expect(view.lastReport).not.toHaveProperty('actor');
  });
});

test('the contributions of the terms add up to the figure', () => {
  const goals = [
    scheduledGoal('1.1', 12, [{ weight: 30 }, { weight: 70 }]),
    scheduledGoal('1.2', 8, [{}]),
    buildGoal('3.1', 10),
  ];
  const figures = assessGoals(goals, '2020-06-30', { reports: { '1.1.1': 50, '1.1.2': 20, '1.2.1': 33.33 } });
  const { progress } = planView(figures, TODAY);
  const total = progress.explain.terms.reduce((sum, term) => sum + term.contribution, 0);
  expect(total).toBeCloseTo(progress.percent ?? Number.NaN, 10);
});

test('each kind of health says its own facts', () => {
  const figures = assessGoals(
    [
      scheduledGoal('1.1', 10, [
        { weight: 20, end: '2020-05-31' },
        { weight: 20, start: '2020-10-01' },
        { weight: 20 },
        { weight: 20 },
        { weight: 20, end: '2020-04-30' },
      ]),
    ],
    '2020-06-30',
    {
      reports: {
        '1.1.1': 50,
        '1.1.3': { percent: 20, blockedBecause: 'manca il parere' },
        '1.1.4': 20,
        '1.1.5': { percent: 100, completedOn: '2020-05-10' },
      },
    },
  );
  const view = goalView(figures, only(figures.goals));
  const reasons = view.phases.map((phase) => phase.progress.healthReason);
  expect(reasons).toMatchObject([
    { kind: 'OVERDUE', end: '2020-05-31', days: 30 },
    { kind: 'NOT_DUE', start: '2020-10-01' },
    { kind: 'BLOCKED', because: 'manca il parere' },
    { kind: 'AT_RISK', part: '1.1.4' },
    { kind: 'COMPLETED', days: 10 },
  ]);
  expect(reasons[3]?.behind).toBeCloseTo(29.73, 2);
  expect(view.progress).toMatchObject({ health: 'BLOCKED', healthPart: '1.1.3' });
});

describe('finding by code', () => {
  const figures = assessGoals([scheduledGoal('1.4', 10, [{}, {}])], '2020-06-30');

  test.each(['1.4', '1.04', ' 01.4 ', '1.4.'])('%s is goal 1.4', (text) => {
    expect(findGoal(figures, text)).toMatchObject({ ok: true, value: { goal: { code: '1.4' } } });
  });

  test('a structure by name, whatever the case', () => {
    expect(findStructureByName(figures, 'direzione')).toMatchObject({ ok: true });
  });

  test.each([
    { found: findGoal(figures, '1.4.1'), refusal: { code: 'NOT_A_GOAL', phase: '1.4.1', goal: '1.4' } },
    { found: findGoal(figures, '9.9'), refusal: { code: 'UNKNOWN_CODE' } },
    { found: findPhase(figures, '1.4'), refusal: { code: 'NOT_A_PHASE', phases: ['1.4.1', '1.4.2'] } },
    { found: findStructureByName(figures, 'XYZ'), refusal: { code: 'UNKNOWN_STRUCTURE' } },
  ])('$refusal.code', ({ found, refusal }) => {
    expect(found).toMatchObject({ ok: false, refusal });
  });
});
