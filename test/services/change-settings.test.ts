/** Absences, hours and time zones: who sets whose, and what becomes of messages that are owed. */
import { describe, expect, test } from 'vitest';
import { actorOf } from '../../src/domain/actor.ts';
import { isoDate } from '../../src/domain/dates.ts';
import { setAway, setHours, setHoursAndTimeZone, setTimeZone } from '../../src/services/change-settings.ts';
import { openCheckIns } from '../../src/services/open-check-ins.ts';
import { readCheckIn } from '../../src/services/read-check-in.ts';
import { snoozeCheckIn } from '../../src/services/snooze-check-in.ts';
import {
  actor,
  codeOf,
  openTestContext,
  PLANNING_OFFICE,
  personOf,
  type TestContext,
} from '../helpers/context.ts';
import { openTimedContext } from '../helpers/timed-context.ts';
import { openTestStore } from '../store/support.ts';

const OSRU = actorOf(personOf('referente.osru'));
const HEAD = actorOf(personOf('responsabile.osru'));
const ID = '2020-2020-09-14-referente.osru';

const period = (from: string, until: string) => ({ from: isoDate(from), until: isoDate(until) });
const WEEK = period('2020-09-14', '2020-09-20');

const settingsOf = async ({ store, planId }: TestContext, person: string) =>
  (await store.loadArrangements(planId)).settings.get(person);

describe('an absence is set', () => {
  test.each([
    { why: 'by oneself', by: OSRU, of: 'referente.osru', code: 'OK' },
    { why: 'by the head of the structure', by: HEAD, of: 'referente.osru', code: 'OK' },
    { why: 'by the planning office', by: PLANNING_OFFICE, of: 'referente.lavoro', code: 'OK' },
    { why: 'by a manager, of oneself', by: actorOf(personOf('dirigente')), of: 'dirigente', code: 'OK' },
    { why: 'not by a colleague', by: OSRU, of: 'responsabile.osru', code: 'NOT_YOUR_PEOPLE' },
    { why: 'not by another head', by: HEAD, of: 'referente.lavoro', code: 'NOT_YOUR_PEOPLE' },
    { why: 'not by a manager', by: actor('MANAGER', 'OSRU'), of: 'referente.osru', code: 'NOT_YOUR_PEOPLE' },
    { why: 'not of a stranger', by: PLANNING_OFFICE, of: 'nessuno', code: 'UNKNOWN_COLLEAGUE' },
  ])('$why → $code', async ({ by, of, code }) => {
    const context = await openTestContext();
    expect(codeOf(await setAway(context, by, of, WEEK))).toBe(code);
    expect((await settingsOf(context, of))?.away ?? null).toEqual(
      code === 'OK' ? { ...WEEK, setBy: by.key } : null,
    );
  });

  test.each([
    { why: 'today alone', from: '2020-09-14', until: '2020-09-14', code: 'OK' },
    { why: 'begun already', from: '2020-09-01', until: '2020-09-14', code: 'OK' },
    { why: 'over', from: '2020-09-01', until: '2020-09-13', code: 'DATE_IN_PAST' },
    { why: 'for a year', from: '2020-09-14', until: '2021-09-15', code: 'OK' },
    { why: 'for longer', from: '2020-09-14', until: '2021-09-16', code: 'DATE_TOO_FAR' },
    { why: 'ending before it begins', from: '2020-09-16', until: '2020-09-15', code: 'PERIOD_INVALID' },
  ])('$why → $code', async ({ from, until, code }) => {
    const context = await openTestContext();
    expect(codeOf(await setAway(context, OSRU, OSRU.key, period(from, until)))).toBe(code);
  });

  test('and taken back; the rest of the settings stays, and the history says neither who nor when', async () => {
    const context = await openTestContext();
    await setHours(context, OSRU, { from: '08:30', to: '14:00' });
    await setAway(context, HEAD, OSRU.key, WEEK);
    expect(await settingsOf(context, OSRU.key)).toMatchObject({ hours: { from: '08:30' }, away: WEEK });
    await setAway(context, OSRU, OSRU.key, null);
    expect(await settingsOf(context, OSRU.key)).toMatchObject({ hours: { from: '08:30' }, away: null });
    expect(context.audit().map(({ kind, body }) => [kind, body])).toEqual([
      ['ABSENCE_SET', { byThemselves: false }],
      ['ABSENCE_ENDED', { byThemselves: true }],
    ]);
  });
});

describe('a second absence', () => {
  const STANDS = period('2020-09-16', '2020-09-25');
  test.each([
    { why: 'that begins later and is apart', given: period('2020-10-12', '2020-10-16'), kept: STANDS },
    { why: 'that ends a day too early', given: period('2020-09-14', '2020-09-14'), kept: STANDS },
    {
      why: 'that follows at once',
      given: period('2020-09-26', '2020-09-30'),
      kept: period('2020-09-16', '2020-09-30'),
    },
    {
      why: 'that ends the day before',
      given: period('2020-09-14', '2020-09-15'),
      kept: period('2020-09-14', '2020-09-25'),
    },
    {
      why: 'that overlaps',
      given: period('2020-09-20', '2020-10-02'),
      kept: period('2020-09-16', '2020-10-02'),
    },
  ])('$why', async ({ given, kept }) => {
    const context = await openTestContext();
    await setAway(context, OSRU, OSRU.key, STANDS);
    const set = await setAway(context, HEAD, OSRU.key, given);
    expect((await settingsOf(context, OSRU.key))?.away).toMatchObject(kept);
    if (kept === STANDS) expect(set).toMatchObject({ refusal: { code: 'ABSENCE_STANDS', ...STANDS } });
    else expect(set).toMatchObject({ value: { away: { ...kept, setBy: HEAD.key } } });
  });

  test('once the first is over it stands in nobody’s way', async () => {
    const context = await openTestContext();
    await setAway(context, OSRU, OSRU.key, STANDS);
    context.goTo('2020-09-26');
    const later = period('2020-10-12', '2020-10-16');
    expect(codeOf(await setAway(context, OSRU, OSRU.key, later))).toBe('OK');
    expect((await settingsOf(context, OSRU.key))?.away).toMatchObject(later);
  });
});

describe('what was owed', () => {
  async function openAsked() {
    const context = await openTimedContext('2020-09-14T08:00:00Z');
    await openCheckIns(context, PLANNING_OFFICE);
    return { context, owed: async (id = ID) => (await readCheckIn(context, id))?.checkIn.owed };
  }

  test('moves to the first day on which they are back', async () => {
    const { context, owed } = await openAsked();
    expect(await owed()).toEqual({ kind: 'REMINDER', at: '2020-09-16T07:00:00.000Z' });
    await setAway(context, HEAD, OSRU.key, period('2020-09-15', '2020-09-16'));
    expect(await owed()).toEqual({ kind: 'REMINDER', at: '2020-09-17T07:00:00.000Z' });
  });

  test('is dropped when they are back after the close; that of others stays', async () => {
    const { context, owed } = await openAsked();
    await setAway(context, OSRU, OSRU.key, WEEK);
    expect(await owed()).toBeNull();
    expect(await owed('2020-2020-09-14-referente.lavoro')).not.toBeNull();
  });

  test('moves into their new hours, and the message says so', async () => {
    const { context, owed } = await openAsked();
    await snoozeCheckIn(context, OSRU, ID, { kind: 'DAY', day: isoDate('2020-09-15') }, null);
    const sent = context.messages().length;
    await setHours(context, OSRU, { from: '10:00', to: '12:00' });
    expect(await owed()).toEqual({ kind: 'AGAIN', at: '2020-09-15T08:00:00.000Z' });
    expect(context.messages().slice(sent)).toMatchObject([{ notice: { kind: 'CHECK_IN_REFRESH' } }]);
  });

  test.each([
    { why: 'a day of absence is put when they are back', until: '2020-09-15', closed: null },
    { why: 'a long absence is not put', until: '2020-09-25', closed: '2020-09-14' },
  ])('a question that waits for $why', async ({ until, closed }) => {
    const context = await openTimedContext('2020-09-14T16:00:00Z');
    await setHours(context, OSRU, { from: '08:30', to: '14:00' });
    await openCheckIns(context, PLANNING_OFFICE);
    const id = '2020-2020-09-15-referente.osru';
    expect((await readCheckIn(context, id))?.closedSince).toBeNull();
    await setAway(context, OSRU, OSRU.key, period('2020-09-15', until));
    expect((await readCheckIn(context, id))?.closedSince).toBe(closed);
  });
});

describe('hours and time zone', () => {
  test.each([
    { why: 'hours', hours: { from: '08:30', to: '14:00' }, code: 'OK' },
    { why: 'none', hours: null, code: 'OK' },
    { why: 'the end before the start', hours: { from: '14:00', to: '08:30' }, code: 'HOURS_INVALID' },
    { why: 'not as times are written', hours: { from: '8:30', to: '14:00' }, code: 'HOURS_INVALID' },
  ])('$why → $code', async ({ hours, code }) => {
    const context = await openTestContext();
    expect(codeOf(await setHours(context, OSRU, hours))).toBe(code);
    if (code === 'OK') expect((await settingsOf(context, OSRU.key))?.hours).toEqual(hours);
  });

  test.each([
    { given: 'Atlantic/Azores', kept: 'Atlantic/Azores', code: 'OK' },
    { given: 'europe/rome', kept: 'Europe/Rome', code: 'OK' },
    { given: null, kept: null, code: 'OK' },
    { given: 'Firenze', kept: undefined, code: 'TIME_ZONE_INVALID' },
    { given: '', kept: undefined, code: 'TIME_ZONE_INVALID' },
  ])('the time zone $given → $code', async ({ given, kept, code }) => {
    const context = await openTestContext();
    expect(codeOf(await setTimeZone(context, OSRU, given))).toBe(code);
    expect((await settingsOf(context, OSRU.key))?.timeZone).toBe(kept);
  });

  test.each([
    { timeZone: 'Atlantic/Azores', code: 'OK', kept: { from: '08:30', to: '14:00' } },
    { timeZone: 'Firenze', code: 'TIME_ZONE_INVALID', kept: undefined },
  ])('both, or neither: with $timeZone → $code', async ({ timeZone, code, kept }) => {
    const context = await openTestContext();
    const hours = { from: '08:30', to: '14:00' };
    expect(codeOf(await setHoursAndTimeZone(context, OSRU, { hours, timeZone }))).toBe(code);
    expect((await settingsOf(context, OSRU.key))?.hours).toEqual(kept);
  });

  test('what Slack tells of the time zone meanwhile is not lost', async () => {
    const context = await openTestContext();
    await setHours(context, OSRU, { from: '08:00', to: '13:00' });
    const loadArrangements = async (planId: number) => {
      const loaded = await context.store.loadArrangements(planId);
      await context.store.rememberTimeZone(OSRU.key, 'Europe/London');
      return loaded;
    };
    const racing = { ...context, store: { ...context.store, loadArrangements } };
    await setHours(racing, OSRU, { from: '08:30', to: '14:00' });
    expect(await settingsOf(context, OSRU.key)).toMatchObject({
      hours: { from: '08:30' },
      slackTimeZone: 'Europe/London',
    });
  });

  test('of who is not in the directory', async () => {
    const context = await openTestContext();
    expect(codeOf(await setHours(context, PLANNING_OFFICE, null))).toBe('UNKNOWN_COLLEAGUE');
  });

  test('without a plan', async () => {
    const context = { ...(await openTestContext()), store: await openTestStore() };
    expect(codeOf(await setHours(context, OSRU, null))).toBe('NO_PLAN');
  });
});
