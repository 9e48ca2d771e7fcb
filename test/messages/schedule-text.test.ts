import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/domain/dates.ts';
import type { Rule, SlotKind } from '../../src/domain/schedule/schedule.ts';
import type { SlotRun } from '../../src/domain/schedule/slot-run.ts';
import {
  cadenceText,
  momentText,
  nextText,
  outcomeText,
  periodText,
  placeText,
  ruleText,
} from '../../src/messages/schedule-text.ts';

const rule = (recurrence: Rule['recurrence'], time: string): Rule => ({ recurrence, time });

describe('rules', () => {
  test.each<{ kind: SlotKind; rule: Rule | null; it: string; en: string }>([
    {
      kind: 'CHECK_IN',
      rule: rule({ every: 'WEEK', weekday: 1 }, '09:30'),
      it: 'ogni lunedì alle 09:30',
      en: 'every Monday at 09:30',
    },
    {
      kind: 'MONTHLY_DIGEST',
      rule: rule({ every: 'MONTH', dayOfMonth: 8 }, '09:00'),
      it: 'l’8 del mese alle 09:00, sul mese precedente',
      en: 'day 8 of the month at 09:00, about the month before',
    },
    {
      kind: 'QUARTERLY_DIGEST',
      rule: rule({ every: 'QUARTER', dayOfMonth: 1 }, '09:00'),
      it: 'il 1º del mese dopo il trimestre alle 09:00',
      en: 'day 1 of the month after the quarter at 09:00',
    },
    {
      kind: 'INTERIM_REVIEW',
      rule: rule({ every: 'YEAR', days: ['06-30', '09-30', '11-08'] }, '18:00'),
      it: 'il 30/06, il 30/09 e l’08/11 alle 18:00',
      en: '30/06, 30/09 and 08/11 at 18:00',
    },
    { kind: 'CHECK_IN', rule: null, it: 'sospesa', en: 'off' },
    { kind: 'REMINDER', rule: null, it: 'sospeso', en: 'off' },
  ])('$it', ({ kind, rule: given, it, en }) => {
    expect([ruleText(kind, given, 'it'), ruleText(kind, given, 'en')]).toEqual([it, en]);
  });
});

test.each([
  {
    cadence: { nearDays: 21, everyWeeks: 2 },
    it: 'settimanale negli ultimi 21 giorni prima della scadenza e dopo di essa, altrimenti ogni 2 settimane; mai prima dell’inizio',
  },
  {
    cadence: { nearDays: 1, everyWeeks: 3 },
    it: 'settimanale dal giorno prima della scadenza in poi, altrimenti ogni 3 settimane; mai prima dell’inizio',
  },
  {
    cadence: { nearDays: 0, everyWeeks: 2 },
    it: 'settimanale dopo la scadenza, altrimenti ogni 2 settimane; mai prima dell’inizio',
  },
  { cadence: { nearDays: 30, everyWeeks: 1 }, it: 'ogni settimana; mai prima dell’inizio' },
])('cadence: $it', ({ cadence, it }) => {
  expect(cadenceText(cadence, 'it')).toBe(it);
});

test.each([
  { place: 'Firenze', it: 'Firenze (festa patronale il 24/06)' },
  { place: null, it: 'nessuna: valgono le sole festività nazionali' },
  { place: 'Atlantide', it: 'Atlantide' },
])('place: $it', ({ place, it }) => {
  expect(placeText(place, 'it')).toBe(it);
});

test.each([
  { why: 'summer time, the plan’s year', at: '2020-09-14T07:30:00.000Z', is: 'lunedì 14/09 alle 09:30' },
  { why: 'winter time', at: '2020-12-14T08:30:00.000Z', is: 'lunedì 14/12 alle 09:30' },
  { why: 'another year', at: '2021-01-05T08:00:00.000Z', is: 'martedì 05/01/2021 alle 09:00' },
])('$why: $is', ({ at, is }) => {
  expect(momentText(at, 2020, 'it')).toBe(is);
});

test.each([
  {
    moved: { from: isoDate('2020-04-13'), holiday: 'Lunedì dell’Angelo' },
    is: 'prossima: martedì 14/04 alle 09:30 (spostata da lunedì 13/04, Lunedì dell’Angelo)',
  },
  {
    moved: { from: isoDate('2020-04-12'), holiday: null },
    is: 'prossima: martedì 14/04 alle 09:30 (spostata da domenica 12/04)',
  },
  { moved: null, is: 'prossima: martedì 14/04 alle 09:30' },
])('$is', ({ moved, is }) => {
  expect(nextText('CHECK_IN', { at: '2020-04-14T07:30:00.000Z', moved }, 2020, 'it')).toBe(is);
});

describe('outcomes', () => {
  const at = '2020-09-14T07:30:00.000Z';
  const later = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();
  const run = (parts: Partial<SlotRun>) =>
    ({ kind: 'CHECK_IN', at, settledAt: at, outcome: 'ON_TIME', because: null, ...parts }) as const;

  test.each([
    { run: run({}), it: 'in orario', en: 'on time' },
    {
      run: run({ outcome: 'LATE', settledAt: later(11) }),
      it: 'in ritardo di 11 minuti',
      en: '11 minutes late',
    },
    {
      run: run({ outcome: 'LATE', settledAt: later(119) }),
      it: 'in ritardo di 119 minuti',
      en: '119 minutes late',
    },
    { run: run({ outcome: 'LATE', settledAt: later(120) }), it: 'in ritardo di 2 ore', en: '2 hours late' },
    {
      run: run({ outcome: 'LATE', settledAt: later(48 * 60) }),
      it: 'in ritardo di 2 giorni',
      en: '2 days late',
    },
    {
      run: run({ outcome: 'SKIPPED', because: 'STALE' }),
      it: 'saltata: non più utile',
      en: 'skipped: no longer useful',
    },
    {
      run: run({ outcome: 'SKIPPED', because: 'SUPERSEDED' }),
      it: 'saltata: sostituita dalla successiva',
      en: 'skipped: the next one had come',
    },
    {
      run: run({ kind: 'REMINDER', outcome: 'SKIPPED', because: 'SUPERSEDED' }),
      it: 'saltato: sostituito dal successivo',
      en: 'skipped: the next one had come',
    },
  ])('$it', ({ run: given, it, en }) => {
    expect([outcomeText(given, 'it'), outcomeText(given, 'en')]).toEqual([it, en]);
  });
});

test.each([
  { why: 'a week, by its Monday', period: '2020-W38', it: 'settimana del 14/09/2020' },
  { why: 'the first week begins in the year before', period: '2020-W01', it: 'settimana del 30/12/2019' },
  { why: 'a year of 53 weeks', period: '2020-W53', it: 'settimana del 28/12/2020' },
  { why: 'a month', period: '2020-08', it: 'agosto 2020' },
  { why: 'a quarter', period: '2020-Q2', it: '2º trimestre 2020' },
  { why: 'a day', period: '2020-06-30', it: '30/06/2020' },
])('$why: $it', ({ period, it }) => {
  expect(periodText(period, 'it')).toBe(it);
});
