/** What the weekly summary of a structure lists, at its boundaries of 7 and 14 days. */
import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/domain/assess.ts';
import { addDays, isoDate } from '../../../src/domain/dates.ts';
import { DEFAULT_HEALTH_RULES } from '../../../src/domain/health.ts';
import { baselineInForce, type Goal, type Plan } from '../../../src/domain/plan.ts';
import { summariseStructure } from '../../../src/domain/summaries/summarise-structure.ts';
import type { StructureSummary } from '../../../src/domain/summary.ts';
import { ARTI } from '../../helpers/context.ts';
import {
  buildGoal,
  buildPlan,
  DIREZIONE,
  LAVORO,
  measuredRatio,
  neutralisedFrom,
  OSRU,
  type ReportInput,
  type Said,
  scheduledGoal,
  standingOf,
  structureCode,
  unattachedGoal,
} from '../../helpers/figures.ts';

const DAY = '2020-06-15';
const WEEK_AGO = '2020-06-08';

type Reports = Readonly<Record<string, ReportInput>>;

/** The summary of `plan`, given what was known on the day and a week before. */
function summarise(plan: Plan, now: Said, before: Said, code = DIREZIONE, day = DAY): StructureSummary {
  const on = (date: string, said: Said) =>
    assess(plan, baselineInForce(plan, isoDate(date)), standingOf(date, said), DEFAULT_HEALTH_RULES);
  return summariseStructure(on(day, now), on(addDays(isoDate(day), -7), before), code);
}

const codes = (items: readonly { readonly item: string }[]) => items.map(({ item }) => item);

const lists = ({ moved, lateOrBlocked, unreported, dueSoon }: StructureSummary) => ({
  moved: codes(moved),
  late: codes(lateOrBlocked),
  unreported: codes(unreported),
  due: codes(dueSoon),
});

const NOTHING = { moved: [], late: [], unreported: [], due: [] };

const ofGoals = (goals: readonly Goal[], now: Reports = {}, before: Reports = {}) =>
  summarise(buildPlan(goals), { reports: now }, { reports: before });

/** One phase of 1.1 that ends on `end`, and its lists. */
const ofPhase = (
  end: string,
  now: ReportInput | null,
  before: ReportInput | null = null,
  start = '2020-01-01',
) =>
  lists(
    ofGoals(
      [scheduledGoal('1.1', 10, [{ start, end }])],
      now === null ? {} : { '1.1.1': now },
      before === null ? {} : { '1.1.1': before },
    ),
  );

const FAR = '2020-12-31';
const fresh = (percent: number | null, more: ReportInput = {}): ReportInput => ({
  percent,
  reportedOn: DAY,
  ...more,
});

describe('due soon', () => {
  test.each([
    { why: 'the day before is late, not due', end: '2020-06-14', due: [], late: ['1.1.1'] },
    { why: 'today is due', end: DAY, due: ['1.1.1'], late: [] },
    { why: 'fourteen days ahead are within two weeks', end: '2020-06-29', due: ['1.1.1'], late: [] },
    { why: 'fifteen are not', end: '2020-06-30', due: [], late: [] },
  ])('$why', ({ end, due, late }) => {
    expect(ofPhase(end, fresh(90), fresh(90))).toEqual({ ...NOTHING, due, late });
  });

  test('what is complete falls due no more', () => {
    expect(ofPhase(DAY, fresh(100), fresh(100))).toEqual(NOTHING);
  });

  test('what has not begun can be due', () => {
    expect(ofPhase('2020-06-20', null, null, '2020-06-16')).toEqual({ ...NOTHING, due: ['1.1.1'] });
  });
});

describe('not reported', () => {
  test.each([
    { why: 'never', now: null, unreported: ['1.1.1'] },
    { why: 'today', now: DAY, unreported: [] },
    { why: 'six days ago', now: '2020-06-09', unreported: [] },
    { why: 'seven days ago is a week', now: WEEK_AGO, unreported: ['1.1.1'] },
    { why: 'long ago', now: '2020-02-01', unreported: ['1.1.1'] },
  ])('$why', ({ now, unreported }) => {
    const report = now === null ? null : { percent: 50, reportedOn: now };
    expect(ofPhase(FAR, report, { percent: 50, reportedOn: '2020-02-01' }).unreported).toEqual(unreported);
  });

  test('what lies ahead is not asked for', () => {
    expect(ofPhase(FAR, null, null, '2020-06-16')).toEqual(NOTHING);
  });

  test('what begins today is', () => {
    expect(ofPhase(FAR, null, null, DAY).unreported).toEqual(['1.1.1']);
  });

  test('what was completed long ago is not', () => {
    const done = { percent: 100, reportedOn: '2020-02-01' };
    expect(ofPhase(FAR, done, done)).toEqual(NOTHING);
  });

  test('an indicator never measured', () => {
    expect(lists(ofGoals([buildGoal('3.1', 10)])).unreported).toEqual(['3.1']);
  });
});

describe('moved', () => {
  test.each([
    { why: 'forward', now: fresh(60), before: fresh(50), moved: ['1.1.1'] },
    { why: 'back, by a correction', now: fresh(40), before: fresh(50), moved: ['1.1.1'] },
    { why: 'repeated: not', now: fresh(50), before: fresh(50), moved: [] },
    { why: 'said for the first time', now: fresh(50), before: null, moved: ['1.1.1'] },
    {
      why: 'said for the first time to be 0: news, but from nothing',
      now: fresh(0),
      before: null,
      moved: ['1.1.1'],
    },
    { why: 'completed', now: fresh(100), before: fresh(50), moved: ['1.1.1'] },
  ])('$why', ({ now, before, moved }) => {
    expect(ofPhase(FAR, now, before).moved).toEqual(moved);
  });

  test('from what to what, as exact fractions; null for what was not said', () => {
    const { moved } = ofGoals(
      [scheduledGoal('1.1', 10, [{}, {}])],
      { '1.1.1': fresh(60), '1.1.2': fresh(50) },
      { '1.1.2': fresh(12.5) },
    );
    expect(moved.map(({ item, shareBefore, share }) => [item, shareBefore, share])).toEqual([
      ['1.1.1', null, '3/5'],
      ['1.1.2', '1/8', '1/2'],
    ]);
  });

  test('an indicator', () => {
    const plan = buildPlan([buildGoal('3.1', 10)]);
    const { moved, unreported } = summarise(
      plan,
      { measurements: [measuredRatio('3.1', '8006/20015', DAY)] },
      { measurements: [measuredRatio('3.1', '4003/20015', '2020-05-01')] },
    );
    expect(moved).toMatchObject([
      { item: '3.1', goal: '3.1', shareBefore: '1/2', share: '1/1', end: '2020-12-31' },
    ]);
    expect(unreported).toEqual([]);
  });
});

describe('late or blocked', () => {
  test('days past the end, and why it is blocked', () => {
    const { lateOrBlocked } = ofGoals(
      [scheduledGoal('1.1', 10, [{ end: '2020-06-05' }, {}, { end: '2020-06-01' }])],
      {
        '1.1.1': fresh(50),
        '1.1.2': fresh(90, { blockedBecause: 'manca il parere' }),
        '1.1.3': fresh(90, { blockedBecause: 'ricorso' }),
      },
    );
    expect(
      lateOrBlocked.map(({ item, health, daysLate, blockedBecause }) => [
        item,
        health,
        daysLate,
        blockedBecause,
      ]),
    ).toEqual([
      ['1.1.1', 'OVERDUE', 10, null],
      ['1.1.2', 'BLOCKED', 0, 'manca il parere'],
      ['1.1.3', 'BLOCKED', 14, 'ricorso'],
    ]);
  });

  test('completed late is not late any more; it moved, and says by how many days', () => {
    const { moved, lateOrBlocked } = ofGoals(
      [scheduledGoal('1.1', 10, [{ end: '2020-06-05' }])],
      { '1.1.1': fresh(100, { completedOn: '2020-06-12' }) },
      { '1.1.1': fresh(50) },
    );
    expect(lateOrBlocked).toEqual([]);
    expect(moved).toMatchObject([{ item: '1.1.1', health: 'COMPLETED', daysLate: 7 }]);
  });

  test('blocked and complete is complete', () => {
    expect(ofPhase(FAR, fresh(100, { blockedBecause: 'x' }), fresh(100))).toEqual(NOTHING);
  });
});

test('what others answer for, and what is neutralised, is left out', () => {
  const goals = [
    scheduledGoal('1.1', 10, [{ structures: [OSRU] }, { neutralised: neutralisedFrom(DAY) }]),
    scheduledGoal('1.2', 10, [{}], { neutralised: neutralisedFrom('2020-01-01') }),
    buildGoal('3.1', 10, { neutralised: neutralisedFrom(DAY) }),
    unattachedGoal('4.3', 10),
  ];
  expect(lists(ofGoals(goals))).toEqual(NOTHING);
  expect(lists(summarise(buildPlan(goals), {}, {}, OSRU)).unreported).toEqual(['1.1.1']);
});

test('a structure with nothing has no figure, which is not 0, and empty lists', () => {
  const summary = summarise(buildPlan([scheduledGoal('1.1', 10, [{}])]), {}, {}, LAVORO);
  expect(lists(summary)).toEqual(NOTHING);
  const none = {
    share: null,
    coverage: null,
    plannedByDeadline: null,
    plannedLinear: null,
    because: 'NOTHING_IN_BASELINE',
  };
  expect([summary.now, summary.before]).toEqual([none, none]);
});

test('a structure that the plan does not have is a bug', () => {
  expect(() => summarise(buildPlan([]), {}, {}, structureCode('X'))).toThrow('X');
});

test('the frame: structure, baseline, days, figures on both', () => {
  const summary = ofGoals(
    [scheduledGoal('1.1', 10, [{}, {}])],
    { '1.1.1': fresh(60) },
    { '1.1.1': fresh(50) },
  );
  expect(summary).toMatchObject({
    structure: 'DIREZIONE',
    structureName: 'Direzione',
    year: 2020,
    baseline: 0,
    day: DAY,
    weekAgo: WEEK_AGO,
    now: { share: '3/10', coverage: '1/2', plannedByDeadline: '0/1' },
    before: { share: '1/4', coverage: '1/2' },
  });
  // Survives JSON: it is kept so.
  expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
});

describe('a week in which the plan was re-modulated', () => {
  const day = '2020-08-05';
  const reports = {
    '1.1.1': { percent: 50, reportedOn: '2020-07-20' },
    '1.4.2': { percent: 20, reportedOn: '2020-07-20' },
  };
  const measurements = [
    measuredRatio('3.1', '4003/20015', '2020-07-01'),
    measuredRatio('3.3', '1/2', '2020-07-01'),
  ];
  const summary = summarise(ARTI, { reports, measurements }, { reports, measurements }, DIREZIONE, day);

  test('each day is judged in its own baseline', () => {
    expect(summary).toMatchObject({ baseline: 1, day, weekAgo: '2020-07-29' });
    expect(summary.now.share).not.toBe(summary.before.share);
  });

  test('an end that was put off is not late any more', () => {
    // 31/05 in baseline 0, 30/09 in baseline 1.
    expect(codes(summary.lateOrBlocked)).not.toContain('1.1.1');
    expect(codes(summary.lateOrBlocked)).toEqual(['1.1.5', '1.1.6']);
    const july = summarise(ARTI, { reports }, { reports }, DIREZIONE, '2020-07-31');
    expect(codes(july.lateOrBlocked)).toEqual(['1.1.1', '1.1.2', '1.1.5', '1.1.6']);
  });

  test('what was eliminated is in no list', () => {
    const { moved, lateOrBlocked, unreported, dueSoon } = summary;
    expect(codes([...moved, ...lateOrBlocked, ...unreported, ...dueSoon])).not.toContain('3.3');
  });

  test('what the act inserted or measured against another target was moved by nobody', () => {
    const changed = summary.unreported.filter(({ share, shareBefore }) => share !== shareBefore);
    expect(changed.map(({ item, shareBefore, share }) => [item, shareBefore, share])).toEqual([
      ['1.4.2', null, '1/5'],
      ['3.1', '4/21', '1/2'],
    ]);
    expect(summary.moved).toEqual([]);
  });
});

test('of a thousand phases, all shared and all late, it stays within a megabyte', () => {
  const text = 'Attuazione delle procedure di reclutamento in coerenza con la programmazione '.repeat(2);
  const late = { weight: 10, end: '2020-03-01', description: { text } };
  const goals = Array.from({ length: 100 }, (_, index) =>
    scheduledGoal(`1.${index + 1}`, 1, Array(10).fill(late)),
  );
  const summary = ofGoals(goals);
  expect([summary.lateOrBlocked.length, summary.unreported.length]).toEqual([1000, 1000]);
  expect(JSON.stringify(summary).length).toBeLessThan(1_000_000);
});
