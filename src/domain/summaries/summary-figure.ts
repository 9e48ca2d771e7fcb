import type { Figure } from '../figure.ts';
import { printRatio, type Ratio } from '../ratio.ts';
import type { SummaryFigure } from '../summary.ts';

/** As summaries keep a share: exact, as text. */
export const printedShare = (share: Ratio | null): string | null =>
  share === null ? null : printRatio(share);

/** @param figure null of what was not there on that day */
export const summaryFigure = (figure: Figure | null): SummaryFigure => ({
  share: printedShare(figure?.share ?? null),
  coverage: printedShare(figure?.coverage ?? null),
  plannedByDeadline: printedShare(figure?.planned?.byDeadline ?? null),
  plannedLinear: printedShare(figure?.planned?.linear ?? null),
  ...(figure === null ? { because: 'NOTHING_IN_BASELINE' } : figure.because && { because: figure.because }),
});
