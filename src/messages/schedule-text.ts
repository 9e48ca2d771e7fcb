/** Rules, moments and outcomes of a schedule in words: the same in Slack, on the command line and in the API. */
import { HOME_TIME_ZONE } from '../domain/arrangement.ts';
import { addDays, type IsoDate, isoDate, parseIsoDate } from '../domain/dates.ts';
import { findPlace, patronDayOf } from '../domain/places.ts';
import type { Cadence, Rule, ScheduleEntry, SlotKind } from '../domain/schedule/schedule.ts';
import type { SlotRun } from '../domain/schedule/slot-run.ts';
import { formatDay, formatLongDay } from './format.ts';
import { dayAndTime } from './format-time.ts';
import type { Language } from './language.ts';
import { scheduleEn } from './schedule-en.ts';
import { type ScheduleMessages, scheduleIt } from './schedule-it.ts';

export const scheduleMessages = (language: Language): ScheduleMessages =>
  language === 'it' ? scheduleIt : scheduleEn;

/** `ogni lunedì alle 09:30`; of null, that it is switched off. */
export function ruleText(kind: SlotKind, rule: Rule | null, language: Language): string {
  const t = scheduleMessages(language);
  if (rule === null) return t.off(kind);
  const { recurrence, time } = rule;
  switch (recurrence.every) {
    case 'WEEK':
      return t.weekly(recurrence.weekday, time);
    case 'MONTH':
      return t.monthly(recurrence.dayOfMonth, time);
    case 'QUARTER':
      return t.quarterly(recurrence.dayOfMonth, time);
    case 'YEAR':
      return t.yearly(recurrence.days, time);
  }
}

export const cadenceText = ({ nearDays, everyWeeks }: Cadence, language: Language): string =>
  scheduleMessages(language).cadence(nearDays, everyWeeks);

/** `Firenze (festa patronale il 24/06)`. */
export function placeText(place: string | null, language: Language): string {
  const t = scheduleMessages(language);
  if (place === null) return t.noPlace;
  const known = findPlace(place);
  return known === undefined ? place : t.place(known, shortMonthDay(patronDayOf(known)));
}

const shortMonthDay = (day: string): string => `${day.slice(3)}/${day.slice(0, 2)}`;

/** What an entry says, whichever it is. */
export function entryText(entry: Pick<ScheduleEntry, 'name' | 'value'>, language: Language): string {
  // Name and value belong together in every entry.
  const { name, value } = entry as ScheduleEntry;
  if (name === 'CADENCE') return cadenceText(value, language);
  if (name === 'PLACE') return placeText(value, language);
  return ruleText(name, value, language);
}

/** `lunedì 21/09 alle 09:30`; the year is said where it is not the plan's. */
export function momentText(at: string, year: number, language: Language): string {
  const { day, time } = dayAndTime(at, HOME_TIME_ZONE);
  return scheduleMessages(language).moment(dayInYear(day, year, language), time);
}

/** `lunedì 21/09`. */
const dayInYear = (day: IsoDate, year: number, language: Language): string =>
  formatLongDay(day, language).replace(new RegExp(`/${year}$`), '');

/** `prossima: martedì 14/04 alle 09:30 (spostata da lunedì 13/04, Lunedì dell’Angelo)`; of null, that none is left. */
export function nextText(
  kind: SlotKind,
  next: {
    readonly at: string;
    readonly moved: { readonly from: IsoDate; readonly holiday: string | null } | null;
  } | null,
  year: number,
  language: Language,
): string {
  const t = scheduleMessages(language);
  if (next === null) return t.noNext(kind, year);
  const text = t.next(kind, momentText(next.at, year, language));
  if (next.moved === null) return text;
  return `${text} (${t.moved(kind, dayInYear(next.moved.from, year, language), next.moved.holiday)})`;
}

/** `ultima: lunedì 14/09 alle 09:30, in orario`. */
export const lastText = (run: SlotRun, year: number, language: Language): string =>
  scheduleMessages(language).last(run.kind, momentText(run.at, year, language), outcomeText(run, language));

/** A name at the beginning of a line. */
export const titled = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const MINUTE_MS = 60_000;

/** `in orario`, `in ritardo di 2 ore`, `saltata: non più utile`. */
export function outcomeText(
  {
    kind,
    outcome,
    because,
    at,
    settledAt,
  }: Pick<SlotRun, 'kind' | 'outcome' | 'because' | 'at' | 'settledAt'>,
  language: Language,
): string {
  const t = scheduleMessages(language);
  switch (outcome) {
    case 'ON_TIME':
      return t.outcomes.ON_TIME;
    case 'LATE':
      return t.outcomes.LATE(delayText(Date.parse(settledAt) - Date.parse(at), t));
    case 'SKIPPED':
      return t.outcomes.SKIPPED(kind, because);
  }
}

/** Whole minutes up to two hours, then hours up to two days, then days. */
function delayText(milliseconds: number, { delay }: ScheduleMessages): string {
  const minutes = Math.max(1, Math.floor(milliseconds / MINUTE_MS));
  if (minutes < 120) return delay.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? delay.hours(hours) : delay.days(Math.floor(hours / 24));
}

/** The period of a slot: `settimana del 14/09/2020`, `agosto 2020`, `2º trimestre 2020`, `30/06/2020`. */
export function periodText(period: string, language: Language): string {
  const t = scheduleMessages(language);
  const day = parseIsoDate(period);
  if (day) return formatDay(day);
  const year = Number(period.slice(0, 4));
  const number = Number(period.replace(/^\d{4}-[WQ]?/, ''));
  if (period.includes('W')) return t.periods.week(formatDay(mondayOf(year, number)));
  return period.includes('Q') ? t.periods.quarter(number, year) : t.periods.month(number, year);
}

/** 4 January is always in the first week (ISO 8601). */
function mondayOf(year: number, week: number): IsoDate {
  const fourth = isoDate(`${year}-01-04`);
  const weekday = (new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(fourth, 7 * (week - 1) - weekday);
}
