/** Rows recorded within a range, wherever it lies: full pages in the order of arrival, also where time went back. */
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/store/database.ts';
import { dayQueries } from '../../../src/store/lists/days-of-arrival.ts';
import type { InstantRange, ListOrder, Store } from '../../../src/store/port.ts';
import { decision, openRaw, stepsOf, storeWithPlan } from '../support.ts';

const CHANNEL = { kind: 'CHANNEL', name: 'c' } as const;
const NOTICE = { kind: 'PLAN_SUMMARY', summaryId: 's' } as const;
/** One of fifty commits of twenty rows each. The thirteenth is recorded on a simulated day that went back. */
const COMMITS = 50;
const EACH = 20;

const instantOf = (commit: number): string => {
  const day = commit === 13 ? 2 : Math.floor(commit / 2) + 1;
  return `2020-03-${String(day).padStart(2, '0')}T${commit % 2 === 0 ? '08' : '16'}:00:00.000Z`;
};

async function storeWithRows() {
  const opened = await storeWithPlan();
  const commits = Array.from({ length: COMMITS }, (_, commit) => {
    const numbers = Array.from({ length: EACH }, (_, index) => commit * EACH + index);
    const audit = numbers.map((n) => ({ kind: 'A', actor: 'anna', body: { n } }));
    const messages = numbers.map((n) => ({ key: `m-${n}`, destination: CHANNEL, notice: NOTICE }));
    return decision(opened.planId, { recordedAt: instantOf(commit), audit, outbox: () => messages });
  });
  // Those of one turn are written together, in their order.
  await Promise.all(commits.map((commit) => opened.store.commit(commit)));
  return opened;
}

type Row = { readonly position: number; readonly recordedAt: string };
type ReadPage = (recordedAt: InstantRange, order: ListOrder, after: number | null) => Promise<readonly Row[]>;

const LIMIT = 100;
const LISTS = [
  {
    list: 'AUDIT',
    pageOf:
      (store: Store, planId: number): ReadPage =>
      async (recordedAt, order, after) =>
        (await store.pageAudit(planId, { recordedAt, order, after, limit: LIMIT })).map((row) => ({
          position: row.sequence,
          recordedAt: row.recordedAt,
        })),
  },
  {
    list: 'DELIVERIES',
    pageOf:
      (store: Store, planId: number): ReadPage =>
      async (recordedAt, order, after) =>
        (await store.pageDeliveries(planId, { recordedAt, order, after, limit: LIMIT })).map((row) => ({
          position: row.id,
          recordedAt: row.recordedAt,
        })),
  },
] as const;

const RANGES = [
  {
    why: 'the first days, far from the newest',
    from: '2020-03-01T00:00:00.000Z',
    to: '2020-03-08T23:59:59.999Z',
  },
  { why: 'days without an end', from: '2020-03-10T00:00:00.000Z', to: null },
  { why: 'days without a beginning', from: null, to: '2020-03-10T08:00:00.000Z' },
  { why: 'a part of a day', from: '2020-03-02T09:00:00.000Z', to: '2020-03-02T16:00:00.000Z' },
  { why: 'from one instant to the same', from: '2020-03-05T16:00:00.000Z', to: '2020-03-05T16:00:00.000Z' },
  { why: 'days of which there is nothing', from: '2020-04-01T00:00:00.000Z', to: '2020-05-01T00:00:00.000Z' },
  { why: 'nothing at all', from: '2020-03-05T17:00:00.000Z', to: '2020-03-05T18:00:00.000Z' },
] as const;

async function everyPage(
  page: ReadPage,
  range: InstantRange,
  order: ListOrder,
): Promise<readonly (readonly Row[])[]> {
  const pages: (readonly Row[])[] = [];
  for (;;) {
    const rows = await page(range, order, pages.at(-1)?.at(-1)?.position ?? null);
    if (rows.length === 0) return pages;
    pages.push(rows);
  }
}

const INDEXES = { AUDIT: 'audit_entries_by_day', DELIVERIES: 'outbox_by_day' } as const;

describe.each(LISTS)('$list', ({ list, pageOf }) => {
  const openPages = async (): Promise<ReadPage> => {
    const { store, planId } = await storeWithRows();
    return pageOf(store, planId);
  };

  test('gives full pages of every range, in the order of arrival', async () => {
    const page = await openPages();
    const all = (await everyPage(page, { from: null, to: null }, 'ASC')).flat();
    expect(all.length).toBeGreaterThanOrEqual(COMMITS * EACH);
    for (const { why, from, to } of RANGES) {
      const wanted = all.filter(
        ({ recordedAt }) => (from === null || recordedAt >= from) && (to === null || recordedAt <= to),
      );
      for (const order of ['ASC', 'DESC'] as const) {
        const pages = await everyPage(page, { from, to }, order);
        expect(pages.flat(), why).toEqual(order === 'ASC' ? wanted : wanted.toReversed());
        expect(
          pages.slice(0, -1).every(({ length }) => length === LIMIT),
          why,
        ).toBe(true);
      }
    }
  });

  test('has what was recorded on a day that went back where it arrived', async () => {
    const page = await openPages();
    const range = { from: '2020-03-02T00:00:00.000Z', to: '2020-03-02T23:59:59.999Z' };
    const [rows = []] = await everyPage(page, range, 'ASC');
    const first = rows[0]?.position ?? 0;
    // The commits 2 and 3, and the 13th.
    expect(rows.map(({ position }) => Math.floor((position - first) / EACH))).toEqual(
      [0, 1, 11].flatMap((commit) => Array.from({ length: EACH }, () => commit)),
    );
  });

  test('is sought by the index of its days, and never sorted', async () => {
    const { file } = await storeWithPlan();
    const { query, close } = openDatabase({ file });
    const raw = openRaw(file);
    const index = INDEXES[list];
    for (const statement of [
      dayQueries.heads(query, list, 'DESC'),
      dayQueries.more(query, list, 'DESC'),
      dayQueries.heads(query, list, 'ASC'),
      dayQueries.more(query, list, 'ASC'),
    ]) {
      const steps = stepsOf(raw, statement).join('\n');
      expect(steps).toContain(index);
      expect(steps).not.toMatch(/SCAN (?!days|CONSTANT)|TEMP B-TREE/);
    }
    close();
  });
});
