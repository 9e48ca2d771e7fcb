/** Pages of what was said: each row once and in its order, whatever is asked for and whatever arrives meanwhile. */
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../src/domain/dates.ts';
import type { StatusReport } from '../../../src/domain/facts.ts';
import {
  type FactKey,
  itemSeeks,
  measurementSeeks,
  reportSeeks,
} from '../../../src/store/lists/fact-seeks.ts';
import { LOOKS } from '../../../src/store/lists/merge-seeks.ts';
import type { FactOrder, Store } from '../../../src/store/port.ts';
import { goalCode, samplePlan } from '../../helpers/sample-plan.ts';
import {
  decision,
  importSample,
  openRaw,
  phase,
  ratioMeasurement,
  report,
  stepsOf,
  storeWithPlan,
  valueMeasurement,
} from '../support.ts';
import { EVERYTHING, everyPage, naively } from './support.ts';

const ORDERS: readonly FactOrder[] = ['RECORDED_DESC', 'RECORDED_ASC', 'REPORTED_ON_DESC', 'REPORTED_ON_ASC'];
const PHASES = ['1.1.1', '1.1.2', '1.1.3', '9.9.9'];
const ACTORS = ['referente.osru', 'referente.lavoro', 'key:cruscotto'];
const DAYS = ['2020-03-01', '2020-03-02', '2020-03-03', '2020-06-01'];
const INSTANTS = ['2020-09-14T08:00:00.000Z', '2020-09-14T09:00:00.000Z', '2020-09-15T08:00:00.000Z'];
const SOURCES = ['SLACK', 'GRAPHQL'] as const;

const said = fc.record({
  phase: fc.constantFrom(...PHASES),
  day: fc.constantFrom(...DAYS),
  actor: fc.constantFrom(...ACTORS),
  source: fc.constantFrom(...SOURCES),
  blocked: fc.boolean(),
  at: fc.constantFrom(...INSTANTS),
});
type Said = typeof said extends fc.Arbitrary<infer T> ? T : never;

const some = <T extends string>(values: readonly T[]) => fc.option(fc.subarray([...values]), { nil: null });
const range = <T extends string>(values: readonly T[]) =>
  fc.record({
    from: fc.option(fc.constantFrom(...values), { nil: null }),
    to: fc.option(fc.constantFrom(...values), { nil: null }),
  });

const asked = fc.record({
  items: some(PHASES),
  actors: some(ACTORS),
  reportedOn: range(DAYS),
  recordedAt: range(INSTANTS),
  source: fc.option(fc.constantFrom(...SOURCES), { nil: null }),
  blockedOnly: fc.boolean(),
  order: fc.constantFrom(...ORDERS),
  limit: fc.integer({ min: 1, max: 5 }),
});

const commitSaid = (store: Store, planId: number, { phase: code, day, actor, source, blocked, at }: Said) =>
  store.commit(
    decision(planId, {
      recordedAt: at,
      reports: [report(code, day, { actor, source, blockedBecause: blocked ? 'manca il parere' : null })],
    }),
  );

async function allReports(store: Store, planId: number): Promise<readonly StatusReport[]> {
  return (await store.listSaidSince(planId, 0)).reports;
}

test('any filter, any order, any page size, while reports arrive: what was there comes once, in order', async () => {
  const { store } = await storeWithPlan(':memory:');
  // A plan of its own for each run, which needs no database of its own.
  let year = 2020;
  await fc.assert(
    fc.asyncProperty(
      fc.array(said, { maxLength: 25 }),
      fc.array(said, { maxLength: 12 }),
      asked,
      async (before, meanwhile, query) => {
        year += 1;
        const { planId } = await importSample(store, { ...samplePlan(), year }, `sha-${year}`);
        for (const each of before) await commitSaid(store, planId, each);
        const there = await allReports(store, planId);
        const arriving = [...meanwhile];
        const pages = await everyPage(
          (after) => store.pageReports(planId, { ...EVERYTHING, ...(query as object), after }),
          async () => {
            const next = arriving.shift();
            if (next) await commitSaid(store, planId, next);
          },
        );
        const known = new Set(there.map(({ sequence }) => sequence));
        const wanted = { ...EVERYTHING, ...(query as typeof EVERYTHING) };
        const expected = naively(there, wanted, (fact) => fact.phase).filter(
          ({ blockedBecause }) => !query.blockedOnly || blockedBecause !== null,
        );
        expect(pages.filter(({ sequence }) => known.has(sequence))).toEqual(expected);
        expect(new Set(pages.map(({ sequence }) => sequence)).size).toBe(pages.length);
      },
    ),
    { numRuns: 60 },
  );
});

test('measurements likewise', async () => {
  const { store, planId } = await storeWithPlan(':memory:');
  const measurements = [
    ratioMeasurement('3.1', '2020-03-01', '900'),
    valueMeasurement('3.3', '2020-02-01', '2'),
    ratioMeasurement('3.1', '2020-01-01', '800'),
    valueMeasurement('3.3', '2020-03-01', '3'),
  ];
  await store.commit(decision(planId, { measurements }));
  const facts = (await store.listSaidSince(planId, 0)).measurements;
  for (const order of ORDERS) {
    for (const items of [null, [goalCode('3.1')], [goalCode('3.1'), goalCode('3.3')]]) {
      const query = { ...EVERYTHING, order, items, limit: 1 };
      const rows = await everyPage((after) => store.pageMeasurements(planId, { ...query, after }));
      expect(rows).toEqual(naively(facts, query, ({ goal }) => goal));
    }
  }
});

test('where next to nothing fits, a page ends early and says that more may follow', async () => {
  const { store, planId } = await storeWithPlan(':memory:');
  const first = report('1.1.1', '2020-03-01', { source: 'GRAPHQL' });
  const others = Array.from({ length: LOOKS + 10 }, () => report('1.1.1', '2020-03-02'));
  await store.commit(decision(planId, { reports: [first, ...others] }));
  for (const items of [null, [phase('1.1.1'), phase('1.1.2')]]) {
    const query = { ...EVERYTHING, items, source: 'GRAPHQL' } as const;
    const page = await store.pageReports(planId, query);
    expect([page.rows, page.more]).toEqual([[], true]);
    const next = await store.pageReports(planId, { ...query, after: page.reached });
    expect([next.rows.map(({ sequence }) => sequence), next.more]).toEqual([[1], false]);
  }
});

test('a range of days ends a list by days, and is not read past', async () => {
  const { store, planId } = await storeWithPlan(':memory:');
  const years = Array.from({ length: LOOKS }, () => report('1.1.1', '2020-01-01'));
  await store.commit(decision(planId, { reports: [...years, report('1.1.1', '2020-03-01')] }));
  const reportedOn = { from: isoDate('2020-02-01'), to: null };
  const page = await store.pageReports(planId, { ...EVERYTHING, order: 'REPORTED_ON_DESC', reportedOn });
  expect([page.rows.length, page.more]).toEqual([1, false]);
});

describe('each statement seeks on an index and never sorts', () => {
  async function steps(
    statementOf: (query: Parameters<typeof reportSeeks>[0]) => Parameters<typeof stepsOf>[1],
  ) {
    const { file } = await storeWithPlan();
    return stepsOf(openRaw(file), statementOf(drizzle(new Sqlite(':memory:'))));
  }
  const keys: readonly FactKey[] = ['PLAN', 'ITEM', 'ACTOR'];
  const cases = ORDERS.flatMap((order) => keys.map((by) => ({ order, by }))).filter(
    ({ order, by }) => by === 'ITEM' || order.startsWith('RECORDED'),
  );

  test.each(cases)('$by in $order', async ({ order, by }) => {
    for (const seeks of [reportSeeks, measurementSeeks]) {
      const more = (await steps((query) => seeks(query, by, order).more)).join('\n');
      expect(more).toMatch(/^SEARCH (reports|measurements) USING INDEX \w+ \(plan_id=\?.*\)$/);
      if (by === 'PLAN') continue;
      const heads = (await steps((query) => seeks(query, by, order).heads)).join('\n');
      expect(heads).not.toMatch(/SCAN (reports|measurements)|TEMP B-TREE/);
      expect(heads).toMatch(/SEARCH (reports|measurements) USING (COVERING )?INDEX \w+_(by_|as_of)/);
    }
  });

  test('each item ever spoken of', async () => {
    for (const kind of ['report', 'measurement'] as const) {
      expect((await steps((query) => itemSeeks(query)[kind])).join('\n')).toMatch(
        /^SEARCH \w+ USING COVERING INDEX/,
      );
    }
  });
});
