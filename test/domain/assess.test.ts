import { describe, expect, test } from 'vitest';
import type { Goal } from '../../src/domain/plan.ts';
import {
  findGoalFigures,
  findPhaseFigures,
  findStructureFigures,
  type GoalFigures,
  type PhaseFigures,
  type StructureFigures,
} from '../../src/domain/plan-figures.ts';
import {
  assessGoals,
  buildGoal,
  buildIndicator,
  buildTarget,
  DIREZIONE,
  decimal,
  goalCode,
  LAVORO,
  measuredRatio,
  neutralisedFrom,
  OSRU,
  only,
  phaseCodeOf,
  print,
  printFigure,
  type ReportInput,
  type Said,
  scheduledGoal,
  structureCode,
  unattachedGoal,
} from '../helpers/figures.ts';

const DAY = '2020-06-30';

function goalOn(goals: readonly Goal[], code: string, said: Said = {}, day = DAY): GoalFigures {
  const found = findGoalFigures(assessGoals(goals, day, said), goalCode(code));
  if (!found) throw new Error(`no goal ${code}`);
  return found;
}

function phaseOn(goals: readonly Goal[], code: string, said: Said = {}, day = DAY): PhaseFigures {
  const found = findPhaseFigures(assessGoals(goals, day, said), phaseCodeOf(code));
  if (!found) throw new Error(`no phase ${code}`);
  return found;
}

function structureOn(goals: readonly Goal[], code: string, said: Said = {}, day = DAY): StructureFigures {
  const found = findStructureFigures(assessGoals(goals, day, said), structureCode(code));
  if (!found) throw new Error(`no structure ${code}`);
  return found;
}

describe('rule 3: a goal', () => {
  test('by schedule: Σ(phase weight × progress) ÷ Σ(phase weight)', () => {
    const goal = scheduledGoal('1.1', 12, [{ weight: 30 }, { weight: 70 }]);
    const { figure, terms } = goalOn([goal], '1.1', { reports: { '1.1.1': 50, '1.1.2': 10 } });
    expect(print(figure.share)).toBe('11/50');
    expect(
      terms.map(({ code, weightShare, contribution }) => [code, print(weightShare), print(contribution)]),
    ).toEqual([
      ['1.1.1', '3/10', '3/20'],
      ['1.1.2', '7/10', '7/100'],
    ]);
  });

  test('by figures: its indicator’s achievement, capped', () => {
    const goal = buildGoal('3.1', 10);
    const { figure, achievement } = goalOn([goal], '3.1', { measurements: [measuredRatio('3.1', '1/2')] });
    expect(printFigure(figure)).toMatchObject({ share: '1/1', coverage: '1/1', atMost: '1/1' });
    expect(achievement).toMatchObject({ reached: { uncapped: { n: 5n, d: 4n } } });
  });

  test('a measurement that cannot be computed is shown as such, not as 0', () => {
    const { figure, lastMeasurement } = goalOn([buildGoal('3.1', 10)], '3.1', {
      measurements: [measuredRatio('3.1', '8006/0')],
    });
    expect(printFigure(figure)).toMatchObject({
      share: null,
      because: 'DENOMINATOR_ZERO',
      coverage: '0/1',
      atMost: '1/1',
    });
    expect(lastMeasurement).not.toBeNull();
  });

  test('an indicator’s target is due at the end of the year and accrues over it', () => {
    const goal = buildGoal('3.1', 10);
    const planned = (day: string) => printFigure(goalOn([goal], '3.1', {}, day).figure);
    expect(planned('2020-06-30')).toMatchObject({ byDeadline: '0/1', linear: '91/183' });
    expect(planned('2020-12-31')).toMatchObject({ byDeadline: '1/1', linear: '1/1' });
  });
});

describe('rule 4: an area and the plan', () => {
  const goals = [
    scheduledGoal('1.1', 12, [{}]),
    scheduledGoal('1.2', 8, [{}]),
    scheduledGoal('3.1', 20, [{}]),
  ];
  const { whole, areas } = assessGoals(goals, DAY, { reports: { '1.1.1': 50, '1.2.1': 100, '3.1.1': 15 } });

  test('Σ(goal weight × goal progress) ÷ Σ(goal weight), and in points', () => {
    expect([print(whole.figure.share), print(whole.points), print(whole.ofPoints)]).toEqual([
      '17/40',
      '17/1',
      '40/1',
    ]);
    expect(areas.map(({ figure, points, ofPoints }) => [figure.share, points, ofPoints].map(print))).toEqual([
      ['7/10', '14/1', '20/1'],
      ['3/20', '3/1', '20/1'],
    ]);
  });

  test('three goals of equal weight at 100 % are exactly 100 %', () => {
    const equal = ['1.1', '1.2', '1.3'].map((code) => scheduledGoal(code, 33.33, [{}]));
    const reports = { '1.1.1': 100, '1.2.1': 100, '1.3.1': 100 };
    expect(print(assessGoals(equal, DAY, { reports }).whole.figure.share)).toBe('1/1');
  });

  test('a baseline without goals has no figure, which is not 0', () => {
    const { whole: nothing } = assessGoals([], DAY);
    expect(printFigure(nothing.figure)).toMatchObject({ share: null, because: 'NOTHING_IN_BASELINE' });
    expect([print(nothing.points), print(nothing.ofPoints)]).toEqual(['0/1', '0/1']);
  });

  test('an area that the baseline leaves empty has none either', () => {
    const plan = assessGoals([buildGoal('1.1', 10, { areaCode: '9' })], DAY);
    expect(plan.areas.map(({ area, goals: own }) => [area.code, own.length])).toEqual([['9', 1]]);
  });
});

describe('rule 5: a structure', () => {
  const goals = [
    scheduledGoal('1.1', 12, [
      { weight: 25, structures: [DIREZIONE, LAVORO] },
      { weight: 75, structures: [DIREZIONE] },
    ]),
    buildGoal('3.1', 8, { structures: [LAVORO] }),
  ];
  const said = { reports: { '1.1.1': 100, '1.1.2': 50 }, measurements: [measuredRatio('3.1', '1/5')] };

  test('phases weigh goal weight × phase weight, an indicator goal as one phase of 100', () => {
    const lavoro = structureOn(goals, LAVORO, said);
    expect(lavoro.terms.map((term) => [term.code, print(term.weight)])).toEqual([
      ['1.1.1', '3/100'],
      ['3.1', '2/25'],
    ]);
    expect(print(lavoro.figure.share)).toBe('7/11');
  });

  test('a shared phase counts in full for each, so structures do not add up to the plan', () => {
    expect(
      structureOn(goals, DIREZIONE, said).terms.map(({ code, weight }) => [code, print(weight)]),
    ).toEqual([
      ['1.1.1', '3/100'],
      ['1.1.2', '9/100'],
    ]);
    expect(print(structureOn(goals, DIREZIONE, said).figure.share)).toBe('5/8');
  });

  test('a structure with nothing in the baseline has no figure, which is not 0', () => {
    const { figure, terms, phases } = structureOn(goals, OSRU, said);
    expect(printFigure(figure)).toEqual({
      share: null,
      because: 'NOTHING_IN_BASELINE',
      coverage: null,
      atMost: null,
      byDeadline: null,
      linear: null,
      health: null,
    });
    expect([terms, phases]).toEqual([[], []]);
  });

  test('whom the goal names answers for it as a whole only where no phase is known', () => {
    const named = [
      scheduledGoal('1.1', 12, [{ structures: [LAVORO] }], { structures: [OSRU] }),
      unattachedGoal('4.3', 10, { structures: [OSRU] }),
    ];
    const osru = structureOn(named, OSRU, { reports: { '1.1.1': 100 } });
    expect(osru.terms.map(({ code }) => code)).toEqual(['4.3']);
    expect(printFigure(osru.figure)).toMatchObject({ share: '0/1', coverage: '0/1', atMost: '1/1' });
  });
});

describe('rule 6: no news is not 0, and is not hidden', () => {
  const two = (second: { start?: string; end?: string } = {}): Goal =>
    scheduledGoal('1.1', 12, [{ weight: 40 }, { weight: 60, ...second }]);
  const blocked: ReportInput = { percent: null, blockedBecause: 'gara deserta' };

  test.each<{ why: string; goal: Goal; said: Said; share: string; coverage: string; atMost: string }>([
    { why: 'nothing said', goal: two(), said: {}, share: '0/1', coverage: '0/1', atMost: '1/1' },
    {
      why: 'half said',
      goal: two(),
      said: { reports: { '1.1.1': 50 } },
      share: '1/5',
      coverage: '2/5',
      atMost: '4/5',
    },
    {
      why: 'said to be at 0 is said',
      goal: two(),
      said: { reports: { '1.1.1': 0 } },
      share: '0/1',
      coverage: '2/5',
      atMost: '3/5',
    },
    {
      why: 'all said',
      goal: two(),
      said: { reports: { '1.1.1': 50, '1.1.2': 100 } },
      share: '4/5',
      coverage: '1/1',
      atMost: '4/5',
    },
    {
      why: 'starts tomorrow: covered',
      goal: two({ start: '2020-07-01' }),
      said: { reports: { '1.1.1': 50 } },
      share: '1/5',
      coverage: '1/1',
      atMost: '1/5',
    },
    {
      why: 'starts today: not covered',
      goal: two({ start: DAY }),
      said: { reports: { '1.1.1': 50 } },
      share: '1/5',
      coverage: '2/5',
      atMost: '4/5',
    },
    {
      why: 'begun before its start counts',
      goal: two({ start: '2020-07-01' }),
      said: { reports: { '1.1.1': 50, '1.1.2': 10 } },
      share: '13/50',
      coverage: '1/1',
      atMost: '13/50',
    },
    {
      why: 'only a block was said: no figure',
      goal: two(),
      said: { reports: { '1.1.1': 50, '1.1.2': blocked } },
      share: '1/5',
      coverage: '2/5',
      atMost: '4/5',
    },
  ])('$why', ({ goal, said, share, coverage, atMost }) => {
    expect(printFigure(goalOn([goal], '1.1', said).figure)).toMatchObject({ share, coverage, atMost });
  });

  test('an indicator that was not measured, or cannot be computed, is uncovered in the plan', () => {
    const goals = [
      scheduledGoal('1.1', 50, [{}]),
      buildGoal('3.1', 20),
      buildGoal('3.2', 20, { indicator: buildIndicator({ targets: [] }) }),
      unattachedGoal('4.3', 10),
    ];
    expect(printFigure(assessGoals(goals, DAY, { reports: { '1.1.1': 100 } }).whole.figure)).toMatchObject({
      share: '1/2',
      coverage: '1/2',
      atMost: '1/1',
    });
  });
});

describe('rule 7: what is neutralised leaves numerator and denominator', () => {
  const said = { reports: { '1.1.1': 100, '1.1.2': 0, '1.2.1': 50 } };
  const phases = (first: string | null, second: string | null): Goal =>
    scheduledGoal('1.1', 30, [
      { weight: 40, neutralised: first === null ? null : neutralisedFrom(first) },
      { weight: 60, neutralised: second === null ? null : neutralisedFrom(second) },
    ]);
  const other = scheduledGoal('1.2', 10, [{}]);
  const EARLY = '2020-03-09';

  test('a phase: the goal is what the others say', () => {
    const goals = [phases(null, EARLY), other];
    const { figure, terms, phases: both } = goalOn(goals, '1.1', said);
    expect(print(figure.share)).toBe('1/1');
    expect(terms.map(({ code }) => code)).toEqual(['1.1.1']);
    expect(only(both, 1).neutralised).toEqual(neutralisedFrom(EARLY));
    expect(print(assessGoals(goals, DAY, said).whole.figure.share)).toBe('7/8');
  });

  test.each([
    { why: 'the eve', from: '2020-07-01', share: '2/5' },
    { why: 'the day itself', from: DAY, share: '1/1' },
    { why: 'long before', from: '2020-01-01', share: '1/1' },
  ])('from its day on: $why', ({ from, share }) => {
    expect(print(goalOn([phases(null, from)], '1.1', said).figure.share)).toBe(share);
  });

  test('a goal: the plan, its area and its points are those of the others', () => {
    const goals = [{ ...phases(null, null), neutralised: neutralisedFrom(EARLY) }, other];
    const { whole, areas } = assessGoals(goals, DAY, said);
    for (const { figure, points, ofPoints, terms } of [whole, only(areas)]) {
      expect(terms.map(({ code }) => code)).toEqual(['1.2']);
      expect([print(figure.share), print(points), print(ofPoints)]).toEqual(['1/2', '5/1', '10/1']);
    }
    expect(goalOn(goals, '1.1', said).neutralised).toEqual(neutralisedFrom(EARLY));
  });

  test('a goal measured by figures, and one whose schedule is unknown', () => {
    const neutralised = neutralisedFrom(EARLY);
    const goals = [buildGoal('3.1', 30, { neutralised }), unattachedGoal('4.3', 20, { neutralised }), other];
    const { whole } = assessGoals(goals, DAY, said);
    expect(whole.terms.map(({ code }) => code)).toEqual(['1.2']);
    expect(printFigure(whole.figure)).toMatchObject({ share: '1/2', coverage: '1/1' });
    expect(structureOn(goals, DIREZIONE, said).terms.map(({ code }) => code)).toEqual(['1.2.1']);
  });

  test('all phases of a goal: it leaves with them', () => {
    const goals = [phases(EARLY, EARLY), other];
    expect(goalOn(goals, '1.1', said).figure).toMatchObject({ share: null, because: 'NEUTRALISED' });
    const { whole } = assessGoals(goals, DAY, said);
    expect([print(whole.figure.share), print(whole.ofPoints)]).toEqual(['1/2', '10/1']);
  });

  test('all phases that carry weight: what is left has nothing to weigh, and leaves too', () => {
    const goal = scheduledGoal('1.1', 30, [
      { weight: 100, neutralised: neutralisedFrom(EARLY) },
      { weight: 0 },
    ]);
    const { whole } = assessGoals([goal, other], DAY, said);
    expect([print(whole.figure.share), print(whole.ofPoints)]).toEqual(['1/2', '10/1']);
  });

  test('a structure: phases neutralised by themselves or with their goal leave its sum, and stay listed', () => {
    const goals = [
      phases(EARLY, null),
      { ...scheduledGoal('1.3', 20, [{}]), neutralised: neutralisedFrom(EARLY) },
      other,
    ];
    const direzione = structureOn(goals, DIREZIONE, said);
    expect(direzione.terms.map(({ code }) => code)).toEqual(['1.1.2', '1.2.1']);
    expect(direzione.phases.map(({ phase }) => phase.code)).toEqual(['1.1.1', '1.1.2', '1.3.1', '1.2.1']);
  });

  test('its health decides nothing', () => {
    const blocked = {
      reports: { ...said.reports, '1.1.2': { percent: 10, blockedBecause: 'gara deserta' } },
    };
    expect(goalOn([phases(null, null)], '1.1', blocked).figure.health).toMatchObject({ health: 'BLOCKED' });
    expect(goalOn([phases(null, EARLY)], '1.1', blocked).figure.health).toMatchObject({
      health: 'COMPLETED',
    });
  });

  test('what was said of it is still readable', () => {
    const phase = phaseOn([phases(EARLY, null)], '1.1.1', said);
    expect(print(phase.figure.share)).toBe('1/1');
    expect(phase.lastReport?.percentBps).toBe(10_000);
  });
});

describe('rule 8: planned progress is what the schedule says, whatever was reported', () => {
  test('of a goal, in both readings', () => {
    const goal = scheduledGoal('1.1', 12, [
      { weight: 40, end: DAY },
      { weight: 60, start: '2020-06-01', end: '2020-07-30' },
    ]);
    for (const said of [{}, { reports: { '1.1.1': 100, '1.1.2': 100 } }]) {
      expect(printFigure(goalOn([goal], '1.1', said).figure)).toMatchObject({
        byDeadline: '2/5',
        linear: '7/10',
      });
    }
  });
});

describe('rule 10: health of what is made of parts', () => {
  const goal = scheduledGoal('1.1', 12, [
    { weight: 50, end: '2020-12-31' },
    { weight: 50, end: '2020-06-29' },
    { weight: 0, end: '2020-05-31' },
  ]);

  test('a goal shows the worst of its parts, and which', () => {
    const { health } = goalOn([goal], '1.1', { reports: { '1.1.1': 50, '1.1.2': 90, '1.1.3': 0 } }).figure;
    expect(health).toEqual({
      health: 'OVERDUE',
      part: '1.1.2',
      reason: { kind: 'OVERDUE', end: '2020-06-29', days: 1 },
    });
  });

  test('a part of no weight is shown, and decides nothing', () => {
    const said = { reports: { '1.1.1': 100, '1.1.2': 100, '1.1.3': 0 } };
    expect(phaseOn([goal], '1.1.3', said).figure.health).toMatchObject({ health: 'OVERDUE' });
    expect(goalOn([goal], '1.1', said).figure.health).toMatchObject({ health: 'COMPLETED' });
    expect(structureOn([goal], DIREZIONE, said).figure.health).toMatchObject({ health: 'COMPLETED' });
  });

  test('a structure shows the worst of its own phases alone', () => {
    const shared = scheduledGoal('1.1', 12, [
      { weight: 50, structures: [LAVORO] },
      { weight: 50, structures: [OSRU] },
    ]);
    const said = { reports: { '1.1.1': { percent: 50, blockedBecause: 'gara deserta' }, '1.1.2': 50 } };
    expect(structureOn([shared], LAVORO, said).figure.health).toMatchObject({
      health: 'BLOCKED',
      part: '1.1.1',
    });
    expect(structureOn([shared], OSRU, said).figure.health).toMatchObject({
      health: 'ON_TRACK',
      part: '1.1.2',
    });
  });

  test('a goal measured by figures is its own part', () => {
    const target = { indicator: buildIndicator({ targets: [buildTarget({ value: decimal('100') })] }) };
    const goals = [buildGoal('3.1', 10, target)];
    const health = (fraction: string, day: string) =>
      goalOn(goals, '3.1', { measurements: [measuredRatio('3.1', fraction, day)] }, day).figure.health;
    expect(health('50/100', DAY)).toMatchObject({ health: 'ON_TRACK', part: '3.1' });
    expect(health('30/100', DAY)).toMatchObject({ health: 'AT_RISK', part: '3.1' });
    expect(health('99/100', '2021-01-01')).toMatchObject({ health: 'OVERDUE', part: '3.1' });
    expect(health('100/100', '2021-01-01')).toMatchObject({ health: 'COMPLETED', part: '3.1' });
  });

  test('the rules configured are those applied', () => {
    const figures = assessGoals(
      [goal],
      DAY,
      { reports: { '1.1.1': 40 } },
      { tolerancePoints: 5, staleDays: 14 },
    );
    expect(findPhaseFigures(figures, phaseCodeOf('1.1.1'))?.figure.health).toMatchObject({
      health: 'AT_RISK',
    });
  });
});

describe('rule 11: lateness is its own field', () => {
  const goal = scheduledGoal('1.1', 12, [{ end: '2020-05-31' }]);

  test.each<{
    why: string;
    said: number | ReportInput;
    share: string;
    completedOn: string | null;
    late: number;
  }>([
    {
      why: 'in time',
      said: { percent: 100, completedOn: '2020-05-31' },
      share: '1/1',
      completedOn: '2020-05-31',
      late: 0,
    },
    {
      why: 'ten days late counts in full',
      said: { percent: 100, completedOn: '2020-06-10' },
      share: '1/1',
      completedOn: '2020-06-10',
      late: 10,
    },
    {
      why: 'said again later: since the first that says so',
      said: { percent: 100, reportedOn: '2020-06-20', completedOn: '2020-06-10' },
      share: '1/1',
      completedOn: '2020-06-10',
      late: 10,
    },
    {
      why: 'complete for the target of another baseline only',
      said: { percent: 99, completedOn: '2020-06-10' },
      share: '99/100',
      completedOn: null,
      late: 0,
    },
    { why: 'not complete', said: 99, share: '99/100', completedOn: null, late: 0 },
  ])('$why', ({ said, share, completedOn, late }) => {
    const phase = phaseOn([goal], '1.1.1', { reports: { '1.1.1': said } });
    expect(print(phase.figure.share)).toBe(share);
    expect([phase.completedOn, phase.completedDaysLate]).toEqual([completedOn, late]);
    expect(phase.figure.health?.reason).toMatchObject(
      completedOn === null ? { kind: 'OVERDUE', days: 30 } : { kind: 'COMPLETED', daysLate: late },
    );
  });
});

test('rule 12: a term leads to the report behind it', () => {
  const goal = scheduledGoal('1.1', 12, [{}]);
  const said = { reports: { '1.1.1': { percent: 60, sequence: 7, reportedOn: '2020-06-14' } } };
  const { phases, terms } = goalOn([goal], '1.1', said);
  expect(only(terms)).toMatchObject({ code: '1.1.1', figure: { share: { n: 3n, d: 5n } } });
  expect(only(phases).lastReport).toMatchObject({ sequence: 7, reportedOn: '2020-06-14', percentBps: 6_000 });
});

test('a code that is not in the baseline finds nothing', () => {
  const figures = assessGoals([buildGoal('3.1', 10)], DAY);
  expect(findGoalFigures(figures, goalCode('9.9'))).toBeUndefined();
  expect(findPhaseFigures(figures, phaseCodeOf('3.1.1'))).toBeUndefined();
  expect(findStructureFigures(figures, structureCode('NESSUNA'))).toBeUndefined();
});
