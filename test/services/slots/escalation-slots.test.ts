/** Who is told of what has no answer, from the slot to what they read. */
import { describe, expect, test } from 'vitest';
import { actorOf } from '../../../src/domain/actor.ts';
import { isoDate } from '../../../src/domain/dates.ts';
import type { Directory } from '../../../src/domain/directory.ts';
import { delegateItems } from '../../../src/services/delegate-items.ts';
import { readEscalation } from '../../../src/services/read-escalation.ts';
import { snoozeCheckIn } from '../../../src/services/snooze-check-in.ts';
import { ARTI_DIRECTORY, personOf } from '../../helpers/context.ts';
import { answer, MONDAY, openRhythm, type Rhythm, set, THURSDAY, WEDNESDAY } from './rhythm.ts';
import { historyOf } from './support.ts';

const OSRU = 'referente.osru';
const HEAD = 'responsabile.osru';
const OFFICE = 'programmazione';

/** Of OSRU's people, and the planning office; without `without`. */
const directoryOf = (...without: readonly string[]): Directory => ({
  people: ARTI_DIRECTORY.people.filter(
    ({ key, structures, role }) =>
      !without.includes(key) && (role === 'PLANNING' || structures.some((code) => code === 'OSRU')),
  ),
  channels: [],
});

const away = (until = '2020-09-17') => ({
  away: { from: isoDate('2020-09-17'), until: isoDate(until), setBy: OSRU },
});

const escalations = (context: Rhythm) =>
  context
    .messages()
    .flatMap(({ destination, notice }) =>
      notice.kind === 'ESCALATION' && destination.kind === 'PERSON'
        ? [{ to: destination.person, notice }]
        : [],
    );

async function untilThursday(context: Rhythm, change: (context: Rhythm) => Promise<unknown>, at = THURSDAY) {
  await context.at(MONDAY);
  await context.at(WEDNESDAY);
  await change(context);
  await context.at(at);
  return escalations(context);
}

describe('who is told', () => {
  type Case = {
    readonly why: string;
    readonly directory?: Directory;
    readonly change?: (context: Rhythm) => Promise<unknown>;
    readonly is: readonly string[];
  };
  const cases: readonly Case[] = [
    { why: 'the head', is: [HEAD] },
    { why: 'without a head the planning office', directory: directoryOf(HEAD), is: [OFFICE] },
    {
      why: 'the head is away: the planning office',
      change: (context) => set(context, HEAD, away()),
      is: [OFFICE],
    },
    {
      why: 'out of the head’s hours: the head all the same, it is one message a week',
      change: (context) => set(context, HEAD, { hours: { from: '08:00', to: '12:00' } }),
      is: [HEAD],
    },
    {
      why: 'both are away: the planning office all the same',
      change: async (context) => {
        await set(context, HEAD, away());
        await set(context, OFFICE, away());
      },
      is: [OFFICE],
    },
    {
      why: 'the head is who was asked: the planning office',
      directory: directoryOf(OSRU),
      is: [OFFICE],
    },
    {
      why: 'all was answered meanwhile: nobody',
      change: (context) => answer(context, OSRU, ['1.1.1', '1.1.2', '1.1.3', '1.1.6']),
      is: [],
    },
    {
      why: 'snoozed meanwhile: nobody',
      change: (context) => {
        const until = { kind: 'DAY', day: isoDate('2020-09-18') } as const;
        return snoozeCheckIn(context, actorOf(personOf(OSRU)), `2020-2020-09-14-${OSRU}`, until, null);
      },
      is: [],
    },
  ];
  test.each(cases)('$why', async ({ directory = directoryOf(), change = async () => undefined, is }) => {
    const context = await openRhythm({ directory });
    const told = await untilThursday(context, change);
    expect(told.map(({ to }) => to)).toEqual(is);
  });
});

test('late, it says for when it was planned', async () => {
  const context = await openRhythm({ directory: directoryOf() });
  const [told] = await untilThursday(context, async () => undefined, '2020-09-18T09:00:00.000Z');
  expect(told?.notice).toMatchObject({ day: '2020-09-18', late: THURSDAY });
});

describe('not right after the reminder', () => {
  const reminders = (context: Rhythm) =>
    context.messages().flatMap(({ notice }) => (notice.kind === 'CHECK_IN_AGAIN' ? [notice.late] : []));

  test('both slots come late in the same minute: nobody is told this week', async () => {
    const context = await openRhythm({ directory: directoryOf() });
    await context.at(MONDAY);
    await context.at('2020-09-17T13:20:00.000Z');
    expect(reminders(context)).toEqual([WEDNESDAY]);
    await context.at('2020-09-17T13:21:00.000Z');
    await context.at('2020-09-18T07:00:00.000Z');
    expect(escalations(context)).toEqual([]);
    const settled = (await historyOf(context)).filter(({ kind }) => kind === 'ESCALATION');
    expect(settled.find(({ structure }) => structure === 'OSRU')).toMatchObject({ messages: 0 });
  });

  test('and in the next week, if it is still without an answer, they are', async () => {
    const context = await openRhythm({ directory: directoryOf() });
    for (const instant of [
      MONDAY,
      '2020-09-17T13:20:00.000Z',
      '2020-09-21T07:30:00.000Z',
      '2020-09-23T07:30:00.000Z',
      '2020-09-24T13:00:00.000Z',
    ]) {
      await context.at(instant);
    }
    expect(escalations(context)).toMatchObject([
      { to: HEAD, notice: { unanswered: [{ person: OSRU, askedOn: '2020-09-14' }] } },
    ]);
  });

  test.each([
    { why: 'an hour before: not told', reminded: '2020-09-17T12:00:00.000Z', told: 0 },
    { why: 'four hours before: told', reminded: '2020-09-17T09:00:00.000Z', told: 1 },
  ])('a late reminder $why', async ({ reminded, told }) => {
    const context = await openRhythm({ directory: directoryOf() });
    for (const instant of [MONDAY, reminded, THURSDAY]) await context.at(instant);
    expect(reminders(context)).toEqual([WEDNESDAY]);
    expect(escalations(context)).toHaveLength(told);
  });

  /** Wednesday the 24th is the feast of Florence’s patron: the reminder comes on Thursday. */
  const openPatronsWeek = () => openRhythm({ directory: directoryOf(), since: '2020-06-20T08:00:00.000Z' });
  const PATRONS_MONDAY = '2020-06-22T07:30:00.000Z';
  const PATRONS_REMINDER = '2020-06-25T07:30:00.000Z';
  const PATRONS_ESCALATION = '2020-06-25T13:00:00.000Z';

  test('in the week of the patron’s feast the head is told in the afternoon of the reminder', async () => {
    const context = await openPatronsWeek();
    const week: Record<string, readonly string[]> = {};
    // Every half hour from Monday to Friday, at night too.
    for (
      let at = Date.parse('2020-06-22T06:00:00Z');
      at < Date.parse('2020-06-26T18:00:00Z');
      at += 1_800_000
    ) {
      const instant = new Date(at).toISOString();
      const keys = await context.at(instant);
      if (keys.length > 0) week[instant] = keys.map((key) => key.split('/')[0] ?? '');
    }
    expect(week).toEqual({
      [PATRONS_MONDAY]: ['check-in'],
      [PATRONS_REMINDER]: ['check-in-again'],
      [PATRONS_ESCALATION]: ['escalation'],
    });
    expect(reminders(context)).toEqual([undefined]);
  });

  test('asked late on Tuesday, and nothing ran until Thursday afternoon: reminded, and not told', async () => {
    const context = await openPatronsWeek();
    await context.at('2020-06-23T08:00:00.000Z');
    await context.at('2020-06-25T13:05:00.000Z');
    await context.at('2020-06-25T13:06:00.000Z');
    expect(reminders(context)).toEqual([PATRONS_REMINDER]);
    expect(escalations(context)).toEqual([]);
  });
});

describe('what is read once Slack takes it', () => {
  async function told() {
    const context = await openRhythm({ directory: directoryOf() });
    const [found] = await untilThursday(context, async () => undefined);
    if (!found) throw new Error('nobody was told');
    return { context, notice: found.notice };
  }

  test('names and titles, and who is away', async () => {
    const { context, notice } = await told();
    await set(context, OSRU, away('2020-09-25'));
    const view = await readEscalation(context, notice);
    expect(view).toMatchObject({ structure: 'OSRU', day: '2020-09-17', late: null });
    expect(view.structureName).not.toBe('OSRU');
    expect(view.people).toMatchObject([
      { name: 'Referente OSRU', askedOn: '2020-09-14', awayUntil: '2020-09-25' },
    ]);
    expect(view.people[0]?.items.map(({ code }) => code)).toEqual(['1.1.6', '1.1.1', '1.1.2', '1.1.3']);
    expect(view.people[0]?.items.every(({ title }) => title.length > 10)).toBe(true);
  });

  test('not what was answered since, though it waited for Slack', async () => {
    const { context, notice } = await told();
    await answer(context, OSRU, ['1.1.1', '1.1.6']);
    const view = await readEscalation(context, notice);
    expect(view.people[0]?.items.map(({ code }) => code)).toEqual(['1.1.2', '1.1.3']);
    await answer(context, OSRU, ['1.1.2', '1.1.3']);
    expect((await readEscalation(context, notice)).people).toEqual([]);
  });
});

test('what was left to the planning office and not answered is not told to the same office', async () => {
  const context = await openRhythm({ directory: directoryOf(HEAD) });
  const period = { startsOn: isoDate('2020-09-12'), endsOn: isoDate('2020-09-30') };
  const left = { items: 'ALL', from: null, to: OFFICE, ...period } as const;
  expect((await delegateItems(context, actorOf(personOf(OSRU)), left, null)).ok).toBe(true);
  expect(await untilThursday(context, async () => undefined)).toEqual([]);
  expect(context.messages().map(({ notice }) => notice.kind)).toContain('CHECK_IN_AGAIN');
});
