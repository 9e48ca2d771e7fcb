/** What is still to be sent for a check-in, and when. */
import { describe, expect, test } from 'vitest';
import { NO_SETTINGS, type PersonSettings } from '../../src/domain/arrangement.ts';
import type { CheckIn } from '../../src/domain/check-in.ts';
import { type IsoDate, isoDate } from '../../src/domain/dates.ts';
import {
  decideOwed,
  lateSince,
  movedCheckIn,
  owedUnderNewSettings,
  remind,
  reminderOf,
  type SnoozeUntil,
  skip,
  snooze,
} from '../../src/domain/owed-messages.ts';
import type { Reach } from '../../src/domain/person-hours.ts';
import { personOf } from '../helpers/context.ts';
import { phaseCodeOf } from '../helpers/figures.ts';

/** Asked on Monday the 14th, open until Friday the 18th. */
const checkIn = (parts: Partial<CheckIn> = {}): CheckIn => ({
  id: 'check-in-1',
  person: 'referente.osru',
  openedOn: isoDate('2020-09-14'),
  closesOn: isoDate('2020-09-18'),
  closedOn: null,
  openedAtSequence: 0,
  items: [phaseCodeOf('1.1.3')],
  owed: null,
  remindedAt: null,
  skipped: null,
  ...parts,
});

const reach = (settings: Partial<PersonSettings> = {}): Reach => ({
  place: null,
  settings: { ...NO_SETTINGS, ...settings },
  // The 17th is a holiday.
  calendar: { holidayName: (day: IsoDate) => (day === '2020-09-17' ? 'Festa' : null) },
});

const MORNING = { hours: { from: '08:30', to: '14:00' } };
const awayOn = (from: string, until = from) => ({
  away: { from: isoDate(from), until: isoDate(until), setBy: 'x' },
});

const owed = (kind: 'ASK' | 'AGAIN' | 'REMINDER', at: string) => ({ owed: { kind, at } });
const REMINDER = owed('REMINDER', '2020-09-16T06:30:00.000Z');
const SNOOZED = owed('AGAIN', '2020-09-16T06:30:00.000Z');
const ASK = owed('ASK', '2020-09-14T06:30:00.000Z');
const skipped = { on: isoDate('2020-09-15'), because: 'ferie' };

const DROPPED = { kind: 'PUT_OFF', progress: { owed: null } };

describe('what becomes of it', () => {
  const NOW = '2020-09-16T06:30:00.000Z';
  test.each([
    { why: 'nothing is owed', parts: {}, decision: null },
    { why: 'not yet', parts: REMINDER, now: '2020-09-16T06:29:59.999Z', decision: null },
    {
      why: 'the reminder, once',
      parts: REMINDER,
      decision: { kind: 'SEND', message: 'REMINDER', progress: { owed: null, remindedAt: NOW } },
    },
    {
      why: 'the end of a snooze takes its place',
      parts: SNOOZED,
      decision: { kind: 'SEND', message: 'SNOOZE', progress: { owed: null, remindedAt: NOW } },
    },
    {
      why: 'the question, and then a reminder',
      parts: ASK,
      now: '2020-09-14T06:30:00.000Z',
      decision: { kind: 'SEND', message: 'CHECK_IN', progress: { ...REMINDER, remindedAt: null } },
    },
    { why: 'answered meanwhile', parts: REMINDER, answered: true, decision: DROPPED },
    { why: 'answered while it was snoozed', parts: SNOOZED, answered: true, decision: DROPPED },
    {
      why: 'answered before it was asked',
      parts: ASK,
      now: '2020-09-14T06:30:00.000Z',
      answered: true,
      decision: { kind: 'CLOSE' },
    },
    { why: 'skipped', parts: { ...REMINDER, skipped }, decision: DROPPED },
    {
      why: 'replaced by a newer one',
      parts: { ...REMINDER, closedOn: isoDate('2020-09-15') },
      decision: DROPPED,
    },
    { why: 'past its last day', parts: REMINDER, now: '2020-09-19T06:30:00.000Z', decision: DROPPED },
    {
      why: 'late, on its last day',
      parts: REMINDER,
      now: '2020-09-18T06:30:00.000Z',
      decision: { kind: 'SEND', message: 'REMINDER' },
    },
    {
      why: 'late, out of hours: tomorrow, but for the holiday',
      parts: REMINDER,
      now: '2020-09-16T15:00:00.000Z',
      decision: { kind: 'PUT_OFF', progress: { owed: { kind: 'REMINDER', at: '2020-09-18T06:30:00.000Z' } } },
    },
    {
      why: 'away by then',
      parts: SNOOZED,
      settings: { ...MORNING, ...awayOn('2020-09-16') },
      decision: { kind: 'PUT_OFF', progress: { owed: { kind: 'AGAIN', at: '2020-09-18T06:30:00.000Z' } } },
    },
    {
      why: 'away until after the close',
      parts: SNOOZED,
      settings: awayOn('2020-09-16', '2020-09-18'),
      decision: DROPPED,
    },
    { why: 'left the directory', parts: REMINDER, gone: true, decision: DROPPED },
    {
      why: 'away on the day of the question: asked on the next',
      parts: ASK,
      now: '2020-09-14T06:30:00.000Z',
      settings: { ...MORNING, ...awayOn('2020-09-14') },
      decision: { kind: 'MOVE', at: new Date('2020-09-15T06:30:00.000Z') },
    },
    {
      why: 'away until it would have closed',
      parts: ASK,
      now: '2020-09-14T06:30:00.000Z',
      settings: awayOn('2020-09-14', '2020-09-18'),
      decision: { kind: 'CLOSE' },
    },
    {
      why: 'answered on the day before it could be asked',
      parts: ASK,
      now: '2020-09-15T07:00:00.000Z',
      answered: true,
      decision: { kind: 'CLOSE' },
    },
    {
      why: 'the question comes late on its day',
      parts: ASK,
      now: '2020-09-14T11:59:00.000Z',
      decision: { kind: 'SEND', message: 'CHECK_IN' },
    },
    {
      why: 'too late on its day: asked on the next',
      parts: ASK,
      now: '2020-09-14T12:00:00.000Z',
      decision: { kind: 'MOVE', at: new Date('2020-09-15T06:30:00.000Z') },
    },
    {
      why: 'nothing ran on the day of the question: asked at once',
      parts: ASK,
      now: '2020-09-15T07:00:00.000Z',
      decision: { kind: 'MOVE', at: new Date('2020-09-15T07:00:00.000Z') },
    },
    {
      why: 'nothing ran until it would have closed',
      parts: ASK,
      now: '2020-09-19T07:00:00.000Z',
      decision: { kind: 'CLOSE' },
    },
    {
      why: 'skipped before it was asked',
      parts: { ...ASK, skipped },
      now: '2020-09-14T06:30:00.000Z',
      decision: { kind: 'CLOSE' },
    },
  ])('$why', ({ parts, now = NOW, answered = false, settings = MORNING, gone = false, decision }) => {
    const found = decideOwed(checkIn(parts), {
      now: new Date(now),
      today: isoDate(now.slice(0, 10)),
      unanswered: !answered,
      earlier: [],
      reach: gone ? null : reach(settings),
      remindAfterDays: 2,
    });
    if (decision === null) expect(found).toBeNull();
    else expect(found).toMatchObject(decision);
  });
});

describe('a snooze', () => {
  const HOUR: SnoozeUntil = { kind: 'HOURS', hours: 1 };
  const day = (text: string): SnoozeUntil => ({ kind: 'DAY', day: isoDate(text) });
  test.each([
    { why: 'an hour', until: HOUR, at: '2020-09-15T10:00:00.000Z' },
    {
      why: 'an hour, and it is after hours',
      now: '2020-09-15T11:30:00.000Z',
      until: HOUR,
      at: '2020-09-16T06:30:00.000Z',
    },
    { why: 'a day: at the start of their hours', until: day('2020-09-16'), at: '2020-09-16T06:30:00.000Z' },
    {
      why: 'a day without hours: at nine',
      settings: {},
      until: day('2020-09-16'),
      at: '2020-09-16T07:00:00.000Z',
    },
    {
      why: 'a day where they are',
      settings: { timeZone: 'America/New_York' },
      until: day('2020-09-16'),
      at: '2020-09-16T13:00:00.000Z',
    },
    { why: 'a holiday: the next day', until: day('2020-09-17'), at: '2020-09-18T06:30:00.000Z' },
    {
      why: 'while away: the day they are back',
      settings: awayOn('2020-09-16'),
      until: day('2020-09-16'),
      at: '2020-09-18T07:00:00.000Z',
    },
    { why: 'the last day', until: day('2020-09-18'), at: '2020-09-18T06:30:00.000Z' },
    {
      why: 'the day after',
      until: day('2020-09-19'),
      refused: { code: 'SNOOZE_AFTER_CLOSE', given: '2020-09-19', closesOn: '2020-09-18' },
    },
    {
      why: 'away until the close',
      settings: awayOn('2020-09-16', '2020-09-18'),
      until: day('2020-09-16'),
      refused: { code: 'SNOOZE_AFTER_CLOSE', given: '2020-09-16', closesOn: '2020-09-18' },
    },
    {
      why: 'an hour late on the last day',
      now: '2020-09-18T11:30:00.000Z',
      until: HOUR,
      refused: { code: 'SNOOZE_AFTER_CLOSE', given: '2020-09-18', closesOn: '2020-09-18' },
    },
    {
      why: 'today',
      until: day('2020-09-15'),
      refused: { code: 'DATE_IN_PAST', given: '2020-09-15', today: '2020-09-15' },
    },
    {
      why: 'yesterday',
      until: day('2020-09-14'),
      refused: { code: 'DATE_IN_PAST', given: '2020-09-14', today: '2020-09-15' },
    },
  ])('$why', ({ now = '2020-09-15T09:00:00.000Z', settings = MORNING, until, at, refused }) => {
    const setting = { now: new Date(now), today: isoDate(now.slice(0, 10)), reach: reach(settings) };
    const result = snooze(checkIn({ ...REMINDER, skipped }), until, setting);
    expect(result).toEqual(
      refused === undefined
        ? { ok: true, value: { owed: { kind: 'AGAIN', at }, remindedAt: null, skipped: null } }
        : { ok: false, refusal: refused },
    );
  });

  test('what waits to be asked goes on waiting', () => {
    const setting = { now: new Date('2020-09-14T05:00:00Z'), today: isoDate('2020-09-14'), reach: reach() };
    expect(snooze(checkIn(ASK), HOUR, setting)).toMatchObject({ ok: true, value: ASK });
  });
});

test.each([
  { why: 'nothing follows', parts: REMINDER, owed: null },
  { why: 'nor at the end of a snooze', parts: SNOOZED, owed: null },
  { why: 'what waits to be asked ends at its time', parts: ASK, owed: ASK.owed },
])('skipped: $why', ({ parts, owed: left }) => {
  const { on, because } = skipped;
  expect(skip(checkIn({ ...parts, remindedAt: '2020-09-16T06:30:00.000Z' }), on, because)).toEqual({
    owed: left,
    remindedAt: '2020-09-16T06:30:00.000Z',
    skipped,
  });
});

describe('under new settings', () => {
  test.each([
    { why: 'nothing is owed', parts: {}, settings: awayOn('2020-09-16'), decision: null },
    { why: 'it can stay', parts: REMINDER, settings: MORNING, decision: null },
    {
      why: 'away on that day',
      parts: REMINDER,
      settings: { ...MORNING, ...awayOn('2020-09-15', '2020-09-16') },
      decision: { kind: 'PUT_OFF', progress: { owed: { kind: 'REMINDER', at: '2020-09-18T06:30:00.000Z' } } },
    },
    {
      why: 'away until the close',
      parts: REMINDER,
      settings: awayOn('2020-09-15', '2020-09-30'),
      decision: DROPPED,
    },
    {
      why: 'later hours',
      parts: SNOOZED,
      settings: { hours: { from: '10:00', to: '18:00' } },
      decision: { kind: 'PUT_OFF', progress: { owed: { kind: 'AGAIN', at: '2020-09-16T08:00:00.000Z' } } },
    },
    {
      why: 'the question of a day on which they are away: moved when its time comes',
      parts: owed('ASK', '2020-09-14T12:30:00.000Z'),
      now: '2020-09-14T08:00:00Z',
      settings: awayOn('2020-09-14'),
      decision: null,
    },
    {
      why: 'the question of somebody who is away until it would have closed',
      parts: owed('ASK', '2020-09-14T12:30:00.000Z'),
      now: '2020-09-14T08:00:00Z',
      settings: awayOn('2020-09-14', '2020-09-30'),
      decision: { kind: 'CLOSE' },
    },
  ])('$why', ({ parts, now = '2020-09-15T08:00:00Z', settings, decision }) => {
    const setting = { now: new Date(now), today: isoDate(now.slice(0, 10)), reach: reach(settings) };
    const found = owedUnderNewSettings(checkIn(parts), setting);
    if (decision === null) expect(found).toBeNull();
    else expect(found).toMatchObject(decision);
  });
});

test('a reminder counts from the day on which the person was asked', () => {
  expect(reminderOf(isoDate('2020-09-15'), checkIn(), 1, reach())).toEqual({
    kind: 'REMINDER',
    at: '2020-09-16T07:00:00.000Z',
  });
});

test('no reminder falls due by itself where the schedule reminds', () => {
  expect(reminderOf(isoDate('2020-09-15'), checkIn(), null, reach())).toBeNull();
});

test('a question that is moved is of the other day, and open as long', () => {
  const waiting = checkIn(ASK);
  expect(
    movedCheckIn(waiting, 2020, personOf('referente.osru'), new Date('2020-09-16T06:30:00.000Z')),
  ).toEqual({
    ...waiting,
    id: '2020-2020-09-16-referente.osru',
    openedOn: '2020-09-16',
    closesOn: '2020-09-20',
    ...owed('ASK', '2020-09-16T06:30:00.000Z'),
  });
});

describe('at a slot that reminds, on Wednesday at 9:30', () => {
  const NOW = '2020-09-16T07:30:00.000Z';
  const AT_ONCE = owed('REMINDER', NOW);
  test.each([
    { why: 'asked and not answered', parts: {}, owes: AT_ONCE },
    { why: 'answered', parts: {}, answered: true, owes: null },
    { why: 'asked by hand, with a reminder of its own', parts: REMINDER, owes: null },
    {
      why: 'reminded before, or a snooze has ended in its place',
      parts: { remindedAt: '2020-09-15T07:00:00.000Z' },
      owes: null,
    },
    { why: 'snoozed', parts: SNOOZED, owes: null },
    { why: 'skipped', parts: { skipped }, owes: null },
    { why: 'not asked yet', parts: ASK, owes: null },
    { why: 'replaced by a newer one', parts: { closedOn: isoDate('2020-09-15') }, owes: null },
    { why: 'past its last day', parts: { closesOn: isoDate('2020-09-15') }, owes: null },
    { why: 'left the directory', parts: {}, gone: true, owes: null },
    {
      why: 'out of their hours: on Friday, for the holiday',
      parts: {},
      settings: { hours: { from: '08:30', to: '09:00' } },
      owes: owed('REMINDER', '2020-09-18T06:30:00.000Z'),
    },
    {
      why: 'away: on the day they are back',
      parts: { closesOn: isoDate('2020-09-21') },
      settings: awayOn('2020-09-16', '2020-09-18'),
      owes: owed('REMINDER', '2020-09-21T07:00:00.000Z'),
    },
    { why: 'away until the close', parts: {}, settings: awayOn('2020-09-16', '2020-09-18'), owes: null },
    {
      why: 'asked this very morning, by a slot that came late: nobody is pressed within the hour',
      parts: { openedOn: isoDate('2020-09-16'), closesOn: isoDate('2020-09-20') },
      owes: owed('REMINDER', '2020-09-18T07:00:00.000Z'),
    },
  ])('$why', ({ parts, answered = false, settings = {}, gone = false, owes }) => {
    const progress = remind(checkIn(parts), {
      now: new Date(NOW),
      plannedAt: new Date(NOW),
      today: isoDate('2020-09-16'),
      unanswered: !answered,
      reach: gone ? null : reach(settings),
    });
    expect(progress).toEqual(owes === null ? null : { ...owes, remindedAt: null, skipped: null });
  });

  test.each([
    { why: 'is owed since then', parts: {}, owes: owed('REMINDER', '2020-09-15T07:30:00.000Z') },
    {
      why: 'not so where it has to wait for the person’s hours',
      parts: {},
      settings: { hours: { from: '14:00', to: '18:00' } },
      owes: owed('REMINDER', '2020-09-16T12:00:00.000Z'),
    },
    {
      why: 'nor where the question came only after it',
      parts: { openedOn: isoDate('2020-09-15') },
      owes: AT_ONCE,
    },
  ])('one that was planned for Tuesday $why', ({ parts, settings = {}, owes }) => {
    const progress = remind(checkIn(parts), {
      now: new Date(NOW),
      plannedAt: new Date('2020-09-15T07:30:00.000Z'),
      today: isoDate('2020-09-16'),
      unanswered: true,
      reach: reach(settings),
    });
    expect(progress).toMatchObject(owes);
  });

  test.each([
    { why: 'ten minutes after its moment', parts: REMINDER, minutes: 10, late: false },
    { why: 'later than that', parts: REMINDER, minutes: 11, late: true },
    { why: 'a snooze is no reminder', parts: SNOOZED, minutes: 60, late: false },
    { why: 'nothing is owed', parts: {}, minutes: 60, late: false },
  ])('$why, it is late: $late', ({ parts, minutes, late }) => {
    const { owed: owes } = checkIn(parts);
    const at = owes?.at ?? NOW;
    const now = new Date(Date.parse(at) + minutes * 60_000);
    expect(lateSince({ owed: owes }, now)).toBe(late ? at : null);
  });
});
