/** Snoozing and skipping a check-in: who may, when, and what is left of it. */
import { describe, expect, test } from 'vitest';
import { type Actor, actorOf } from '../../src/domain/actor.ts';
import { isoDate } from '../../src/domain/dates.ts';
import type { SnoozeUntil } from '../../src/domain/owed-messages.ts';
import { NOTE_LIMIT } from '../../src/domain/statement.ts';
import { openCheckIns } from '../../src/services/open-check-ins.ts';
import { readCheckIn } from '../../src/services/read-check-in.ts';
import { recordStatements } from '../../src/services/record-statements.ts';
import { skipCheckIn } from '../../src/services/skip-check-in.ts';
import { snoozeCheckIn } from '../../src/services/snooze-check-in.ts';
import { codeOf, PLANNING_OFFICE, personOf, statement } from '../helpers/context.ts';
import { openTimedContext, openTwin, type TimedContext } from '../helpers/timed-context.ts';

const OSRU = actorOf(personOf('referente.osru'));
const LAVORO = actorOf(personOf('referente.lavoro'));
const ID = '2020-2020-09-14-referente.osru';
const TOMORROW: SnoozeUntil = { kind: 'DAY', day: isoDate('2020-09-15') };
const SECRET = 'Mario Rossi è in malattia';

async function openAsked(): Promise<TimedContext> {
  const context = await openTimedContext('2020-09-14T08:00:00.000Z');
  await openCheckIns(context, PLANNING_OFFICE);
  return context;
}

const press = (key: string, fingerprint = 'x') => ({ key, fingerprint });

async function answerAll(context: TimedContext) {
  const items = ['1.1.1', '1.1.2', '1.1.3', '1.1.6'];
  await recordStatements(context, {
    statements: items.map((item) => statement(item, { blockedBecause: 'manca il parere' })),
    lines: items,
    actor: OSRU,
    source: 'SLACK',
    year: null,
    inbox: null,
    replyTo: null,
  });
}

const both = [
  {
    name: 'snooze',
    run: (context: TimedContext, actor: Actor, id: string, key: string | null = null) =>
      snoozeCheckIn(context, actor, id, TOMORROW, key === null ? null : press(key)),
  },
  {
    name: 'skip',
    run: (context: TimedContext, actor: Actor, id: string, key: string | null = null) =>
      skipCheckIn(context, actor, id, SECRET, key === null ? null : press(key)),
  },
];

describe.each(both)('$name', ({ run }) => {
  test('by the person asked: the message is drawn again, and the history names nobody', async () => {
    const context = await openAsked();
    const [sent, written] = [context.messages().length, context.audit().length];
    expect(codeOf(await run(context, OSRU, ID))).toBe('OK');
    expect(context.messages().slice(sent)).toMatchObject([
      { destination: { person: 'referente.osru' }, notice: { kind: 'CHECK_IN_REFRESH', checkInId: ID } },
    ]);
    const entries = context.audit().slice(written);
    expect(entries).toHaveLength(1);
    expect(JSON.stringify(entries.map(({ body }) => body))).not.toMatch(/referente|Rossi/);
  });

  test('pressed twice at once, in two processes: once', async () => {
    const context = await openAsked();
    const twin = { ...context, ...(await openTwin(context)) };
    const [sent, written] = [context.messages().length, context.audit().length];
    const results = await Promise.all([run(context, OSRU, ID, 'press'), run(twin, OSRU, ID, 'press')]);
    expect(results.map(codeOf)).toEqual(['OK', 'OK']);
    expect([context.messages().length - sent, context.audit().length - written]).toEqual([1, 1]);
  });

  test('the same key for another press is refused', async () => {
    const context = await openAsked();
    await snoozeCheckIn(context, OSRU, ID, TOMORROW, press('key', 'another'));
    expect(codeOf(await run(context, OSRU, ID, 'key'))).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test.each([
    { why: 'a colleague', actor: LAVORO, id: ID, now: '2020-09-14T08:05:00Z', code: 'NOT_YOUR_CHECK_IN' },
    {
      why: 'the planning office',
      actor: PLANNING_OFFICE,
      id: ID,
      now: '2020-09-14T08:05:00Z',
      code: 'NOT_YOUR_CHECK_IN',
    },
    {
      why: 'one that never was',
      actor: OSRU,
      id: 'x',
      now: '2020-09-14T08:05:00Z',
      code: 'NOT_YOUR_CHECK_IN',
    },
    {
      why: 'one past its last day',
      actor: OSRU,
      id: ID,
      now: '2020-09-19T08:00:00Z',
      code: 'CHECK_IN_CLOSED',
    },
  ])('$why: $code', async ({ actor, id, now, code }) => {
    const context = await openAsked();
    const sent = context.messages().length;
    context.setTime(now);
    expect(codeOf(await run(context, actor, id))).toBe(code);
    expect(context.messages()).toHaveLength(sent);
  });

  test('all answered: there is nothing to put off, and nothing changes', async () => {
    const context = await openAsked();
    await answerAll(context);
    const sent = context.messages().length;
    expect(codeOf(await run(context, OSRU, ID))).toBe('OK');
    expect(context.messages()).toHaveLength(sent);
    expect((await readCheckIn(context, ID))?.checkIn).toMatchObject({
      skipped: null,
      owed: { kind: 'REMINDER' },
    });
  });
});

test('refused, a snooze changes nothing', async () => {
  const context = await openAsked();
  const until = { kind: 'DAY', day: isoDate('2020-09-19') } as const;
  expect(codeOf(await snoozeCheckIn(context, OSRU, ID, until, null))).toBe('SNOOZE_AFTER_CLOSE');
  expect((await readCheckIn(context, ID))?.snoozedUntil).toBeNull();
});

test('a snooze after a skip takes it back', async () => {
  const context = await openAsked();
  await skipCheckIn(context, OSRU, ID, 'ferie', null);
  await snoozeCheckIn(context, OSRU, ID, TOMORROW, null);
  const state = await readCheckIn(context, ID);
  expect([state?.checkIn.skipped, state?.snoozedUntil]).toEqual([null, '2020-09-15T07:00:00.000Z']);
});

test.each([
  { why: 'none', because: '', code: 'SKIP_REASON_MISSING' },
  { why: 'blank', because: ' \n ', code: 'SKIP_REASON_MISSING' },
  { why: 'too long', because: 'x'.repeat(NOTE_LIMIT + 1), code: 'TEXT_TOO_LONG' },
  { why: 'as long as may be', because: ` ${'x'.repeat(NOTE_LIMIT)} `, code: 'OK' },
])('a reason that is $why → $code', async ({ because, code }) => {
  const context = await openAsked();
  expect(codeOf(await skipCheckIn(context, OSRU, ID, because, null))).toBe(code);
});
