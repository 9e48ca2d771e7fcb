import { describe, expect, test } from 'vitest';
import {
  type Figure,
  type Part,
  schedulePerformanceOf,
  variancesOf,
  weigh,
  withoutFigure,
} from '../../src/domain/figure.ts';
import type { Health } from '../../src/domain/health.ts';
import { HEALTHS } from '../../src/domain/health.ts';
import { ONE, type Ratio, ratio, ZERO } from '../../src/domain/ratio.ts';
import { displayPercent, percent, phaseCodeOf, print, printFigure } from '../helpers/figures.ts';

const reported = (share: Ratio, input: Partial<Figure> = {}): Figure => ({
  share,
  because: null,
  coverage: ONE,
  atMost: share,
  planned: { byDeadline: ZERO, linear: ZERO },
  health: null,
  ...input,
});
const silent = (input: Partial<Figure> = {}): Figure =>
  reported(ZERO, { coverage: ZERO, atMost: ONE, ...input });
const part = (code: string, weight: number, figure: Figure): Part => ({
  code,
  weight: Math.round(weight * 100),
  figure,
});

describe('the weighted sum', () => {
  test('three equal weights at 100 % give 100.00, not 99.99', () => {
    const { figure, terms } = weigh(
      ['1.1', '1.2', '1.3'].map((code) => ({ code, weight: 1, figure: reported(ONE) })),
    );
    expect(figure.share).toEqual(ONE);
    expect(displayPercent(figure.share)).toBe('100.00');
    expect(terms.map(({ contribution }) => print(contribution))).toEqual(['1/3', '1/3', '1/3']);
  });

  test('the same with weights in hundredths of a percent, 33.33 each', () => {
    const { figure } = weigh(['1.1', '1.2', '1.3'].map((code) => part(code, 33.33, reported(ONE))));
    expect(figure.share).toEqual(ONE);
  });

  test('what was not reported counts as 0, and stands in coverage and in the most it could be (rule 6)', () => {
    const { figure } = weigh([part('a', 40, reported(percent(50))), part('b', 60, silent())]);
    expect(printFigure(figure)).toMatchObject({ share: '1/5', coverage: '2/5', atMost: '4/5' });
  });

  test('a part without a figure counts as 0, uncovered, and could be all (rule 6)', () => {
    const { figure } = weigh([
      part('a', 40, reported(percent(50))),
      part('b', 60, withoutFigure('SCHEDULE_UNKNOWN')),
    ]);
    expect(printFigure(figure)).toMatchObject({
      share: '1/5',
      because: null,
      coverage: '2/5',
      atMost: '4/5',
    });
  });

  test('planned progress is weighed in both readings', () => {
    const planned = (byDeadline: number, linear: number) => ({
      planned: { byDeadline: percent(byDeadline), linear: percent(linear) },
    });
    const { figure } = weigh([
      part('a', 25, reported(ZERO, planned(100, 100))),
      part('b', 75, reported(ZERO, planned(0, 20))),
    ]);
    expect(printFigure(figure)).toMatchObject({ byDeadline: '1/4', linear: '2/5' });
  });

  test.each([
    { why: 'no parts', parts: [] },
    { why: 'parts that carry no weight', parts: [part('a', 0, reported(ONE))] },
  ])('$why: no figure, which is not 0', ({ parts }) => {
    const { figure, terms } = weigh(parts);
    expect(printFigure(figure)).toEqual({
      share: null,
      because: 'NOTHING_IN_BASELINE',
      coverage: null,
      atMost: null,
      byDeadline: null,
      linear: null,
      health: null,
    });
    expect(terms).toEqual([]);
  });

  test('terms say weight, share of the weight, and what they contribute (rule 12)', () => {
    const { terms } = weigh([part('a', 12, reported(percent(50))), part('b', 4, reported(ONE))]);
    expect(
      terms.map(({ code, weight, weightShare, contribution }) => [
        code,
        ...[weight, weightShare, contribution].map(print),
      ]),
    ).toEqual([
      ['a', '3/25', '3/4', '3/8'],
      ['b', '1/25', '1/4', '1/4'],
    ]);
  });
});

describe('rule 10: a sum is as healthy as the worst of its parts that carry weight', () => {
  const of = (health: Health, code: string): Figure => {
    // Only the word and the part are compared here; `health.test.ts` holds which reasons go with which word.
    return reported(ZERO, { health: { health, part: phaseCodeOf(code), reason: { kind: 'ON_TRACK' } } });
  };

  test('from best to worst', () => {
    expect(HEALTHS).toEqual(['COMPLETED', 'NOT_DUE', 'ON_TRACK', 'STALE', 'AT_RISK', 'OVERDUE', 'BLOCKED']);
  });

  const pairs = HEALTHS.slice(1).map((worse, index) => ({ worse, better: HEALTHS[index] ?? 'COMPLETED' }));
  test.each(pairs)('$worse is worse than $better, wherever it stands', ({ worse, better }) => {
    const bad = part('1.1.2', 1, of(worse, '1.1.2'));
    const good = part('1.1.1', 99, of(better, '1.1.1'));
    for (const parts of [
      [bad, good],
      [good, bad],
    ]) {
      expect(weigh(parts).figure.health).toMatchObject({ health: worse, part: '1.1.2' });
    }
  });

  test('the first of equals is named', () => {
    const parts = ['1.1.1', '1.1.2', '1.1.3'].map((code) =>
      part(code, 10, of(code === '1.1.1' ? 'ON_TRACK' : 'AT_RISK', code)),
    );
    expect(weigh(parts).figure.health).toMatchObject({ health: 'AT_RISK', part: '1.1.2' });
  });

  test('a part without weight does not decide', () => {
    const parts = [part('1.1.1', 0, of('BLOCKED', '1.1.1')), part('1.1.2', 10, of('ON_TRACK', '1.1.2'))];
    expect(weigh(parts).figure.health).toMatchObject({ health: 'ON_TRACK', part: '1.1.2' });
  });

  test('a part without health does not decide, and alone leaves none', () => {
    const unknown = part('4.3', 10, withoutFigure('SCHEDULE_UNKNOWN'));
    const known = part('1.1.2', 1, of('COMPLETED', '1.1.2'));
    expect(weigh([unknown, known]).figure.health).toMatchObject({ health: 'COMPLETED' });
    expect(weigh([unknown]).figure.health).toBeNull();
  });
});

describe('variance and SPI of a figure', () => {
  const planned = { byDeadline: ZERO, linear: percent(40) };

  test('both readings, and no index where nothing is planned', () => {
    const figure = reported(percent(30), { planned });
    expect(variancesOf(figure)).toEqual({ byDeadline: percent(30), linear: ratio(-1, 10) });
    expect(schedulePerformanceOf(figure)).toEqual({ byDeadline: null, linear: ratio(3, 4) });
  });

  test.each([
    { why: 'no share', figure: reported(ZERO, { share: null, planned }) },
    { why: 'nothing planned', figure: reported(ONE, { planned: null }) },
  ])('none with $why', ({ figure }) => {
    expect(variancesOf(figure)).toBeNull();
    expect(schedulePerformanceOf(figure)).toEqual({ byDeadline: null, linear: null });
  });
});
