import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import type { Rule, ScheduleEntryName } from '../../../src/domain/schedule/schedule.ts';
import type { Context } from '../../../src/services/context.ts';
import { changeSchedule } from '../../../src/services/schedule/change-schedule.ts';
import type { RuleWish, ScheduleWish } from '../../../src/services/schedule/schedule-wish.ts';
import { ensureSchedule } from '../../../src/services/slots/ensure-schedule.ts';
import { actor, codeOf, MANAGER, OSRU_STAFF, PLANNING_OFFICE } from '../../helpers/context.ts';
import { OSRU } from '../../helpers/figures.ts';
import { openTimedContext, openTwin, type TimedContext } from '../../helpers/timed-context.ts';
import { settle } from './support.ts';

const HEAD = actor('HEAD', 'OSRU');
/** Noon of a Monday. */
const NOW = '2020-09-14T10:00:00.000Z';
const open = () => openTimedContext(NOW);

const weekly = (weekday: 1 | 2 | 3 | 4 | 5 | null, time: string | null): RuleWish => ({
  kind: 'RULE',
  recurrence: weekday === null ? null : { every: 'WEEK', weekday },
  time,
});
const checkIn = (wish: RuleWish): ScheduleWish => ({ name: 'CHECK_IN', wish });
const TUESDAY = checkIn(weekly(2, '10:00'));

const change = (
  context: Context,
  wanted: ScheduleWish,
  structure: string | null = null,
  by: Actor = PLANNING_OFFICE,
  key: string | null = null,
) => changeSchedule(context, by, { structure, wanted }, key === null ? null : { key, fingerprint: key });

async function changed(...args: Parameters<typeof change>) {
  const result = await change(...args);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const entryOf = async (
  { store, planId }: TimedContext,
  name: ScheduleEntryName,
  structure: string | null = null,
) => (await store.loadSchedule(planId)).find((each) => each.name === name && each.structure === structure);

const ruleOf = (rule: unknown) => {
  const { recurrence, time } = rule as Rule;
  return `${recurrence.every === 'WEEK' ? recurrence.weekday : ''} ${time}`;
};

describe('who may change what', () => {
  const MONTHLY: ScheduleWish = { name: 'MONTHLY_DIGEST', wish: { kind: 'OFF' } };
  test.each([
    { why: 'planning, the plan', by: PLANNING_OFFICE, structure: null, wanted: TUESDAY, code: 'OK' },
    { why: 'planning, a structure', by: PLANNING_OFFICE, structure: 'OSRU', wanted: TUESDAY, code: 'OK' },
    { why: 'planning, a digest', by: PLANNING_OFFICE, structure: null, wanted: MONTHLY, code: 'OK' },
    { why: 'a head, their structure', by: HEAD, structure: 'osru', wanted: TUESDAY, code: 'OK' },
    {
      why: 'a head, the place of their structure',
      by: HEAD,
      structure: 'OSRU',
      wanted: { name: 'PLACE', wish: { kind: 'PLACE', place: 'Pisa' } } as const,
      code: 'OK',
    },
    {
      why: 'a head, another structure',
      by: HEAD,
      structure: 'LAVORO',
      wanted: TUESDAY,
      code: 'NOT_YOUR_SCHEDULE',
    },
    { why: 'a head, the plan', by: HEAD, structure: null, wanted: TUESDAY, code: 'NOT_YOUR_SCHEDULE' },
    { why: 'a head, a digest', by: HEAD, structure: null, wanted: MONTHLY, code: 'NOT_YOUR_SCHEDULE' },
    { why: 'staff', by: OSRU_STAFF, structure: 'OSRU', wanted: TUESDAY, code: 'NOT_YOUR_SCHEDULE' },
    { why: 'a manager', by: MANAGER, structure: null, wanted: TUESDAY, code: 'NOT_YOUR_SCHEDULE' },
    {
      why: 'a digest of a structure',
      by: PLANNING_OFFICE,
      structure: 'OSRU',
      wanted: MONTHLY,
      code: 'NOT_OF_STRUCTURE',
    },
    {
      why: 'no such structure',
      by: PLANNING_OFFICE,
      structure: 'X',
      wanted: TUESDAY,
      code: 'UNKNOWN_STRUCTURE',
    },
  ])('$why → $code', async ({ by, structure, wanted, code }) => {
    const context = await open();
    expect(codeOf(await change(context, wanted, structure, by))).toBe(code);
    const own = (await context.store.loadSchedule(context.planId)).filter(({ setBy }) => setBy === by.key);
    expect(own).toHaveLength(code === 'OK' ? 1 : 0);
  });

  test('a head who may not is told what they may', async () => {
    const result = await change(await open(), TUESDAY, null, HEAD);
    expect(result).toMatchObject({ refusal: { structure: null, own: ['OSRU'] } });
  });
});

describe('what is written', () => {
  test('it holds from now on, with who set it; the rest of the plan’s stays', async () => {
    const context = await open();
    const result = await changed(context, TUESDAY);
    expect(result).toMatchObject({
      outcome: 'CHANGED',
      before: { entry: { value: { time: '09:30' } }, ofPlan: false },
      after: { entry: { value: { recurrence: { weekday: 2 }, time: '10:00' } } },
      next: { at: '2020-09-15T08:00:00.000Z', moved: null },
    });
    expect(await entryOf(context, 'CHECK_IN')).toMatchObject({ since: NOW, setBy: PLANNING_OFFICE.key });
    expect(await context.store.loadSchedule(context.planId)).toHaveLength(10);
  });

  test('the history tells of the rule, and nobody’s name but who did it', async () => {
    const context = await open();
    await changed(context, TUESDAY, 'OSRU', HEAD);
    expect(context.audit().at(-1)).toMatchObject({
      kind: 'SCHEDULE_CHANGED',
      actor: HEAD.key,
      body: {
        structure: 'OSRU',
        entry: 'CHECK_IN',
        value: { recurrence: { every: 'WEEK', weekday: 2 }, time: '10:00' },
      },
    });
    expect(JSON.stringify(context.audit().at(-1)?.body)).not.toContain(HEAD.key);
  });

  test.each([
    { why: 'the day alone keeps the time', wish: weekly(5, null), is: '5 09:30' },
    { why: 'the time alone keeps the day', wish: weekly(null, '08:15'), is: '1 08:15' },
  ])('$why', async ({ wish, is }) => {
    const { after } = await changed(await open(), checkIn(wish), 'OSRU');
    expect(ruleOf(after.entry.value)).toBe(is);
    expect(after.ofPlan).toBe(false);
  });

  test('a part of a cadence keeps the other', async () => {
    const context = await open();
    await changed(context, { name: 'CADENCE', wish: { kind: 'CADENCE', nearDays: 30, everyWeeks: null } });
    const wish = { kind: 'CADENCE', nearDays: null, everyWeeks: 4 } as const;
    const { after } = await changed(context, { name: 'CADENCE', wish }, 'OSRU');
    expect(after.entry.value).toEqual({ nearDays: 30, everyWeeks: 4 });
  });

  test('what stands already is not written again', async () => {
    const context = await open();
    await ensureSchedule(context, { id: context.planId });
    const before = await context.store.planVersion(context.planId);
    expect(await changed(context, checkIn(weekly(1, '09:30')))).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await context.store.planVersion(context.planId)).toBe(before);
  });

  test('a structure may have the plan’s rule as its own', async () => {
    const context = await open();
    expect(await changed(context, checkIn(weekly(1, '09:30')), 'OSRU')).toMatchObject({ outcome: 'CHANGED' });
    await changed(context, TUESDAY);
    expect(ruleOf((await entryOf(context, 'CHECK_IN', 'OSRU'))?.value)).toBe('1 09:30');
  });
});

describe('off, on and default', () => {
  test('the plan’s: what it started with', async () => {
    const context = await open();
    await changed(context, TUESDAY);
    expect(await changed(context, checkIn({ kind: 'OFF' }))).toMatchObject({
      after: { entry: { value: null } },
      next: null,
    });
    const on = await changed(context, checkIn({ kind: 'ON' }));
    expect(on).toMatchObject({ outcome: 'CHANGED', restored: 'DEFAULT' });
    expect(ruleOf(on.after.entry.value)).toBe('1 09:30');
  });

  test('what is on stays as it is', async () => {
    const context = await open();
    await changed(context, TUESDAY);
    const on = await changed(context, checkIn({ kind: 'ON' }));
    expect([on.outcome, ruleOf(on.after.entry.value)]).toEqual(['UNCHANGED', '2 10:00']);
  });

  test('a structure’s off, on again: the plan’s rule', async () => {
    const context = await open();
    await changed(context, checkIn({ kind: 'OFF' }), 'OSRU', HEAD);
    const on = await changed(context, checkIn({ kind: 'ON' }), 'OSRU', HEAD);
    expect(on).toMatchObject({ outcome: 'CHANGED', restored: 'PLAN', after: { ofPlan: true } });
    expect(await entryOf(context, 'CHECK_IN', 'OSRU')).toBeUndefined();
  });

  test('on while the plan’s is off: the default rule as its own', async () => {
    const context = await open();
    await changed(context, checkIn({ kind: 'OFF' }));
    const on = await changed(context, checkIn({ kind: 'ON' }), 'OSRU', HEAD);
    expect(on).toMatchObject({ restored: 'DEFAULT', after: { ofPlan: false } });
    expect(await entryOf(context, 'CHECK_IN', 'LAVORO')).toBeUndefined();
  });

  test('default drops the structure’s own, and is nothing where it has none', async () => {
    const context = await open();
    await changed(context, TUESDAY, 'OSRU');
    const wish = checkIn({ kind: 'DEFAULT' });
    expect(await changed(context, wish, 'OSRU')).toMatchObject({
      outcome: 'CHANGED',
      restored: 'PLAN',
      before: { ofPlan: false },
      after: { ofPlan: true },
    });
    expect(await changed(context, wish, 'OSRU')).toMatchObject({ outcome: 'UNCHANGED', restored: null });
  });

  test('a rule for what is off takes the rest from the default', async () => {
    const context = await open();
    await changed(context, checkIn({ kind: 'OFF' }));
    const { after } = await changed(context, checkIn(weekly(4, null)));
    expect(ruleOf(after.entry.value)).toBe('4 09:30');
  });
});

describe('what a change leaves behind', () => {
  /** Monday's check-in is owed still: an outage, and now it is night. */
  const NIGHT = '2020-09-14T20:00:00.000Z';
  const openAtNight = async () => {
    const context = await openTimedContext('2020-09-11T10:00:00.000Z');
    await ensureSchedule(context, { id: context.planId });
    context.setTime(NIGHT);
    return context;
  };
  const settledOf = async ({ store, planId }: TimedContext) =>
    (await store.listSlotRuns(planId, { kind: 'CHECK_IN', structure: null, before: null, limit: 10 })).rows;
  test.each([
    { why: 'switched off: put down as skipped', wanted: checkIn({ kind: 'OFF' }), left: ['2020-W38'] },
    {
      why: 'to an hour before: no other will come this week',
      wanted: checkIn(weekly(1, '08:00')),
      left: ['2020-W38'],
    },
    { why: 'to a later day of the same week: that one takes its place', wanted: TUESDAY, left: [] },
  ])('$why', async ({ wanted, left }) => {
    const context = await openAtNight();
    await changed(context, wanted, 'OSRU');
    const rows = await settledOf(context);
    expect(rows.map(({ period }) => period)).toEqual(left);
    for (const row of rows) {
      expect(row).toMatchObject({ structure: OSRU, outcome: 'SKIPPED', because: 'RESCHEDULED', messages: 0 });
    }
  });

  test('the plan’s: of every structure that follows it', async () => {
    const context = await openAtNight();
    await changed(context, TUESDAY, 'OSRU');
    await changed(context, checkIn({ kind: 'OFF' }));
    expect((await settledOf(context)).map(({ structure }) => structure).sort()).toEqual([
      'DIREZIONE',
      'LAVORO',
    ]);
  });
});

describe('what is told with it', () => {
  test('a slot of this week has run: the change takes effect from the next', async () => {
    const context = await open();
    await ensureSchedule(context, { id: context.planId });
    await settle(context, context.planId, {});
    expect(await changed(context, TUESDAY, 'OSRU')).toMatchObject({
      alreadyRun: 'WEEK',
      next: { period: '2020-W39', at: '2020-09-22T08:00:00.000Z' },
    });
    expect(await changed(context, TUESDAY, 'LAVORO')).toMatchObject({
      alreadyRun: null,
      next: { period: '2020-W38' },
    });
  });

  test('a holiday moves the next one, and is named', async () => {
    const context = await openTimedContext('2020-04-08T10:00:00.000Z');
    const { next } = await changed(context, checkIn(weekly(1, '10:00')));
    expect(next).toMatchObject({
      day: '2020-04-14',
      moved: { from: '2020-04-13', holiday: 'Lunedì dell’Angelo' },
    });
  });

  test('structures with a rule of their own keep it', async () => {
    const context = await open();
    await changed(context, TUESDAY, 'OSRU');
    expect((await changed(context, checkIn(weekly(3, null)))).keep).toEqual([OSRU]);
    expect((await changed(context, { name: 'REMINDER', wish: { kind: 'OFF' } })).keep).toEqual([]);
  });

  test.each([
    { why: 'in order', wanted: TUESDAY, structure: null, warns: [] },
    {
      why: 'at the same moment as the reminder',
      wanted: checkIn(weekly(3, '09:30')),
      structure: null,
      warns: ['REMINDER_NOT_AFTER_CHECK_IN plan'],
    },
    {
      why: 'after the reminder, of one structure',
      wanted: checkIn(weekly(4, null)),
      structure: 'OSRU',
      warns: ['REMINDER_NOT_AFTER_CHECK_IN OSRU'],
    },
    {
      why: 'an escalation before the reminder',
      wanted: { name: 'ESCALATION', wish: weekly(2, null) } as const,
      structure: null,
      warns: ['ESCALATION_NOT_AFTER_REMINDER plan'],
    },
    {
      why: 'a reminder before both',
      wanted: { name: 'REMINDER', wish: weekly(5, null) } as const,
      structure: null,
      warns: ['ESCALATION_NOT_AFTER_REMINDER plan'],
    },
    {
      why: 'an escalation that is off comes after nothing',
      wanted: { name: 'ESCALATION', wish: { kind: 'OFF' } } as const,
      structure: null,
      warns: [],
    },
    {
      why: 'a summary has no order',
      wanted: { name: 'STRUCTURE_SUMMARY', wish: weekly(1, '00:00') } as const,
      structure: null,
      warns: [],
    },
  ])('order: $why', async ({ wanted, structure, warns }) => {
    const { outcome, warnings } = await changed(await open(), wanted, structure);
    expect(outcome).toBe('CHANGED');
    expect(warnings.map(({ kind, structure: whose }) => `${kind} ${whose ?? 'plan'}`)).toEqual(warns);
  });

  test('a change of the plan’s warns of structures that it leaves in a wrong order', async () => {
    const context = await open();
    await changed(context, { name: 'REMINDER', wish: weekly(2, '09:00') }, 'OSRU');
    const { warnings } = await changed(context, checkIn(weekly(2, '09:30')));
    expect(warnings.map(({ structure }) => structure)).toEqual([OSRU]);
  });
});

describe('once, and one after the other', () => {
  test('the same request delivered again changes nothing', async () => {
    const context = await open();
    await changed(context, TUESDAY, null, PLANNING_OFFICE, 'k');
    await changed(context, checkIn(weekly(3, '11:00')));
    const again = await changed(context, TUESDAY, null, PLANNING_OFFICE, 'k');
    expect([again.outcome, ruleOf(again.after.entry.value)]).toEqual(['REPEATED', '3 11:00']);
  });

  test('a key of another request is refused', async () => {
    const context = await open();
    await changed(context, TUESDAY, null, PLANNING_OFFICE, 'k');
    const inbox = { key: 'k', fingerprint: 'other' };
    const result = await changeSchedule(
      context,
      PLANNING_OFFICE,
      { structure: null, wanted: TUESDAY },
      inbox,
    );
    expect(codeOf(result)).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('two people at once, in two processes: each reads what the other wrote', async () => {
    const context = await open();
    const twin = await openTwin(context);
    const [day, time] = await Promise.all([
      changed(context, checkIn(weekly(4, null)), 'OSRU', HEAD),
      changed(twin, checkIn(weekly(null, '16:00')), 'OSRU'),
    ]);
    expect([day.outcome, time.outcome]).toEqual(['CHANGED', 'CHANGED']);
    expect(ruleOf((await entryOf(context, 'CHECK_IN', 'OSRU'))?.value)).toBe('4 16:00');
    await twin.store.close();
  });

  test('other structures are left alone', async () => {
    const context = await open();
    await changed(context, TUESDAY, 'OSRU');
    const own = (await context.store.loadSchedule(context.planId)).filter(
      ({ structure }) => structure !== null,
    );
    expect(own.map(({ structure, name }) => `${structure} ${name}`)).toEqual(['OSRU CHECK_IN']);
  });
});
