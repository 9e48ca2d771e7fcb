import type { NotComputable } from '../../domain/achievement.ts';
import { type Ratio, toPercent } from '../../domain/ratio.ts';
import type { DayFigure } from '../../domain/series/day-figures.ts';
import type { ReadingsView } from '../views/progress-view.ts';

/** Percentages of 0–100, not rounded; null is “no figure”, never 0. */
export type ShownFigure = {
  readonly percent: number | null;
  /** Why `percent` is null; null when it is not, and of a day that has not come. */
  readonly reason: NotComputable | null;
  readonly coverage: number | null;
  readonly planned: ReadingsView;
};

const percentOf = (share: Ratio | null | undefined): number | null => (share ? toPercent(share) : null);

/** @param counts false of a day that has not come: nothing is reached on it yet, and that is no 0. */
export const shownFigure = (figure: DayFigure | null, counts: boolean): ShownFigure => ({
  percent: counts ? percentOf(figure?.share) : null,
  reason: counts ? (figure === null ? 'NOTHING_IN_BASELINE' : figure.because) : null,
  coverage: counts ? percentOf(figure?.coverage) : null,
  planned: {
    byDeadline: percentOf(figure?.planned?.byDeadline),
    linear: percentOf(figure?.planned?.linear),
  },
});
