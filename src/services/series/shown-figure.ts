import { type Ratio, toPercent } from '../../domain/ratio.ts';
import type { DayFigure } from '../../domain/series/day-figures.ts';
import type { NoFigureReason, ReadingsView } from '../views/progress-view.ts';

/** Percentages of 0–100, not rounded; null is “no figure”, never 0. */
export type ShownFigure = {
  readonly percent: number | null;
  /** Why `percent` is null; null when it is not. */
  readonly reason: NoFigureReason | null;
  readonly coverage: number | null;
  readonly planned: ReadingsView;
};

const percentOf = (share: Ratio | null | undefined): number | null => (share ? toPercent(share) : null);

/** @param counts false of a day after the as-of day: nothing is reached on it yet, and that is no 0. */
export const shownFigure = (figure: DayFigure | null, counts: boolean): ShownFigure => ({
  percent: counts ? percentOf(figure?.share) : null,
  reason: counts ? (figure === null ? 'NOTHING_IN_BASELINE' : figure.because) : 'NOT_YET',
  coverage: counts ? percentOf(figure?.coverage) : null,
  planned: {
    byDeadline: percentOf(figure?.planned?.byDeadline),
    linear: percentOf(figure?.planned?.linear),
  },
});
