import { describe, expect, test } from 'vitest';
import type { CheckIn } from '../../../src/domain/check-in.ts';
import { isoDate } from '../../../src/domain/dates.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { rowQueries } from '../../../src/store/lists/list-rows.ts';
import type { KeptCheckIn, Store } from '../../../src/store/port.ts';
import { decision, item, openRaw, report, stepsOf, storeWithPlan, temporaryFile } from '../support.ts';

const checkIn = (person: string, day: string, openedAtSequence = 0): CheckIn => ({
  id: `2020-${day}-${person}`,
  person,
  openedOn: isoDate(day),
  closesOn: isoDate(day),
  closedOn: null,
  openedAtSequence,
  items: [item('1.1.1'), item('3.1')],
  owed: null,
  remindedAt: null,
  skipped: null,
});

const EVER = { from: null, to: null };
const PEOPLE = ['anna', 'bruno', 'carla'];

async function storeWithCheckIns() {
  const opened = await storeWithPlan();
  const openedCheckIns = ['2020-09-07', '2020-09-14'].flatMap((day) =>
    PEOPLE.map((person) => checkIn(person, day)),
  );
  await opened.store.commit(decision(opened.planId, { openedCheckIns }));
  return opened;
}

async function everyCheckIn(
  store: Store,
  planId: number,
  order: 'DESC' | 'ASC',
): Promise<readonly KeptCheckIn[]> {
  const rows: KeptCheckIn[] = [];
  for (;;) {
    const page = await store.pageCheckIns(planId, {
      openedOn: EVER,
      order,
      after: rows.at(-1) ?? null,
      limit: 2,
    });
    if (!page || page.length === 0) return rows;
    rows.push(...page);
  }
}

test('check-ins a page after the other, those of a day too', async () => {
  const { store, planId } = await storeWithCheckIns();
  const ids = (rows: readonly KeptCheckIn[]) => rows.map(({ id }) => id);
  const ascending = await everyCheckIn(store, planId, 'ASC');
  expect(ids(ascending)).toEqual(
    ['2020-09-07', '2020-09-14'].flatMap((day) => PEOPLE.map((person) => `2020-${day}-${person}`)),
  );
  expect(ids(await everyCheckIn(store, planId, 'DESC'))).toEqual(ids(ascending).toReversed());
  expect(ascending[0]?.items).toEqual(['1.1.1', '3.1']);
});

describe('check-ins of a range of days', () => {
  const DAYS = Array.from({ length: 20 }, (_, day) => `2020-03-${String(day + 1).padStart(2, '0')}`);

  async function storeWithMany() {
    const opened = await storeWithPlan();
    const openedCheckIns = DAYS.flatMap((day) =>
      Array.from({ length: 50 }, (_, person) => checkIn(`p${person}`, day)),
    );
    await opened.store.commit(decision(opened.planId, { openedCheckIns }));
    return opened;
  }

  const day = (text: string | null) => (text === null ? null : isoDate(text));

  test.each([
    { why: 'far from the newest', from: '2020-03-01', to: '2020-03-03' },
    { why: 'without an end', from: '2020-03-17', to: null },
    { why: 'without a beginning', from: null, to: '2020-03-05' },
    { why: 'of which there is nothing', from: '2020-04-01', to: '2020-05-01' },
  ])('fill their pages, and end: $why', async ({ from, to }) => {
    const { store, planId } = await storeWithMany();
    const openedOn = { from: day(from), to: day(to) };
    const wanted = DAYS.filter((each) => (from === null || each >= from) && (to === null || each <= to));
    for (const order of ['ASC', 'DESC'] as const) {
      const found: string[] = [];
      let after: KeptCheckIn | null = null;
      for (;;) {
        const page: readonly KeptCheckIn[] | null = await store.pageCheckIns(planId, {
          openedOn,
          order,
          after,
          limit: 100,
        });
        if (!page || page.length === 0) break;
        after = page.at(-1) ?? null;
        found.push(...page.map((each) => each.openedOn));
        expect(page.length === 100 || found.length === wanted.length * 50).toBe(true);
      }
      const days = wanted.flatMap((each) => Array.from({ length: 50 }, () => each));
      expect(found).toEqual(order === 'ASC' ? days : days.toReversed());
    }
  });

  test('after a check-in beyond their end there is none, and before their beginning all of them', async () => {
    const { store, planId } = await storeWithCheckIns();
    const [first, ...others] = await everyCheckIn(store, planId, 'ASC');
    const last = others.at(-1) ?? null;
    const openedOn = { from: isoDate('2020-09-14'), to: isoDate('2020-09-14') };
    const page = (order: 'ASC' | 'DESC', after: KeptCheckIn | null) =>
      store.pageCheckIns(planId, { openedOn, order, after, limit: 10 });
    expect(await page('ASC', first ?? null)).toHaveLength(PEOPLE.length);
    expect(await page('DESC', first ?? null)).toEqual([]);
    expect(await page('ASC', last)).toEqual([]);
    expect(await page('DESC', last)).toHaveLength(PEOPLE.length - 1);
  });
});

describe('the handle of a check-in', () => {
  test('names it, and not the person', async () => {
    const { store, planId } = await storeWithCheckIns();
    const rows = await everyCheckIn(store, planId, 'ASC');
    expect(new Set(rows.map(({ handle }) => handle)).size).toBe(rows.length);
    for (const { id, openedOn, handle } of rows) {
      expect(handle).toMatch(/^[0-9a-f]{24}$/);
      expect((await store.findCheckInByHandle(planId, openedOn, handle))?.id).toBe(id);
      expect(await store.findCheckInByHandle(planId + 1, openedOn, handle)).toBeUndefined();
      expect(await store.findCheckInByHandle(planId, openedOn, id)).toBeUndefined();
    }
  });

  test('is another in another database: it cannot be guessed from the person', async () => {
    const handles = await Promise.all(
      ['sha-1', 'sha-2'].map(async (contentHash) => {
        const { store, planId } = await storeWithPlan(temporaryFile(), undefined, contentHash);
        await store.commit(decision(planId, { openedCheckIns: [checkIn('anna', '2020-09-07')] }));
        return (await everyCheckIn(store, planId, 'ASC'))[0]?.handle;
      }),
    );
    expect(new Set(handles).size).toBe(2);
  });

  test('without one to go on after there is no page', async () => {
    const { store, planId } = await storeWithCheckIns();
    const after = { openedOn: isoDate('2020-09-07'), handle: 'x' };
    expect(await store.pageCheckIns(planId, { openedOn: EVER, order: 'ASC', after, limit: 2 })).toBeNull();
  });
});

test('when something was first said after a sequence', async () => {
  const { store, planId } = await storeWithPlan();
  for (const [day, recordedAt] of [
    ['2020-03-01', '2020-03-01T08:00:00.000Z'],
    ['2020-03-02', '2020-03-02T08:00:00.000Z'],
  ] as const) {
    await store.commit(decision(planId, { recordedAt, reports: [report('1.1.1', day)] }));
  }
  const asked = [0, 1, 2].map((sequence) => ({ item: item('1.1.1'), sequence }));
  expect(await store.listFirstSaidAfter(planId, [...asked, { item: item('3.1'), sequence: 0 }])).toEqual([
    '2020-03-01T08:00:00.000Z',
    '2020-03-02T08:00:00.000Z',
    null,
    null,
  ]);
});

test('messages and the history, from either end', async () => {
  const { store, planId } = await storeWithPlan();
  const message = (key: string) => ({
    key,
    destination: { kind: 'CHANNEL', name: 'c' } as const,
    notice: { kind: 'PLAN_SUMMARY', summaryId: 's' } as const,
  });
  const audit = ['A', 'B', 'C'].map((kind) => ({ kind, actor: 'anna', body: { n: 1 } }));
  await store.commit(decision(planId, { audit, outbox: () => ['a', 'b', 'c'].map(message) }));
  const newest = await store.pageDeliveries(planId, {
    recordedAt: EVER,
    order: 'DESC',
    after: null,
    limit: 2,
  });
  expect(newest.map(({ id }) => id)).toEqual([3, 2]);
  const older = await store.pageDeliveries(planId, { recordedAt: EVER, order: 'DESC', after: 2, limit: 2 });
  expect(older.map(({ id, state }) => [id, state])).toEqual([[1, 'PENDING']]);
  const entries = await store.pageAudit(planId, { recordedAt: EVER, order: 'ASC', after: 1, limit: 5 });
  expect(entries.map(({ kind, content }) => [kind, content])).toEqual(
    ['A', 'B', 'C'].map((kind) => [kind, '{"n":1}']),
  );
  expect(JSON.stringify(entries)).not.toContain('anna');
  expect(await store.findDelivery(planId, 3)).toMatchObject({ id: 3 });
  expect(await store.findDelivery(planId + 1, 3)).toBeUndefined();
  expect(await store.findAuditEntry(planId, 99)).toBeUndefined();
});

describe('each statement seeks on an index and never sorts', () => {
  type Statement = keyof typeof rowQueries;
  const statements = Object.keys(rowQueries) as Statement[];
  test.each(statements)('%s', async (name) => {
    const { file } = await storeWithPlan();
    const { query, close } = openDatabase({ file });
    const steps = stepsOf(openRaw(file), rowQueries[name](query, 'DESC')).join('\n');
    close();
    expect(steps).toMatch(/SEARCH \w+/);
    expect(steps).not.toMatch(
      /SCAN (outbox|audit_entries|check_ins|check_in_items|reports|measurements|slot_runs)|TEMP B-TREE/,
    );
  });
});
