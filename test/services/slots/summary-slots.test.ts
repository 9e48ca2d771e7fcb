/** What the slots of summaries do: freeze as of their day, and send where there is a channel. */
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import { defaultSchedule, type SlotKind } from '../../../src/domain/schedule/schedule.ts';
import type { Slot } from '../../../src/domain/schedule/slots.ts';
import type { Context } from '../../../src/services/context.ts';
import { findSummary } from '../../../src/services/find-summary.ts';
import { openCheckIns } from '../../../src/services/open-check-ins.ts';
import { sendSummaries } from '../../../src/services/send-summaries.ts';
import { runDueSlots } from '../../../src/services/slots/run-due-slots.ts';
import { SLOT_RUNNERS } from '../../../src/services/slots/slot-runners.ts';
import type { DueSlot } from '../../../src/services/slots/slot-work.ts';
import { say } from '../../charts/said-series.ts';
import {
  ARTI,
  ARTI_DIRECTORY,
  openTestContext,
  PLANNING_OFFICE,
  type TestContext,
} from '../../helpers/context.ts';
import { DIREZIONE, LAVORO, OSRU } from '../../helpers/figures.ts';
import { openTimedContext, openTwin } from '../../helpers/timed-context.ts';
import { importSample } from '../../store/support.ts';

const FRIDAY = '2020-09-18';

const due = (
  kind: SlotKind,
  asOf: string,
  period: string,
  parts: Partial<Slot> & { readonly late?: boolean } = {},
): DueSlot => {
  const { late = false, ...slot } = parts;
  const day = isoDate(asOf);
  return {
    verdict: 'RUN',
    late,
    slot: { kind, structure: null, period, day, at: `${asOf}T10:00:00.000Z`, asOf: day, ...slot },
  };
};

const weekOf = (structure: Slot['structure'], parts: Parameters<typeof due>[3] = {}) =>
  due('STRUCTURE_SUMMARY', FRIDAY, '2020-W38', { structure, ...parts });

/** Settles them as the scheduler does: the runner’s work and the slots’ history in one commit. */
async function settle(
  context: Context & Pick<TestContext, 'planId'>,
  slots: readonly DueSlot[],
  year = 2020,
) {
  const kind = slots[0]?.slot.kind ?? 'STRUCTURE_SUMMARY';
  const { commit, results } = await SLOT_RUNNERS[kind](context, year, slots);
  const settledAt = context.clock.now().toISOString();
  const { outcome } = await context.store.commit({
    ...commit,
    planId: context.planId,
    recordedAt: settledAt,
    inbox: null,
    slotRuns: slots.map(({ slot: { day: _, ...slot }, late }) => ({
      ...slot,
      outcome: late ? 'LATE' : 'ON_TIME',
      because: null,
      settledAt,
      messages: results.find((each) => each.slot.structure === slot.structure)?.messages ?? -1,
      full: false,
    })),
  });
  return outcome;
}

const listed = async ({ store, planId }: TestContext) =>
  (await store.listSummaries(planId, { kind: null, structure: null, before: null, limit: 100 })).rows;

const messagesOfRuns = async ({ store, planId }: TestContext) =>
  (await store.listSlotRuns(planId, { kind: null, structure: null, before: null, limit: 100 })).rows
    .toReversed()
    .map(({ structure, messages }) => [structure, messages]);

describe('the structures’ week', () => {
  test('each structure’s, under the slot’s name, to its channel', async () => {
    const context = await openTestContext({ today: FRIDAY });
    expect(
      await settle(
        context,
        [DIREZIONE, LAVORO, OSRU].map((code) => weekOf(code)),
      ),
    ).toBe('COMMITTED');
    expect(context.messages().map(({ key, destination, notice }) => [key, destination, notice])).toEqual(
      [DIREZIONE, LAVORO, OSRU].map((structure) => [
        `summary-2020-${structure}-2020-W38`,
        { kind: 'CHANNEL', name: structure.toLowerCase() },
        { kind: 'STRUCTURE_SUMMARY', structure, summaryId: `2020-${structure}-2020-W38` },
      ]),
    );
    expect(await findSummary(context, '2020-OSRU-2020-W38')).toMatchObject({
      kind: 'STRUCTURE_WEEK',
      structure: 'OSRU',
      day: FRIDAY,
      weekAgo: '2020-09-11',
      slot: { at: '2020-09-18T10:00:00.000Z', late: false },
    });
    expect(context.audit().map(({ kind, actor }) => [kind, actor])).toEqual(
      Array(3).fill(['SUMMARY_SENT', 'scheduler']),
    );
    expect(await messagesOfRuns(context)).toEqual([
      ['DIREZIONE', 1],
      ['LAVORO', 1],
      ['OSRU', 1],
    ]);
  });

  test('without a channel it is frozen, and counts no message', async () => {
    const channels = ARTI_DIRECTORY.channels.filter(({ structure }) => structure !== 'LAVORO');
    const context = await openTestContext({ today: FRIDAY, directory: { ...ARTI_DIRECTORY, channels } });
    await settle(context, [weekOf(LAVORO), weekOf(OSRU)]);
    expect(await messagesOfRuns(context)).toEqual([
      ['LAVORO', 0],
      ['OSRU', 1],
    ]);
    expect(context.messages()).toHaveLength(1);
    expect(await findSummary(context, '2020-LAVORO-2020-W38')).toBeDefined();
  });

  test('on Monday, late: as of Friday, with what was said of it since, and says that it is late', async () => {
    const context = await openTestContext({ today: '2020-09-14' });
    context.goTo('2020-09-21');
    await say(context, '1.1.3', '60', '2020-09-18');
    await say(context, '1.1.3', '90', '2020-09-21');
    await settle(context, [weekOf(OSRU, { late: true })]);
    expect(await findSummary(context, '2020-OSRU-2020-W38')).toMatchObject({
      day: FRIDAY,
      moved: [{ item: '1.1.3', share: '3/5', shareBefore: null }],
      slot: { at: '2020-09-18T10:00:00.000Z', late: true },
    });
  });

  test('what was corrected afterwards does not change it', async () => {
    const context = await openTestContext({ today: FRIDAY });
    await say(context, '1.1.3', '60', FRIDAY);
    await settle(context, [weekOf(OSRU)]);
    const frozen = await listed(context);
    await say(context, '1.1.3', '20', FRIDAY);
    expect(await listed(context)).toEqual(frozen);
    expect(frozen[0]?.summary.moved).toMatchObject([{ item: '1.1.3', share: '3/5' }]);
  });

  test('beside one that somebody asked for: both are kept, and both are sent', async () => {
    const context = await openTestContext({ today: FRIDAY });
    await sendSummaries(context, PLANNING_OFFICE, null);
    expect(await settle(context, [weekOf(OSRU)])).toBe('COMMITTED');
    const ofOsru = (await listed(context)).filter(
      ({ summary }) => summary.kind === 'STRUCTURE_WEEK' && summary.structure === 'OSRU',
    );
    expect(ofOsru.map(({ summary }) => summary.slot)).toEqual([
      { at: '2020-09-18T10:00:00.000Z', late: false },
      null,
    ]);
    expect(context.messages()).toHaveLength(5);
  });

  test('from two processes at once: one summary, one message', async () => {
    const context = await openTestContext({ today: FRIDAY });
    const twin = { ...(await openTwin(context)), planId: context.planId };
    const outcomes = await Promise.all([settle(context, [weekOf(OSRU)]), settle(twin, [weekOf(OSRU)])]);
    expect(outcomes.toSorted()).toEqual(['COMMITTED', 'CONFLICT']);
    expect([context.messages().length, (await listed(context)).length]).toEqual([1, 1]);
  });

  test('a plan imported anew meanwhile: nothing is kept of what the old one said', async () => {
    const context = await openTestContext({ today: FRIDAY });
    const store = {
      ...context.store,
      async listChannels() {
        await importSample(context.store, ARTI, 'sha-2');
        return context.store.listChannels();
      },
    };
    expect(await settle({ ...context, store }, [weekOf(OSRU)])).toBe('CONFLICT');
    expect([await listed(context), context.messages()]).toEqual([[], []]);
    expect(await settle(context, [weekOf(OSRU)])).toBe('COMMITTED');
  });

  test('of last year’s plan, when the new year’s has begun', async () => {
    const context = await openTestContext({ today: '2021-01-04' });
    const slot = due('MONTHLY_DIGEST', '2020-12-31', '2020-12');
    await settle(context, [slot]);
    expect(await findSummary(context, '2020-PLAN_MONTH-2020-12')).toMatchObject({
      day: '2020-12-31',
      year: 2020,
    });
  });

  test('a slot without a structure, or of another kind, is a bug', async () => {
    const context = await openTestContext({ today: FRIDAY });
    await expect(settle(context, [weekOf(null)])).rejects.toThrow('STRUCTURE_SUMMARY');
    await expect(SLOT_RUNNERS.PLAN_SUMMARY(context, 2020, [weekOf(OSRU)])).rejects.toThrow(
      'STRUCTURE_SUMMARY',
    );
    await expect(settle(context, [weekOf(OSRU)], 2019)).rejects.toThrow('NO_PLAN');
  });
});

describe('what was asked and not answered', () => {
  const asked = async () => {
    const context = await openTestContext({ today: '2020-09-14' });
    await openCheckIns(context, PLANNING_OFFICE);
    context.goTo('2020-09-16');
    await say(context, '1.1.3', '60', '2020-09-16');
    context.goTo(FRIDAY);
    return context;
  };
  const notAnswered = async (context: TestContext, id: string) => {
    const summary = await findSummary(context, id);
    return summary?.kind === 'STRUCTURE_WEEK' ? summary.notAnswered : undefined;
  };

  test('in the structure’s, and how much of it in the plan’s', async () => {
    const context = await asked();
    await settle(context, [weekOf(OSRU)]);
    // OSRU answers for phases 1, 2, 3 and 6 of 1.1, all begun.
    expect(await notAnswered(context, '2020-OSRU-2020-W38')).toEqual(['1.1.1', '1.1.2', '1.1.6']);
    await settle(context, [due('PLAN_SUMMARY', FRIDAY, '2020-W38')]);
    const plan = await findSummary(context, '2020-PLAN_WEEK-2020-W38');
    const waited = plan?.kind === 'PLAN_WEEK' ? plan.structures : [];
    expect(waited.find(({ structure }) => structure === OSRU)?.notAnswered).toBe(3);
  });

  test('late, after Monday’s question and answer: as it stood on Friday', async () => {
    const context = await asked();
    context.goTo('2020-09-21');
    await openCheckIns(context, PLANNING_OFFICE);
    await say(context, '1.1.1', '80', '2020-09-21');
    await settle(context, [weekOf(OSRU, { late: true })]);
    expect(await notAnswered(context, '2020-OSRU-2020-W38')).toEqual(['1.1.1', '1.1.2', '1.1.6']);
  });

  test('the week after, when nobody was asked again: nothing is waited for', async () => {
    const context = await asked();
    context.goTo('2020-09-25');
    await settle(context, [due('STRUCTURE_SUMMARY', '2020-09-25', '2020-W39', { structure: OSRU })]);
    expect(await notAnswered(context, '2020-OSRU-2020-W39')).toEqual([]);
  });
});

describe('the plan’s', () => {
  test.each([
    {
      kind: 'PLAN_SUMMARY',
      asOf: FRIDAY,
      period: '2020-W38',
      since: '2020-09-11',
      id: '2020-PLAN_WEEK-2020-W38',
    },
    {
      kind: 'MONTHLY_DIGEST',
      asOf: '2020-08-31',
      period: '2020-08',
      since: '2020-07-31',
      id: '2020-PLAN_MONTH-2020-08',
    },
    {
      kind: 'QUARTERLY_DIGEST',
      asOf: '2020-06-30',
      period: '2020-Q2',
      since: '2020-03-31',
      id: '2020-PLAN_QUARTER-2020-Q2',
    },
    {
      kind: 'INTERIM_REVIEW',
      asOf: '2020-06-30',
      period: '2020-06-30',
      since: '2019-12-31',
      id: '2020-INTERIM_REVIEW-2020-06-30',
    },
    {
      kind: 'INTERIM_REVIEW',
      asOf: '2020-09-30',
      period: '2020-09-30',
      since: '2020-06-30',
      id: '2020-INTERIM_REVIEW-2020-09-30',
    },
  ] as const)('$id tells of $since to $asOf', async ({ kind, asOf, period, since, id }) => {
    const context = await openTestContext({ today: '2020-10-05' });
    const schedule = defaultSchedule('2020-01-01T00:00:00.000Z', 'scheduler', null);
    const { planId, store } = context;
    const recordedAt = '2020-01-01T00:00:00.000Z';
    await store.commit({ planId, revision: null, lastSequence: null, recordedAt, inbox: null, schedule });
    expect(await settle(context, [due(kind, asOf, period)])).toBe('COMMITTED');
    const baseline = asOf >= '2020-08-03' ? 1 : 0;
    expect(await findSummary(context, id)).toMatchObject({ day: asOf, since, baseline, weightBps: 8600 });
    expect(context.messages().map(({ destination, notice }) => [destination, notice])).toEqual([
      [
        { kind: 'CHANNEL', name: 'dirigenti' },
        { kind: 'PLAN_SUMMARY', summaryId: id },
      ],
    ]);
  });

  test('without a channel of the managers it is frozen, and counts no message', async () => {
    const channels = ARTI_DIRECTORY.channels.filter(({ purpose }) => purpose !== 'MANAGERS');
    const context = await openTestContext({ today: FRIDAY, directory: { ...ARTI_DIRECTORY, channels } });
    await settle(context, [due('PLAN_SUMMARY', FRIDAY, '2020-W38')]);
    expect(await messagesOfRuns(context)).toEqual([[null, 0]]);
    expect(context.messages()).toEqual([]);
    expect(await listed(context)).toHaveLength(1);
  });
});

test('by the scheduler: on Friday at noon the structures’, half an hour later the plan’s, once', async () => {
  const context = await openTimedContext('2020-09-17T15:00:00.000Z');
  await runDueSlots(context);
  const at = async (instant: string) => {
    context.setTime(instant);
    await Promise.all([runDueSlots(context), runDueSlots(await openTwin(context))]);
    await runDueSlots(context);
    return context.messages().map(({ key }) => key);
  };
  const structures = ['DIREZIONE', 'LAVORO', 'OSRU'].map((code) => `summary-2020-${code}-2020-W38`);
  expect(await at('2020-09-18T10:00:30.000Z')).toEqual(structures);
  expect(await at('2020-09-18T10:30:30.000Z')).toEqual([...structures, 'summary-2020-PLAN_WEEK-2020-W38']);
  expect(await findSummary(context, '2020-PLAN_WEEK-2020-W38')).toMatchObject({
    day: FRIDAY,
    slot: { at: '2020-09-18T10:30:00.000Z', late: false },
  });
});
