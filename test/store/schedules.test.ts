/** The rhythm of a plan as it is kept, and what became of its slots. */
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/domain/dates.ts';
import { defaultSchedule, type ScheduleEntry } from '../../src/domain/schedule/schedule.ts';
import type { SlotRun } from '../../src/domain/schedule/slot-run.ts';
import type { Commit } from '../../src/store/port.ts';
import { DIRECTION, OSRU, samplePlan } from '../helpers/sample-plan.ts';
import { decision, importSample, openRaw, openTestStore, RECORDED_AT, storeWithPlan } from './support.ts';

const run = (period: string, parts: Partial<SlotRun> = {}): SlotRun => ({
  kind: 'CHECK_IN',
  structure: OSRU,
  period,
  at: '2020-09-14T07:30:00.000Z',
  asOf: isoDate('2020-09-14'),
  outcome: 'ON_TIME',
  because: null,
  settledAt: '2020-09-14T07:30:01.000Z',
  messages: 2,
  full: false,
  ...parts,
});

const ALL = { kind: null, structure: null, before: null, limit: 100 } as const;

async function open() {
  const { store, planId, file } = await storeWithPlan();
  const commit = (parts: Partial<Commit>) => store.commit(decision(planId, parts));
  return { store, planId, file, commit, settle: (...slotRuns: SlotRun[]) => commit({ slotRuns }) };
}

describe('the schedule', () => {
  const own: ScheduleEntry = {
    name: 'CHECK_IN',
    structure: OSRU,
    value: { recurrence: { every: 'WEEK', weekday: 2 }, time: '10:00' },
    since: '2020-09-15T08:00:00.000Z',
    setBy: 'ada',
  };
  const cadence: ScheduleEntry = { ...own, name: 'CADENCE', value: { nearDays: 7, everyWeeks: 3 } };
  const started = defaultSchedule('2020-09-01T00:00:00.000Z', 'scheduler', null);

  test('is empty at first, and then what was set, of the plan and of a structure', async () => {
    const { store, planId, commit } = await open();
    expect(await store.loadSchedule(planId)).toEqual([]);
    await commit({ schedule: [...started, own, cadence] });
    const kept = await store.loadSchedule(planId);
    expect(kept).toHaveLength(started.length + 2);
    expect(kept).toEqual(expect.arrayContaining([...started, own, cadence]));
  });

  test('what is set anew takes the place of what was, also a rule that is switched off', async () => {
    const { store, planId, commit } = await open();
    await commit({ schedule: [own] });
    const off = { ...own, value: null, since: '2020-09-16T08:00:00.000Z', setBy: 'bruno' } as const;
    await commit({ schedule: [off] });
    expect(await store.loadSchedule(planId)).toEqual([off]);
  });

  test('a structure that gives up its own has none, and is known to follow the plan’s from then on', async () => {
    const { store, planId, commit, settle } = await open();
    await commit({ schedule: [...started, own, cadence] });
    await settle(run('2020-W38'));
    await commit({
      unscheduled: [
        { structure: OSRU, name: 'CHECK_IN' },
        { structure: OSRU, name: 'CADENCE' },
        { structure: DIRECTION, name: 'REMINDER' },
      ],
    });
    const kept = await store.loadSchedule(planId);
    expect(kept).toHaveLength(started.length);
    expect(kept).toEqual(expect.arrayContaining([...started]));
    expect(await store.listSettledSlots(planId)).toEqual([
      {
        kind: 'CHECK_IN',
        structure: OSRU,
        period: '2020-W38',
        at: '2020-09-14T07:30:00.000Z',
        followsSince: RECORDED_AT,
      },
    ]);
  });

  test('so too where nothing of it was settled yet, until it has one of its own again', async () => {
    const { store, planId, commit } = await open();
    await commit({ schedule: [own] });
    await commit({ unscheduled: [{ structure: OSRU, name: 'CHECK_IN' }] });
    expect(await store.listSettledSlots(planId)).toEqual([
      { kind: 'CHECK_IN', structure: OSRU, period: '', at: '', followsSince: RECORDED_AT },
    ]);
    await commit({ schedule: [own] });
    expect(await store.loadSchedule(planId)).toEqual([own]);
    expect(await store.listSettledSlots(planId)).toEqual([]);
  });
});

describe('slots', () => {
  test('are kept as they were settled, newest first, a page at a time', async () => {
    const { store, planId, settle } = await open();
    const skipped = run('2020-W37', { outcome: 'SKIPPED', because: 'STALE', messages: 0 });
    const ofPlan = run('2020-W38', { kind: 'PLAN_SUMMARY', structure: null, full: true });
    await settle(skipped, run('2020-W38'));
    await settle(ofPlan);
    const { rows, next } = await store.listSlotRuns(planId, { ...ALL, limit: 2 });
    expect(rows).toEqual([
      { id: 3, ...ofPlan },
      { id: 2, ...run('2020-W38') },
    ]);
    expect(next).toBe(2);
    expect(await store.listSlotRuns(planId, { ...ALL, before: next })).toEqual({
      rows: [{ id: 1, ...skipped }],
      next: null,
    });
  });

  test('of a kind and of a structure', async () => {
    const { store, planId, settle } = await open();
    await settle(run('2020-W38'), run('2020-W38', { structure: DIRECTION }));
    await settle(run('2020-W38', { kind: 'REMINDER' }));
    const periods = async (query: Partial<Parameters<typeof store.listSlotRuns>[1]>) =>
      (await store.listSlotRuns(planId, { ...ALL, ...query })).rows.map(({ id }) => id);
    expect(await periods({ kind: 'CHECK_IN' })).toEqual([2, 1]);
    expect(await periods({ structure: OSRU })).toEqual([3, 1]);
    expect(await periods({ kind: 'CHECK_IN', structure: OSRU })).toEqual([1]);
    const { planId: other } = await importSample(store, { ...samplePlan(), year: 2021 }, 'sha-2');
    const count = (kind: 'CHECK_IN' | null, structure: typeof OSRU | null, plan = planId) =>
      store.countSlotRunsOf(plan, { kind, structure });
    expect(await count(null, null)).toBe(3);
    expect(await count('CHECK_IN', null)).toBe(2);
    expect(await count(null, OSRU)).toBe(2);
    expect(await count('CHECK_IN', OSRU)).toBe(1);
    expect(await count(null, null, other)).toBe(0);
  });

  test('one that somebody settled is settled: nothing of the commit is written', async () => {
    const { store, planId, commit, settle } = await open();
    await settle(run('2020-W38'));
    const again = await commit({
      slotRuns: [run('2020-W39'), run('2020-W38', { outcome: 'LATE' })],
      outbox: () => [
        {
          key: 'k',
          destination: { kind: 'CHANNEL', name: 'osru' },
          notice: { kind: 'PLAN_SUMMARY', summaryId: 's' },
        },
      ],
    });
    expect(again).toEqual({ outcome: 'CONFLICT' });
    expect((await store.listSlotRuns(planId, ALL)).rows).toHaveLength(1);
    expect((await store.countOutbox()).pending).toBe(0);
  });

  test.each([
    { why: 'another period', other: run('2020-W39') },
    { why: 'another kind', other: run('2020-W38', { kind: 'REMINDER' }) },
    { why: 'another structure', other: run('2020-W38', { structure: DIRECTION }) },
    { why: 'the plan’s own', other: run('2020-W38', { kind: 'PLAN_SUMMARY', structure: null }) },
  ])('$why is another slot', async ({ other }) => {
    const { settle } = await open();
    await settle(run('2020-W38'));
    expect(await settle(other)).toMatchObject({ outcome: 'COMMITTED' });
  });

  test('a slot of the plan comes once too: its structure is no NULL, of which there may be any number', async () => {
    const { settle } = await open();
    const ofPlan = run('2020-W38', { kind: 'PLAN_SUMMARY', structure: null });
    await settle(ofPlan);
    expect(await settle(ofPlan)).toEqual({ outcome: 'CONFLICT' });
  });

  test('twice in one commit is a bug, and writes nothing', async () => {
    const { store, planId, settle } = await open();
    await expect(settle(run('2020-W38'), run('2020-W38'))).rejects.toThrow('a slot is settled once');
    expect((await store.listSlotRuns(planId, ALL)).rows).toEqual([]);
  });

  test('the same of another plan is another', async () => {
    const { store, settle } = await open();
    await settle(run('2020-W38'));
    const { planId } = await importSample(store, { ...samplePlan(), year: 2021 }, 'sha-2');
    expect(await store.commit(decision(planId, { slotRuns: [run('2020-W38')] }))).toMatchObject({
      outcome: 'COMMITTED',
    });
    expect(await store.listSettledSlots(planId)).toHaveLength(1);
  });

  test('the last of each kind and structure is the one with the latest period, in whichever order they came', async () => {
    const { store, planId, settle } = await open();
    await settle(run('2020-W39', { at: '2020-09-21T07:30:00.000Z' }), run('2020-W38'));
    await settle(run('2020-W38', { structure: DIRECTION }));
    await settle(run('2020-W38', { kind: 'PLAN_SUMMARY', structure: null }));
    const settled = await store.listSettledSlots(planId);
    expect(settled).toHaveLength(3);
    expect(settled).toEqual(
      expect.arrayContaining([
        { kind: 'CHECK_IN', structure: OSRU, period: '2020-W39', at: '2020-09-21T07:30:00.000Z' },
        { kind: 'CHECK_IN', structure: DIRECTION, period: '2020-W38', at: '2020-09-14T07:30:00.000Z' },
        { kind: 'PLAN_SUMMARY', structure: null, period: '2020-W38', at: '2020-09-14T07:30:00.000Z' },
      ]),
    );
  });

  test('the last check-in that asked about everything', async () => {
    const { store, planId, settle } = await open();
    expect(await store.findLastFullCheckIn(planId, OSRU)).toBeUndefined();
    await settle(run('2020-W36', { full: true }), run('2020-W37', { full: true }), run('2020-W38'));
    await settle(run('2020-W39', { full: true, structure: DIRECTION }));
    expect((await store.findLastFullCheckIn(planId, OSRU))?.period).toBe('2020-W37');
  });

  test('are counted by plan, kind and outcome', async () => {
    const { store, settle } = await open();
    await settle(run('2020-W38'), run('2020-W38', { structure: DIRECTION }));
    await settle(run('2020-W37', { outcome: 'SKIPPED', because: 'SUPERSEDED', messages: 0 }));
    const counted = await store.countSlotRuns();
    expect(counted).toHaveLength(2);
    expect(counted).toEqual(
      expect.arrayContaining([
        { year: 2020, kind: 'CHECK_IN', outcome: 'ON_TIME', count: 2 },
        { year: 2020, kind: 'CHECK_IN', outcome: 'SKIPPED', count: 1 },
      ]),
    );
  });
});

test('what became of a slot stays: nothing changes or removes it, nor doubles it past the store', async () => {
  const { file, settle } = await open();
  await settle(run('2020-W38'));
  const raw = openRaw(file);
  expect(() => raw.exec("UPDATE slot_runs SET outcome = 'LATE'")).toThrow('append-only');
  expect(() => raw.exec('DELETE FROM slot_runs')).toThrow('append-only');
  const columns = 'plan_id, kind, structure, period, at, as_of, outcome, because, settled_at, messages, full';
  expect(() => raw.exec(`INSERT INTO slot_runs (${columns}) SELECT ${columns} FROM slot_runs`)).toThrow(
    'a slot is settled once',
  );
  expect(() => raw.exec('INSERT OR REPLACE INTO slot_runs SELECT * FROM slot_runs')).toThrow(
    'a slot is settled once',
  );
});

test('what one process settles, another sees', async () => {
  const { file, planId, settle } = await open();
  const other = await openTestStore(file);
  await settle(run('2020-W38'));
  expect(await other.listSettledSlots(planId)).toHaveLength(1);
  expect(await other.commit(decision(planId, { slotRuns: [run('2020-W38')] }))).toEqual({
    outcome: 'CONFLICT',
  });
});
