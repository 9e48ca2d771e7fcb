/** How often a check-in that comes by itself asks about an item: at every slot near its end, else now and then. */
import type { StructureCode } from './codes.ts';
import { addDays, daysBetween, type IsoDate, isoDate } from './dates.ts';
import type { Person } from './directory.ts';
import { structuresOfAnswer } from './missing.ts';
import type { PlanItem } from './plan-items.ts';
import { weekdayOf } from './schedule/iso-week.ts';
import type { Cadence } from './schedule/schedule.ts';

/** A check-in's slot of one structure. */
export type AskingSlot = {
  readonly structure: StructureCode;
  readonly cadence: Cadence;
  /** Whether it asks about everything that has started, not only about what is near its end. */
  readonly full: boolean;
};

/** Whether a person is asked about an item now. */
export type Asking =
  | 'DUE'
  /** Not this time, unless an earlier question about it is still without an answer. */
  | 'NOT_DUE'
  /** It is another structure's turn to ask; only what a new question replaces is asked again with it. */
  | 'ELSEWHERE';

/** @param slots those that are due together; an item shared by several structures is due when it is in one of them */
export function askingOf(
  item: PlanItem,
  person: Pick<Person, 'structures'>,
  slots: readonly AskingSlot[],
  day: IsoDate,
): Asking {
  const structures = structuresOfAnswer(item.structures, person);
  const here = slots.filter(({ structure }) => structures.includes(structure));
  if (here.length === 0) return 'ELSEWHERE';
  return here.some(({ full, cadence }) => isDue(item, day, cadence, full)) ? 'DUE' : 'NOT_DUE';
}

/** Nothing before it starts; what is overdue is near its end for as long as it is open. */
const isDue = ({ start, end }: PlanItem, day: IsoDate, { nearDays }: Cadence, full: boolean): boolean =>
  start <= day && (full || daysBetween(day, end) <= nearDays);

/**
 * Whether the check-in of the week `period` asks about everything.
 * @param lastFull the week of the last one that did; null before the first
 */
export const isFullSlot = (period: string, lastFull: string | null, { everyWeeks }: Cadence): boolean =>
  lastFull === null || daysBetween(mondayOf(lastFull), mondayOf(period)) >= 7 * everyWeeks;

/**
 * Of the ISO week `2020-W38`. Weeks are counted by their Mondays: a slot that a holiday moved is still of its week.
 * @throws RangeError for what is no week
 */
function mondayOf(week: string): IsoDate {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  if (year === undefined) throw new RangeError(`not a week: ${week}`);
  // The 4th of January is in the first week of every year.
  const fourth = isoDate(`${year}-01-04`);
  return addDays(fourth, 7 * (Number(number) - 1) - (weekdayOf(fourth) - 1));
}
