/** Whether a week brought anything new. */
import type { IsoDate } from '../dates.ts';
import type { SummaryItem } from '../summary.ts';
import { DAYS_IN_A_WEEK } from './plan-summary-span.ts';

export type WeekTold = {
  /** Lists that tell of something new whenever there is anything in them. */
  readonly news: readonly (readonly SummaryItem[])[];
  readonly lateOrBlocked: readonly SummaryItem[];
  /** The day with which the week is compared. */
  readonly since: IsoDate;
};

/**
 * A week is quiet when it brought nothing new: nothing moved, nothing became late or blocked, nothing falls due within
 * two weeks. What was late, blocked or unanswered before does not make it loud: nearly every plan has something that is,
 * so there would be no quiet week, and a list that says the same every Friday is soon read by nobody. It is still
 * counted, and named by its codes.
 */
export const isQuietWeek = ({ news, lateOrBlocked, since }: WeekTold): boolean =>
  news.every((items) => items.length === 0) && !lateOrBlocked.some((item) => isNewlyAmiss(item, since));

/** One that is late already may become blocked, and a blocked one late. */
const isNewlyAmiss = ({ health, daysLate, lastReportedOn }: SummaryItem, since: IsoDate): boolean =>
  (daysLate > 0 && daysLate <= DAYS_IN_A_WEEK) ||
  (health === 'BLOCKED' && lastReportedOn !== null && lastReportedOn > since);
