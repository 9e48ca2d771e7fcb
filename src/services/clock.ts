import { dayInRome, type IsoDate } from '../domain/dates.ts';
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

/** A day that stands still until it is moved; the time of day goes on, so that what is recorded has an order. */
export function createSimulatedClock(
  day: IsoDate,
  { movable, now = () => new Date() }: { movable: boolean; now?: () => Date },
): MovableClock {
  let today = day;
  return {
    movable,
    now: () => new Date(`${today}T${now().toISOString().slice(11)}`),
    today: () => today,
    moveTo: (to) => {
      if (!movable) throw new Error('this day is fixed by configuration');
      today = to;
    },
  };
}
