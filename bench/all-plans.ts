/**
 * The figures of every structure of a thousand plans against the one statement that sums them, in the same run. The
 * statement gives progress alone; ours gives coverage and both readings of what was planned with it, exact.
 * Nothing is asserted but that both find the same progress. `npx tsx bench/all-plans.ts [plans] [reports]`
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { isoDate } from '../src/domain/dates.ts';
import { ratio } from '../src/domain/ratio.ts';
import { readAllPlans } from '../src/services/all-plans/read-all-plans.ts';
import { loadFigures } from '../src/services/load-figures.ts';
import { openBenchContext } from './history/bench-context.ts';
import { interleaved, machine, print, timingOf } from './history/measure.ts';
import { createPlanDatabase } from './history/plan-database.ts';

const [plans = 1_000, reports = 100_000] = process.argv.slice(2).map(Number);
const DAY = isoDate('2020-09-14');

/** Σ weight × latest percent per structure, of the baseline in force; a phase is sought once, however many share it. */
const STATEMENT = `
  WITH in_force AS (
    SELECT plan_id, coalesce(max(CASE WHEN effective_from <= :day THEN number END), min(number)) AS baseline
    FROM baselines GROUP BY plan_id
  ), parts AS MATERIALIZED (
    SELECT p.plan_id, p.baseline, p.code, g.weight_bps * p.weight_bps AS weight, coalesce((
      SELECT r.percent_bps FROM reports AS r
      WHERE r.plan_id = p.plan_id AND r.phase = p.code AND r.reported_on <= :day
      ORDER BY r.reported_on DESC, r.sequence DESC LIMIT 1
    ), 0) AS percent_bps
    FROM in_force AS f
    JOIN phases AS p ON p.plan_id = f.plan_id AND p.baseline = f.baseline
    JOIN goals AS g ON g.plan_id = p.plan_id AND g.baseline = p.baseline AND g.code = p.goal
    UNION ALL
    SELECT g.plan_id, g.baseline, g.code, g.weight_bps * 10000, 0
    FROM in_force AS f
    JOIN goals AS g ON g.plan_id = f.plan_id AND g.baseline = f.baseline
    WHERE NOT EXISTS (SELECT 1 FROM phases AS p WHERE p.plan_id = g.plan_id AND p.baseline = g.baseline AND p.goal = g.code)
  ), structures_of AS (
    SELECT plan_id, baseline, phase AS code, structure FROM phase_structures
    UNION ALL SELECT plan_id, baseline, goal, structure FROM goal_structures
  )
  SELECT parts.plan_id AS plan, s.structure, sum(weight * percent_bps) AS sum, sum(weight) AS weight
  FROM parts JOIN structures_of AS s USING (plan_id, baseline, code)
  GROUP BY parts.plan_id, s.structure`;

type Row = { plan: number; structure: string; sum: number; weight: number };

const directory = mkdtempSync(join(tmpdir(), 'arti-bench-plans-'));
try {
  const file = join(directory, 'arti.db');
  await createPlanDatabase(file, { plans, reports });
  const client = new Sqlite(file, { readonly: true });
  const statement = client.prepare<{ day: string }, Row>(STATEMENT);
  const sumByStatement = () => statement.all({ day: DAY });
  const context = await openBenchContext(file);
  const from = performance.now();
  const all = await readAllPlans(context, DAY);
  const first = performance.now() - from;
  const told = (year: number, structure: string, share: { n: bigint; d: bigint } | null) =>
    `${year} ${structure} ${share?.n}/${share?.d}`;
  const years = new Map(
    client
      .prepare<[], { id: number; year: number }>('SELECT id, year FROM plans')
      .all()
      .map(({ id, year }) => [id, year]),
  );
  assert.deepEqual(
    all
      .flatMap(({ plan, sums }) =>
        sums.structures.map(({ structure, figure }) => told(plan.year, structure.code, figure.share)),
      )
      .sort(),
    sumByStatement()
      .map(({ plan, structure, sum, weight }) =>
        told(years.get(plan) ?? 0, structure, ratio(sum, weight * 10_000)),
      )
      .sort(),
  );
  console.log(`${machine()}; ${plans} plans, ${reports} reports, ${all.length * 3} structures`);
  let day = 0;
  const timings = await interleaved(
    {
      statement: sumByStatement,
      ours: () => readAllPlans(context, DAY),
      anotherDay: () =>
        readAllPlans(context, isoDate(`2020-09-${String(10 + (day++ % 4)).padStart(2, '0')}`)),
      loop: async () => {
        for (const year of await context.store.listYears()) {
          context.figures.clear();
          await loadFigures(context, { year, asOf: DAY, baseline: null });
        }
      },
    },
    { rounds: 7, calls: 1 },
  );
  print('one statement', timings.statement);
  print('ours, every structure and plan', timings.ours, timings.statement);
  print('ours, of another day than the last one', timings.anotherDay, timings.statement);
  print('a loop of whole assessments', timings.loop, timings.statement);
  print('ours, the first of a process', timingOf([first]), timings.statement);
  await context.store.close();
} finally {
  rmSync(directory, { recursive: true, force: true });
}
