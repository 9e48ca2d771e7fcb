/** What is drawn of a phase: where it was planned, where it is now, how much of it is done. Percent of the year's width. */
import type { Span } from '../../../domain/dates.ts';
import type { YearAxis } from './curve-scale.ts';
import { type Place, placeOf } from './year-scale.ts';

export type PlannedSpans = {
  /** By the plan as approved; null where the phase was not in it, or where there is no other baseline. */
  readonly approved: Span | null;
  /** By the other baseline, or by the only one; null where an act has taken the phase out. */
  readonly current: Span | null;
  /** 0–100 as the API computed it; null where there is no figure. */
  readonly percent: number | null;
};

export type Bars = {
  readonly approved: Place | null;
  readonly current: Place | null;
  /** Of the bar in which progress is drawn: the current one, or else the approved. */
  readonly done: { readonly left: number; readonly width: number } | null;
};

/** Progress fills the visible part of its bar: of what lies outside of the year nothing can be seen. */
export function barsOf(axis: YearAxis, { approved, current, percent }: PlannedSpans): Bars {
  const places = {
    approved: approved && placeOf(axis, approved),
    current: current && placeOf(axis, current),
  };
  const filled = places.current ?? places.approved;
  return {
    ...places,
    done:
      filled === null || percent === null
        ? null
        : { left: filled.left, width: (filled.width * Math.min(Math.max(percent, 0), 100)) / 100 },
  };
}
