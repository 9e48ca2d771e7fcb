/** The days of a series: one for each day, week or month of a range. */
import { addDays, daysBetween, type IsoDate, isoDate } from '../dates.ts';
import { accepted, type Result, refused } from '../refusal.ts';

export const PERIODS = ['DAY', 'WEEK', 'MONTH'] as const;
export type Period = (typeof PERIODS)[number];

/** Days of one series: a year's, with some to spare. */
export const MOST_POINTS = 400;

export type DayRange = { readonly from: IsoDate; readonly to: IsoDate };

/**
 * The last day of each period of the range that has begun in it: every day, every Sunday (weeks are ISO's, from Monday),
 * every month's last day; and the range's last day, whatever day that is. So series of different ranges share
 * their days, and what is drawn ends where it was asked to.
 * Refused: RANGE_INVALID when it ends before it begins, RANGE_TOO_LONG when it would have more than {@link MOST_POINTS}.
 */
export function periodEnds({ from, to }: DayRange, every: Period): Result<readonly IsoDate[]> {
  if (from > to) return refused({ code: 'RANGE_INVALID', from, to });
  const points = countPeriods({ from, to }, every);
  if (points > MOST_POINTS) return refused({ code: 'RANGE_TOO_LONG', points, limit: MOST_POINTS });
  const days: IsoDate[] = [];
  for (let day = endOf(from, every); day < to; day = endAfter(day, every)) days.push(day);
  return accepted([...days, to]);
}

function countPeriods({ from, to }: DayRange, every: Period): number {
  switch (every) {
    case 'DAY':
      return daysBetween(from, to) + 1;
    case 'WEEK':
      return Math.floor((weekday(from) + daysBetween(from, to)) / 7) + 1;
    case 'MONTH':
      return monthsSince0(to) - monthsSince0(from) + 1;
  }
}

const A_MONDAY = isoDate('1900-01-01');

/** 0 is Monday. */
const weekday = (day: IsoDate): number => daysBetween(A_MONDAY, day) % 7;

const monthsSince0 = (day: IsoDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** The last day of the period in which `day` lies. */
function endOf(day: IsoDate, every: Period): IsoDate {
  switch (every) {
    case 'DAY':
      return day;
    case 'WEEK':
      return addDays(day, 6 - weekday(day));
    case 'MONTH':
      // The month after has begun 31 days after the first of this one, and no month later.
      return addDays(monthStart(addDays(monthStart(day), 31)), -1);
  }
}

/** Of the period that follows the one that `end` ends. */
const endAfter = (end: IsoDate, every: Period): IsoDate =>
  every === 'MONTH' ? endOf(addDays(end, 1), every) : addDays(end, every === 'DAY' ? 1 : 7);

const monthStart = (day: IsoDate): IsoDate => `${day.slice(0, 7)}-01` as IsoDate;
