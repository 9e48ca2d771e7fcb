/** Days that lie ahead, as commands name them: `until 20/09`, `dal 14/09 al 20/09`. */
import { addDays, daysBetween, type IsoDate, parseDateInYear, yearOf } from '../../domain/dates.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';

const RELATIVE: Readonly<Record<string, number>> = {
  oggi: 0,
  today: 0,
  domani: 1,
  tomorrow: 1,
  dopodomani: 2,
};
/** 29/02 comes every eighth year at the latest. */
const YEARS_AHEAD = 8;
/** Further back than this, a day without its year is one that is still to come; nearer, it has passed. */
const HALF_A_YEAR = 183;
const HAS_YEAR = /^\d{4}-|[/.-]\d{1,2}[/.-]\d+$/;

/**
 * A day as people write it; without its year it is the next such day from `from` on, or the last one where that was
 * less than half a year ago: “until 20/09”, said on 21/09, is yesterday and not a year from now. Undefined for no day.
 */
export function parseNextDay(text: string, today: IsoDate, from: IsoDate = today): IsoDate | undefined {
  const ahead = RELATIVE[text.toLowerCase()];
  if (ahead !== undefined) return addDays(today, ahead);
  const first = parseDateInYear(text, yearOf(from));
  if (HAS_YEAR.test(text)) return first;
  if (first !== undefined && first < from && daysBetween(first, from) <= HALF_A_YEAR) return first;
  for (let year = yearOf(from); year <= yearOf(from) + YEARS_AHEAD; year++) {
    const day = parseDateInYear(text, year);
    if (day !== undefined && day >= from) return day;
  }
  return undefined;
}

/** The latest such day that is not after `until`. */
function parseDayUpTo(text: string, today: IsoDate, until: IsoDate): IsoDate | undefined {
  if (RELATIVE[text.toLowerCase()] !== undefined || HAS_YEAR.test(text)) return parseNextDay(text, today);
  const sameYear = parseDateInYear(text, yearOf(until));
  return sameYear !== undefined && sameYear <= until ? sameYear : parseDateInYear(text, yearOf(until) - 1);
}

export type DaysAhead = {
  /** Null when none are named. */
  readonly days: { readonly from: IsoDate; readonly until: IsoDate } | null;
  /** What else was written. */
  readonly rest: string;
};

const DAY = String.raw`(?:\d[\d/.-]*|oggi|domani|dopodomani|today|tomorrow)`;
const END = String.raw`(?=$|[\s,;])`;
/** The short words are words of other things too: after them only what is shaped like a day counts. */
const UNTIL = new RegExp(
  String.raw`(?:^|\s)(?:(?:until|till|fino\s+(?:al|alla|a)|sino\s+al|entro\s+il)\s+([^\s,;]+)|(?:fino\s+all['’]|al\s+|all['’]|a\s+|to\s+|through\s+)(${DAY}))${END}`,
  'i',
);
const FROM = new RegExp(String.raw`(?:^|\s)(?:dal|dall['’]|da|from)\s*(${DAY})${END}`, 'i');

/**
 * Takes the period out of `text`; it begins today unless it says otherwise. Its end is the next such day, and its
 * beginning the last one before that: “dal 28/12 al 06/01” is over the turn of the year. Refused: DATE_INVALID,
 * USAGE where the end is missing or comes before the beginning.
 */
export function parseDaysAhead(text: string, today: IsoDate, usage: string): Result<DaysAhead> {
  const ends = UNTIL.exec(text);
  const rest = text.replace(UNTIL, ' ');
  const begins = FROM.exec(rest);
  if (!ends) return begins ? refused({ code: 'USAGE', given: text, usage }) : accepted({ days: null, rest });
  const end = ends[1] ?? ends[2] ?? '';
  const until = parseNextDay(end, today);
  if (until === undefined) return refused({ code: 'DATE_INVALID', given: end });
  const start = begins?.[1];
  const from = start === undefined ? today : parseDayUpTo(start, today, until);
  if (from === undefined) return refused({ code: 'DATE_INVALID', given: start ?? '' });
  // An end that was written with its year may have passed: whoever takes the period says so.
  const reversed = start !== undefined && (from > until || isReversed(from, today, start, until));
  if (reversed) return refused({ code: 'USAGE', given: text, usage });
  return accepted({ days: { from, until }, rest: rest.replace(FROM, ' ').replace(/\s+/g, ' ').trim() });
}

const isReversed = (from: IsoDate, today: IsoDate, start: string, until: IsoDate): boolean =>
  from < today && !HAS_YEAR.test(start) && daysBetween(from, until) > HALF_A_YEAR;
