/** When a person may be written to: their hours and time zone, working days, absences. */
import { HOME_TIME_ZONE, isAway, type PersonSettings, type TimeOfDay, timeZoneOf } from './arrangement.ts';
import { addDays, dayInRome, type IsoDate } from './dates.ts';
import { accepted, type Result, refused } from './refusal.ts';
import { type Calendar, isWorkingDay } from './working-days.ts';

/** From a time of day to a later one, which is no longer part of it. */
export type Hours = NonNullable<PersonSettings['hours']>;

/** When the day of somebody begins who has set no hours. */
const DAY_STARTS: TimeOfDay = '09:00';

const WRITTEN_HOURS =
  /^(?:(?:dalle|from)\s+)?(\d{1,2})(?:[:.](\d{2}))?\s*(?:[-–—]|\balle\b|\balla\b|\bto\b|\ba\b)\s*(\d{1,2})(?:[:.](\d{2}))?$/i;

/** Hours as people write them: `8:30-14:00`, `8-14`, `dalle 8.30 alle 14`, `from 8:30 to 14`. Refused: HOURS_INVALID. */
export function parseHours(text: string): Result<Hours> {
  const match = WRITTEN_HOURS.exec(text.trim());
  const from = timeOfDay(match?.[1], match?.[2]);
  const to = timeOfDay(match?.[3], match?.[4]);
  const hours = from === undefined || to === undefined ? undefined : { from, to };
  return hours && areHours(hours) ? accepted(hours) : refused({ code: 'HOURS_INVALID', given: text });
}

function timeOfDay(hour: string | undefined, minute = '00'): TimeOfDay | undefined {
  if (hour === undefined || Number(hour) > 24 || Number(minute) > 59) return undefined;
  // Midnight ends a day as 24:00.
  return Number(hour) === 24 && Number(minute) > 0 ? undefined : `${hour.padStart(2, '0')}:${minute}`;
}

/** Times of day as text sort as times. */
export const areHours = ({ from, to }: Hours): boolean =>
  [from, to].every((time) => /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time)) && from < to;

/** The name by which the time zone is kept, or undefined for what is not the name of one. */
export function parseTimeZone(text: string): string | undefined {
  // Also an offset such as `+02:00` would be taken, which knows nothing of summer time.
  if (!/^[A-Za-z]/.test(text.trim())) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text.trim() }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** What calendar and clock on a wall in `timeZone` show at `instant`. */
export function localTime(
  instant: Date,
  timeZone: string,
): { readonly day: IsoDate; readonly time: TimeOfDay } {
  const text = new Date(instant.getTime() + offset(instant.getTime(), timeZone)).toISOString();
  return { day: text.slice(0, 10) as IsoDate, time: text.slice(11, 16) };
}

/**
 * The instant at which they show `day` and `time`. A time that comes twice, when clocks go back, is the first of the
 * two; one that is left out, when they go forward, is as long after midnight as if they had not (02:30 is 03:30).
 */
export function instantAt(day: IsoDate, time: TimeOfDay, timeZone: string): Date {
  const [hour = '0', minute = '0'] = time.split(':');
  const wall = Date.parse(`${day}T00:00:00Z`) + (Number(hour) * 60 + Number(minute)) * 60_000;
  // No zone changes twice within two days.
  const before = wall - offset(wall - 86_400_000, timeZone);
  const after = wall - offset(wall + 86_400_000, timeZone);
  const shows = (instant: number) => instant + offset(instant, timeZone) === wall;
  const found = [before, after].filter(shows).sort((a, b) => a - b)[0];
  return new Date(found ?? before);
}

/** Making one costs more than using it a thousand times. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  // Slack may know a zone that this machine does not: nobody goes without an answer for that.
  const made = createFormat(parseTimeZone(timeZone) ?? HOME_TIME_ZONE);
  formats.set(timeZone, made);
  return made;
}

const createFormat = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });

const MOST_OFFSETS = 500;
/** By zone and quarter of an hour: clocks are changed on a full one, wherever they are. */
const offsets = new Map<string, number>();

/** Milliseconds by which the clocks of `timeZone` are ahead of UTC. */
function offset(instant: number, timeZone: string): number {
  const key = `${timeZone} ${Math.floor(instant / 900_000)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const found = lookUpOffset(instant, timeZone);
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  offsets.set(key, found);
  return found;
}

function lookUpOffset(instant: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((each) => each.type === type)?.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}

/** All that says when somebody may be written to. */
export type Reach = {
  /** Where the person works, for its holidays. */
  readonly place: string | null;
  readonly settings: PersonSettings;
  readonly calendar: Calendar;
};

/** Whether the person works on that day: an office's working day, and no absence of theirs. */
export const isPresent = (day: IsoDate, { place, settings, calendar }: Reach): boolean =>
  isWorkingDay(day, place, calendar) && !isAway(settings, day);

/**
 * Whether the person may be written to at `instant`: within their hours, and on a day on which they work, as the
 * calendar shows it in Rome and where they are. No hours are no limit: Slack holds notifications back by itself.
 */
export function isReachable(instant: Date, reach: Reach): boolean {
  const { day, time } = localTime(instant, timeZoneOf(reach.settings));
  const { hours } = reach.settings;
  return (
    (hours === null || (hours.from <= time && time < hours.to)) &&
    isPresent(day, reach) &&
    isPresent(dayInRome(instant), reach)
  );
}

/** When the person's day begins on `day`: at the start of their hours, or at nine. */
export const startOfDay = (day: IsoDate, { settings }: Pick<Reach, 'settings'>): Date =>
  instantAt(day, settings.hours?.from ?? DAY_STARTS, timeZoneOf(settings));

/**
 * The first moment from `from` on at which the person may be written to: `from` itself, or the start of a day of
 * theirs. Null when there is none up to the end of the day `until` in Rome.
 */
export function nextMoment(from: Date, until: IsoDate, reach: Reach): Date | null {
  if (dayInRome(from) > until) return null;
  if (isReachable(from, reach)) return from;
  let { day } = localTime(from, timeZoneOf(reach.settings));
  for (; ; day = addDays(day, 1)) {
    const start = startOfDay(day, reach);
    if (dayInRome(start) > until) return null;
    if (start >= from && isReachable(start, reach)) return start;
  }
}
