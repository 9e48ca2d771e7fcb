/** Weeks as ISO 8601 counts them: they begin on a Monday, and belong to the year of their Thursday. */
import type { IsoDate } from '../dates.ts';

const MILLISECONDS_PER_DAY = 86_400_000;

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: IsoDate): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** `2020-W38`. The last days of December may be of the next year's first week, the first of January of the last's. */
export function isoWeekOf(day: IsoDate): string {
  const thursday = Date.parse(`${day}T00:00:00Z`) + (4 - weekdayOf(day)) * MILLISECONDS_PER_DAY;
  const year = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * MILLISECONDS_PER_DAY)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
