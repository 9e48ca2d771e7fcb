/** With which day a summary of the plan compares, and until when it looks ahead. */
import { addDays, type IsoDate, isoDate, parseIsoDate, yearOf } from '../dates.ts';
import { yearSpan } from '../plan.ts';
import { DUE_SOON_DAYS } from '../plan-items.ts';
import type { MonthDay } from '../schedule/schedule.ts';
import type { PlanSummaryKind } from '../summary.ts';

export type PlanSummarySpan = {
  /** The day it compares with. */
  readonly since: IsoDate;
  /** The last day of which it says what falls due. */
  readonly until: IsoDate;
};

export const DAYS_IN_A_WEEK = 7;

/**
 * @param day as of which it tells: of a digest a day of the month or quarter that is told about
 * @param year of the plan
 * @param reviewDays on which the plan is reviewed each year
 */
export function planSummarySpan(
  kind: PlanSummaryKind,
  day: IsoDate,
  year: number,
  reviewDays: readonly MonthDay[],
): PlanSummarySpan {
  switch (kind) {
    case 'PLAN_WEEK':
      return { since: addDays(day, -DAYS_IN_A_WEEK), until: addDays(day, DUE_SOON_DAYS) };
    case 'PLAN_MONTH':
      return monthsAround(day, 1);
    case 'PLAN_QUARTER':
      return monthsAround(day, 3);
    case 'INTERIM_REVIEW':
      return reviewsAround(day, year, reviewDays);
  }
}

/**
 * The first day of which a summary as of `day` says what falls due: a week looks on from its own day, while the period
 * after a month, a quarter or a review begins on the morrow. What ends on the last day is of the period told about.
 */
export const dueFrom = (kind: PlanSummaryKind, day: IsoDate): IsoDate =>
  kind === 'PLAN_WEEK' ? day : addDays(day, 1);

/** Of the month, or the three months, that hold `day`: the eve, and the last day of the next as many. */
function monthsAround(day: IsoDate, months: 1 | 3): PlanSummarySpan {
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / months) * months;
  const firstDayOf = (month: number) => {
    const at = yearOf(day) * 12 + month;
    return isoDate(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`);
  };
  return { since: addDays(firstDayOf(first), -1), until: addDays(firstDayOf(first + 2 * months), -1) };
}

/** The reviews before and after `day`, or else the eve and the last day of the year. */
function reviewsAround(day: IsoDate, year: number, reviewDays: readonly MonthDay[]): PlanSummarySpan {
  const { start, end } = yearSpan({ year });
  // 29/02 is there in some years only.
  const reviews = reviewDays.flatMap((each) => parseIsoDate(`${year}-${each}`) ?? []).sort();
  return {
    since: reviews.findLast((each) => each < day) ?? addDays(start, -1),
    until: reviews.find((each) => each > day) ?? end,
  };
}
