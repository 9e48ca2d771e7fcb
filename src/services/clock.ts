import { addDays, dayInRome, type IsoDate } from '../domain/dates.ts';
import type { MovableClock } from './context.ts';

/** The real day of Rome, by the machine's clock. It cannot be moved. */
export function createRealClock(now: () => Date = () => new Date()): MovableClock {
  return {
    movable: false,
    now,
    today: () => dayInRome(now()),
    moveTo: () => {
      throw new Error('the real clock cannot be moved');
    },
  };
}

/** `instant`'s time of day on `day` of Rome: late in the evening in UTC, it is the next day there already. */
function onDay(day: IsoDate, instant: Date): Date {
  const time = instant.toISOString().slice(11);
  const found = new Date(`${day}T${time}`);
  return dayInRome(found) === day ? found : new Date(`${addDays(day, -1)}T${time}`);
}

/** A day that stands still until it is moved; the time of day goes on, so that what is recorded has an order. */
export function createSimulatedClock(
  day: IsoDate,
  { movable, now = () => new Date() }: { movable: boolean; now?: () => Date },
): MovableClock {
  let today = day;
  return {
    movable,
    now: () => onDay(today, now()),
    today: () => today,
    moveTo: (to) => {
      if (!movable) throw new Error('this day is fixed by configuration');
      today = to;
    },
  };
}
