import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { expect, test } from 'vitest';
import { measurementQueries, reportQueries } from '../../src/store/history-queries.ts';
import { goalCode } from '../helpers/sample-plan.ts';
import {
  decision,
  openRaw,
  phase,
  ratioMeasurement,
  report,
  stepsOf,
  storeWithPlan,
  valueMeasurement,
} from './support.ts';

/** Reports 1, 2, 4, 5 (of 1.1.1, but 2 of 1.1.2), measurements 3 (of 3.1) and 6 (of 3.3). */
async function storeWithHistory() {
  const opened = await storeWithPlan();
  const { store, planId } = opened;
  await store.commit(
    decision(planId, {
      reports: [report('1.1.1', '2020-03-01'), report('1.1.2', '2020-03-01')],
      measurements: [ratioMeasurement('3.1', '2020-03-01', '900')],
    }),
  );
  await store.commit(
    decision(planId, {
      reports: [report('1.1.1', '2020-02-01'), report('1.1.1', '2020-04-01')],
      measurements: [valueMeasurement('3.3', '2020-03-01', '2')],
    }),
  );
  return opened;
}

const sequences = (rows: readonly { readonly sequence: number }[]) => rows.map(({ sequence }) => sequence);

test('reports, newest arrival first, a page after the other', async () => {
  const { store, planId } = await storeWithHistory();
  const pages: number[][] = [];
  let before: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof store.listReports>> = await store.listReports(planId, {
      phase: phase('1.1.1'),
      before,
      limit: 2,
    });
    pages.push(sequences(page.rows));
    before = page.next;
  } while (before !== null);
  expect(pages).toEqual([[5, 4], [1]]);

  const all = await store.listReports(planId, { phase: null, before: null, limit: 4 });
  expect(sequences(all.rows)).toEqual([5, 4, 2, 1]);
  expect(all.next).toBeNull();
});

test('measurements likewise', async () => {
  const { store, planId } = await storeWithHistory();
  const first = await store.listMeasurements(planId, { goal: null, before: null, limit: 1 });
  expect([sequences(first.rows), first.next]).toEqual([[6], 6]);
  const second = await store.listMeasurements(planId, { goal: null, before: 6, limit: 1 });
  expect([sequences(second.rows), second.next]).toEqual([[3], null]);
  const ofGoal = await store.listMeasurements(planId, { goal: goalCode('3.3'), before: null, limit: 5 });
  expect(ofGoal.rows).toMatchObject([{ goal: '3.3', value: '2', numerator: null, sequence: 6 }]);
});

test.each([0, 101, 1.5])('a page of %d rows is refused', async (limit) => {
  const { store, planId } = await storeWithPlan();
  await expect(store.listReports(planId, { phase: null, before: null, limit })).rejects.toThrow(RangeError);
});

test('what was said since a sequence, in order of arrival', async () => {
  const { store, planId } = await storeWithHistory();
  const said = await store.listSaidSince(planId, 3);
  expect([sequences(said.reports), sequences(said.measurements)]).toEqual([[4, 5], [6]]);
  expect(await store.listSaidSince(planId, 6)).toEqual({ reports: [], measurements: [] });
});

test('what somebody said last, of each kind, newest arrival first', async () => {
  const { store, planId } = await storeWithHistory();
  await store.commit(
    decision(planId, {
      reports: [7, 8, 9].map((day) => report('1.1.2', `2020-04-0${day}`, { actor: 'altri' })),
    }),
  );
  const said = await store.listSaidBy(planId, 'referente.osru', 3);
  expect([sequences(said.reports), sequences(said.measurements)]).toEqual([
    [5, 4, 2],
    [6, 3],
  ]);
  expect(await store.listSaidBy(planId, 'nessuno', 3)).toEqual({ reports: [], measurements: [] });
});

test('one by its sequence', async () => {
  const { store, planId } = await storeWithHistory();
  expect(await store.getReport(planId, 2)).toMatchObject({ phase: '1.1.2' });
  await expect(store.getReport(planId, 3)).rejects.toThrow('no report 3');
  await expect(store.getMeasurement(planId, 2)).rejects.toThrow('no measurement 2');
});

test('the items ever spoken of, each once', async () => {
  const { store, planId } = await storeWithHistory();
  expect(await store.listReportedItems(planId)).toEqual(['1.1.1', '1.1.2', '3.1', '3.3']);
});

test('every statement of the history seeks, and none sorts', async () => {
  const { file } = await storeWithPlan();
  const query = drizzle(new Sqlite(':memory:'));
  for (const queries of [reportQueries(query), measurementQueries(query)]) {
    for (const [name, statement] of Object.entries(queries)) {
      const seek = name === 'newestBy' ? /actor=\?/ : /(sequence[<>=]\?|phase>\?|goal>\?)/;
      expect(stepsOf(openRaw(file), statement), name).toEqual([
        expect.stringMatching(new RegExp(`^SEARCH \\w+ USING .*${seek.source}\\)$`)),
      ]);
    }
  }
});
