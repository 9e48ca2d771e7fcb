/** Frozen figures read back: what a summary kept as text, for whoever shows it like every figure. */
import { type Figure, withoutFigure } from './figure.ts';
import { add, divide, isZero, ONE, type Ratio, ratio, readRatio, subtract } from './ratio.ts';
import type { Summary, SummaryAmount, SummaryFigure } from './summary.ts';
import type { YearSeries } from './year-series.ts';

const read = (text: string | null): Ratio | null => (text === null ? null : readRatio(text));

/**
 * The figure as it was. `atMost` is not kept, for it follows: what is not covered counts 0 in the share and would
 * count in full if it were complete (rule 6). Its health is that of its parts, which a summary names one by one.
 */
export function frozenFigure({
  share,
  coverage,
  plannedByDeadline,
  plannedLinear,
  because = 'NOTHING_IN_BASELINE',
}: SummaryFigure): Figure {
  const progress = read(share);
  if (progress === null) return withoutFigure(because);
  const covered = read(coverage);
  const [byDeadline, linear] = [read(plannedByDeadline), read(plannedLinear)];
  return {
    share: progress,
    because: null,
    coverage: covered,
    atMost: covered && add(progress, subtract(ONE, covered)),
    planned: byDeadline && linear && { byDeadline, linear },
    health: null,
  };
}

/** By how much the share changed; null where either is missing. */
export function changeOf(
  now: { readonly share: string | null },
  before: { readonly share: string | null },
): Ratio | null {
  const [to, from] = [read(now.share), read(before.share)];
  return to && from && subtract(to, from);
}

/** Numerator ÷ denominator; null where the denominator is 0 (rule 2). */
export function quotientOf({
  numerator,
  denominator,
}: Extract<SummaryAmount, { readonly kind: 'RATIO' }>): Ratio | null {
  const [top, bottom] = [readAmount(numerator), readAmount(denominator)];
  return isZero(bottom) ? null : divide(top, bottom);
}

/** A decimal of any length: sums may have more digits than what people write. */
export function readAmount(text: string): Ratio {
  const [whole = '0', fraction = ''] = text.split('.');
  return ratio(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
}

/** The year's curve as it was, to be drawn like any other; null of a summary that kept none. */
export function frozenSeries(summary: Summary): YearSeries | null {
  const { curve, year, day, now } = summary;
  if (curve === null) return null;
  return {
    subject:
      summary.kind === 'STRUCTURE_WEEK'
        ? { kind: 'STRUCTURE', code: summary.structure, name: summary.structureName }
        : { kind: 'PLAN', name: summary.title },
    year,
    asOf: day,
    baseline: null,
    points: curve.points.map((point) => ({
      day: point.day,
      actual: read(point.actual),
      plannedByDeadline: read(point.plannedByDeadline),
      plannedLinear: read(point.plannedLinear),
    })),
    now: frozenFigure(now),
    rebaselinings: curve.rebaselinings,
  };
}
