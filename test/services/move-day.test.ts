import { describe, expect, test } from 'vitest';
import { NO_SETTINGS } from '../../src/domain/arrangement.ts';
import { isoDate } from '../../src/domain/dates.ts';
import { defaultSchedule } from '../../src/domain/schedule/schedule.ts';
import { createSimulatedClock } from '../../src/services/clock.ts';
import { moveDay, TODAY_SETTING } from '../../src/services/move-day.ts';
import { openCheckIns } from '../../src/services/open-check-ins.ts';
import { actor, codeOf, openTestContext, PLANNING_OFFICE, TODAY } from '../helpers/context.ts';
import { decision } from '../store/support.ts';

const OTHER = isoDate('2020-06-30');

test.each([
  { why: 'the planning office moves it', role: 'PLANNING', movable: true, code: 'OK' },
  { why: 'staff do not', role: 'STAFF', movable: true, code: 'ROLE_MAY_NOT' },
  { why: 'heads do not', role: 'HEAD', movable: true, code: 'ROLE_MAY_NOT' },
  { why: 'managers do not', role: 'MANAGER', movable: true, code: 'ROLE_MAY_NOT' },
  { why: 'nobody moves a fixed day', role: 'PLANNING', movable: false, code: 'DAY_NOT_MOVABLE' },
  { why: 'the role is said before the clock', role: 'STAFF', movable: false, code: 'ROLE_MAY_NOT' },
] as const)('$why → $code', async ({ role, movable, code }) => {
  const context = await openTestContext({ movable });
  const result = await moveDay(context, actor(role, 'OSRU'), OTHER);
  expect(codeOf(result)).toBe(code);
  const moved = code === 'OK';
  expect(context.clock.today()).toBe(moved ? OTHER : TODAY);
  expect(await context.store.getSetting(TODAY_SETTING)).toBe(moved ? OTHER : undefined);
});

test('moved again, the last day is kept', async () => {
  const context = await openTestContext();
  await moveDay(context, PLANNING_OFFICE, OTHER);
  await moveDay(context, PLANNING_OFFICE, TODAY);
  expect(await context.store.getSetting(TODAY_SETTING)).toBe(TODAY);
});

test('what has fallen due by the new day is sent at once', async () => {
  const context = await openTestContext();
  await openCheckIns(context, PLANNING_OFFICE);
  const reminders = () => context.messages().filter(({ notice }) => notice.kind === 'CHECK_IN_AGAIN').length;
  await moveDay(context, PLANNING_OFFICE, isoDate('2020-09-15'));
  expect(reminders()).toBe(0);
  await moveDay(context, PLANNING_OFFICE, isoDate('2020-09-16'));
  expect(reminders()).toBe(3);
});

describe('the slots of the schedule', () => {
  const openScheduled = async (schedules: boolean) => {
    const context = { ...(await openTestContext()), schedules };
    const schedule = defaultSchedule('2020-09-14T05:00:00.000Z', 'scheduler', 'Firenze');
    await context.store.commit(decision(context.planId, { schedule }));
    return context;
  };
  const SUNDAY = isoDate('2020-09-20');

  test('that were missed by the new day are put down, where this process sees to them', async () => {
    const context = await openScheduled(true);
    await moveDay(context, PLANNING_OFFICE, SUNDAY);
    expect(await context.store.countSlotRuns()).toContainEqual({
      year: 2020,
      kind: 'CHECK_IN',
      outcome: 'SKIPPED',
      count: 3,
    });
  });

  /** At that time of Rome, by the machine's clock. */
  const movedAt = async (time: string, day: string) => {
    const context = await openScheduled(true);
    const now = () => new Date(`2026-02-02T${time}:00+01:00`);
    const clock = createSimulatedClock(TODAY, { movable: true, now });
    const moved = await moveDay({ ...context, clock }, PLANNING_OFFICE, isoDate(day));
    if (!moved.ok) throw new Error(moved.refusal.code);
    return moved.value;
  };

  test.each([
    { why: 'before anything is due', time: '08:00', day: '2020-09-14', ran: 0, skipped: 0, waiting: [] },
    { why: 'on time', time: '09:35', day: '2020-09-14', ran: 3, skipped: 0, waiting: [] },
    { why: 'in the evening', time: '21:12', day: '2020-09-14', ran: 0, skipped: 0, waiting: ['CHECK_IN'] },
    {
      why: 'in the evening, past what nobody needs any more',
      time: '21:12',
      day: '2020-09-18',
      ran: 0,
      skipped: 6,
      waiting: ['ESCALATION', 'STRUCTURE_SUMMARY', 'PLAN_SUMMARY'],
    },
  ])('say what they did: $why', async ({ time, day, ran, skipped, waiting }) => {
    expect(await movedAt(time, day)).toEqual({ day, schedule: { ran, skipped, waiting } });
  });

  test('are another process’s where this one does not', async () => {
    const context = await openScheduled(false);
    const moved = await moveDay(context, PLANNING_OFFICE, SUNDAY);
    expect(moved).toEqual({ ok: true, value: { day: SUNDAY, schedule: null } });
    expect(await context.store.countSlotRuns()).toEqual([]);
  });
});

test('a check-in that waits to be asked has no message to draw again', async () => {
  const context = await openTestContext();
  const settings = { ...NO_SETTINGS, hours: { from: '07:00', to: '08:00' } };
  const change = { kind: 'SETTINGS', person: 'referente.osru', settings } as const;
  await context.store.commit(decision(context.planId, { arrangements: [change] }));
  await openCheckIns(context, PLANNING_OFFICE);
  await moveDay(context, PLANNING_OFFICE, isoDate('2020-09-15'));
  const toOsru = context.messages().filter(({ key }) => key.includes('referente.osru'));
  expect(toOsru).toEqual([]);
});
