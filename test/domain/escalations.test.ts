/** What the heads of a structure are told of questions without an answer, and who is told. */
import { describe, expect, test } from 'vitest';
import { NO_SETTINGS } from '../../src/domain/arrangement.ts';
import type { CheckIn } from '../../src/domain/check-in.ts';
import { type IsoDate, isoDate } from '../../src/domain/dates.ts';
import type { Person, Role } from '../../src/domain/directory.ts';
import { escalationOf, toldOf, unansweredSince } from '../../src/domain/escalations.ts';
import type { MissingAnswer } from '../../src/domain/missing.ts';
import { phaseCodeOf, structureCode } from '../helpers/figures.ts';

/** A Thursday. */
const TODAY = isoDate('2020-09-17');
/** Three in the afternoon in Rome. */
const NOW = new Date('2020-09-17T13:00:00.000Z');
const OSRU = structureCode('OSRU');
const person = (key: string, role: Role = 'STAFF', structure: string | null = 'OSRU'): Person => ({
  key,
  name: key,
  title: '',
  email: `${key}@arti.example`,
  role,
  structures: structure === null ? [] : [structureCode(structure)],
  place: null,
});

/** Asked on Monday the 14th, open until Friday the 18th. */
const checkIn = (parts: Partial<CheckIn> = {}): CheckIn => ({
  id: 'check-in-1',
  person: 'anna',
  openedOn: isoDate('2020-09-14'),
  closesOn: isoDate('2020-09-18'),
  closedOn: null,
  openedAtSequence: 3,
  items: [phaseCodeOf('1.1.1'), phaseCodeOf('1.1.2')],
  owed: null,
  remindedAt: null,
  skipped: null,
  ...parts,
});

const missing = (
  parts: Partial<CheckIn> = {},
  { key = 'anna', silence = 'ASKED' }: { key?: string; silence?: MissingAnswer['silence'] } = {},
): MissingAnswer => {
  const own = checkIn({ person: key, ...parts });
  return { person: person(key), checkIn: own, items: own.items, silence };
};

const sinceOpened = ({ checkIn: { openedOn } }: MissingAnswer): IsoDate => openedOn;
const reminded = { remindedAt: '2020-09-16T07:30:00.000Z' };
const told = [{ person: 'anna', askedOn: '2020-09-14', items: ['1.1.1', '1.1.2'] }];

describe('what is told', () => {
  test.each([
    { why: 'nothing is without an answer', answers: [], is: [] },
    { why: 'asked three days ago', answers: [missing()], is: told },
    {
      why: 'asked two days ago: not yet',
      answers: [missing({ openedOn: isoDate('2020-09-15') })],
      is: [],
    },
    {
      why: 'asked two days ago and reminded since',
      answers: [missing({ openedOn: isoDate('2020-09-15'), ...reminded }, { silence: 'REMINDED' })],
      is: [{ ...told[0], askedOn: '2020-09-15' }],
    },
    {
      why: 'reminded four hours ago',
      answers: [missing({ remindedAt: '2020-09-17T09:00:00.000Z' }, { silence: 'REMINDED' })],
      is: told,
    },
    {
      why: 'reminded a second later than that, however long ago it was asked',
      answers: [missing({ remindedAt: '2020-09-17T09:00:01.000Z' }, { silence: 'REMINDED' })],
      is: [],
    },
    {
      why: 'the reminder is decided upon, and not sent yet',
      answers: [missing({ owed: { kind: 'REMINDER', at: '2020-09-17T07:30:00.000Z' } })],
      is: [],
    },
    {
      why: 'the reminder waits for a day on which the person is back',
      answers: [missing({ owed: { kind: 'REMINDER', at: '2020-09-18T07:00:00.000Z' } }, { silence: 'AWAY' })],
      is: told,
    },
    {
      why: 'closed before its reminder could be sent: none comes any more',
      answers: [
        missing(
          { closesOn: isoDate('2020-09-16'), owed: { kind: 'REMINDER', at: '2020-09-17T07:30:00.000Z' } },
          { silence: 'NOT_ANSWERED' },
        ),
      ],
      is: told,
    },
    {
      why: 'of somebody who is away: the head may leave it to a colleague',
      answers: [missing({}, { silence: 'AWAY' })],
      is: told,
    },
    {
      why: 'closed a week ago and not asked again',
      answers: [
        missing(
          { openedOn: isoDate('2020-09-06'), closesOn: isoDate('2020-09-10') },
          { silence: 'NOT_ANSWERED' },
        ),
      ],
      is: [{ ...told[0], askedOn: '2020-09-06' }],
    },
    {
      why: 'closed earlier than that',
      answers: [
        missing(
          { openedOn: isoDate('2020-09-05'), closesOn: isoDate('2020-09-09') },
          { silence: 'NOT_ANSWERED' },
        ),
      ],
      is: [],
    },
    {
      why: 'skipped: it was answered with a reason',
      answers: [
        missing({ skipped: { on: isoDate('2020-09-15'), because: 'a fine mese' } }, { silence: 'SKIPPED' }),
      ],
      is: [],
    },
    {
      why: 'snoozed until tomorrow',
      answers: [missing({ owed: { kind: 'AGAIN', at: '2020-09-18T07:00:00.000Z' } }, { silence: 'SNOOZED' })],
      is: [],
    },
    {
      why: 'snoozed, and away besides',
      answers: [missing({ owed: { kind: 'AGAIN', at: '2020-09-18T07:00:00.000Z' } }, { silence: 'AWAY' })],
      is: [],
    },
    {
      why: 'not asked yet',
      answers: [
        missing({ owed: { kind: 'ASK', at: '2020-09-18T07:00:00.000Z' } }, { silence: 'NOT_ASKED_YET' }),
      ],
      is: [],
    },
    {
      why: 'not asked yet, and away: nobody could have answered',
      answers: [missing({ owed: { kind: 'ASK', at: '2020-09-18T07:00:00.000Z' } }, { silence: 'AWAY' })],
      is: [],
    },
    {
      why: 'of two people, who has waited longest first',
      answers: [
        missing({}, { key: 'bruno' }),
        missing({ openedOn: isoDate('2020-09-07'), closesOn: isoDate('2020-09-11') }, { key: 'anna' }),
      ],
      is: [
        { ...told[0], askedOn: '2020-09-07' },
        { ...told[0], person: 'bruno' },
      ],
    },
    {
      why: 'of one person in two check-ins: once',
      answers: [
        missing({ openedOn: isoDate('2020-09-13'), items: [phaseCodeOf('1.1.2')] }),
        missing({ items: [phaseCodeOf('1.1.1'), phaseCodeOf('1.1.2')] }),
      ],
      is: [{ person: 'anna', askedOn: '2020-09-13', items: ['1.1.2', '1.1.1'] }],
    },
  ])('$why', ({ answers, is }) => {
    expect(escalationOf({ missing: answers, askedOn: sinceOpened, now: NOW, today: TODAY })).toEqual(is);
  });

  test('of a check-in of yesterday, only what was carried over from an earlier one', () => {
    const answers = [missing({ openedOn: isoDate('2020-09-16') })];
    const askedOn = (_: MissingAnswer, item: string) =>
      isoDate(item === '1.1.2' ? '2020-09-07' : '2020-09-16');
    expect(escalationOf({ missing: answers, askedOn, now: NOW, today: TODAY })).toEqual([
      { person: 'anna', askedOn: '2020-09-07', items: ['1.1.2'] },
    ]);
  });
});

describe('since when it is asked', () => {
  const ITEM = phaseCodeOf('1.1.1');
  const last = { openedOn: isoDate('2020-09-07'), openedAtSequence: 1, closedOn: isoDate('2020-09-14') };
  test.each([
    { why: 'since the only question', history: [], since: '2020-09-14' },
    { why: 'since the one that it was carried over from', history: [checkIn(last)], since: '2020-09-07' },
    {
      why: 'not since one that was answered',
      history: [checkIn({ ...last, openedAtSequence: 0 })],
      since: '2020-09-14',
    },
    {
      why: 'nor one about something else',
      history: [checkIn({ ...last, items: [phaseCodeOf('1.1.2')] })],
      since: '2020-09-14',
    },
    {
      why: 'nor one that was skipped',
      history: [checkIn({ ...last, skipped: { on: isoDate('2020-09-08'), because: 'x' } })],
      since: '2020-09-14',
    },
    {
      why: 'nor one that was never asked',
      history: [checkIn({ ...last, owed: { kind: 'ASK', at: '2020-09-07T07:00:00.000Z' } })],
      since: '2020-09-14',
    },
  ])('$why', ({ history, since }) => {
    const isAnswered = ({ openedAtSequence }: CheckIn) => openedAtSequence < 1;
    expect(unansweredSince(checkIn(), ITEM, [checkIn(), ...history], isAnswered)).toBe(since);
  });
});

describe('who is told', () => {
  const head = person('capo', 'HEAD');
  const second = person('vice', 'HEAD');
  const office = person('ufficio', 'PLANNING', null);
  const other = person('ufficio2', 'PLANNING', null);
  const staff = [person('anna'), person('altrove', 'HEAD', 'LAVORO'), person('dirigente', 'MANAGER')];
  const of = (...keys: readonly string[]) =>
    keys.map((key) => ({ person: key, askedOn: isoDate('2020-09-14'), items: [phaseCodeOf('1.1.1')] }));
  test.each([
    { why: 'nobody, of nothing', people: [head, office], unanswered: of(), is: [] },
    { why: 'the head', people: [head, office], is: ['capo'] },
    { why: 'every head', people: [head, second, office], is: ['capo', 'vice'] },
    {
      why: 'without a head the planning office, everybody of it',
      people: [office, other],
      is: ['ufficio', 'ufficio2'],
    },
    { why: 'the head is away: the planning office', people: [head, office], away: ['capo'], is: ['ufficio'] },
    {
      why: 'of two heads the one who is there',
      people: [head, second, office],
      away: ['capo'],
      is: ['vice'],
    },
    {
      why: 'what the head did not answer: the planning office',
      people: [head, office],
      unanswered: of('capo'),
      is: ['ufficio'],
    },
    {
      why: 'what a head and others did not answer: the head too',
      people: [head, office],
      unanswered: of('capo', 'anna'),
      is: ['capo'],
    },
    {
      why: 'what one of two heads did not answer: the other one',
      people: [head, second, office],
      unanswered: of('capo'),
      is: ['vice'],
    },
    {
      why: 'all are away: the planning office all the same',
      people: [head, office],
      away: ['capo', 'ufficio'],
      is: ['ufficio'],
    },
    {
      why: 'of the planning office who is there',
      people: [office, other],
      away: ['ufficio'],
      is: ['ufficio2'],
    },
    {
      why: 'what the planning office itself did not answer: its others',
      people: [office, other],
      unanswered: of('ufficio'),
      is: ['ufficio2'],
    },
    { why: 'nobody, where there is nobody else', people: [office], unanswered: of('ufficio'), is: [] },
  ])('$why', ({ people, is, ...rest }) => {
    const away = 'away' in rest ? (rest.away ?? []) : [];
    const absence = { ...NO_SETTINGS, away: { from: TODAY, until: TODAY, setBy: 'x' } };
    const settings = new Map(away.map((key) => [key, absence] as const));
    const unanswered = 'unanswered' in rest ? (rest.unanswered ?? []) : of('anna');
    const found = toldOf(OSRU, unanswered, [...staff, ...people], { settings }, TODAY);
    expect(found.map(({ key }) => key)).toEqual(is);
  });
});
