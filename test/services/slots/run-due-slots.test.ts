import { describe, expect, test } from 'vitest';
import { defaultSchedule, type ScheduleEntry } from '../../../src/domain/schedule/schedule.ts';
import type { Context } from '../../../src/services/context.ts';
import { runDueSlots } from '../../../src/services/slots/run-due-slots.ts';
import type { SlotRunner } from '../../../src/services/slots/slot-work.ts';
import { ARTI } from '../../helpers/context.ts';
import { openTimedContext, openTwin, type TimedContext } from '../../helpers/timed-context.ts';
import { decision } from '../../store/support.ts';
import { historyOf, noWork, runnersOf, tellRun, tellSlots } from './support.ts';

/** A plan whose schedule holds from the morning of Monday, 14 September 2020. */
async function openScheduled(
  schedule: readonly ScheduleEntry[] = defaultSchedule('2020-09-14T05:00:00.000Z', 'scheduler', 'Firenze'),
): Promise<TimedContext> {
  const context = await openTimedContext('2020-09-14T05:00:00Z');
  await context.store.commit(decision(context.planId, { schedule }));
  return context;
}

const told = async (context: TimedContext) => (await historyOf(context)).map(tellRun);
const keys = (context: TimedContext) => context.messages().map(({ key }) => key);

test('runs what is due, tells once, and keeps what became of each slot', async () => {
  const context = await openScheduled();
  expect(await runDueSlots(context, runnersOf())).toBe(0);
  context.setTime('2020-09-14T07:30:00Z');
  expect(await runDueSlots(context, runnersOf())).toBe(3);
  expect(await runDueSlots(context, runnersOf())).toBe(0);
  expect(keys(context)).toEqual([
    'slot/CHECK_IN/DIREZIONE/2020-W38',
    'slot/CHECK_IN/LAVORO/2020-W38',
    'slot/CHECK_IN/OSRU/2020-W38',
  ]);
  expect(context.wakes()).toBe(1);
  const [first, ...others] = await historyOf(context);
  expect(first).toEqual({
    id: 1,
    kind: 'CHECK_IN',
    structure: 'DIREZIONE',
    period: '2020-W38',
    at: '2020-09-14T07:30:00.000Z',
    asOf: '2020-09-14',
    outcome: 'ON_TIME',
    because: null,
    settledAt: '2020-09-14T07:30:00.000Z',
    messages: 1,
    full: false,
  });
  expect(others.map(tellRun)).toEqual(['ON_TIME CHECK_IN LAVORO 2020-W38', 'ON_TIME CHECK_IN OSRU 2020-W38']);
});

test('after an outage: what still serves runs late, the rest is put down as skipped', async () => {
  const context = await openScheduled();
  context.setTime('2020-09-22T08:00:00Z');
  const late: boolean[] = [];
  const checkIns: SlotRunner = async (...given) => {
    late.push(...given[2].map((each) => each.late));
    return tellSlots(...given);
  };
  expect(await runDueSlots(context, runnersOf({ CHECK_IN: checkIns }))).toBe(3);
  expect(late).toEqual([true, true, true]);
  const ofOsru = (await told(context)).filter((line) => line.includes('OSRU') || line.includes('PLAN'));
  expect(ofOsru).toEqual([
    'SUPERSEDED CHECK_IN OSRU 2020-W38',
    'LATE CHECK_IN OSRU 2020-W39',
    'STALE REMINDER OSRU 2020-W38',
    'STALE ESCALATION OSRU 2020-W38',
    'STALE STRUCTURE_SUMMARY OSRU 2020-W38',
    'STALE PLAN_SUMMARY 2020-W38',
  ]);
  const skipped = (await historyOf(context)).filter(({ outcome }) => outcome === 'SKIPPED');
  expect(skipped.every(({ messages, full }) => messages === 0 && !full)).toBe(true);
});

test('in the order of a day: reminders, then the summaries of the structures, then the plan’s', async () => {
  const context = await openScheduled();
  const order: string[] = [];
  const noting: SlotRunner = async (_context, _year, slots) => {
    order.push(slots[0]?.slot.kind ?? '');
    return noWork(slots);
  };
  context.setTime('2020-09-18T12:00:00Z');
  const runners = runnersOf({ ESCALATION: noting, STRUCTURE_SUMMARY: noting, PLAN_SUMMARY: noting });
  await runDueSlots(context, runners);
  expect(order).toEqual(['ESCALATION', 'STRUCTURE_SUMMARY', 'PLAN_SUMMARY']);
});

test('a slot at which there is nothing to tell is settled, and nobody is woken', async () => {
  const context = await openScheduled();
  context.setTime('2020-09-14T07:30:00Z');
  const silent: SlotRunner = async (_context, _year, slots) => noWork(slots);
  expect(await runDueSlots(context, runnersOf({ CHECK_IN: silent }))).toBe(3);
  expect(context.wakes()).toBe(0);
  expect((await historyOf(context)).map(({ messages }) => messages)).toEqual([0, 0, 0]);
});

test('a check-in that asked about everything is known as such', async () => {
  const context = await openScheduled();
  context.setTime('2020-09-14T07:30:00Z');
  const full: SlotRunner = async (_context, _year, slots) => ({
    ...noWork(slots),
    results: slots.map(({ slot }) => ({ slot, messages: 2, full: slot.structure === 'OSRU' })),
  });
  await runDueSlots(context, runnersOf({ CHECK_IN: full }));
  expect((await historyOf(context)).map((each) => each.full)).toEqual([false, false, true]);
});

describe('trouble', () => {
  test('of one kind is told, and does not hold up the others; the next tick tries again', async () => {
    const context = await openScheduled();
    context.setTime('2020-09-18T12:00:00Z');
    const failing: SlotRunner = async () => {
      throw new Error('a bug');
    };
    const attempt = runDueSlots(context, runnersOf({ STRUCTURE_SUMMARY: failing }));
    await expect(attempt).rejects.toMatchObject({ errors: [{ message: 'a bug' }] });
    expect(await told(context)).not.toContain('LATE STRUCTURE_SUMMARY OSRU 2020-W38');
    expect(await told(context)).toContain('LATE PLAN_SUMMARY 2020-W38');
    expect(await runDueSlots(context, runnersOf())).toBe(3);
    expect(await told(context)).toContain('LATE STRUCTURE_SUMMARY OSRU 2020-W38');
  });

  test('of one plan does not hold up another', async () => {
    const context = await openScheduled();
    await context.store.importPlan({
      plan: { ...ARTI, year: 2021 },
      contentHash: 'next',
      lastSequence: null,
      recordedAt: '2020-09-14T05:00:00.000Z',
      audit: { kind: 'PLAN_IMPORTED', actor: 'test', body: {} },
    });
    context.setTime('2020-09-14T07:30:00Z');
    const findPlan: Context['store']['findPlan'] = async (year) => {
      if (year === 2020) throw new Error('cannot be read');
      return context.store.findPlan(year);
    };
    const broken = { ...context, store: { ...context.store, findPlan } };
    await expect(runDueSlots(broken, runnersOf())).rejects.toMatchObject({
      errors: [{ message: 'cannot be read' }],
    });
    const next = await context.store.findPlan(2021);
    expect(await context.store.loadSchedule(next?.id ?? 0)).not.toEqual([]);
  });

  test('a runner that leaves a slot out writes nothing at all', async () => {
    const context = await openScheduled();
    context.setTime('2020-09-14T07:30:00Z');
    const careless: SlotRunner = async (...given) => {
      const { commit, results } = await tellSlots(...given);
      return { commit, results: results.slice(1) };
    };
    const attempt = runDueSlots(context, runnersOf({ CHECK_IN: careless }));
    await expect(attempt).rejects.toMatchObject({
      errors: [{ message: expect.stringContaining('CHECK_IN 2020-W38 of DIREZIONE') }],
    });
    expect(await told(context)).toEqual([]);
    expect(context.messages()).toEqual([]);
  });

  test('skipped slots are known even while the runner of a later one fails', async () => {
    const context = await openScheduled();
    context.setTime('2020-09-21T08:00:00Z');
    const failing: SlotRunner = async () => {
      throw new Error('a bug');
    };
    await expect(runDueSlots(context, runnersOf({ CHECK_IN: failing }))).rejects.toThrow();
    const checkIns = (await told(context)).filter((line) => line.includes('CHECK_IN'));
    expect(checkIns).toEqual([
      'SUPERSEDED CHECK_IN DIREZIONE 2020-W38',
      'SUPERSEDED CHECK_IN LAVORO 2020-W38',
      'SUPERSEDED CHECK_IN OSRU 2020-W38',
    ]);
  });
});

describe('which plans', () => {
  const historyOfYear = async (context: TimedContext, year: number) => {
    const planId = (await context.store.findPlan(year))?.id ?? 0;
    return (await historyOf({ ...context, planId })).map(tellRun);
  };

  test('last year’s still gets its last digests, this year’s has begun', async () => {
    const context = await openScheduled();
    await context.store.importPlan({
      plan: { ...ARTI, year: 2021 },
      contentHash: 'next',
      lastSequence: null,
      recordedAt: '2020-09-14T05:00:00.000Z',
      audit: { kind: 'PLAN_IMPORTED', actor: 'test', body: {} },
    });
    context.setTime('2020-12-30T12:00:00Z');
    await runDueSlots(context, runnersOf());
    context.setTime('2021-01-05T08:00:00Z');
    await runDueSlots(context, runnersOf());
    context.setTime('2021-01-11T08:00:00Z');
    await runDueSlots(context, runnersOf());
    expect(await historyOfYear(context, 2020)).toEqual(
      expect.arrayContaining(['ON_TIME MONTHLY_DIGEST 2020-12', 'ON_TIME QUARTERLY_DIGEST 2020-Q4']),
    );
    // Monday, 4 January was its first: a day later it still serves.
    expect(await historyOfYear(context, 2021)).toContain('LATE CHECK_IN OSRU 2021-W01');
  });

  test('of an older one nothing is looked at', async () => {
    const context = await openTimedContext('2022-03-07T08:30:00Z');
    expect(await runDueSlots(context, runnersOf())).toBe(0);
    expect(await context.store.loadSchedule(context.planId)).toEqual([]);
  });

  test('without any there is nothing to do', async () => {
    const context = await openTimedContext('2020-09-14T07:30:00Z');
    const store = { ...context.store, listYears: async () => [] };
    expect(await runDueSlots({ ...context, store }, runnersOf())).toBe(0);
  });
});

describe('two processes on one database', () => {
  test('at the same moment: each slot once, its message once', async () => {
    const context = await openScheduled();
    const twin = await openTwin(context);
    const ran: number[] = [];
    for (const instant of ['14T07:30', '16T07:30', '17T13:00', '18T10:00', '18T10:30', '21T07:35']) {
      context.setTime(`2020-09-${instant}:00Z`);
      ran.push(...(await Promise.all([context, twin].map((each) => runDueSlots(each, runnersOf())))));
    }
    const history = await told(context);
    expect(history).toHaveLength(4 * 3 + 1 + 3);
    expect(new Set(history).size).toBe(history.length);
    expect(new Set(keys(context)).size).toBe(keys(context).length);
    expect(keys(context)).toHaveLength(history.length);
    expect(ran.reduce((total, each) => total + each, 0)).toBe(history.length);
  });

  test('the one that read before the other wrote decides again, and finds nothing left', async () => {
    const context = await openScheduled();
    const twin = await openTwin(context);
    context.setTime('2020-09-14T07:30:00Z');
    let decided = 0;
    const slow: SlotRunner = async (...given) => {
      decided += 1;
      await runDueSlots(twin, runnersOf());
      return tellSlots(...given);
    };
    expect(await runDueSlots(context, runnersOf({ CHECK_IN: slow }))).toBe(0);
    expect(decided).toBe(1);
    expect(await told(context)).toHaveLength(3);
    expect(keys(context)).toHaveLength(3);
  });

  test('where the other has settled a part, the rest is run', async () => {
    const context = await openScheduled();
    context.setTime('2020-09-14T07:30:00Z');
    let first = true;
    const given: number[] = [];
    const overtaken: SlotRunner = async (own, year, slots) => {
      given.push(slots.length);
      const mine = await tellSlots(own, year, slots);
      if (first) {
        first = false;
        const [one] = slots.filter(({ slot }) => slot.structure === 'LAVORO');
        if (!one) throw new Error('nothing is due at LAVORO');
        const { kind, structure, period, at, asOf } = one.slot;
        const settled = {
          outcome: 'ON_TIME',
          because: null,
          settledAt: at,
          messages: 0,
          full: false,
        } as const;
        const slotRuns = [{ kind, structure, period, at, asOf, ...settled }];
        await context.store.commit(decision(context.planId, { slotRuns }));
      }
      return mine;
    };
    expect(await runDueSlots(context, runnersOf({ CHECK_IN: overtaken }))).toBe(2);
    expect(given).toEqual([3, 2]);
    expect(await told(context)).toHaveLength(3);
    expect(keys(context)).toEqual(['slot/CHECK_IN/DIREZIONE/2020-W38', 'slot/CHECK_IN/OSRU/2020-W38']);
  });

  test('their clocks apart by two days: each slot still once', async () => {
    const context = await openScheduled();
    const twin = await openTwin(context);
    const ahead = {
      ...twin,
      clock: {
        ...context.clock,
        now: () => new Date(context.clock.now().getTime() + 2 * 86_400_000),
      },
    };
    for (const day of ['14', '15', '16', '17', '18', '19', '20', '21']) {
      context.setTime(`2020-09-${day}T13:00:00Z`);
      await Promise.all([context, ahead].map((each) => runDueSlots(each, runnersOf())));
    }
    const history = await told(context);
    const identities = history.map((line) => line.split(' ').slice(1).join(' '));
    expect(new Set(identities).size).toBe(identities.length);
    expect(new Set(keys(context)).size).toBe(keys(context).length);
  });
});
