import { describe, expect, test } from 'vitest';
import { NO_SETTINGS, type PersonSettings } from '../../src/domain/arrangement.ts';
import type { CheckIn, CheckInProgress } from '../../src/domain/check-in.ts';
import { isoDate } from '../../src/domain/dates.ts';
import type { Person } from '../../src/domain/directory.ts';
import { missingAnswers, type Silence } from '../../src/domain/missing.ts';
import { DIREZIONE, LAVORO, OSRU, phaseCodeOf } from '../helpers/figures.ts';

const TODAY = isoDate('2020-09-16');
const ALL = [DIREZIONE, LAVORO, OSRU];

const person = (key: string, ...structures: Person['structures']): Person => ({
  key,
  name: key,
  title: '',
  email: `${key}@arti.example`,
  role: 'STAFF',
  structures,
  place: null,
});

const checkIn = (of: string, progress: Partial<CheckInProgress & CheckIn> = {}): CheckIn => ({
  id: `2020-${of}`,
  person: of,
  openedOn: isoDate('2020-09-14'),
  closesOn: isoDate('2020-09-18'),
  closedOn: null,
  openedAtSequence: 0,
  items: [phaseCodeOf('1.1.3')],
  owed: null,
  remindedAt: null,
  skipped: null,
  ...progress,
});

const at = '2020-09-16T07:00:00.000Z';
const away: PersonSettings = {
  ...NO_SETTINGS,
  away: { from: TODAY, until: TODAY, setBy: 'ada' },
};

describe('why there is no answer', () => {
  test.each<{ why: string; progress: Partial<CheckIn>; settings?: PersonSettings; silence: Silence }>([
    {
      why: 'asked, and its reminder still ahead',
      progress: { owed: { kind: 'REMINDER', at } },
      silence: 'ASKED',
    },
    { why: 'reminded once, and nothing more follows', progress: { remindedAt: at }, silence: 'REMINDED' },
    {
      why: 'closed without an answer',
      progress: { closesOn: isoDate('2020-09-15'), remindedAt: at },
      silence: 'NOT_ANSWERED',
    },
    { why: 'put off', progress: { owed: { kind: 'AGAIN', at } }, silence: 'SNOOZED' },
    { why: 'not written to yet', progress: { owed: { kind: 'ASK', at } }, silence: 'NOT_ASKED_YET' },
    {
      why: 'skipped, whatever came before',
      progress: { skipped: { on: TODAY, because: 'ferie' }, remindedAt: at },
      silence: 'SKIPPED',
    },
    { why: 'away, which excuses a silence', progress: { remindedAt: at }, settings: away, silence: 'AWAY' },
  ])('$why', ({ progress, settings, silence }) => {
    const found = missingAnswers(ALL, {
      unanswered: [{ checkIn: checkIn('ada', progress), items: [phaseCodeOf('1.1.3')] }],
      people: [person('ada', OSRU)],
      arrangements: { settings: new Map(settings ? [['ada', settings]] : []) },
      structuresOf: () => [LAVORO, OSRU],
      today: TODAY,
    });
    expect(found).toMatchObject([{ structure: OSRU, answers: [{ silence }] }]);
  });
});

describe('where a missing answer stands', () => {
  const input = {
    people: [person('ada', OSRU, LAVORO), person('bea', DIREZIONE)],
    arrangements: { settings: new Map() },
    structuresOf: () => [LAVORO, OSRU],
    today: TODAY,
  };
  const structuresOf = (unanswered: Parameters<typeof missingAnswers>[1]['unanswered']) =>
    missingAnswers(ALL, { ...input, unanswered }).map(({ structure }) => structure);

  test('under each of the item’s structures in which the person works', () => {
    expect(structuresOf([{ checkIn: checkIn('ada'), items: [phaseCodeOf('1.1.3')] }])).toEqual([
      LAVORO,
      OSRU,
    ]);
  });

  test('of a delegate from elsewhere, under the structures of the item', () => {
    expect(structuresOf([{ checkIn: checkIn('bea'), items: [phaseCodeOf('1.1.3')] }])).toEqual([
      LAVORO,
      OSRU,
    ]);
  });

  test('nowhere when everything was answered, or the person has left', () => {
    expect(structuresOf([{ checkIn: checkIn('ada'), items: [] }])).toEqual([]);
    expect(structuresOf([{ checkIn: checkIn('gone'), items: [phaseCodeOf('1.1.3')] }])).toEqual([]);
  });
});
