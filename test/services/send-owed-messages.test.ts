/** What check-ins still owe, on a real database: from the asking to silence. */
import { describe, expect, test } from 'vitest';
import { actorOf } from '../../src/domain/actor.ts';
import type { PersonSettings } from '../../src/domain/arrangement.ts';
import { NO_SETTINGS } from '../../src/domain/arrangement.ts';
import { isoDate } from '../../src/domain/dates.ts';
import { setAway } from '../../src/services/change-settings.ts';
import { delegateItems } from '../../src/services/delegate-items.ts';
import { openCheckIns } from '../../src/services/open-check-ins.ts';
import { readCheckIn } from '../../src/services/read-check-in.ts';
import { readMissing } from '../../src/services/read-missing.ts';
import { recordStatements } from '../../src/services/record-statements.ts';
import { sendOwedMessages } from '../../src/services/send-owed-messages.ts';
import { skipCheckIn } from '../../src/services/skip-check-in.ts';
import { snoozeCheckIn } from '../../src/services/snooze-check-in.ts';
import {
  ARTI_DIRECTORY,
  openTestContext,
  PLANNING_OFFICE,
  personOf,
  statement,
  type TestContext,
} from '../helpers/context.ts';
import { decimal, structureCode } from '../helpers/figures.ts';
import { openTimedContext, openTwin, type TimedContext } from '../helpers/timed-context.ts';
import { decision } from '../store/support.ts';

const PERSON = 'referente.osru';
const OSRU = actorOf(personOf(PERSON));
const ID = `2020-2020-09-14-${PERSON}`;
const REMINDER_DUE = '2020-09-16T07:00:00.000Z';

/** OSRU's alone is asked, on Monday the 14th at ten in Rome unless told. */
async function openOsru(settings: Partial<PersonSettings> = {}, now = '2020-09-14T08:00:00.000Z') {
  const people = ARTI_DIRECTORY.people.filter(({ key }) => key === PERSON);
  const context = await openTimedContext(now, { directory: { people, channels: [] } });
  await set(context, settings);
  await openCheckIns(context, PLANNING_OFFICE);
  return context;
}

const set = async ({ store, planId }: TestContext, settings: Partial<PersonSettings>) => {
  const change = { kind: 'SETTINGS', person: PERSON, settings: { ...NO_SETTINGS, ...settings } } as const;
  await store.commit(decision(planId, { arrangements: [change] }));
};

const notices = ({ messages }: TestContext) =>
  messages().map(({ notice }) =>
    notice.kind === 'CHECK_IN_AGAIN' ? `${notice.kind} ${notice.because}` : notice.kind,
  );

async function answer(context: TimedContext, ...items: readonly string[]) {
  const outcome = await recordStatements(context, {
    statements: items.map((item) => statement(item, { figure: { kind: 'PERCENT', percent: decimal('50') } })),
    lines: items.map(() => ''),
    actor: OSRU,
    source: 'SLACK',
    year: null,
    inbox: null,
    replyTo: null,
  });
  expect(outcome.ok).toBe(true);
}

test('one reminder, when it is due, and nothing more', async () => {
  const context = await openOsru();
  context.setTime('2020-09-16T06:59:59.000Z');
  expect(await sendOwedMessages(context)).toBe(0);
  context.setTime(REMINDER_DUE);
  expect(await sendOwedMessages(context)).toBe(1);
  expect(notices(context)).toEqual(['CHECK_IN', 'CHECK_IN_AGAIN REMINDER']);
  const { checkIn } = (await readCheckIn(context, ID)) ?? {};
  expect(checkIn).toMatchObject({ owed: null, remindedAt: REMINDER_DUE });
  for (const later of ['2020-09-16T07:01:00Z', '2020-09-17T07:00:00Z', '2020-09-19T07:00:00Z']) {
    context.setTime(later);
    expect(await sendOwedMessages(context)).toBe(0);
  }
  expect(context.messages()).toHaveLength(2);
  expect(context.wakes()).toBe(2);
});

test('two processes at the same minute: one reminder', async () => {
  const context = await openOsru();
  const twin = await openTwin(context);
  context.setTime(REMINDER_DUE);
  const sent = await Promise.all([
    sendOwedMessages(context),
    sendOwedMessages(twin),
    sendOwedMessages(context),
  ]);
  expect(sent.reduce((total, each) => total + each, 0)).toBe(1);
  expect(notices(context)).toEqual(['CHECK_IN', 'CHECK_IN_AGAIN REMINDER']);
});

test('many people and two processes: each of them once', async () => {
  const osru = personOf(PERSON);
  const people = Array.from({ length: 12 }, (_, index) => ({
    ...osru,
    key: `osru.${index}`,
    email: `osru.${index}@arti.example`,
  }));
  const context = await openTimedContext('2020-09-14T08:00:00Z', { directory: { people, channels: [] } });
  const twin = await openTwin(context);
  await openCheckIns(context, PLANNING_OFFICE);
  context.setTime(REMINDER_DUE);
  const [one, other] = await Promise.all([sendOwedMessages(context), sendOwedMessages(twin)]);
  expect(one + other).toBe(12);
  const reminded = context.messages().filter(({ notice }) => notice.kind === 'CHECK_IN_AGAIN');
  expect(new Set(reminded.map(({ destination }) => JSON.stringify(destination))).size).toBe(12);
  expect(reminded).toHaveLength(12);
});

describe('no reminder', () => {
  test('when all was answered', async () => {
    const context = await openOsru();
    await answer(context, '1.1.1', '1.1.2', '1.1.3', '1.1.6');
    context.setTime(REMINDER_DUE);
    expect(await sendOwedMessages(context)).toBe(0);
    expect((await readCheckIn(context, ID))?.checkIn).toMatchObject({ owed: null, remindedAt: null });
  });

  test('when it was skipped; but an answer is still taken', async () => {
    const context = await openOsru();
    expect(await skipCheckIn(context, OSRU, ID, 'dati a fine mese', null)).toMatchObject({ ok: true });
    await answer(context, '1.1.1');
    context.setTime(REMINDER_DUE);
    expect(await sendOwedMessages(context)).toBe(0);
    const state = await readCheckIn(context, ID);
    expect(state?.checkIn.skipped).toEqual({ on: '2020-09-14', because: 'dati a fine mese' });
    expect(state?.lines.filter(({ answer: said }) => said !== null)).toHaveLength(1);
  });

  test('when it was closed by then', async () => {
    const context = await openOsru();
    context.setTime('2020-09-19T07:00:00.000Z');
    expect(await sendOwedMessages(context)).toBe(0);
    expect(notices(context)).toEqual(['CHECK_IN']);
  });

  test('for who has left the directory', async () => {
    const context = await openOsru();
    await context.store.replaceDirectory({ people: [personOf('programmazione')], channels: [] });
    context.setTime(REMINDER_DUE);
    expect(await sendOwedMessages(context)).toBe(0);
  });
});

test('answered in part: the reminder comes', async () => {
  const context = await openOsru();
  await answer(context, '1.1.1');
  context.setTime(REMINDER_DUE);
  expect(await sendOwedMessages(context)).toBe(1);
});

test('an answer given at the very moment: either it comes first, or the reminder does', async () => {
  const context = await openOsru();
  const twin = await openTwin(context);
  context.setTime(REMINDER_DUE);
  await Promise.all([answer(context, '1.1.1', '1.1.2', '1.1.3', '1.1.6'), sendOwedMessages(twin)]);
  const kinds = notices(context);
  const reminder = kinds.indexOf('CHECK_IN_AGAIN REMINDER');
  if (reminder !== -1) expect(reminder).toBeLessThan(kinds.indexOf('CHECK_IN_REFRESH'));
});

test('away by then: on the day they are back', async () => {
  const context = await openOsru();
  await set(context, { away: { from: isoDate('2020-09-16'), until: isoDate('2020-09-17'), setBy: PERSON } });
  context.setTime(REMINDER_DUE);
  expect(await sendOwedMessages(context)).toBe(0);
  context.setTime('2020-09-18T07:00:00.000Z');
  expect(await sendOwedMessages(context)).toBe(1);
});

describe('asked outside of their hours', () => {
  const MORNING = { hours: { from: '08:30', to: '14:00' } };
  const EVENING = '2020-09-14T16:00:00.000Z';
  const TOMORROW = `2020-2020-09-15-${PERSON}`;

  test('the message waits for them, and is redrawn only once it is there', async () => {
    const context = await openOsru(MORNING, EVENING);
    expect(notices(context)).toEqual([]);
    expect(await sendOwedMessages(context)).toBe(0);
    context.setTime('2020-09-15T06:30:00.000Z');
    expect(await sendOwedMessages(context)).toBe(1);
    expect(context.messages().map(({ key }) => key)).toEqual([`check-in/${TOMORROW}`]);
    expect((await readCheckIn(context, TOMORROW))?.checkIn).toMatchObject({
      closesOn: '2020-09-19',
      owed: { kind: 'REMINDER', at: '2020-09-17T06:30:00.000Z' },
    });
  });

  test('two processes ask once', async () => {
    const context = await openOsru(MORNING, EVENING);
    const twin = await openTwin(context);
    context.setTime('2020-09-15T06:30:00.000Z');
    await Promise.all([sendOwedMessages(context), sendOwedMessages(twin)]);
    expect(notices(context)).toEqual(['CHECK_IN']);
  });

  const NEXT = `2020-2020-09-16-${PERSON}`;
  const awayOnThatDay = (context: TimedContext) =>
    set(context, {
      ...MORNING,
      away: { from: isoDate('2020-09-15'), until: isoDate('2020-09-15'), setBy: PERSON },
    });

  test('away on that day: asked on the next, by another check-in', async () => {
    const context = await openOsru(MORNING, EVENING);
    await awayOnThatDay(context);
    context.setTime('2020-09-15T06:30:00.000Z');
    expect(await sendOwedMessages(context)).toBe(0);
    expect((await readCheckIn(context, TOMORROW))?.closedSince).toBe('2020-09-15');
    context.setTime('2020-09-16T06:30:00.000Z');
    expect(await sendOwedMessages(context)).toBe(1);
    expect(context.messages().map(({ key }) => key)).toEqual([`check-in/${NEXT}`]);
    expect((await readCheckIn(context, NEXT))?.checkIn).toMatchObject({ closesOn: '2020-09-20' });
    expect(context.audit().map(({ kind }) => kind)).toEqual(Array(2).fill('CHECK_IN_OPENED'));
    expect(JSON.stringify(context.audit().map(({ body }) => body))).not.toContain(PERSON);
  });

  test('two processes after a day on which nothing ran: asked once', async () => {
    const context = await openOsru(MORNING, EVENING);
    const twin = await openTwin(context);
    context.setTime('2020-09-16T07:00:00.000Z');
    for (let tick = 0; tick < 2; tick += 1) {
      await Promise.all([sendOwedMessages(context), sendOwedMessages(twin)]);
    }
    expect(context.messages().map(({ key }) => key)).toEqual([`check-in/${NEXT}`]);
  });

  test('to be asked on that other day already, by another round: the one that was kept waiting ends', async () => {
    const context = await openOsru(MORNING, EVENING);
    await awayOnThatDay(context);
    context.setTime('2020-09-16T06:00:00.000Z');
    await openCheckIns(context, PLANNING_OFFICE);
    expect(await sendOwedMessages(context)).toBe(0);
    expect((await readCheckIn(context, TOMORROW))?.closedSince).toBe('2020-09-16');
    context.setTime('2020-09-16T06:30:00.000Z');
    await sendOwedMessages(context);
    expect(context.messages().map(({ key }) => key)).toEqual([`check-in/${NEXT}`]);
  });
});

describe('snoozed', () => {
  const DAY = { kind: 'DAY', day: isoDate('2020-09-17') } as const;

  test('until its end and not a minute before; the reminder falls away', async () => {
    const context = await openOsru();
    await snoozeCheckIn(context, OSRU, ID, DAY, null);
    expect((await readCheckIn(context, ID))?.snoozedUntil).toBe('2020-09-17T07:00:00.000Z');
    for (const before of [REMINDER_DUE, '2020-09-17T06:59:00.000Z']) {
      context.setTime(before);
      expect(await sendOwedMessages(context)).toBe(0);
    }
    context.setTime('2020-09-17T07:00:00.000Z');
    expect(await sendOwedMessages(context)).toBe(1);
    expect(notices(context)).toEqual([
      'CHECK_IN',
      'CHECK_IN_REFRESH',
      'CHECK_IN_AGAIN SNOOZE',
      'CHECK_IN_REFRESH',
    ]);
    const state = await readCheckIn(context, ID);
    expect([state?.snoozedUntil, state?.checkIn.remindedAt]).toEqual([null, '2020-09-17T07:00:00.000Z']);
    context.setTime('2020-09-18T07:00:00.000Z');
    expect(await sendOwedMessages(context)).toBe(0);
  });

  test('again after it ended: once more', async () => {
    const context = await openOsru();
    const hour = { kind: 'HOURS', hours: 1 } as const;
    await snoozeCheckIn(context, OSRU, ID, hour, null);
    context.setTime('2020-09-14T09:00:00.000Z');
    expect(await sendOwedMessages(context)).toBe(1);
    await snoozeCheckIn(context, OSRU, ID, hour, null);
    context.setTime('2020-09-14T10:00:00.000Z');
    expect(await sendOwedMessages(context)).toBe(1);
  });
});

test('one whom it fails for holds nobody back, and is told', async () => {
  const people = ARTI_DIRECTORY.people.filter(({ role }) => role === 'STAFF');
  const context = await openTimedContext('2020-09-14T08:00:00Z', { directory: { people, channels: [] } });
  await openCheckIns(context, PLANNING_OFFICE);
  const findCheckIn = async (id: string) => {
    if (id.endsWith('direzione')) throw new Error('a bug');
    return context.store.findCheckIn(id);
  };
  context.setTime(REMINDER_DUE);
  const sending = sendOwedMessages({ ...context, store: { ...context.store, findCheckIn } });
  await expect(sending).rejects.toThrow('1 owed messages failed');
  expect(notices(context).filter((kind) => kind === 'CHECK_IN_AGAIN REMINDER')).toHaveLength(2);
});

test('nothing to do where there is no plan', async () => {
  const context = await openTestContext();
  const empty = await openTwin({ ...context, file: `${context.file}-other` });
  expect(await sendOwedMessages(empty)).toBe(0);
});

describe('what is no longer theirs', () => {
  const ITEMS = ['1.1.1', '1.1.2', '1.1.3', '1.1.6'];
  const leave = async (context: TimedContext, items: readonly string[]) => {
    const left = await delegateItems(
      context,
      OSRU,
      {
        items,
        from: null,
        to: 'referente.direzione',
        startsOn: isoDate('2020-09-14'),
        endsOn: isoDate('2020-10-30'),
      },
      null,
    );
    expect(left.ok && left.value.items).toEqual(items);
  };
  const again = (context: TimedContext) =>
    context
      .messages()
      .filter(({ notice }) => notice.kind === 'CHECK_IN_AGAIN')
      .map(({ destination }) => destination.kind === 'PERSON' && destination.person);
  const missing = async (context: TimedContext) => {
    const read = await readMissing(context, PLANNING_OFFICE);
    return read.ok && read.value.missing.flatMap(({ answers }) => answers.map(({ person }) => person.key));
  };

  async function openAll() {
    const context = await openTimedContext('2020-09-14T08:00:00.000Z');
    await openCheckIns(context, PLANNING_OFFICE);
    return context;
  }

  test.each([
    { why: 'all was left to a colleague', change: (context: TimedContext) => leave(context, ITEMS) },
    {
      why: 'they were removed from the structure',
      change: async (context: TimedContext) => {
        const people = ARTI_DIRECTORY.people.map((each) =>
          each.key === PERSON ? { ...each, structures: [] } : each,
        );
        await context.store.replaceDirectory({ ...ARTI_DIRECTORY, people });
      },
    },
  ])('$why: no reminder, nothing missing', async ({ change }) => {
    const context = await openAll();
    expect(await missing(context)).toContain(PERSON);
    await change(context);
    expect(await missing(context)).not.toContain(PERSON);
    context.setTime(REMINDER_DUE);
    await sendOwedMessages(context);
    expect(again(context)).toEqual(['referente.direzione', 'referente.lavoro']);
    const state = await readCheckIn(context, ID);
    expect(state?.checkIn.owed).toBeNull();
    expect(state?.lines.some(({ answerable }) => answerable)).toBe(false);
  });

  test('a part was: they are reminded of the rest', async () => {
    const context = await openAll();
    await leave(context, ITEMS.slice(1));
    context.setTime(REMINDER_DUE);
    await sendOwedMessages(context);
    expect(again(context)).toContain(PERSON);
    const state = await readCheckIn(context, ID);
    expect(state?.lines.filter(({ answerable }) => answerable).map(({ item }) => item)).toEqual(['1.1.1']);
  });
});

describe('a new question that waits for their hours', () => {
  const AFTERNOON = { hours: { from: '14:00', to: '18:00' } };
  const SECOND = `2020-2020-09-15-${PERSON}`;
  const closed = async (context: TimedContext, id: string) => (await readCheckIn(context, id))?.closedSince;

  /** Asked on Monday at ten; on Tuesday at ten the second question waits for the afternoon. */
  async function openTwice() {
    const context = await openOsru();
    await set(context, AFTERNOON);
    context.setTime('2020-09-15T08:00:00.000Z');
    await openCheckIns(context, PLANNING_OFFICE);
    return context;
  }

  test('leaves the earlier one open until it is asked, and closes it then', async () => {
    const context = await openTwice();
    expect([await closed(context, ID), notices(context)]).toEqual([null, ['CHECK_IN']]);
    context.setTime('2020-09-15T12:00:00.000Z');
    expect(await sendOwedMessages(context)).toBe(1);
    expect(await closed(context, ID)).toBe('2020-09-15');
    expect(notices(context)).toEqual(['CHECK_IN', 'CHECK_IN', 'CHECK_IN_REFRESH']);
  });

  test('nobody is reminded of the one that is replaced in the same minute', async () => {
    const context = await openOsru();
    await set(context, { hours: { from: '09:00', to: '12:00' } });
    context.setTime('2020-09-15T16:00:00.000Z');
    await openCheckIns(context, PLANNING_OFFICE);
    context.setTime(REMINDER_DUE);
    expect(await sendOwedMessages(context)).toBe(1);
    expect(notices(context).filter((kind) => kind === 'CHECK_IN_AGAIN REMINDER')).toEqual([]);
  });

  test('and that is dropped: the earlier one stays, and what has no answer stays missing', async () => {
    const context = await openTwice();
    const away = { from: isoDate('2020-09-15'), until: isoDate('2020-09-20') };
    expect((await setAway(context, OSRU, PERSON, away)).ok).toBe(true);
    expect([await closed(context, SECOND), await closed(context, ID)]).toEqual(['2020-09-15', null]);
    context.setTime('2020-09-21T08:00:00.000Z');
    const read = await readMissing(context, PLANNING_OFFICE);
    const answers = read.ok ? read.value.missing.flatMap((each) => each.answers) : [];
    expect(answers.map(({ silence, checkIn }) => [silence, checkIn.id])).toEqual([['NOT_ANSWERED', ID]]);
  });

  test('is missing once: under the question that was asked', async () => {
    const context = await openTwice();
    const read = await readMissing(context, PLANNING_OFFICE);
    const answers = read.ok ? read.value.missing.flatMap((each) => each.answers) : [];
    expect(answers.map(({ checkIn }) => checkIn.id)).toEqual([ID]);
  });

  test('is not put to who snoozed the earlier one meanwhile', async () => {
    const context = await openTwice();
    const until = { kind: 'DAY', day: isoDate('2020-09-18') } as const;
    expect((await snoozeCheckIn(context, OSRU, ID, until, null)).ok).toBe(true);
    context.setTime('2020-09-15T12:00:00.000Z');
    expect(await sendOwedMessages(context)).toBe(0);
    expect([await closed(context, SECOND), await closed(context, ID)]).toEqual(['2020-09-15', null]);
  });
});

describe('a question that waited has a reminder of its own', () => {
  const MORNING = { hours: { from: '08:30', to: '14:00' } };
  const ENTRY = { since: '2020-01-01T00:00:00.000Z', setBy: 'x', name: 'REMINDER', value: null } as const;
  const OFF = { ...ENTRY, structure: null };
  const WEEKLY = { recurrence: { every: 'WEEK', weekday: 3 }, time: '09:30' } as const;
  test.each([
    { why: 'where nothing is scheduled', schedule: [], reminded: true },
    { why: 'but where reminders are switched off', schedule: [OFF], reminded: false },
    {
      why: 'where the structure has some of its own',
      schedule: [OFF, { ...ENTRY, structure: structureCode('OSRU'), value: WEEKLY }],
      reminded: true,
    },
  ])('$why', async ({ schedule, reminded }) => {
    const context = await openOsru(MORNING, '2020-09-14T16:00:00.000Z');
    await context.store.commit(decision(context.planId, { schedule }));
    context.setTime('2020-09-15T06:30:00.000Z');
    expect(await sendOwedMessages(context)).toBe(1);
    context.setTime('2020-09-17T06:30:00.000Z');
    expect(await sendOwedMessages(context)).toBe(reminded ? 1 : 0);
  });
});
