import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/domain/dates.ts';
import {
  baselineInForce,
  findBaseline,
  phasesOf,
  targetFor,
  wordingText,
  yearSpan,
} from '../../src/domain/plan.ts';
import {
  buildGoal,
  buildIndicator,
  buildPlan,
  buildTarget,
  scheduledGoal,
  unattachedGoal,
} from '../helpers/figures.ts';

/** Baseline 0 in force from 01/01/2020, baseline 1 from 03/08/2020. */
const plan = buildPlan([buildGoal('1.1', 15)], [buildGoal('1.1', 12)]);

describe('rule 9: the baseline in force', () => {
  test.each([
    { why: 'the first day of the plan', day: '2020-01-01', number: 0 },
    { why: 'the day before the plan has nothing else to show', day: '2019-12-31', number: 0 },
    { why: 'the eve of the effective date', day: '2020-08-02', number: 0 },
    { why: 'the effective date, included', day: '2020-08-03', number: 1 },
    { why: 'the day after', day: '2020-08-04', number: 1 },
    { why: 'long after', day: '2022-01-01', number: 1 },
  ])('$why ($day) → baseline $number', ({ day, number }) => {
    expect(baselineInForce(plan, isoDate(day)).number).toBe(number);
  });

  test('it is the effective date that counts, not that of adoption', () => {
    const early = {
      ...plan,
      baselines: plan.baselines.map((each) => ({ ...each, adoptedOn: isoDate('2020-12-31') })),
    };
    expect(baselineInForce(early, isoDate('2020-08-03')).number).toBe(1);
  });

  test('another one may be asked for', () => {
    expect(findBaseline(plan, 0)?.goals[0]?.weightBps).toBe(1500);
    expect(findBaseline(plan, 1)?.goals[0]?.weightBps).toBe(1200);
    expect(findBaseline(plan, 2)).toBeUndefined();
  });

  test('a plan without a baseline is a bug of whoever made it', () => {
    expect(() => baselineInForce({ ...plan, baselines: [] }, isoDate('2020-01-01'))).toThrow('2020');
  });
});

test('a year is from its first day to its last', () => {
  expect(yearSpan({ year: 2020 })).toEqual({ start: '2020-01-01', end: '2020-12-31' });
});

test('only a known schedule has phases', () => {
  expect(phasesOf(scheduledGoal('1.1', 12, [{}, {}])).map(({ code }) => code)).toEqual(['1.1.1', '1.1.2']);
  expect(phasesOf(unattachedGoal('4.3', 10))).toEqual([]);
  expect(phasesOf(buildGoal('3.1', 10))).toEqual([]);
});

test.each([
  { year: 2019, reference: undefined },
  { year: 2020, reference: 'dato 2019' },
  { year: 2021, reference: 'dato finale anno precedente' },
  { year: 2022, reference: 'dato finale anno precedente' },
  { year: 2023, reference: undefined },
])('the target of $year is that whose years include it', ({ year, reference }) => {
  const targets = [
    buildTarget({ value: null, reference: 'dato 2019' }),
    buildTarget({ fromYear: 2021, toYear: 2022, value: null, reference: 'dato finale anno precedente' }),
  ];
  expect(targetFor(buildIndicator({ targets }), year)?.reference).toBe(reference);
});

test('a wording that is not known has no text', () => {
  expect(wordingText({ text: 'Decreti Arti' })).toBe('Decreti Arti');
  expect(wordingText({ unknown: 'non riportato nell’allegato' })).toBeNull();
  expect(wordingText(null)).toBeNull();
});
