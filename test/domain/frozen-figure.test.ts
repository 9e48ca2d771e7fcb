/** What a summary froze reads back as the figure it was. */
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/domain/assess.ts';
import { isoDate } from '../../src/domain/dates.ts';
import { type Figure, variancesOf } from '../../src/domain/figure.ts';
import {
  changeOf,
  frozenFigure,
  frozenSeries,
  quotientOf,
  readAmount,
} from '../../src/domain/frozen-figure.ts';
import { DEFAULT_HEALTH_RULES } from '../../src/domain/health.ts';
import { baselineInForce, phasesOf } from '../../src/domain/plan.ts';
import { printRatio, type Ratio } from '../../src/domain/ratio.ts';
import type { SummaryFigure } from '../../src/domain/summary.ts';
import { ARTI } from '../helpers/context.ts';
import { measuredRatio, print, type ReportInput, type Said, standingOf } from '../helpers/figures.ts';
import { NOTHING, planSummary, structureSummary } from '../helpers/summaries.ts';

const printed = (value: Ratio | null): string | null => (value === null ? null : printRatio(value));

const frozen = ({ share, coverage, planned }: Figure): SummaryFigure => ({
  share: printed(share),
  coverage: printed(coverage),
  plannedByDeadline: printed(planned?.byDeadline ?? null),
  plannedLinear: printed(planned?.linear ?? null),
});

/** Of every fifth phase a block without a figure, of every third a percentage, of all others nothing. */
function reportOf(index: number): ReportInput | null {
  if (index % 5 === 0) return { percent: null, blockedBecause: 'manca', reportedOn: '2020-03-01' };
  return index % 3 === 0 ? { percent: index, reportedOn: '2020-03-01' } : null;
}

const codes = ARTI.baselines.flatMap(({ goals }) => goals.flatMap(phasesOf)).map(({ code }) => code);
const mixed: Said = {
  reports: Object.fromEntries(
    codes.flatMap((code, index) => {
      const report = reportOf(index);
      return report === null ? [] : [[code, report]];
    }),
  ),
  measurements: [measuredRatio('3.1', '4000/20015', '2020-03-01')],
};

describe('every figure of the plan, frozen and read back', () => {
  test.each(
    ['2020-01-01', '2020-06-30', '2020-09-14', '2020-12-31'].flatMap((day) => [
      { day, why: 'nothing said', said: {} as Said },
      { day, why: 'some said, some blocked', said: mixed },
    ]),
  )('$day, $why', ({ day, said }) => {
    const at = isoDate(day);
    const figures = assess(ARTI, baselineInForce(ARTI, at), standingOf(day, said), DEFAULT_HEALTH_RULES);
    const all = [figures.whole, ...figures.areas, ...figures.structures, ...figures.goals];
    expect(all.length).toBeGreaterThan(10);
    for (const { figure } of all) {
      const read = frozenFigure(frozen(figure));
      expect(print(read.share)).toBe(print(figure.share));
      if (figure.share === null) continue;
      // Not kept, and yet the same.
      expect(print(read.atMost)).toBe(print(figure.atMost));
      expect(print(variancesOf(read)?.linear)).toBe(print(variancesOf(figure)?.linear));
    }
  });

  test('no figure stays none, which is not 0', () => {
    expect(frozenFigure(NOTHING)).toMatchObject({ share: null, coverage: null, atMost: null, planned: null });
  });
});

test.each([
  { why: 'more', now: '2/5', before: '1/3', change: '1/15' },
  { why: 'the same', now: '2/5', before: '2/5', change: '0/1' },
  { why: 'none before', now: '2/5', before: null, change: null },
  { why: 'none now', now: null, before: '2/5', change: null },
])('change: $why → $change', ({ now, before, change }) => {
  expect(printed(changeOf({ share: now }, { share: before }))).toBe(change);
});

test.each([
  { numerator: '8006', denominator: '20015', quotient: '2/5' },
  { numerator: '0.5', denominator: '2', quotient: '1/4' },
  { numerator: '3', denominator: '0', quotient: null },
])('$numerator / $denominator → $quotient', ({ quotient, ...terms }) => {
  expect(printed(quotientOf({ kind: 'RATIO', ...terms }))).toBe(quotient);
});

test('a sum of more digits than people write is read whole', () => {
  expect(printRatio(readAmount('1234567890123456789.25'))).toBe('4938271560493827157/4');
});

describe('the curve', () => {
  test('is of the structure or of the plan, as of the day, and ends there', () => {
    const structure = frozenSeries(structureSummary());
    expect(structure).toMatchObject({
      subject: { kind: 'STRUCTURE', code: 'OSRU' },
      year: 2020,
      asOf: '2020-09-18',
    });
    expect(structure?.points.map(({ actual }) => print(actual))).toHaveLength(4);
    expect(structure?.points.at(-1)?.actual).toBeNull();
    expect(frozenSeries(planSummary())?.subject).toEqual({ kind: 'PLAN', name: 'Piano 2020 di ARTI' });
  });

  test('none of a summary that kept none', () => {
    expect(frozenSeries(structureSummary({ curve: null }))).toBeNull();
  });
});
