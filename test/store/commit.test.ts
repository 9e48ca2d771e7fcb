import { describe, expect, test } from 'vitest';
import type { CheckIn } from '../../src/domain/check-in.ts';
import { isoDate } from '../../src/domain/dates.ts';
import type { NewOutboxMessage } from '../../src/store/port.ts';
import {
  decision,
  getPlan,
  item,
  openRaw,
  openTestStore,
  RECORDED_AT,
  ratioMeasurement,
  report,
  storeWithPlan,
} from './support.ts';

const message = (key: string): NewOutboxMessage => ({
  key,
  destination: { kind: 'PERSON', person: 'referente.osru' },
  notice: { kind: 'CHECK_IN', checkInId: 'c1' },
});

const checkIn: CheckIn = {
  id: 'c1',
  person: 'referente.osru',
  openedOn: isoDate('2020-09-14'),
  closesOn: isoDate('2020-09-18'),
  closedOn: null,
  openedAtSequence: 0,
  items: [item('1.1.2'), item('3.1'), item('1.1.1')],
  owed: null,
  remindedAt: null,
  skipped: null,
};

const everything = (planId: number) =>
  decision(planId, {
    inbox: { key: 'k1', fingerprint: 'f1' },
    reports: [report('1.1.1', '2020-09-14'), report('1.1.2', '2020-09-14')],
    measurements: [ratioMeasurement('3.1', '2020-09-14', '8006')],
    openedCheckIns: [checkIn],
    outbox: (sequences) => [message(`recorded-${sequences.join('-')}`)],
    audit: [{ kind: 'STATUS_REPORTED', actor: 'referente.osru', body: { items: ['1.1.1'] } }],
  });

const TABLES = [
  'reports',
  'measurements',
  'inbox',
  'outbox',
  'check_ins',
  'check_in_items',
  'audit_entries',
  'audit_actors',
];

function countRows(file: string): Readonly<Record<string, unknown>> {
  const raw = openRaw(file);
  return Object.fromEntries(
    TABLES.map((table) => [table, raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]),
  );
}

describe('a decision', () => {
  test('is written whole, and its messages know its sequences: reports first', async () => {
    const { store, planId } = await storeWithPlan();
    expect(await store.commit(everything(planId))).toEqual({
      outcome: 'COMMITTED',
      version: 2,
      sequences: [1, 2, 3],
    });
    expect(await getPlan(store)).toMatchObject({ version: 2, revision: 1, lastSequence: 3 });
    expect(await store.planVersion(planId)).toBe(2);
    expect(await store.getReport(planId, 2)).toMatchObject({ phase: '1.1.2', sequence: 2 });
    expect(await store.getMeasurement(planId, 3)).toMatchObject({ goal: '3.1', numerator: '8006' });
    const [claimed] = await store.claimOutbox({
      now: '2020-09-14T09:00:00Z',
      clockNow: '2020-09-14T09:00:00Z',
      limit: 10,
      claimSeconds: 60,
    });
    expect(claimed).toMatchObject(message('recorded-1-2-3'));
  });

  test('is not written at all when anything in it throws', async () => {
    const { store, planId, file } = await storeWithPlan();
    const before = countRows(file);
    const broken = {
      ...everything(planId),
      outbox: () => {
        throw new Error('no message');
      },
    };
    await expect(store.commit(broken)).rejects.toThrow('no message');
    expect(countRows(file)).toEqual(before);
    expect(await getPlan(store)).toMatchObject({ version: 1, lastSequence: 0 });
    expect(await store.commit(everything(planId))).toMatchObject({
      outcome: 'COMMITTED',
      sequences: [1, 2, 3],
    });
  });

  test('is refused by the tables when a fact breaks an invariant', async () => {
    const { store, planId, file } = await storeWithPlan();
    const before = countRows(file);
    const invalid = [
      decision(planId, { reports: [report('1.1.1', '2020-09-14', { percentBps: 10_001 })] }),
      decision(planId, { reports: [report('1.1.1', '2020-09-14', { percentBps: 0.5 })] }),
      decision(planId, { reports: [report('1.1.1', '2020-09-14', { units: -1 })] }),
      decision(planId, { measurements: [ratioMeasurement('3.1', '2020-09-14', '1', '0')] }),
      decision(planId, { measurements: [ratioMeasurement('3.1', '2020-09-14', '1', '')] }),
    ];
    for (const each of invalid) await expect(store.commit(each)).rejects.toThrow(/constraint|cannot store/);
    expect(countRows(file)).toEqual(before);
  });

  test('of a plan that does not exist is a bug', async () => {
    const { store } = await storeWithPlan();
    await expect(store.commit(decision(99))).rejects.toThrow('no plan 99');
  });
});

describe('the same key', () => {
  test('with the same content has one effect, and the same answer', async () => {
    const { store, planId, file } = await storeWithPlan();
    await store.commit(everything(planId));
    const before = countRows(file);
    expect(await store.commit(everything(planId))).toEqual({ outcome: 'DUPLICATE', sequences: [1, 2, 3] });
    expect(countRows(file)).toEqual(before);
    expect(await store.planVersion(planId)).toBe(2);
  });

  test('is recognised even after a new import', async () => {
    const { store, planId } = await storeWithPlan();
    await store.commit(everything(planId));
    expect(await store.commit({ ...everything(planId), revision: 7 })).toMatchObject({
      outcome: 'DUPLICATE',
    });
  });

  test('with other content is refused, and writes nothing', async () => {
    const { store, planId, file } = await storeWithPlan();
    await store.commit(everything(planId));
    const before = countRows(file);
    const other = { ...everything(planId), inbox: { key: 'k1', fingerprint: 'f2' } };
    expect(await store.commit(other)).toEqual({ outcome: 'KEY_REUSED' });
    expect(countRows(file)).toEqual(before);
  });
});

test('two processes commit to one plan, and each sees what the other did', async () => {
  const { store, planId, file } = await storeWithPlan();
  const other = await openTestStore(file);
  for (const day of ['2020-09-01', '2020-09-02', '2020-09-03']) {
    await store.commit(decision(planId, { reports: [report('1.1.1', day)] }));
    await other.commit(decision(planId, { reports: [report('1.1.2', day)] }));
  }
  for (const each of [store, other]) {
    expect(await each.planVersion(planId)).toBe(7);
    expect((await getPlan(each)).lastSequence).toBe(6);
    const { rows } = await each.listReports(planId, { phase: null, before: null, limit: 100 });
    expect(rows.map(({ sequence }) => sequence)).toEqual([6, 5, 4, 3, 2, 1]);
  }
});

describe('fences', () => {
  test.each([
    { why: 'what was said so far', fence: { lastSequence: 1 }, outcome: 'COMMITTED' },
    { why: 'something was said since', fence: { lastSequence: 0 }, outcome: 'CONFLICT' },
    { why: 'not judged by what was said', fence: { lastSequence: null }, outcome: 'COMMITTED' },
    { why: 'another definition', fence: { revision: 2 }, outcome: 'CONFLICT' },
    { why: 'whatever the plan says', fence: { revision: null }, outcome: 'COMMITTED' },
  ])('$why → $outcome', async ({ fence, outcome }) => {
    const { store, planId, file } = await storeWithPlan();
    await store.commit(decision(planId, { reports: [report('1.1.1', '2020-09-14')] }));
    const before = countRows(file);
    const second = decision(planId, { reports: [report('1.1.1', '2020-09-14')], ...fence });
    expect((await store.commit(second)).outcome).toBe(outcome);
    if (outcome === 'CONFLICT') expect(countRows(file)).toEqual(before);
  });

  test('a check-in that somebody else opened', async () => {
    const { store, planId, file } = await storeWithPlan();
    await store.commit(everything(planId));
    const before = countRows(file);
    const other = { ...checkIn, id: 'c2', person: 'referente.lavoro' };
    const round = decision(planId, { openedCheckIns: [other, checkIn], outbox: () => [message('m2')] });
    expect(await store.commit(round)).toEqual({ outcome: 'CONFLICT' });
    expect(countRows(file)).toEqual(before);
  });
});

test('what was committed under a key is found with its plan', async () => {
  const { store, planId } = await storeWithPlan();
  await store.commit(everything(planId));
  expect(await store.findCommitted('k1')).toEqual({
    planId,
    recordedAt: RECORDED_AT,
    fingerprint: 'f1',
    sequences: [1, 2, 3],
  });
  expect(await store.findCommitted('k2')).toBeUndefined();
});

describe('check-ins', () => {
  test('are opened, found and closed by a newer one', async () => {
    const { store, planId } = await storeWithPlan();
    await store.commit(everything(planId));
    expect(await store.findCheckIn('c1')).toEqual({ ...checkIn, planId });
    expect(await store.listUnclosedCheckIns(planId)).toEqual([checkIn]);

    const newer = { ...checkIn, id: 'c2', openedOn: isoDate('2020-09-16'), items: [item('1.1.1')] };
    const closedOn = isoDate('2020-09-16');
    await store.commit(
      decision(planId, { openedCheckIns: [newer], closedCheckIns: [{ id: 'c1', closedOn }] }),
    );
    expect(await store.findCheckIn('c1')).toEqual({ ...checkIn, planId, closedOn });
    expect(await store.listUnclosedCheckIns(planId)).toEqual([newer]);
    expect(await store.findCheckIn('c3')).toBeUndefined();
  });

  test('the first close stands', async () => {
    const { store, planId } = await storeWithPlan();
    await store.commit(everything(planId));
    for (const day of ['2020-09-16', '2020-09-17']) {
      await store.commit(decision(planId, { closedCheckIns: [{ id: 'c1', closedOn: isoDate(day) }] }));
    }
    expect(await store.findCheckIn('c1')).toMatchObject({ closedOn: '2020-09-16' });
  });
});
