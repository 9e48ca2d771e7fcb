import type { SummaryCurve } from '../summary.ts';
import type { YearSeries } from '../year-series.ts';
import { printedShare } from './summary-figure.ts';

/** The series as it is drawn that day: frozen with the summary, it is drawn the same for ever. */
export const summaryCurve = ({ points, rebaselinings }: YearSeries): SummaryCurve => ({
  points: points.map(({ day, actual, plannedByDeadline, plannedLinear }) => ({
    day,
    actual: printedShare(actual),
    plannedByDeadline: printedShare(plannedByDeadline),
    plannedLinear: printedShare(plannedLinear),
  })),
  rebaselinings,
});
