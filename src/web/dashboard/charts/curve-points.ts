/** What a curve is drawn of: the API's points over time, as they come. */

import type { NamedOperations } from '../../../../graphql/generated/named-operations.ts';
import { type IsoDate, isoDate } from '../../../domain/dates.ts';

type AskedPoint = NonNullable<
  NonNullable<NamedOperations['plan-series']['data']['plan']>['progressSeries']
>['points'][number];

export type CurvePoint = Omit<AskedPoint, 'day'> & { readonly day: IsoDate };

/** The figures of one day, as they stand beside the points. */
export type FigureOfTheDay = Pick<AskedPoint, 'percent' | 'reason' | 'coverage' | 'planned'>;

/**
 * The points with the figures of `asOf` among them: the weeks and months of a series end on other days, and without
 * it the curve of what was reached would end last month.
 */
export function pointsWith(
  points: readonly AskedPoint[],
  asOf: string,
  { percent, reason, coverage, planned }: FigureOfTheDay,
): readonly CurvePoint[] {
  const read = points.map((point) => ({ ...point, day: isoDate(point.day) }));
  const day = isoDate(asOf);
  const after = read.findIndex((point) => point.day >= day);
  const following = read[after];
  // A day after the last point lies outside of what is shown.
  if (!following || following.day === day) return read;
  const { baseline } = following;
  return [
    ...read.slice(0, after),
    { day, baseline, percent, reason, coverage, planned },
    ...read.slice(after),
  ];
}

/** Days after the one asked for have no figure yet, and need no reason for it. */
export const isToCome = ({ reason }: Pick<CurvePoint, 'reason'>): boolean => reason === 'NOT_YET';

export const hasFigures = (points: readonly CurvePoint[]): boolean =>
  points.some(({ percent }) => percent !== null);

export const hasPlanned = (points: readonly CurvePoint[]): boolean =>
  points.some(({ planned }) => planned.linear !== null || planned.byDeadline !== null);

/** The last point with a figure; null where there is none. */
export const lastFigure = (points: readonly CurvePoint[]): CurvePoint | null =>
  points.findLast(({ percent }) => percent !== null) ?? null;

export type Baseline = { readonly number: number; readonly act: string; readonly effectiveFrom: string };

export type BaselineChange = { readonly number: number; readonly act: string; readonly day: IsoDate };

/**
 * Where the baseline by which the points are counted changes: on the day from which the new one is in force, which
 * lies between two points. None where one baseline was asked for.
 */
export function baselineChanges(
  points: readonly CurvePoint[],
  baselines: readonly Baseline[],
): readonly BaselineChange[] {
  return points.flatMap(({ baseline }, index) => {
    const before = points[index - 1];
    if (!before || before.baseline === baseline) return [];
    return baselines
      .filter(({ number }) => number > before.baseline && number <= baseline)
      .map(({ number, act, effectiveFrom }) => ({ number, act, day: isoDate(effectiveFrom) }));
  });
}
