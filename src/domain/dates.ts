/**
 * Days, not instants. A day is the text `2020-09-30`: it sorts as text, has no time zone, and says what the
 * plan says. `new Date('2020-09-30')` is midnight in Greenwich, the evening before in some places and the
 * small hours in Rome: so arithmetic goes through UTC alone, and an instant becomes a day in one place,
 * {@link dayInRome} (rule 9: days are days in Europe/Rome).
 */
declare const isoDateBrand: unique symbol;
/** A day that exists, `YYYY-MM-DD`, years 1900–2999. */
export type IsoDate = string & { readonly [isoDateBrand]: true };

/** Both days included. */
export type Span = { readonly start: IsoDate; readonly end: IsoDate };

const MILLISECONDS_PER_DAY = 86_400_000;

/** Read by its digits: figures count days by the thousand, and parsing text takes ten times as long. */
const utc = (day: IsoDate): number =>
  Date.UTC(
    digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3),
    digit(day, 5) * 10 + digit(day, 6) - 1,
    digit(day, 8) * 10 + digit(day, 9),
  );

const ZERO_DIGIT = 48;
const digit = (day: IsoDate, place: number): number => day.charCodeAt(place) - ZERO_DIGIT;

/** Undefined for a day that does not exist (`2020-02-30`), or is not written `YYYY-MM-DD`. */
export function parseIsoDate(text: string): IsoDate | undefined {
  if (!/^(?:19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)) return undefined;
  const instant = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== text) return undefined;
  return text as IsoDate;
}

/** @throws RangeError for a day that does not exist. For constants and tests; edges use {@link parseIsoDate}. */
export function isoDate(text: string): IsoDate {
  const day = parseIsoDate(text);
  if (day === undefined) throw new RangeError(`not a day: ${text}`);
  return day;
}

/** Day before month, always; the year may be missing or have two digits. */
const WRITTEN = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?$/;

/**
 * A day as people write it: `30/09/2020`, `30.9.20`, `30-09`, or ISO. Without a year it is of `year`.
 * Undefined for anything else, and for a day that does not exist.
 */
export function parseDateInYear(text: string, year: number): IsoDate | undefined {
  const iso = parseIsoDate(text);
  if (iso) return iso;
  const match = WRITTEN.exec(text);
  if (!match) return undefined;
  const [, day = '', month = '', written = String(year)] = match;
  const whole = written.length === 2 ? `20${written}` : written;
  return parseIsoDate(`${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** Further back than this, a day without its year is one that is still to come. */
const HALF_A_YEAR = 183;

/**
 * The same for what has happened: a day without a year is of this year, or of the last when this year's is still
 * to come and the last's is less than half a year ago (`31/12`, said in January).
 */
export function parsePastDate(text: string, today: IsoDate): IsoDate | undefined {
  const year = yearOf(today);
  const thisYear = parseDateInYear(text, year);
  if (WRITTEN.exec(text)?.[3] !== undefined || (thisYear !== undefined && thisYear <= today)) return thisYear;
  const lastYear = parseDateInYear(text, year - 1);
  return lastYear !== undefined && daysBetween(lastYear, today) <= HALF_A_YEAR ? lastYear : thisYear;
}

export const yearOf = (day: IsoDate): number => Number(day.slice(0, 4));

/** Days from `from` to `to`: 1 from a day to the next, negative when `to` comes first. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((utc(to) - utc(from)) / MILLISECONDS_PER_DAY);

export const addDays = (day: IsoDate, days: number): IsoDate =>
  new Date(utc(day) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10) as IsoDate;

const romeDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Rome',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The last one looked up: every request asks for the day, and to format it takes longer than to read a row. */
let lastHour: { readonly hour: number; readonly day: IsoDate } | null = null;

/** The day that a calendar on a wall in Rome shows at `instant`. */
export function dayInRome(instant: Date): IsoDate {
  // Rome is whole hours ahead of UTC: no day begins within one.
  const hour = Math.floor(instant.getTime() / 3_600_000);
  if (lastHour?.hour !== hour) lastHour = { hour, day: romeDay.format(instant) as IsoDate };
  return lastHour.day;
}
