/** One reminder of each check-in, whoever asked and whatever happened since. */
import { describe, expect, test } from 'vitest';
import { actorOf } from '../../../src/domain/actor.ts';
import { isoDate } from '../../../src/domain/dates.ts';
import type { ScheduleEntry } from '../../../src/domain/schedule/schedule.ts';
import { openCheckIns } from '../../../src/services/open-check-ins.ts';
import { skipCheckIn } from '../../../src/services/skip-check-in.ts';
import { snoozeCheckIn } from '../../../src/services/snooze-check-in.ts';
import { PLANNING_OFFICE, personOf } from '../../helpers/context.ts';
import { structureCode } from '../../helpers/figures.ts';
import { answer, askedOf, MONDAY, openRhythm, type Rhythm, set, WEDNESDAY } from './rhythm.ts';
import { historyOf } from './support.ts';

const KEY = 'referente.osru';
const OSRU = actorOf(personOf(KEY));
const ID = `2020-2020-09-14-${KEY}`;

/** Of OSRU's referent alone: the instants of the messages that bring a check-in to mind again. */
const again = (context: Rhythm) =>
  context.messages().flatMap(({ key, destination, notice }) => {
    const theirs = destination.kind === 'PERSON' && destination.person === KEY;
    return theirs && notice.kind === 'CHECK_IN_AGAIN' ? [`${notice.because} ${key.split('/')[1]}`] : [];
  });

/** A week at its slots and some minutes between, so that whatever is owed is sent. */
async function untilFriday(context: Rhythm) {
  for (const instant of [
    WEDNESDAY,
    '2020-09-16T07:31:00.000Z',
    '2020-09-16T12:00:00.000Z',
    '2020-09-17T07:00:00.000Z',
    '2020-09-17T08:00:00.000Z',
    '2020-09-18T07:00:00.000Z',
    '2020-09-18T12:00:00.000Z',
  ]) {
    await context.at(instant);
  }
}

describe('after the check-in of Monday', () => {
  type Change = (context: Rhythm) => Promise<unknown>;
  const snoozeUntil = (day: string) => (context: Rhythm) =>
    snoozeCheckIn(context, OSRU, ID, { kind: 'DAY', day: isoDate(day) }, null);
  const cases: readonly { why: string; change: Change; is: readonly string[] }[] = [
    { why: 'nothing was answered', change: async () => undefined, is: [`REMINDER ${WEDNESDAY}`] },
    {
      why: 'a part was answered',
      change: (context) => answer(context, KEY, ['1.1.1']),
      is: [`REMINDER ${WEDNESDAY}`],
    },
    {
      why: 'all was answered',
      change: async (context) => answer(context, KEY, (await askedOf(context, '2020-09-14', 'osru')) ?? []),
      is: [],
    },
    { why: 'skipped', change: (context) => skipCheckIn(context, OSRU, ID, 'ferie', null), is: [] },
    {
      why: 'snoozed until after the reminder: the snooze takes its place',
      change: snoozeUntil('2020-09-17'),
      is: ['SNOOZE 2020-09-17T07:00:00.000Z'],
    },
    {
      why: 'snoozed until just before it: that was the reminder',
      change: snoozeUntil('2020-09-16'),
      is: [`SNOOZE ${WEDNESDAY}`],
    },
    {
      why: 'away on that day: when they are back',
      change: (context) =>
        set(context, KEY, {
          away: { from: isoDate('2020-09-16'), until: isoDate('2020-09-16'), setBy: KEY },
        }),
      is: ['REMINDER 2020-09-17T07:00:00.000Z'],
    },
    {
      why: 'out of their hours: in them',
      change: (context) => set(context, KEY, { hours: { from: '14:00', to: '18:00' } }),
      is: ['REMINDER 2020-09-16T12:00:00.000Z'],
    },
    {
      why: 'asked again by hand on Tuesday: by that round’s own days, once',
      change: (context) => openCheckIns(context, PLANNING_OFFICE),
      is: ['REMINDER 2020-09-17T07:00:00.000Z'],
    },
  ];
  test.each(cases)('$why', async ({ change, is }) => {
    const context = await openRhythm();
    await context.at(MONDAY);
    context.setTime('2020-09-15T08:00:00.000Z');
    await change(context);
    await untilFriday(context);
    expect(again(context)).toEqual(is);
  });
});

test('asked by hand on Monday before the slot: one reminder, though both would remind on Wednesday', async () => {
  const context = await openRhythm();
  context.setTime('2020-09-14T06:30:00.000Z');
  await openCheckIns(context, PLANNING_OFFICE);
  await context.at(MONDAY);
  await untilFriday(context);
  expect(again(context)).toHaveLength(1);
});

test('it counts for the first structure; nobody is reminded where all is answered', async () => {
  const context = await openRhythm();
  await context.at(MONDAY);
  await answer(context, 'referente.direzione', (await askedOf(context, '2020-09-14', 'direzione')) ?? []);
  await context.at(WEDNESDAY);
  const reminders = (await historyOf(context)).filter(({ kind }) => kind === 'REMINDER');
  // Lavoro alone answers for 1.1.4.
  expect(reminders.map(({ structure, messages }) => `${structure} ${messages}`)).toEqual([
    'DIREZIONE 0',
    'LAVORO 1',
    'OSRU 0',
  ]);
});

test('a late check-in is not followed by its reminder within the hour', async () => {
  const context = await openRhythm();
  await context.at('2020-09-16T07:20:00.000Z');
  expect(context.messages().map(({ notice }) => notice.kind)).toEqual(Array(3).fill('CHECK_IN'));
  await untilFriday(context);
  expect(again(context)).toEqual(['REMINDER 2020-09-17T07:00:00.000Z']);
});

test('a structure that reminds on no day, and one on another', async () => {
  const from = { since: '2020-09-12T08:00:00.000Z', setBy: 'test', name: 'REMINDER' } as const;
  const schedule: readonly ScheduleEntry[] = [
    { ...from, structure: null, value: null },
    {
      ...from,
      structure: structureCode('OSRU'),
      value: { recurrence: { every: 'WEEK', weekday: 4 }, time: '10:00' },
    },
  ];
  const context = await openRhythm({ schedule });
  await context.at(MONDAY);
  await untilFriday(context);
  expect(again(context)).toEqual(['REMINDER 2020-09-17T08:00:00.000Z']);
  expect(context.messages().filter(({ notice }) => notice.kind === 'CHECK_IN_AGAIN')).toHaveLength(1);
});

test.each([
  { why: 'late, and the person can be reached: it says so', at: '2020-09-16T10:00:00.000Z', late: WEDNESDAY },
  { why: 'within minutes of its moment', at: '2020-09-16T07:39:00.000Z', late: undefined },
  {
    why: 'late, and it waits for the person’s hours besides',
    at: '2020-09-16T10:00:00.000Z',
    hours: { from: '14:00', to: '18:00' },
    sent: '2020-09-16T12:00:00.000Z',
    late: undefined,
  },
])('a reminder that comes $why', async ({ at, sent = at, hours, late }) => {
  const context = await openRhythm();
  await context.at(MONDAY);
  if (hours) await set(context, KEY, { hours });
  await context.at(at);
  await context.at(sent);
  expect(again(context)).toEqual([`REMINDER ${sent}`]);
  const told = context.messages().find(({ key }) => key.endsWith(KEY) && key.startsWith('check-in-again/'));
  expect(told?.notice.kind === 'CHECK_IN_AGAIN' ? told.notice.late : null).toBe(late);
});
