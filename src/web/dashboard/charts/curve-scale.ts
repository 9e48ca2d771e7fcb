/** Where a day lies on the axis of a year, which all curves of a page have in common. */
import { addDays, daysBetween, type IsoDate, isoDate } from '../../../domain/dates.ts';

/** Both days included; what is drawn of a day is what holds at its end. */
export type YearAxis = { readonly first: IsoDate; readonly last: IsoDate; readonly days: number };

export function yearAxis(year: number): YearAxis {
  const first = isoDate(`${year}-01-01`);
  const last = isoDate(`${year}-12-31`);
  return { first, last, days: daysBetween(first, last) + 1 };
}

/** The share of the axis, 0–1, that lies behind at the end of `day`; null for a day outside of it. */
export function endOfDay({ first, last, days }: YearAxis, day: IsoDate): number | null {
  return day < first || day > last ? null : (daysBetween(first, day) + 1) / days;
}

/** The share of the axis, 0–1, that lies behind when `day` begins; null for a day outside of it. */
export function startOfDay({ first, last, days }: YearAxis, day: IsoDate): number | null {
  return day < first || day > last ? null : daysBetween(first, day) / days;
}

export type Month = {
  readonly first: IsoDate;
  /** Shares of the axis, 0–1. */
  readonly start: number;
  readonly width: number;
};

export function monthsOf({ first, days }: YearAxis): readonly Month[] {
  const starts = Array.from({ length: 12 }, (_, index) =>
    isoDate(`${first.slice(0, 4)}-${String(index + 1).padStart(2, '0')}-01`),
  );
  return starts.map((start, index) => {
    const next = starts[index + 1] ?? addDays(first, days);
    return { first: start, start: daysBetween(first, start) / days, width: daysBetween(start, next) / days };
  });
}

/** The day that ends nearest to a share of the axis, as somebody points at it. */
export const dayAt = ({ first, days }: YearAxis, share: number): IsoDate =>
  addDays(first, Math.min(days, Math.max(1, Math.round(share * days))) - 1);

/** Place in `days`, which are in order, of the one nearest to `day`; the first where there is none. */
export function nearestDay(days: readonly IsoDate[], day: IsoDate): number {
  const away = days.map((each) => Math.abs(daysBetween(each, day)));
  return Math.max(0, away.indexOf(Math.min(...away)));
}
