/** Where a span of days lies on the axis of a year, in percent of its width. */
import type { Span } from '../../../domain/dates.ts';
import { endOfDay, startOfDay, type YearAxis } from './curve-scale.ts';

/** What of a span lies in the year; a bar that goes on beyond it says so by its open end. */
export type Place = {
  readonly left: number;
  readonly width: number;
  readonly startsBefore: boolean;
  readonly endsAfter: boolean;
};

/** Null for a span that lies wholly outside of the year. Its last day is part of it. */
export function placeOf(axis: YearAxis, { start, end }: Span): Place | null {
  if (end < axis.first || start > axis.last || end < start) return null;
  const from = startOfDay(axis, start) ?? 0;
  const to = endOfDay(axis, end) ?? 1;
  return {
    left: from * 100,
    width: (to - from) * 100,
    startsBefore: start < axis.first,
    endsAfter: end > axis.last,
  };
}
