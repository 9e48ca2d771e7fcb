/** What the plan’s summaries say: structures by variance, goals in the order of the plan, and the annex’s own figures. */
import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/domain/assess.ts';
import { isoDate } from '../../../src/domain/dates.ts';
import { DEFAULT_HEALTH_RULES } from '../../../src/domain/health.ts';
import { baselineInForce, type Goal, type Plan } from '../../../src/domain/plan.ts';
import { readRatio } from '../../../src/domain/ratio.ts';
import { summarisePlan } from '../../../src/domain/summaries/summarise-plan.ts';
import type { PlanSummary, SummaryFigure } from '../../../src/domain/summary.ts';
import { ARTI } from '../../helpers/context.ts';
import {
  buildGoal,
  buildPlan,
  DIREZIONE,
  displayPercent,
  LAVORO,
  measuredRatio,
  neutralisedFrom,
  OSRU,
  type Said,
  scheduledGoal,
  standingOf,
} from '../../helpers/figures.ts';

type Told = { readonly day: string; readonly since: string; readonly until?: string };

function summarise(
  plan: Plan,
  { day, since, until = day }: Told,
  now: Said = {},
  before: Said = {},
  notAnswered: Parameters<typeof summarisePlan>[0]['notAnswered'] = new Map(),
  kind: PlanSummary['kind'] = 'PLAN_WEEK',
): PlanSummary {
  const on = (date: string, said: Said) =>
    assess(plan, baselineInForce(plan, isoDate(date)), standingOf(date, said), DEFAULT_HEALTH_RULES);
  return summarisePlan({
    kind,
    now: on(day, now),
    before: on(since, before),
    until: isoDate(until),
    notAnswered,
    curve: null,
    slot: null,
  });
}

const codes = (items: readonly { readonly item: string }[]) => items.map(({ item }) => item);
const WEEK: Told = { day: '2020-06-15', since: '2020-06-08', until: '2020-06-29' };
const ofGoals = (goals: readonly Goal[], now: Said = {}, before: Said = {}) =>
  summarise(buildPlan(goals), WEEK, now, before);

describe('structures', () => {
  const ranked = ({ structures }: PlanSummary) => structures.map(({ structure }) => structure);
  const phaseOf = (structure: typeof OSRU, end = '2020-12-31') => ({ structures: [structure], end });

  test.each([
    {
      why: 'furthest behind first, whatever the progress',
      // OSRU has done 60 % and should have done all; Lavoro 30 % of some 45 %.
      phases: [phaseOf(DIREZIONE), phaseOf(LAVORO), phaseOf(OSRU, '2020-06-01')],
      reports: { '1.1.1': 90, '1.1.2': 30, '1.1.3': 60 },
      order: ['OSRU', 'LAVORO', 'DIREZIONE'],
    },
    {
      why: 'nothing in the baseline: last, even behind who is ahead',
      phases: [phaseOf(LAVORO), phaseOf(OSRU)],
      reports: { '1.1.1': 100, '1.1.2': 50 },
      order: ['OSRU', 'LAVORO', 'DIREZIONE'],
    },
    {
      why: 'as far as each other: as the plan lists them',
      phases: [phaseOf(OSRU), phaseOf(LAVORO), phaseOf(DIREZIONE)],
      reports: {},
      order: ['DIREZIONE', 'LAVORO', 'OSRU'],
    },
  ])('$why', ({ phases, reports, order }) => {
    const weighed = phases.map((phase) => ({ ...phase, weight: 30 }));
    expect(ranked(ofGoals([scheduledGoal('1.1', 10, weighed)], { reports }))).toEqual(order);
  });

  test('how many of their parts are late, blocked, and not answered; a shared one counts for each', () => {
    const goal = scheduledGoal('1.1', 10, [
      { structures: [DIREZIONE, OSRU], end: '2020-05-31' },
      { structures: [OSRU], end: '2020-05-31' },
      { structures: [OSRU], end: '2020-05-31' },
      { structures: [OSRU] },
    ]);
    const reports = {
      '1.1.2': { percent: 50, blockedBecause: 'ricorso' },
      '1.1.3': { percent: 100, completedOn: '2020-06-01' },
    };
    const waited = new Map([[OSRU, ['1.1.1', '1.1.4'] as never[]]]);
    const { structures } = summarise(buildPlan([goal]), WEEK, { reports }, {}, waited);
    expect(
      structures.map(({ structure, late, blocked, notAnswered }) => [structure, late, blocked, notAnswered]),
    ).toEqual([
      ['DIREZIONE', 1, 0, 0],
      ['OSRU', 1, 1, 2],
      ['LAVORO', 0, 0, 0],
    ]);
  });
});

test.each([
  { kind: 'PLAN_WEEK', due: ['1.1.1', '1.1.2', '1.1.3'] },
  { kind: 'PLAN_MONTH', due: ['1.1.2', '1.1.3'] },
  { kind: 'PLAN_QUARTER', due: ['1.1.2', '1.1.3'] },
  { kind: 'INTERIM_REVIEW', due: ['1.1.2', '1.1.3'] },
] as const)(
  'what falls due: a week looks on from its day, a period from the morrow: $kind',
  ({ kind, due }) => {
    const ends = ['2020-06-30', '2020-07-01', '2020-09-30', '2020-10-01'];
    const plan = buildPlan([
      scheduledGoal(
        '1.1',
        10,
        ends.map((end) => ({ end, weight: 25 })),
      ),
    ]);
    const span = { day: '2020-06-30', since: '2020-03-31', until: '2020-09-30' };
    expect(codes(summarise(plan, span, {}, {}, new Map(), kind).dueSoon)).toEqual(due);
  },
);

describe('goals', () => {
  test('in the order of the plan; a neutralised one with its reason', () => {
    const summary = ofGoals(
      [
        scheduledGoal('1.2', 20, [{}]),
        scheduledGoal('1.1', 10, [{}], { neutralised: neutralisedFrom('2020-06-15') }),
        buildGoal('3.1', 8, { neutralised: neutralisedFrom('2020-06-16') }),
        scheduledGoal('4.1', 5, [{ neutralised: neutralisedFrom('2020-06-01') }]),
      ],
      { reports: { '1.2.1': 50 } },
    );
    expect(
      summary.goals.map(({ goal, weightBps, neutralisedBecause, health, now }) => [
        goal,
        weightBps,
        neutralisedBecause,
        health,
        now.share,
      ]),
    ).toEqual([
      ['1.2', 2000, null, 'ON_TRACK', '1/2'],
      ['1.1', 1000, 'emergenza sanitaria', null, null],
      ['3.1', 800, null, 'STALE', '0/1'],
      ['4.1', 500, 'emergenza sanitaria', null, null],
    ]);
    // What is neutralised is weight of the document still.
    expect(summary.weightBps).toBe(4300);
  });
});

describe('since the day it compares with', () => {
  const goal = scheduledGoal('1.1', 10, [{}, {}, {}, {}]);

  test('completed, and moved; what was complete already is neither', () => {
    const { completed, moved } = ofGoals(
      [goal],
      {
        reports: {
          '1.1.1': { percent: 100, completedOn: '2020-06-12', reportedOn: '2020-06-12' },
          '1.1.2': { percent: 100, completedOn: '2020-06-08', reportedOn: '2020-06-08' },
          '1.1.3': { percent: 70, reportedOn: '2020-06-10' },
        },
      },
      { reports: { '1.1.1': 40, '1.1.2': 100, '1.1.3': 60 } },
    );
    expect([codes(completed), codes(moved)]).toEqual([['1.1.1'], ['1.1.1', '1.1.3']]);
  });

  test('an indicator that reached its target', () => {
    const { completed } = ofGoals(
      [buildGoal('3.1', 10), buildGoal('3.2', 10)],
      {
        measurements: [
          measuredRatio('3.1', '40/100', '2020-06-12'),
          measuredRatio('3.2', '50/100', '2020-06-12'),
        ],
      },
      {
        measurements: [
          measuredRatio('3.1', '39/100', '2020-06-01'),
          measuredRatio('3.2', '45/100', '2020-06-01'),
        ],
      },
    );
    expect(codes(completed)).toEqual(['3.1']);
  });

  test('what a lower target completed was completed by nobody', () => {
    const units = (target: number) =>
      scheduledGoal('1.1', 10, [{ creditRule: 'UNITS', units: { target, name: 'colloqui' } }]);
    const said = { reports: { '1.1.1': { percent: null, units: 50, reportedOn: '2020-07-20' } } };
    const plan = buildPlan([units(100)], [units(50)]);
    const { completed, moved, goals } = summarise(
      plan,
      { day: '2020-08-05', since: '2020-07-29' },
      said,
      said,
    );
    expect([completed, moved, goals[0]?.health]).toEqual([[], [], 'COMPLETED']);
  });
});

test('what falls due from the day itself to the last one told', () => {
  const ends = ['2020-06-14', '2020-06-15', '2020-06-29', '2020-06-30'];
  const { dueSoon } = ofGoals([
    scheduledGoal(
      '1.1',
      10,
      ends.map((end) => ({ end })),
    ),
  ]);
  expect(codes(dueSoon)).toEqual(['1.1.2', '1.1.3']);
});

describe('the annex', () => {
  const percentsOf = ({ share, plannedByDeadline, plannedLinear }: SummaryFigure) =>
    [share, plannedByDeadline, plannedLinear].map((text) =>
      displayPercent(text === null ? null : readRatio(text)),
    );

  test('at the review of 30/09, against 30/06 in the baseline of then', () => {
    const { now, before } =
      summarise(ARTI, { day: '2020-09-30', since: '2020-06-30' }).goals.find(({ goal }) => goal === '1.1') ??
      {};
    expect(now && percentsOf(now)).toEqual(['0.00', '55.00', '90.22']);
    expect(before && percentsOf(before)).toEqual(['0.00', '65.00', '82.40']);
  });

  test('86 of 100 points, before and after the re-modulation', () => {
    expect(summarise(ARTI, { day: '2020-06-30', since: '2019-12-31' }).weightBps).toBe(8600);
    expect(summarise(ARTI, { day: '2020-09-30', since: '2020-06-30' }).weightBps).toBe(8600);
  });

  describe('over the re-modulation of 03/08/2020', () => {
    const reports = {
      '1.4.1': { percent: 40, reportedOn: '2020-07-01' },
      '1.1.3': { percent: 50, reportedOn: '2020-07-01' },
    };
    const summary = summarise(ARTI, { day: '2020-08-31', since: '2020-07-31' }, { reports }, { reports });

    test('an inserted goal has no figure before, and its phases were moved by nobody', () => {
      const inserted = summary.goals.filter(({ goal }) => goal === '1.4' || goal === '1.5');
      const none = {
        share: null,
        coverage: null,
        plannedByDeadline: null,
        plannedLinear: null,
        because: 'NOTHING_IN_BASELINE',
      };
      expect(inserted.map(({ goal, before }) => [goal, before])).toEqual([
        ['1.4', none],
        ['1.5', none],
      ]);
      expect(inserted[0]?.now.share).toBe('3/25');
      expect([summary.moved, summary.completed]).toEqual([[], []]);
    });

    test('an eliminated goal is not there', () => {
      expect(summary.goals.map(({ goal }) => goal)).not.toContain('3.3');
      expect(summary.indicators.map(({ goal }) => goal)).not.toContain('3.3');
    });
  });

  test('the target of 4.1 refers to a figure that the approved plan did not have; the re-modulation gave one', () => {
    const measurements = [measuredRatio('4.1', '60/100', '2020-06-01')];
    const satisfied = (day: string) =>
      summarise(ARTI, { day, since: '2019-12-31' }, { measurements }).indicators.find(
        ({ goal }) => goal === '4.1',
      );
    const actual = { kind: 'RATIO', numerator: '60', denominator: '100' };
    expect(satisfied('2020-06-30')).toMatchObject({
      actual,
      target: null,
      achievement: null,
      because: 'TARGET_UNRESOLVED',
    });
    expect(satisfied('2020-09-30')).toMatchObject({ actual, target: { value: '50' }, achievement: '6/5' });
  });

  test('the goal whose schedule is not attached has no figure, which is not 0', () => {
    const unknown = summarise(ARTI, { day: '2020-09-30', since: '2020-06-30' }).goals.find(
      ({ goal }) => goal === '4.3',
    );
    expect(unknown?.now).toEqual({
      share: null,
      coverage: '0/1',
      plannedByDeadline: null,
      plannedLinear: null,
      because: 'SCHEDULE_UNKNOWN',
    });
  });
});

test('survives JSON, as which it is kept', () => {
  const summary = summarise(
    ARTI,
    { day: '2020-09-30', since: '2020-06-30' },
    { reports: { '1.1.1': 50 }, measurements: [measuredRatio('3.1', '1/3')] },
  );
  expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
});
