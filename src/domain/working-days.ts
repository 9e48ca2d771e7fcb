/** Days on which an office is open. Weekends and holidays are not: nobody is asked anything on them. */
import { addDays, type IsoDate } from './dates.ts';

export type Calendar = {
  /**
   * What is celebrated on `day`: a national public holiday, or the patron of `place` (a town of `PLACES`; null, or
   * a town that is not known, has the national holidays alone). Null on any other day, weekend or not.
   */
  holidayName(day: IsoDate, place: string | null): string | null;
};

/** Saturday or Sunday. */
export function isWeekend(day: IsoDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

export const isWorkingDay = (day: IsoDate, place: string | null, calendar: Calendar): boolean =>
  !isWeekend(day) && calendar.holidayName(day, place) === null;

/** The first working day after `day`, which may be one itself. */
export function nextWorkingDay(day: IsoDate, place: string | null, calendar: Calendar): IsoDate {
  const next = addDays(day, 1);
  return isWorkingDay(next, place, calendar) ? next : nextWorkingDay(next, place, calendar);
}
