/** The days on which a rule of a plan falls, before holidays move them. */
import { addDays, type IsoDate, parseIsoDate } from '../dates.ts';
import { yearSpan } from '../plan.ts';
import { isoWeekOf, weekdayOf } from './iso-week.ts';
import type { Recurrence } from './schedule.ts';

export type Occurrence = {
  /** See `Slot`. It is of the rule's own day: a Friday that moves to Monday stays in its week. */
  readonly period: string;
  readonly day: IsoDate;
  /** The day as of which it tells; null is the day on which it is run. */
  readonly asOf: IsoDate | null;
};

/**
 * Those of the plan of `year` from the day `from` on, in order. Weekly and yearly ones lie within its year; each
 * month and quarter of it is told about afterwards, the last ones in the next January.
 */
export function occurrencesFrom(year: number, recurrence: Recurrence, from: IsoDate): Iterable<Occurrence> {
  switch (recurrence.every) {
    case 'WEEK':
      return weeks(year, recurrence.weekday, from);
    case 'MONTH':
      return spans(year, 1, recurrence.dayOfMonth, from);
    case 'QUARTER':
      return spans(year, 3, recurrence.dayOfMonth, from);
    case 'YEAR':
      return recurrence.days.flatMap((monthDay) => {
        // 29 February comes in leap years alone.
        const day = parseIsoDate(`${year}-${monthDay}`);
        return day === undefined || day < from ? [] : [{ period: day, day, asOf: day }];
      });
  }
}

function* weeks(year: number, weekday: number, from: IsoDate): Generator<Occurrence> {
  const { start, end } = yearSpan({ year });
  const first = from > start ? from : start;
  let day = addDays(first, (weekday - weekdayOf(first) + 7) % 7);
  for (; day <= end; day = addDays(day, 7)) yield { period: isoWeekOf(day), day, asOf: null };
}

/** Each is of so many months, one or three. */
function* spans(year: number, months: 1 | 3, dayOfMonth: number, from: IsoDate): Generator<Occurrence> {
  for (let month = months as number; month <= 12; month += months) {
    const next = month === 12 ? `${year + 1}-01` : `${year}-${twoDigits(month + 1)}`;
    const day = `${next}-${twoDigits(dayOfMonth)}` as IsoDate;
    if (day < from) continue;
    const period = months === 3 ? `${year}-Q${month / 3}` : `${year}-${twoDigits(month)}`;
    yield { period, day, asOf: addDays(`${next}-01` as IsoDate, -1) };
  }
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');
