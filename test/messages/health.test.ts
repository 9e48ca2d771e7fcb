import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/domain/dates.ts';
import { HEALTHS, type HealthReason, type HealthStatement } from '../../src/domain/health.ts';
import { ratio } from '../../src/domain/ratio.ts';
import { days, HEALTH_MARKS, healthReasonText, healthText } from '../../src/messages/health.ts';
import { LANGUAGES } from '../../src/messages/language.ts';
import { slackMessages } from '../../src/messages/slack.ts';
import { phaseCodeOf } from '../helpers/figures.ts';

const of = (reason: HealthReason): HealthStatement => ({
  health: reason.kind,
  part: phaseCodeOf('1.1.3'),
  reason,
});

test.each<{ reason: HealthReason; it: string; en: string }>([
  { reason: { kind: 'COMPLETED', daysLate: 0 }, it: 'nei tempi', en: 'in time' },
  { reason: { kind: 'COMPLETED', daysLate: 1 }, it: 'con 1 giorno di ritardo', en: '1 day late' },
  { reason: { kind: 'COMPLETED', daysLate: 12 }, it: 'con 12 giorni di ritardo', en: '12 days late' },
  {
    reason: { kind: 'NOT_DUE', start: isoDate('2020-10-01') },
    it: 'inizia il 01/10/2020',
    en: 'starts on 01/10/2020',
  },
  { reason: { kind: 'BLOCKED', because: 'manca il parere' }, it: 'manca il parere', en: 'manca il parere' },
  {
    reason: { kind: 'OVERDUE', end: isoDate('2020-09-13'), days: 1 },
    it: 'fine prevista 13/09/2020, 1 giorno fa',
    en: 'planned end 13/09/2020, 1 day ago',
  },
  {
    reason: { kind: 'AT_RISK', behind: ratio(1, 8) },
    it: '12,50 punti sotto l’atteso lineare',
    en: '12.50 points behind the linear plan',
  },
  {
    reason: { kind: 'STALE', days: 20, lastReportedOn: null },
    it: 'mai comunicata, a 20 giorni dall’inizio',
    en: 'never reported, 20 days after its start',
  },
  {
    reason: { kind: 'STALE', days: 20, lastReportedOn: isoDate('2020-08-25') },
    it: 'ultima comunicazione 20 giorni fa',
    en: 'last report 20 days ago',
  },
  { reason: { kind: 'ON_TRACK' }, it: 'entro la tolleranza', en: 'within tolerance' },
])('$reason.kind: $en', ({ reason, it, en }) => {
  expect([healthReasonText(of(reason), 'it'), healthReasonText(of(reason), 'en')]).toEqual([it, en]);
});

test('each health has its own word and mark', () => {
  for (const language of LANGUAGES)
    expect(new Set(HEALTHS.map((each) => healthText(each, language))).size).toBe(HEALTHS.length);
  expect(new Set(Object.values(HEALTH_MARKS)).size).toBe(HEALTHS.length);
});

test('one day is one day', () => {
  expect(LANGUAGES.flatMap((language) => [days(0, language), days(1, language), days(2, language)])).toEqual([
    '0 giorni',
    '1 giorno',
    '2 giorni',
    '0 days',
    '1 day',
    '2 days',
  ]);
});

describe('the catalogues', () => {
  const shapeOf = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return typeof value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shapeOf(each)]));
  };

  test('say the same things in both languages', () => {
    expect(shapeOf(slackMessages('en'))).toEqual(shapeOf(slackMessages('it')));
  });

  test('no plain sentence is left untranslated or empty', () => {
    const same: string[] = [];
    for (const [key, text] of Object.entries(slackMessages('it'))) {
      if (typeof text !== 'string') continue;
      expect(text.trim(), key).not.toBe('');
      if (text === slackMessages('en')[key as 'weight']) same.push(key);
    }
    // Words and signs that both languages use.
    const shared = ['diffNone', 'homeAppName', 'modalLinkPlaceholder', 'noFigure', 'output', 'target'];
    expect(same.filter((key) => !shared.includes(key))).toEqual([]);
  });

  test('one and many', () => {
    const { checkInText, checkInsSent } = slackMessages('it');
    expect([checkInText(1, 'x'), checkInText(0, 'x'), checkInsSent(1), checkInsSent(3)].join('\n')).toBe(
      'Richiesta di aggiornamento del x: 1 attività attende una risposta.\n' +
        'Richiesta di aggiornamento del x: tutte le attività hanno una risposta.\n' +
        'Richiesta di aggiornamento in invio a 1 persona.\n' +
        'Richieste di aggiornamento in invio a 3 persone.',
    );
  });
});
