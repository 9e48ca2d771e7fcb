import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Achievement, achievementOf } from '../../src/domain/achievement.ts';
import type { Measurement } from '../../src/domain/facts.ts';
import type { Indicator } from '../../src/domain/plan.ts';
import { compare, ONE, ratio, ZERO } from '../../src/domain/ratio.ts';
import {
  buildIndicator,
  buildTarget,
  decimal,
  measuredRatio,
  measuredValue,
  print,
} from '../helpers/figures.ts';

const atLeast = (value: string, input: Partial<Indicator> = {}): Indicator =>
  buildIndicator({ targets: [buildTarget({ value: decimal(value) })], ...input });
const atMost = (value: string, input: Partial<Indicator> = {}): Indicator =>
  buildIndicator({ targets: [buildTarget({ operator: 'LTE', value: decimal(value) })], ...input });
const summing: Partial<Indicator> = { accumulation: 'SUM' };
const inDays: Partial<Indicator> = { measure: 'VALUE', unit: 'giorni' };

const ratios = (...fractions: string[]): Measurement[] => fractions.map((each) => measuredRatio('3.1', each));
const values = (...said: string[]): Measurement[] => said.map((each) => measuredValue('3.1', each));

const printed = (achievement: Achievement) => {
  if (!achievement.computable) return achievement.because;
  if (achievement.reached === null) return 'nothing measured';
  const { actual, uncapped, share } = achievement.reached;
  return { actual: print(actual), uncapped: print(uncapped), share: print(share) };
};

describe('rule 2: an indicator against its target', () => {
  test.each([
    {
      why: '3.1 in the annex: 8,006 of 20,015 firms are 40 %, fully achieved',
      indicator: atLeast('40'),
      said: ratios('8006/20015'),
      expected: { actual: '40/1', uncapped: '1/1', share: '1/1' },
    },
    {
      why: 'one firm fewer is not',
      indicator: atLeast('40'),
      said: ratios('8005/20015'),
      expected: { actual: '160100/4003', uncapped: '8005/8006', share: '8005/8006' },
    },
    {
      why: '3.1 before: the same firms against ≥ 105 %',
      indicator: atLeast('105'),
      said: ratios('8006/20015'),
      expected: { actual: '40/1', uncapped: '8/21', share: '8/21' },
    },
    {
      why: 'over the target: capped for the sums, the uncapped figure kept',
      indicator: atLeast('50'),
      said: ratios('3/4'),
      expected: { actual: '75/1', uncapped: '3/2', share: '1/1' },
    },
    {
      why: '“≥” with an actual of 0',
      indicator: atLeast('50'),
      said: ratios('0/4'),
      expected: { actual: '0/1', uncapped: '0/1', share: '0/1' },
    },
    {
      why: '“≤” is target ÷ actual',
      indicator: atMost('30', inDays),
      said: values('40'),
      expected: { actual: '40/1', uncapped: '3/4', share: '3/4' },
    },
    {
      why: '“≤” on the target',
      indicator: atMost('30', inDays),
      said: values('30'),
      expected: { actual: '30/1', uncapped: '1/1', share: '1/1' },
    },
    {
      why: '“≤” better than the target: capped, the uncapped figure kept',
      indicator: atMost('30', inDays),
      said: values('20'),
      expected: { actual: '20/1', uncapped: '3/2', share: '1/1' },
    },
    {
      why: '“≤” with an actual of 0 is 100 %',
      indicator: atMost('30', inDays),
      said: values('0'),
      expected: { actual: '0/1', uncapped: '1/1', share: '1/1' },
    },
    {
      why: '“≤” of a ratio with no numerator',
      indicator: atMost('5'),
      said: ratios('0/200'),
      expected: { actual: '0/1', uncapped: '1/1', share: '1/1' },
    },
    {
      why: 'a target with decimals',
      indicator: atLeast('12.5'),
      said: ratios('1/16'),
      expected: { actual: '25/4', uncapped: '1/2', share: '1/2' },
    },
    {
      why: 'numerator and denominator with decimals',
      indicator: atLeast('50'),
      said: ratios('0.25/1.25'),
      expected: { actual: '20/1', uncapped: '2/5', share: '2/5' },
    },
    {
      why: 'LATEST: each figure replaces the one before',
      indicator: atLeast('40'),
      said: ratios('8006/20015', '4003/20015'),
      expected: { actual: '20/1', uncapped: '1/2', share: '1/2' },
    },
    {
      why: 'SUM: Σ numerators ÷ Σ denominators, not the mean of 100 % and 10 %',
      indicator: atLeast('100', summing),
      said: ratios('10/10', '9/90'),
      expected: { actual: '19/1', uncapped: '19/100', share: '19/100' },
    },
    {
      why: 'SUM of values',
      indicator: atLeast('60', { ...inDays, ...summing }),
      said: values('10', '20', '15'),
      expected: { actual: '45/1', uncapped: '3/4', share: '3/4' },
    },
    {
      why: 'SUM: a denominator of 0 beside others only adds nothing',
      indicator: atLeast('50', summing),
      said: ratios('0/0', '1/4'),
      expected: { actual: '25/1', uncapped: '1/2', share: '1/2' },
    },
    {
      why: 'nothing measured is no figure yet',
      indicator: atLeast('40'),
      said: [],
      expected: 'nothing measured',
    },
    { why: 'denominator 0', indicator: atLeast('40'), said: ratios('8006/0'), expected: 'DENOMINATOR_ZERO' },
    {
      why: 'denominator 0, the latest, after one that was not',
      indicator: atLeast('40'),
      said: ratios('8006/20015', '0/0'),
      expected: 'DENOMINATOR_ZERO',
    },
    {
      why: 'SUM with denominators that sum to 0',
      indicator: atLeast('40', summing),
      said: ratios('0/0', '1/0'),
      expected: 'DENOMINATOR_ZERO',
    },
    {
      why: 'denominator 0 with “≤” is not an actual of 0',
      indicator: atMost('40'),
      said: ratios('0/0'),
      expected: 'DENOMINATOR_ZERO',
    },
    {
      why: 'no target at all',
      indicator: buildIndicator({ targets: [] }),
      said: ratios('1/2'),
      expected: 'NO_TARGET',
    },
    {
      why: 'no target of that year',
      indicator: buildIndicator({ targets: [buildTarget({ fromYear: 2021, toYear: 2022 })] }),
      said: ratios('1/2'),
      expected: 'NO_TARGET',
    },
    {
      why: 'a target that refers to a figure which does not exist yet',
      indicator: buildIndicator({
        targets: [buildTarget({ value: null, reference: 'dato finale anno precedente' })],
      }),
      said: ratios('1/2'),
      expected: 'TARGET_UNRESOLVED',
    },
    { why: 'a target of 0, “≥”', indicator: atLeast('0'), said: ratios('1/2'), expected: 'TARGET_ZERO' },
    { why: 'a target of 0, “≤”', indicator: atMost('0'), said: ratios('0/2'), expected: 'TARGET_ZERO' },
    { why: 'a target of 0, nothing measured', indicator: atLeast('0'), said: [], expected: 'TARGET_ZERO' },
  ])('$why', ({ indicator, said, expected }) => {
    expect(printed(achievementOf(indicator, 2020, said))).toEqual(expected);
  });

  test('the target is kept beside the figure, in the unit of the actual', () => {
    expect(achievementOf(atLeast('40'), 2020, [])).toEqual({
      computable: true,
      reached: null,
      target: ratio(40),
    });
  });

  test.each([
    { year: 2019, expected: 'NO_TARGET' },
    { year: 2020, expected: { actual: '50/1', uncapped: '5/6', share: '5/6' } },
    { year: 2021, expected: { actual: '50/1', uncapped: '5/8', share: '5/8' } },
    { year: 2022, expected: { actual: '50/1', uncapped: '5/8', share: '5/8' } },
    { year: 2023, expected: 'NO_TARGET' },
  ])('4.2 in the annex, 60 % and then 80 %: the target of $year', ({ year, expected }) => {
    const targets = [
      buildTarget({ value: decimal('60') }),
      buildTarget({ fromYear: 2021, toYear: 2022, value: decimal('80') }),
    ];
    expect(printed(achievementOf(buildIndicator({ targets }), year, ratios('1/2')))).toEqual(expected);
  });

  const count = fc.integer({ min: 0, max: 100_000 }).map(String);
  const positive = fc.integer({ min: 1, max: 100_000 }).map(String);
  const operator = fc.constantFrom('GTE' as const, 'LTE' as const);

  test('the share lies within 0 and 1, and is the uncapped figure when that does not exceed 1', () => {
    fc.assert(
      fc.property(
        operator,
        positive,
        fc.array(fc.tuple(count, positive), { minLength: 1 }),
        (sign, wanted, said) => {
          const indicator = buildIndicator({
            accumulation: 'SUM',
            targets: [buildTarget({ operator: sign, value: decimal(wanted) })],
          });
          const achievement = achievementOf(indicator, 2020, ratios(...said.map(([n, d]) => `${n}/${d}`)));
          if (!achievement.computable || achievement.reached === null) throw new Error('must be computable');
          const { share, uncapped } = achievement.reached;
          expect(compare(ZERO, share)).toBeLessThanOrEqual(0);
          expect(compare(share, ONE)).toBeLessThanOrEqual(0);
          expect(share).toEqual(compare(uncapped, ONE) < 0 ? uncapped : ONE);
        },
      ),
    );
  });

  test('a summed ratio lies between the least and the greatest of its terms', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(count, positive), { minLength: 1, maxLength: 8 }), (said) => {
        const achievement = achievementOf(
          atLeast('100', summing),
          2020,
          ratios(...said.map(([n, d]) => `${n}/${d}`)),
        );
        if (!achievement.computable || achievement.reached === null) throw new Error('must be computable');
        const { uncapped } = achievement.reached;
        const alone = said.map(([n, d]) => ratio(BigInt(n), BigInt(d))).sort(compare);
        expect(compare(alone[0] ?? ZERO, uncapped)).toBeLessThanOrEqual(0);
        expect(compare(uncapped, alone.at(-1) ?? ZERO)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
