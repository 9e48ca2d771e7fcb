import type { TimeOfDay } from '../../domain/arrangement.ts';
import { parseIsoDate } from '../../domain/dates.ts';
import { findPlace } from '../../domain/places.ts';
import { accepted, type Result, refused, type ScheduleExpectation } from '../../domain/refusal.ts';
import {
  type MonthDay,
  RECURRENCE_OF,
  type Recurrence,
  type ScheduleEntryName,
  type Weekday,
} from '../../domain/schedule/schedule.ts';
import type { RuleWish, ScheduleWish } from '../../services/schedule/schedule-wish.ts';

const WEEKDAYS: Readonly<Record<string, Weekday | 'WEEKEND'>> = {
  ...named(1, 'lunedi', 'lun', 'monday', 'mon'),
  ...named(2, 'martedi', 'mar', 'tuesday', 'tue', 'tues'),
  ...named(3, 'mercoledi', 'mer', 'wednesday', 'wed'),
  ...named(4, 'giovedi', 'gio', 'thursday', 'thu', 'thur', 'thurs'),
  ...named(5, 'venerdi', 'ven', 'friday', 'fri'),
  ...named('WEEKEND', 'sabato', 'sab', 'saturday', 'sat', 'domenica', 'dom', 'sunday', 'sun'),
};

function named<T>(value: T, ...words: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(words.map((word) => [word, value]));
}

const OFF = /^(?:off|sospes[oa]|sospendi)$/;
const ON = /^(?:on|riprendi|attiv[oa])$/;
const DEFAULT = /^(?:default|predefinit[oa])$/;
const NONE = /^(?:none|nessun[oa]?|off)$/;
/** Words of a rule that say nothing by themselves. */
const FILLER =
  /^(?:ogni|every|each|alle|all|ore|at|on|il|l|i|the|e|ed|and|di|del|dei|of|from|dal|mese|month|giorno|giorni|day|days)$/;

/** Small letters without accents; a hyphen is a space. */
export const folded = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll(/[-_]/g, ' ');

const unclear = (given: string, expects: ScheduleExpectation) =>
  refused({ code: 'SCHEDULE_UNCLEAR', given, expects });

/** Reads what an entry is to be: `lunedì 9:30`, `off`, `30 giorni 2 settimane`, `Pisa`. Refused: SCHEDULE_UNCLEAR. */
export function parseWish(name: ScheduleEntryName, words: readonly string[]): Result<ScheduleWish> {
  const whole = folded(words.join(' '));
  if (name === 'CADENCE') {
    if (DEFAULT.test(whole)) return accepted({ name, wish: { kind: 'DEFAULT' } });
    return parseCadence(words);
  }
  if (name === 'PLACE') {
    if (DEFAULT.test(whole)) return accepted({ name, wish: { kind: 'DEFAULT' } });
    if (NONE.test(whole)) return accepted({ name, wish: { kind: 'PLACE', place: null } });
    const place = findPlace(words.join(' '));
    return place ? accepted({ name, wish: { kind: 'PLACE', place } }) : unclear(words.join(' '), 'PLACE');
  }
  const wish = parseRule(RECURRENCE_OF[name], words, whole);
  return wish.ok ? accepted({ name, wish: wish.value }) : wish;
}

function parseRule(every: Recurrence['every'], words: readonly string[], whole: string): Result<RuleWish> {
  if (OFF.test(whole)) return accepted({ kind: 'OFF' });
  if (ON.test(whole)) return accepted({ kind: 'ON' });
  if (DEFAULT.test(whole)) return accepted({ kind: 'DEFAULT' });
  const said = words
    .map((word) => word.replace(/^(?:l|all|dell)['’]/i, ''))
    .filter((word) => !FILLER.test(folded(word)));
  const read = every === 'WEEK' ? readWeek(said) : every === 'YEAR' ? readYear(said) : readMonth(said, every);
  if (!read.ok) return read;
  const { recurrence, time } = read.value;
  if (recurrence === null && time === null) return unclear(words.join(' '), every);
  return accepted({ kind: 'RULE', recurrence, time });
}

type ReadRule = { readonly recurrence: Recurrence | null; readonly time: TimeOfDay | null };

function readWeek(words: readonly string[]): Result<ReadRule> {
  let weekday: Weekday | null = null;
  let time: TimeOfDay | null = null;
  for (const word of words) {
    const day = WEEKDAYS[folded(word)];
    if (day === 'WEEKEND') return unclear(word, 'WORKING_WEEKDAY');
    if (day !== undefined && weekday === null) {
      weekday = day;
    } else if (/^\d/.test(word) && time === null) {
      const read = timeOf(word);
      if (read === undefined) return unclear(word, 'TIME');
      time = read;
    } else {
      return unclear(words.join(' '), 'WEEK');
    }
  }
  return accepted({ recurrence: weekday === null ? null : { every: 'WEEK', weekday }, time });
}

/** The first bare number is the day. */
function readMonth(words: readonly string[], every: 'MONTH' | 'QUARTER'): Result<ReadRule> {
  let dayOfMonth: number | null = null;
  let time: TimeOfDay | null = null;
  for (const word of words) {
    if (dayOfMonth === null && /^\d+[º°]?$/.test(word)) {
      dayOfMonth = Number.parseInt(word, 10);
      if (dayOfMonth < 1 || dayOfMonth > 28) return unclear(word, every);
    } else if (/^\d/.test(word) && time === null) {
      const read = timeOf(word);
      if (read === undefined) return unclear(word, 'TIME');
      time = read;
    } else {
      return unclear(words.join(' '), every);
    }
  }
  return accepted({ recurrence: dayOfMonth === null ? null : { every, dayOfMonth }, time });
}

function readYear(words: readonly string[]): Result<ReadRule> {
  const days = new Set<MonthDay>();
  let time: TimeOfDay | null = null;
  for (const word of words) {
    const [day, read] = [monthDayOf(word), /[/-]/.test(word) ? undefined : timeOf(word)];
    // `10.06` is a day and a time alike.
    if (day !== undefined && read !== undefined) return unclear(word, 'YEAR');
    if (day !== undefined) days.add(day);
    else if (read !== undefined && time === null) time = read;
    else return unclear(word, /^\d+:/.test(word) ? 'TIME' : 'YEAR');
  }
  const recurrence = days.size === 0 ? null : ({ every: 'YEAR', days: [...days].sort() } as const);
  return accepted({ recurrence, time });
}

/** `9:30`, `9.30` or `9`. */
function timeOf(word: string): TimeOfDay | undefined {
  const match = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(word);
  if (!match) return undefined;
  const [, hour = '', minute = '00'] = match;
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}

/** A year without a 29 February: what is set holds every year. */
const COMMON_YEAR = 2021;

function monthDayOf(word: string): MonthDay | undefined {
  const match = /^(\d{1,2})[/.-](\d{1,2})$/.exec(word);
  if (!match) return undefined;
  const [, day = '', month = ''] = match;
  const monthDay = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseIsoDate(`${COMMON_YEAR}-${monthDay}`) === undefined ? undefined : monthDay;
}

const LONGEST_NEAR_DAYS = 180;
const LONGEST_PAUSE_WEEKS = 13;
const CADENCE_PART = /^(\d{1,3})(giorn[oi]|gg?|days?|d|settiman[ae]|sett|s|weeks?|w)?$/;
const CADENCE_UNIT = /^(?:giorn[oi]|gg?|days?|d|settiman[ae]|sett|s|weeks?|w)$/;
const CADENCE_FILLER = /^(?:e|and|ogni|every|gli|negli|ultimi|the|in|last|altrimenti|else)$/;

/** `30 2`, `30 giorni 2 settimane`, `2w`: with units in any order, without them days first. */
function parseCadence(words: readonly string[]): Result<ScheduleWish> {
  const given = words.join(' ');
  const parts: { readonly count: number; unit: string | null }[] = [];
  for (const word of words.map(folded)) {
    const part = CADENCE_PART.exec(word);
    const last = parts.at(-1);
    if (part) parts.push({ count: Number(part[1]), unit: part[2] ?? null });
    else if (CADENCE_UNIT.test(word) && last?.unit === null) last.unit = word;
    else if (!CADENCE_FILLER.test(word)) return unclear(given, 'CADENCE');
  }
  const weeks = ({ unit }: { readonly unit: string | null }) => unit !== null && /^[sw]/.test(unit);
  const bare = parts.every(({ unit }) => unit === null);
  const [first, second, ...others] = parts;
  const mixed = !bare && parts.some(({ unit }) => unit === null);
  if (!first || others.length > 0 || mixed || (bare && !second)) return unclear(given, 'CADENCE');
  if (!bare && second && weeks(first) === weeks(second)) return unclear(given, 'CADENCE');
  const nearDays = bare ? first.count : (parts.find((part) => !weeks(part))?.count ?? null);
  const everyWeeks = bare ? (second?.count ?? null) : (parts.find(weeks)?.count ?? null);
  const fits =
    (nearDays === null || nearDays <= LONGEST_NEAR_DAYS) &&
    (everyWeeks === null || (everyWeeks >= 1 && everyWeeks <= LONGEST_PAUSE_WEEKS));
  return fits
    ? accepted({ name: 'CADENCE', wish: { kind: 'CADENCE', nearDays, everyWeeks } })
    : unclear(given, 'CADENCE');
}
