/**
 * A year's weekly series of a plan against a kept snapshot table, one row a week, read by a prepared statement in the
 * same run: unchanged, after a report of today, after a back-dated correction, and by a process that remembers nothing.
 * Nothing is asserted but that both answer the same. `npx tsx bench/series.ts [reports]`
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { PhaseCode } from '../src/domain/codes.ts';
import { type IsoDate, isoDate } from '../src/domain/dates.ts';
import type { Context } from '../src/services/context.ts';
import { type ProgressSeriesView, readProgressSeries } from '../src/services/series/read-progress-series.ts';
import { openBenchContext } from './history/bench-context.ts';
import { interleaved, machine, print, timingOf } from './history/measure.ts';
import { createPlanDatabase } from './history/plan-database.ts';

const reports = Number(process.argv[2] ?? 100_000);
const directory = mkdtempSync(join(tmpdir(), 'arti-bench-series-'));
const file = join(directory, 'arti.db');
const [FIRST, LAST] = [isoDate('2020-01-01'), isoDate('2020-12-31')];

async function weekly(context: Context): Promise<ProgressSeriesView> {
  const series = await readProgressSeries(context, {
    year: 2020,
    asOf: null,
    baseline: null,
    of: { kind: 'PLAN' },
    from: FIRST,
    to: LAST,
    every: 'WEEK',
  });
  if (!series.ok) throw new Error(series.refusal.code);
  return series.value;
}

type Row = {
  day: IsoDate;
  baseline: number;
  percent: number | null;
  reason: string | null;
  coverage: number | null;
  byDeadline: number | null;
  linear: number | null;
};

/** What a product with a kept table would do: a row a week, filled here with our answer. */
function keepTable({ points }: ProgressSeriesView): () => object {
  const client = new Sqlite(file);
  client.exec(`CREATE TABLE bench_series (
    plan_id INTEGER NOT NULL, subject TEXT NOT NULL, day TEXT NOT NULL, baseline INTEGER NOT NULL, percent REAL, reason TEXT,
    coverage REAL, by_deadline REAL, linear REAL, PRIMARY KEY (plan_id, subject, day)) STRICT, WITHOUT ROWID`);
  const insert = client.prepare(`INSERT INTO bench_series VALUES (1, 'PLAN', ?, ?, ?, ?, ?, ?, ?)`);
  for (const { day, baseline, percent, reason, coverage, planned } of points) {
    insert.run(day, BigInt(baseline), percent, reason, coverage, planned.byDeadline, planned.linear);
  }
  const select = client.prepare<unknown[], Row>(
    `SELECT day, baseline, percent, reason, coverage, by_deadline AS byDeadline, linear FROM bench_series
     WHERE plan_id = ? AND subject = ? AND day BETWEEN ? AND ? ORDER BY day`,
  );
  return () => ({
    from: FIRST,
    to: LAST,
    every: 'WEEK',
    points: select.all(1n, 'PLAN', FIRST, LAST).map(({ byDeadline, linear, ...point }) => ({
      ...point,
      planned: { byDeadline, linear },
    })),
  });
}

async function say(context: Context, day: IsoDate, percentBps: number): Promise<void> {
  await context.store.commit({
    planId: 1,
    revision: null,
    lastSequence: null,
    recordedAt: '2020-09-14T08:00:00.000Z',
    inbox: null,
    reports: [
      {
        phase: '1.1.1' as PhaseCode,
        reportedOn: day,
        actor: 'bench',
        source: 'GRAPHQL',
        note: null,
        evidence: null,
        percentBps,
        units: null,
        completes: false,
        blockedBecause: null,
      },
    ],
  });
}

/** Of one call after each commit; the commit is not counted. */
async function afterEach(context: Context, day: IsoDate, rounds: number) {
  const values: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await say(context, day, (round * 100) % 10_000);
    const from = performance.now();
    await weekly(context);
    values.push(performance.now() - from);
  }
  return timingOf(values);
}

try {
  await createPlanDatabase(file, { plans: 1, reports });
  const context = await openBenchContext(file);
  const kept = keepTable(await weekly(context));
  assert.deepEqual(kept(), { ...(await weekly(context)) });
  console.log(`${machine()}; ${reports} reports, 53 weeks`);
  const { table, ours } = await interleaved(
    { table: kept, ours: () => weekly(context) },
    { rounds: 15, calls: 400 },
  );
  print('kept table, one prepared statement', table);
  print('ours, unchanged', ours, table);
  print('ours, after a report of today', await afterEach(context, isoDate('2020-09-14'), 50), table);
  print('ours, after a correction of 10 March', await afterEach(context, isoDate('2020-03-10'), 50), table);
  const cold: number[] = [];
  for (let round = 0; round < 7; round++) {
    const fresh = await openBenchContext(file);
    await fresh.store.findPlan(2020);
    const from = performance.now();
    await weekly(fresh);
    cold.push(performance.now() - from);
    await fresh.store.close();
  }
  print('ours, the first of a process', timingOf(cold), table);
  await context.store.close();
} finally {
  rmSync(directory, { recursive: true, force: true });
}
