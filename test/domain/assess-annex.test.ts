/** The figures that domain.md gives for the annex, as `assess` computes them. */
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/domain/assess.ts';
import { isoDate } from '../../src/domain/dates.ts';
import { DEFAULT_HEALTH_RULES } from '../../src/domain/health.ts';
import { baselineInForce, findBaseline, type Goal } from '../../src/domain/plan.ts';
import { findGoalFigures, findPhaseFigures, findStructureFigures } from '../../src/domain/plan-figures.ts';
import {
  buildGoal,
  buildIndicator,
  buildPlan,
  buildTarget,
  DIREZIONE,
  decimal,
  displayPercent,
  goalCode,
  LAVORO,
  measuredRatio,
  OSRU,
  type PhaseInput,
  phaseCodeOf,
  print,
  printFigure,
  type Said,
  scheduledGoal,
  standingOf,
  unattachedGoal,
} from '../helpers/figures.ts';

/** CRONO 1; the re-modulation moved the ends of its first two phases. */
const crono1 = (ends: { readonly first: string; readonly second: string }): readonly PhaseInput[] => [
  { weight: 15, end: ends.first, structures: [DIREZIONE, LAVORO, OSRU] },
  { weight: 10, end: ends.second, structures: [DIREZIONE, LAVORO, OSRU] },
  { weight: 25, end: '2020-12-31', structures: [DIREZIONE, OSRU] },
  { weight: 10, end: '2020-12-31', structures: [LAVORO] },
  { weight: 15, end: '2020-04-30', structures: [DIREZIONE, LAVORO] },
  { weight: 25, end: '2020-04-30', structures: [DIREZIONE, LAVORO, OSRU] },
];

const both = [DIREZIONE, LAVORO];
const crono2 = (lastEnd: string): readonly PhaseInput[] => [
  { weight: 35, end: '2020-10-31', structures: both },
  { weight: 20, start: '2020-05-01', end: '2020-11-30', structures: both },
  { weight: 45, start: '2020-09-01', end: lastEnd, structures: both },
];
const crono3: readonly PhaseInput[] = [
  { weight: 25, structures: both },
  { weight: 35, start: '2020-03-01', structures: both },
  { weight: 40, start: '2020-04-01', structures: both },
];
const crono5: readonly PhaseInput[] = [
  { weight: 30, start: '2020-03-06' },
  { weight: 10, start: '2020-03-06' },
  { weight: 10, start: '2020-03-06' },
  {
    weight: 50,
    start: '2020-03-06',
    creditRule: 'UNITS',
    units: { target: 10_000, name: 'colloqui' },
  },
];

const atLeast = (code: string, weight: number, value: string | null): Goal =>
  buildGoal(code, weight, {
    indicator: buildIndicator({
      targets: [
        value === null
          ? buildTarget({ value: null, reference: 'dato 2019' })
          : buildTarget({ value: decimal(value) }),
      ],
    }),
  });

const approved: readonly Goal[] = [
  scheduledGoal('1.1', 15, crono1({ first: '2020-05-31', second: '2020-06-30' })),
  scheduledGoal('1.2', 8, crono2('2020-11-30')),
  scheduledGoal('1.3', 10, crono3),
  atLeast('3.1', 10, '105'),
  atLeast('3.2', 8, '66'),
  atLeast('3.3', 8, '100'),
  atLeast('4.1', 8, null),
  atLeast('4.2', 8, '60'),
  unattachedGoal('4.3', 11),
];
const remodulated: readonly Goal[] = [
  scheduledGoal('1.1', 12, crono1({ first: '2020-09-30', second: '2020-10-30' })),
  scheduledGoal('1.2', 8, crono2('2020-12-31')),
  scheduledGoal('1.3', 10, crono3),
  scheduledGoal('1.4', 7, crono5),
  atLeast('1.5', 5, '100'),
  atLeast('3.1', 10, '40'),
  atLeast('3.2', 8, '50'),
  atLeast('4.1', 8, '50'),
  atLeast('4.2', 8, '60'),
  unattachedGoal('4.3', 10),
];
const plan = buildPlan(approved, remodulated);

function figuresOn(day: string, said: Said = {}, number = baselineInForce(plan, isoDate(day)).number) {
  const baseline = findBaseline(plan, number);
  if (!baseline) throw new Error(`no baseline ${number}`);
  return assess(plan, baseline, standingOf(day, said), DEFAULT_HEALTH_RULES);
}

describe('rule 8: planned progress of goal 1.1', () => {
  test.each([
    { baseline: 1, day: '2020-06-30', byDeadline: '40.00', linear: '73.35' },
    { baseline: 1, day: '2020-09-30', byDeadline: '55.00', linear: '90.22' },
    { baseline: 1, day: '2020-10-31', byDeadline: '65.00', linear: '94.17' },
    { baseline: 0, day: '2020-06-30', byDeadline: '65.00', linear: '82.40' },
    { baseline: 1, day: '2019-12-31', byDeadline: '0.00', linear: '0.00' },
    { baseline: 1, day: '2020-12-31', byDeadline: '100.00', linear: '100.00' },
  ])(
    'baseline $baseline on $day: $byDeadline by deadline, $linear linear',
    ({ baseline, day, byDeadline, linear }) => {
      const planned = findGoalFigures(figuresOn(day, {}, baseline), goalCode('1.1'))?.figure.planned;
      expect(displayPercent(planned?.byDeadline)).toBe(byDeadline);
      expect(displayPercent(planned?.linear)).toBe(linear);
    },
  );

  test('exact until it is shown', () => {
    const planned = findGoalFigures(figuresOn('2020-06-30', {}, 1), goalCode('1.1'))?.figure.planned;
    // 15 × 182/274 + 10 × 182/304 + 35 × 182/366 + 40, all of 100.
    expect(print(planned?.linear)).toBe('27953957/38107920');
  });
});

describe('rule 2: goal 3.1', () => {
  const said = { measurements: [measuredRatio('3.1', '8006/20015', '2020-09-14')] };

  test('8,006 of 20,015 firms against ≥ 40 % is fully achieved', () => {
    const goal = findGoalFigures(figuresOn('2020-09-30', said), goalCode('3.1'));
    expect(displayPercent(goal?.figure.share)).toBe('100.00');
    expect(goal?.figure.health).toMatchObject({ health: 'COMPLETED', part: '3.1' });
    expect(goal?.achievement).toMatchObject({ reached: { actual: { n: 40n, d: 1n } } });
    expect(goal?.lastMeasurement?.reportedOn).toBe('2020-09-14');
  });

  test('the same firms against the ≥ 105 % of baseline 0', () => {
    const goal = findGoalFigures(figuresOn('2020-09-30', said, 0), goalCode('3.1'));
    expect(displayPercent(goal?.figure.share)).toBe('38.10');
  });

  test('4.1 has no figure while its target is a reference', () => {
    const measured = { measurements: [measuredRatio('4.1', '60/100', '2020-09-14')] };
    const before = findGoalFigures(figuresOn('2020-09-30', measured, 0), goalCode('4.1'));
    expect(before?.figure).toMatchObject({ share: null, because: 'TARGET_UNRESOLVED' });
    const after = findGoalFigures(figuresOn('2020-09-30', measured, 1), goalCode('4.1'));
    expect(displayPercent(after?.figure.share)).toBe('100.00');
  });
});

describe('the weights of the annex', () => {
  test.each([0, 1])('sum to 86 in baseline %i, which is neither rejected nor rescaled', (number) => {
    const { whole, areas } = figuresOn('2020-09-30', {}, number);
    expect(print(whole.ofPoints)).toBe('86/1');
    expect(areas.map(({ area, ofPoints }) => [area.code, print(ofPoints)])).toEqual(
      number === 0
        ? [
            ['1', '33/1'],
            ['3', '26/1'],
            ['4', '27/1'],
          ]
        : [
            ['1', '42/1'],
            ['3', '18/1'],
            ['4', '26/1'],
          ],
    );
  });

  test('points are progress × weight: 10 of 86 with 3.1 alone achieved', () => {
    const { whole, areas } = figuresOn('2020-09-30', { measurements: [measuredRatio('3.1', '8006/20015')] });
    expect(print(whole.figure.share)).toBe('5/43');
    expect(print(whole.points)).toBe('10/1');
    expect(areas.map(({ points }) => print(points))).toEqual(['0/1', '10/1', '0/1']);
  });
});

describe('rule 9: the baseline in force decides what there is to see', () => {
  const present = (day: string) =>
    ['1.4', '1.5', '3.3'].filter((code) => findGoalFigures(figuresOn(day), goalCode(code)) !== undefined);

  test.each([
    { day: '2020-08-02', goals: ['3.3'] },
    { day: '2020-08-03', goals: ['1.4', '1.5'] },
  ])('on $day: $goals of the three that changed', ({ day, goals }) => {
    expect(present(day)).toEqual(goals);
  });

  test('what was said of an eliminated goal is readable in its own baseline (rule 7)', () => {
    const said = { measurements: [measuredRatio('3.3', '5/10', '2020-05-31')] };
    expect(findGoalFigures(figuresOn('2020-09-30', said, 1), goalCode('3.3'))).toBeUndefined();
    expect(
      displayPercent(findGoalFigures(figuresOn('2020-09-30', said, 0), goalCode('3.3'))?.figure.share),
    ).toBe('50.00');
  });
});

describe('CRONO 4 is cited and not attached', () => {
  test('4.3 has no figure, which is not 0 %', () => {
    const goal = findGoalFigures(figuresOn('2020-09-30'), goalCode('4.3'));
    expect(goal && printFigure(goal.figure)).toMatchObject({ share: null, because: 'SCHEDULE_UNKNOWN' });
    expect(goal?.phases).toEqual([]);
  });

  test('it keeps its weight in the plan, uncovered', () => {
    const everything = {
      reports: Object.fromEntries(
        ['1.1', '1.2', '1.3', '1.4'].flatMap((goal) =>
          [1, 2, 3, 4, 5, 6].map((number) => [`${goal}.${number}`, 100]),
        ),
      ),
      measurements: ['1.5', '3.1', '3.2', '4.1', '4.2'].map((code) => measuredRatio(code, '1/1')),
    };
    const { figure, points, ofPoints } = figuresOn('2020-12-31', everything).whole;
    expect(printFigure(figure)).toMatchObject({ share: '38/43', coverage: '38/43', atMost: '1/1' });
    expect([print(points), print(ofPoints)]).toEqual(['76/1', '86/1']);
  });
});

describe('rule 1: CRONO 5 phase 4 counts interviews', () => {
  test('2,500 of 10,000, of half of the goal', () => {
    const figures = figuresOn('2020-09-30', { reports: { '1.4.4': { percent: null, units: 2_500 } } });
    expect(print(findPhaseFigures(figures, phaseCodeOf('1.4.4'))?.figure.share)).toBe('1/4');
    expect(print(findGoalFigures(figures, goalCode('1.4'))?.figure.share)).toBe('1/8');
  });
});

describe('rule 5: the structures', () => {
  const figures = figuresOn('2020-09-30', { reports: { '1.1.3': 60 } });

  test('OSRU has four phases of 1.1 and nothing else', () => {
    const osru = findStructureFigures(figures, OSRU);
    expect(
      osru?.terms.map(({ code, weight, contribution }) => [code, print(weight), print(contribution)]),
    ).toEqual([
      ['1.1.1', '9/500', '0/1'],
      ['1.1.2', '3/250', '0/1'],
      ['1.1.3', '3/100', '1/5'],
      ['1.1.6', '3/100', '0/1'],
    ]);
    expect(displayPercent(osru?.figure.share)).toBe('20.00');
    expect(print(osru?.figure.coverage)).toBe('1/3');
    expect(osru?.figure.health).toMatchObject({ health: 'OVERDUE', part: '1.1.6' });
  });

  test('a shared phase counts in full for each', () => {
    const phases = (code: typeof OSRU) =>
      findStructureFigures(figures, code)?.phases.filter(({ goal }) => goal.code === '1.1').length;
    expect([DIREZIONE, LAVORO, OSRU].map(phases)).toEqual([5, 5, 4]);
  });
});
