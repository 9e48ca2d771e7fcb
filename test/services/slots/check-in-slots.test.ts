/** Whom the check-ins of a schedule ask, when not everybody is there, and not every structure asks at once. */
import { describe, expect, test } from 'vitest';
import { actorOf } from '../../../src/domain/actor.ts';
import { isoDate } from '../../../src/domain/dates.ts';
import type { Directory } from '../../../src/domain/directory.ts';
import type { ScheduleEntry, Weekday } from '../../../src/domain/schedule/schedule.ts';
import { delegateItems } from '../../../src/services/delegate-items.ts';
import { openCheckIns } from '../../../src/services/open-check-ins.ts';
import { readMissing } from '../../../src/services/read-missing.ts';
import { runCheckInSlots } from '../../../src/services/slots/run-check-in-slots.ts';
import { ARTI_DIRECTORY, PLANNING_OFFICE, personOf } from '../../helpers/context.ts';
import { structureCode } from '../../helpers/figures.ts';
import { answer, askedOf, checkInKeys, MONDAY, NEXT_MONDAY, openRhythm, type Rhythm, set } from './rhythm.ts';
import { historyOf } from './support.ts';

const OSRU = 'referente.osru';
const REFERENTS = ['direzione', 'lavoro', 'osru'];
const from = { since: '2020-09-12T08:00:00.000Z', setBy: 'test' };

const checkInOn = (structure: string, weekday: Weekday, time = '09:30'): ScheduleEntry => ({
  ...from,
  structure: structureCode(structure),
  name: 'CHECK_IN',
  value: { recurrence: { every: 'WEEK', weekday }, time },
});
const place = (structure: string, value: string): ScheduleEntry => ({
  ...from,
  structure: structureCode(structure),
  name: 'PLACE',
  value,
});

/** The directory with `parts` of somebody's entry changed. */
const directoryWith = (key: string, parts: Partial<Directory['people'][number]>): Directory => ({
  ...ARTI_DIRECTORY,
  people: ARTI_DIRECTORY.people.map((each) => (each.key === key ? { ...each, ...parts } : each)),
});

const away = (day: string, until = day) => ({
  away: { from: isoDate(day), until: isoDate(until), setBy: OSRU },
});

const messagesOfSlots = async (context: Rhythm, period = '2020-W38') =>
  (await historyOf(context))
    .filter((each) => each.kind === 'CHECK_IN' && each.period === period)
    .map(({ structure, outcome, messages }) => `${structure} ${outcome} ${messages}`);

describe('who is not there on Monday', () => {
  test.each([
    {
      why: 'away for a day: at the start of their Tuesday, or they would wait for a week',
      settings: away('2020-09-14'),
      at: '2020-09-15T07:00:00.000Z',
    },
    {
      why: 'their hours are later: on Monday still',
      settings: { hours: { from: '14:00', to: '18:00' } },
      at: '2020-09-14T12:00:00.000Z',
    },
    {
      why: 'away until Thursday: on Friday',
      settings: away('2020-09-14', '2020-09-17'),
      at: '2020-09-18T07:00:00.000Z',
    },
  ])('$why', async ({ settings, at }) => {
    const context = await openRhythm();
    await set(context, OSRU, settings);
    expect(await context.at(MONDAY)).toEqual(checkInKeys('2020-09-14', 'direzione', 'lavoro'));
    expect(await messagesOfSlots(context)).toEqual([
      'DIREZIONE ON_TIME 1',
      'LAVORO ON_TIME 1',
      'OSRU ON_TIME 1',
    ]);
    const before = new Date(Date.parse(at) - 60_000).toISOString();
    expect(await context.at(before)).not.toContain(`check-in/2020-${at.slice(0, 10)}-${OSRU}`);
    const sent = await context.at(at);
    expect(sent.filter((key) => key.startsWith('check-in/'))).toEqual(checkInKeys(at.slice(0, 10), 'osru'));
    const { notice } = context.messages().find(({ key }) => key === sent[0]) ?? {};
    // It waited for the person, not for the product.
    expect(notice).not.toHaveProperty('late');
    expect((await context.at(new Date(Date.parse(at) + 60_000).toISOString())).join()).not.toContain(
      'check-in/',
    );
  });

  test('away for the whole week: asked by the next slot, and nobody says that they did not answer', async () => {
    const context = await openRhythm();
    await set(context, OSRU, away('2020-09-14', '2020-09-20'));
    await context.at(MONDAY);
    expect(await messagesOfSlots(context)).toContain('OSRU ON_TIME 0');
    const missing = await readMissing(context, PLANNING_OFFICE);
    const people = missing.ok ? missing.value.missing.flatMap(({ answers }) => answers) : [];
    expect(people.map(({ person }) => person.key)).not.toContain(OSRU);
    expect(await context.at(NEXT_MONDAY)).toContain(`check-in/2020-2020-09-21-${OSRU}`);
  });

  test('the patron’s day of their town, which is not their structure’s: the day after', async () => {
    const context = await openRhythm({ directory: directoryWith(OSRU, { place: 'Empoli' }) });
    const asked = await context.at('2020-11-30T08:30:00.000Z');
    expect(asked.filter((key) => key.startsWith('check-in/'))).toEqual(
      checkInKeys('2020-11-30', 'direzione', 'lavoro'),
    );
    expect(await context.at('2020-12-01T08:00:00.000Z')).toContain(`check-in/2020-2020-12-01-${OSRU}`);
  });
});

describe('late', () => {
  test('says for when it was planned', async () => {
    const context = await openRhythm();
    expect(await context.at('2020-09-15T08:00:00.000Z')).toEqual(checkInKeys('2020-09-15', ...REFERENTS));
    expect(context.messages().map(({ notice }) => notice)).toEqual(
      REFERENTS.map((of) => ({
        kind: 'CHECK_IN',
        checkInId: `2020-2020-09-15-referente.${of}`,
        late: MONDAY,
      })),
    );
    expect(await messagesOfSlots(context)).toEqual(['DIREZIONE LATE 1', 'LAVORO LATE 1', 'OSRU LATE 1']);
  });

  test('who is asked by a slot in time as well is not told so', async () => {
    const both = directoryWith(OSRU, { structures: [structureCode('OSRU'), structureCode('LAVORO')] });
    const context = await openRhythm({
      directory: both,
      schedule: [checkInOn('OSRU', 1, '09:30'), checkInOn('LAVORO', 1, '12:00')],
    });
    await context.at('2020-09-14T10:00:00.000Z');
    const late = context
      .messages()
      .flatMap(({ notice }) => (notice.kind === 'CHECK_IN' ? [[notice.checkInId, notice.late]] : []));
    expect(late).toEqual([
      ['2020-2020-09-14-referente.direzione', MONDAY],
      ['2020-2020-09-14-referente.lavoro', undefined],
      [`2020-2020-09-14-${OSRU}`, undefined],
    ]);
  });
});

describe('each structure in its own rhythm', () => {
  test('asks its own people alone', async () => {
    const context = await openRhythm({ schedule: [checkInOn('OSRU', 2), place('OSRU', 'Pisa')] });
    expect(await context.at(MONDAY)).toEqual(checkInKeys('2020-09-14', 'direzione', 'lavoro'));
    expect(await context.at('2020-09-15T07:30:00.000Z')).toEqual(checkInKeys('2020-09-15', 'osru'));
  });

  test('what it left to somebody of another is asked at its own slot', async () => {
    const context = await openRhythm({ schedule: [checkInOn('DIREZIONE', 2)] });
    const direzione = actorOf(personOf('referente.direzione'));
    const period = { startsOn: isoDate('2020-09-12'), endsOn: isoDate('2020-09-30') };
    const left = { items: ['1.4.1'], from: null, to: 'referente.lavoro', ...period };
    expect((await delegateItems(context, direzione, left, null)).ok).toBe(true);
    await context.at(MONDAY);
    expect(await askedOf(context, '2020-09-14', 'lavoro')).not.toContain('1.4.1');
    expect(await context.at('2020-09-15T07:30:00.000Z')).toEqual(
      expect.arrayContaining(checkInKeys('2020-09-15', 'direzione', 'lavoro')),
    );
    expect(await askedOf(context, '2020-09-15', 'lavoro')).toEqual(
      expect.arrayContaining(['1.4.1', '1.2.1']),
    );
    expect(await askedOf(context, '2020-09-15', 'direzione')).not.toContain('1.4.1');
  });

  test('a person of two of them, asked by both on one day: the rest on the day after', async () => {
    const both = directoryWith(OSRU, { structures: [structureCode('OSRU'), structureCode('LAVORO')] });
    const context = await openRhythm({ directory: both, schedule: [checkInOn('LAVORO', 1, '15:00')] });
    await context.at(MONDAY);
    expect(await askedOf(context, '2020-09-14', 'osru')).not.toContain('1.2.1');
    expect(await context.at('2020-09-14T13:00:00.000Z')).toEqual(checkInKeys('2020-09-14', 'lavoro'));
    expect(await context.at('2020-09-15T07:00:00.000Z')).toContain(`check-in/2020-2020-09-15-${OSRU}`);
    // With what was asked on Monday, which it replaces.
    expect(await askedOf(context, '2020-09-15', 'osru')).toEqual(expect.arrayContaining(['1.2.1', '1.1.3']));
  });

  test('only one of two is full: what is of the other waits, unless it is near its end', async () => {
    const both = directoryWith(OSRU, { structures: [structureCode('OSRU'), structureCode('LAVORO')] });
    const often: ScheduleEntry = {
      ...from,
      structure: structureCode('OSRU'),
      name: 'CADENCE',
      value: { nearDays: 21, everyWeeks: 1 },
    };
    const context = await openRhythm({ directory: both, schedule: [often] });
    await context.at(MONDAY);
    const first = (await askedOf(context, '2020-09-14', 'osru')) ?? [];
    expect(first).toEqual(expect.arrayContaining(['1.2.1', '1.1.3']));
    await answer(context, OSRU, first);
    await context.at(NEXT_MONDAY);
    const second = await askedOf(context, '2020-09-21', 'osru');
    // 1.1.3 is of OSRU, 1.1.5 of Lavoro and overdue, 1.3.1 of Lavoro and far from its end.
    expect(second).toEqual(expect.arrayContaining(['1.1.3', '1.1.5']));
    expect(second).not.toContain('1.3.1');
  });
});

test('asked by hand on the morning of the slot: not twice, and the slot is run all the same', async () => {
  const context = await openRhythm();
  context.setTime('2020-09-14T06:30:00.000Z');
  await openCheckIns(context, PLANNING_OFFICE);
  expect(await context.at(MONDAY)).toEqual([]);
  expect(await messagesOfSlots(context)).toEqual(
    ['DIREZIONE', 'LAVORO', 'OSRU'].map((of) => `${of} ON_TIME 0`),
  );
});

test('what was reported in the last days is not asked about, by a slot either', async () => {
  const context = await openRhythm({ restDays: 3 });
  context.setTime('2020-09-12T09:00:00.000Z');
  await answer(context, OSRU, ['1.1.1', '1.1.2']);
  await context.at(MONDAY);
  expect(await askedOf(context, '2020-09-14', 'osru')).toEqual(['1.1.6', '1.1.3']);
});

test('the history is written under the schedule’s name, without those of people', async () => {
  const context = await openRhythm();
  await context.at(MONDAY);
  const opened = context.audit().filter(({ kind }) => kind === 'CHECK_IN_OPENED');
  expect(opened.map(({ actor }) => actor)).toEqual(Array(3).fill('scheduler'));
  expect(JSON.stringify(opened.map(({ body }) => body))).not.toContain('referente');
});

test('a plan that is not there owes nothing: to ask for its slots is a bug', async () => {
  const context = await openRhythm();
  await expect(runCheckInSlots(context, 1999, [])).rejects.toThrow('the plan of 1999 is not there: NO_PLAN');
});
