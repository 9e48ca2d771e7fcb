import { HOME_TIME_ZONE } from '../domain/arrangement.ts';
import { dayInRome, type IsoDate } from '../domain/dates.ts';
import { instantAt, localTime } from '../domain/person-hours.ts';
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

/** The instant of `day` at which a clock in Rome shows what it shows at `instant`, whether in summer or in winter. */
function onDay(day: IsoDate, instant: Date): Date {
  const { time } = localTime(instant, HOME_TIME_ZONE);
  const sinceFullMinute = instant.getTime() % 60_000;
  return new Date(instantAt(day, time, HOME_TIME_ZONE).getTime() + sinceFullMinute);
}

type Look = { readonly real: Date; readonly shown: Date };

/**
 * Where clocks change, on either of the two days, a time of day would come twice: until it is past, it goes on by a
 * millisecond at a look, so that what is recorded keeps its order. At midnight the day begins again.
 */
function notBefore(last: Look | null, shown: Date, real: Date): Date {
  const goesOn = last !== null && real > last.real && dayInRome(real) === dayInRome(last.real);
  return goesOn && shown <= last.shown ? new Date(last.shown.getTime() + 1) : shown;
}

/** A day that stands still until it is moved; the time of day goes on, so that what is recorded has an order. */
export function createSimulatedClock(
  day: IsoDate,
  {
    movable,
    now = () => new Date(),
    onMoved = () => undefined,
  }: {
    readonly movable: boolean;
    readonly now?: () => Date;
    /** Told of each new day. */
    readonly onMoved?: (today: IsoDate) => void;
  },
): MovableClock {
  let today = day;
  let last: Look | null = null;
  return {
    movable,
    now: () => {
      const real = now();
      const shown = notBefore(last, onDay(today, real), real);
      last = { real, shown };
      return shown;
    },
    today: () => today,
    moveTo: (to) => {
      if (!movable) throw new Error('this day is fixed by configuration');
      today = to;
      last = null;
      onMoved(to);
    },
  };
}
