/** What a schedule owes at an instant, and what of it is still of use. */
import { HOME_TIME_ZONE, type TimeOfDay } from '../arrangement.ts';
import { addDays, dayInRome } from '../dates.ts';
import { localTime } from '../person-hours.ts';
import { isWorkingDay } from '../working-days.ts';
import { type SlotSeries, seriesOf, slotsBetween } from './plan-slots.ts';
import { placeFor, type SlotKind } from './schedule.ts';
import type { OwedSlot, OwedSlotsInput, Slot } from './slots.ts';

/** A slot that is run within these minutes of its moment is on time: what is looked at every minute may be held up. */
const MINUTES_OF_GRACE = 10;

/** Late ones come within these hours of Rome, on a working day; the end is no part of them. */
const OFFICE_HOURS: { readonly from: TimeOfDay; readonly to: TimeOfDay } = { from: '08:00', to: '19:00' };

/** Days after its own on which a slot still serves somebody. */
const USEFUL_DAYS: Readonly<Record<SlotKind, number>> = {
  CHECK_IN: 2,
  REMINDER: 1,
  ESCALATION: 2,
  STRUCTURE_SUMMARY: 3,
  PLAN_SUMMARY: 3,
  MONTHLY_DIGEST: 10,
  QUARTERLY_DIGEST: 20,
  INTERIM_REVIEW: 90,
};

const BEGINNING = new Date(0);

/**
 * Every slot whose moment has come and that was not settled: to be run, or to be put down as skipped. A late one that
 * waits for office hours is not among them. In the order in which they are to be seen to: of a kind and structure the
 * older ones first.
 */
export const owedSlots = (input: OwedSlotsInput): readonly OwedSlot[] =>
  seriesOf(input).flatMap((series) => owedOf(input, series));

function owedOf(input: OwedSlotsInput, { kind, structure }: SlotSeries): readonly OwedSlot[] {
  const come = slotsBetween(input, kind, structure, BEGINNING, input.now);
  return come.flatMap((slot, index) => {
    if (index < come.length - 1) return [{ slot, verdict: 'SKIP', because: 'SUPERSEDED' } as const];
    return judgeLast(slot, input);
  });
}

/** Of a kind and structure, the last that has come. */
function judgeLast(slot: Slot, { now, schedule, calendar }: OwedSlotsInput): readonly OwedSlot[] {
  if (dayInRome(now) > addDays(slot.day, USEFUL_DAYS[slot.kind])) {
    return [{ slot, verdict: 'SKIP', because: 'STALE' }];
  }
  const late = now.getTime() - Date.parse(slot.at) > MINUTES_OF_GRACE * 60_000;
  if (late && !isOfficeTime(now, placeFor(schedule, slot.structure), calendar)) return [];
  return [{ slot, verdict: 'RUN', late }];
}

function isOfficeTime(now: Date, place: string | null, calendar: OwedSlotsInput['calendar']): boolean {
  const { day, time } = localTime(now, HOME_TIME_ZONE);
  return OFFICE_HOURS.from <= time && time < OFFICE_HOURS.to && isWorkingDay(day, place, calendar);
}
