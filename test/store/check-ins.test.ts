import { describe, expect, test } from 'vitest';
import type { CheckIn, CheckInProgress } from '../../src/domain/check-in.ts';
import { isoDate } from '../../src/domain/dates.ts';
import { decision, item, openTestStore, report, storeWithPlan } from './support.ts';

const NO_PROGRESS: CheckInProgress = { owed: null, remindedAt: null, skipped: null };

const checkIn = (id: string, day: string, person = 'referente.osru'): CheckIn => ({
  id,
  person,
  openedOn: isoDate(day),
  closesOn: isoDate('2020-09-30'),
  closedOn: null,
  openedAtSequence: 0,
  items: [item('1.1.2'), item('3.1'), item('1.1.1')],
  ...NO_PROGRESS,
});

async function storeWithCheckIns(...checkIns: readonly CheckIn[]) {
  const opened = await storeWithPlan();
  await opened.store.commit(decision(opened.planId, { openedCheckIns: checkIns }));
  return opened;
}

describe('progress', () => {
  const reminder: CheckInProgress = {
    owed: { kind: 'REMINDER', at: '2020-09-16T08:00:00.000Z' },
    remindedAt: null,
    skipped: null,
  };

  test('a check-in is opened with what is owed for it', async () => {
    const opened = { ...checkIn('c1', '2020-09-14'), ...reminder };
    const { store, planId } = await storeWithCheckIns(opened);
    expect(await store.findCheckIn('c1')).toEqual({ ...opened, planId });
  });

  test.each<{ why: string; progress: CheckInProgress }>([
    { why: 'a reminder is owed', progress: reminder },
    {
      why: 'the message itself is owed, later',
      progress: { ...NO_PROGRESS, owed: { kind: 'ASK', at: '2020-09-15T06:00:00.000Z' } },
    },
    {
      why: 'snoozed, after the reminder',
      progress: {
        ...NO_PROGRESS,
        owed: { kind: 'AGAIN', at: '2020-09-17T07:00:00.000Z' },
        remindedAt: '2020-09-16T08:00:00.000Z',
      },
    },
    {
      why: 'skipped with a reason',
      progress: { ...NO_PROGRESS, skipped: { on: isoDate('2020-09-15'), because: 'in missione' } },
    },
    {
      why: 'skipped without one',
      progress: { ...NO_PROGRESS, skipped: { on: isoDate('2020-09-15'), because: '' } },
    },
    { why: 'nothing more follows', progress: NO_PROGRESS },
  ])('$why: written whole, and everything else stays', async ({ progress }) => {
    const before = { ...checkIn('c1', '2020-09-14'), ...reminder, remindedAt: '2020-09-14T12:00:00.000Z' };
    const other = { ...checkIn('c2', '2020-09-14', 'referente.lavoro'), ...reminder };
    const { store, planId } = await storeWithCheckIns(before, other);
    await store.commit(decision(planId, { checkInProgress: [{ id: 'c1', ...progress }] }));
    expect(await store.findCheckIn('c1')).toEqual({ ...before, ...progress, planId });
    expect(await store.findCheckIn('c2')).toEqual({ ...other, planId });
  });

  test('opened and moved on in one decision', async () => {
    const { store, planId } = await storeWithPlan();
    const opened = checkIn('c1', '2020-09-14');
    await store.commit(
      decision(planId, { openedCheckIns: [opened], checkInProgress: [{ id: 'c1', ...reminder }] }),
    );
    expect(await store.findCheckIn('c1')).toEqual({ ...opened, ...reminder, planId });
  });

  test('a decision that fails leaves it as it was', async () => {
    const { store, planId } = await storeWithCheckIns(checkIn('c1', '2020-09-14'));
    const progress = [{ id: 'c1', ...reminder }];
    const stale = decision(planId, { checkInProgress: progress, revision: 7 });
    expect(await store.commit(stale)).toEqual({ outcome: 'CONFLICT' });
    const broken = decision(planId, {
      checkInProgress: progress,
      reports: [report('1.1.1', '2020-09-14', { percentBps: 10_001 })],
    });
    await expect(store.commit(broken)).rejects.toThrow(/constraint/);
    expect(await store.findCheckIn('c1')).toMatchObject(NO_PROGRESS);
  });
});

describe('progress that was decided upon an older one', () => {
  const skipped: CheckInProgress = {
    ...NO_PROGRESS,
    skipped: { on: isoDate('2020-09-15'), because: 'in missione' },
  };
  const reminded: CheckInProgress = { ...NO_PROGRESS, remindedAt: '2020-09-16T08:00:00.000Z' };

  test('is a conflict, and nothing of the decision is written', async () => {
    const { store, planId, file } = await storeWithCheckIns(checkIn('c1', '2020-09-14'));
    const version = await store.planVersion(planId);
    // Somebody skips in another process while the reminder is on its way.
    const other = await openTestStore(file);
    await other.commit(decision(planId, { checkInProgress: [{ id: 'c1', ...skipped }] }));
    const notice = { kind: 'CHECK_IN_AGAIN', checkInId: 'c1', because: 'REMINDER' } as const;
    const late = decision(planId, {
      version,
      checkInProgress: [{ id: 'c1', ...reminded }],
      outbox: () => [{ key: 'r1', destination: { kind: 'PERSON', person: 'referente.osru' }, notice }],
    });
    expect(await store.commit(late)).toEqual({ outcome: 'CONFLICT' });
    expect(await store.findCheckIn('c1')).toMatchObject(skipped);
    expect(await store.countOutbox()).toEqual({ pending: 0, dead: 0, doubtful: 0 });
  });

  test('decided anew, it is written', async () => {
    const { store, planId } = await storeWithCheckIns({ ...checkIn('c1', '2020-09-14'), ...skipped });
    const both = { ...skipped, remindedAt: reminded.remindedAt };
    const version = await store.planVersion(planId);
    expect(
      await store.commit(decision(planId, { version, checkInProgress: [{ id: 'c1', ...both }] })),
    ).toMatchObject({ outcome: 'COMMITTED' });
    expect(await store.findCheckIn('c1')).toMatchObject(both);
  });
});

describe('of one person', () => {
  const opened = [
    checkIn('c1', '2020-09-07'),
    checkIn('c3', '2020-09-14'),
    checkIn('c2', '2020-09-14'),
    checkIn('c4', '2020-09-10', 'referente.lavoro'),
  ];

  test.each([
    { why: 'newest first, those of one day by their id', limit: 10, ids: ['c3', 'c2', 'c1'] },
    { why: 'no more than asked', limit: 2, ids: ['c3', 'c2'] },
  ])('$why', async ({ limit, ids }) => {
    const { store, planId } = await storeWithCheckIns(...opened);
    const listed = await store.listCheckInsOf(planId, 'referente.osru', limit);
    expect(listed.map(({ id }) => id)).toEqual(ids);
  });

  test('closed ones too, whole', async () => {
    const { store, planId } = await storeWithCheckIns(...opened);
    const closedOn = isoDate('2020-09-15');
    await store.commit(decision(planId, { closedCheckIns: [{ id: 'c3', closedOn }] }));
    expect(await store.listCheckInsOf(planId, 'referente.osru', 1)).toEqual([
      { ...checkIn('c3', '2020-09-14'), closedOn },
    ]);
  });

  test('of nobody, and of another plan, none', async () => {
    const { store, planId } = await storeWithCheckIns(...opened);
    expect(await store.listCheckInsOf(planId, 'nessuno', 10)).toEqual([]);
    expect(await store.listCheckInsOf(planId + 1, 'referente.osru', 10)).toEqual([]);
  });
});
