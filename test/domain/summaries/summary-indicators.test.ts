/** Each indicator’s latest figure against its target, exact, and only what can be computed. */
import { describe, expect, test } from 'vitest';
import type { Measurement } from '../../../src/domain/facts.ts';
import type { Goal, Indicator } from '../../../src/domain/plan.ts';
import { summaryIndicators } from '../../../src/domain/summaries/summary-indicators.ts';
import type { SummaryIndicator } from '../../../src/domain/summary.ts';
import {
  assessGoals,
  buildGoal,
  buildIndicator,
  buildTarget,
  decimal,
  measuredRatio,
  measuredValue,
  neutralisedFrom,
  only,
  scheduledGoal,
  unattachedGoal,
} from '../../helpers/figures.ts';

const DAY = '2020-09-18';

const indicatorsOf = (goals: readonly Goal[], measurements: readonly Measurement[] = []) =>
  summaryIndicators(assessGoals(goals, DAY, { measurements }).goals, 2020);

const ofOne = (input: Partial<Indicator>, measurements: readonly Measurement[]): SummaryIndicator =>
  only(indicatorsOf([buildGoal('3.1', 10, { indicator: buildIndicator(input) })], measurements));

const value = {
  measure: 'VALUE',
  unit: 'colloqui',
  targets: [buildTarget({ value: decimal('10') })],
} as const;

describe('a ratio', () => {
  test('keeps numerator and denominator; what exceeds the target is not capped', () => {
    expect(ofOne({}, [measuredRatio('3.1', '9006.75/20015', '2020-09-10')])).toEqual({
      goal: '3.1',
      title: 'Obiettivo 3.1',
      actual: { kind: 'RATIO', numerator: '9006.75', denominator: '20015' },
      target: { operator: 'GTE', value: '40' },
      unit: '%',
      // 45 % against 40 %
      achievement: '9/8',
      measuredOn: '2020-09-10',
    });
  });

  test.each([
    {
      why: 'the latest stands for itself',
      accumulation: 'LATEST',
      actual: { numerator: '10', denominator: '40' },
      achievement: '5/8',
    },
    {
      why: 'sums are Σ over Σ: 30 of 60 are 50 %, where the mean of 100 % and 25 % would be 62.5 %',
      accumulation: 'SUM',
      actual: { numerator: '30', denominator: '60' },
      achievement: '5/4',
    },
  ] as const)('$why', ({ accumulation, actual, achievement }) => {
    const measurements = [
      measuredRatio('3.1', '20/20', '2020-06-01'),
      measuredRatio('3.1', '10/40', '2020-09-01'),
    ];
    expect(ofOne({ accumulation }, measurements)).toMatchObject({
      actual: { kind: 'RATIO', ...actual },
      achievement,
      measuredOn: '2020-09-01',
    });
  });
});

describe('a value', () => {
  test.each([
    { why: 'whole numbers', said: ['4', '5'], sum: '9', achievement: '9/10' },
    { why: 'decimals, exact where doubles are not', said: ['0.1', '0.2'], sum: '0.3', achievement: '3/100' },
    { why: 'carried into the whole', said: ['0.9', '0.1'], sum: '1', achievement: '1/10' },
    { why: 'taken back', said: ['2.5', '-2.25'], sum: '0.25', achievement: '1/40' },
    { why: 'below nothing', said: ['1', '-1.5'], sum: '-0.5', achievement: '-1/20' },
  ])('that sums: $why', ({ said, sum, achievement }) => {
    const measurements = said.map((each, index) => measuredValue('3.1', each, `2020-0${index + 1}-10`));
    expect(ofOne({ ...value, accumulation: 'SUM' }, measurements)).toMatchObject({
      actual: { kind: 'VALUE', value: sum },
      achievement,
    });
  });

  test('at most: less is better', () => {
    const targets = [buildTarget({ operator: 'LTE', value: decimal('10') })];
    expect(ofOne({ ...value, targets }, [measuredValue('3.1', '8', '2020-09-01')])).toMatchObject({
      target: { operator: 'LTE', value: '10' },
      achievement: '5/4',
    });
  });
});

describe('not computable is not 0', () => {
  const unresolved = [buildTarget({ value: null, reference: 'dato 2019' })];
  const said = [measuredRatio('3.1', '10/40', '2020-09-01')];
  const actual = { kind: 'RATIO', numerator: '10', denominator: '40' };

  test.each([
    { why: 'never measured', input: {}, measurements: [], actual: null, target: { value: '40' } },
    {
      why: 'a target that refers to last year’s figure',
      input: { targets: unresolved },
      measurements: said,
      actual,
      target: null,
    },
    { why: 'no target of this year', input: { targets: [] }, measurements: said, actual, target: null },
    {
      why: 'a target of 0',
      input: { targets: [buildTarget({ value: decimal('0') })] },
      measurements: said,
      actual,
      target: { value: '0' },
    },
    {
      why: 'of nothing',
      input: {},
      measurements: [measuredRatio('3.1', '0/0', '2020-09-01')],
      actual: { kind: 'RATIO', numerator: '0', denominator: '0' },
      target: { value: '40' },
    },
  ])('$why', ({ input, measurements, actual, target }) => {
    expect(ofOne(input, measurements)).toMatchObject({ actual, target, achievement: null });
  });
});

test('only goals measured by figures that count, in the order given', () => {
  const goals = [
    buildGoal('3.2', 10),
    scheduledGoal('1.1', 10, [{}]),
    unattachedGoal('4.3', 10),
    buildGoal('3.3', 10, { neutralised: neutralisedFrom(DAY) }),
    buildGoal('3.1', 10),
  ];
  expect(indicatorsOf(goals).map(({ goal }) => goal)).toEqual(['3.2', '3.1']);
});
