/**
 * How the product's work grows: with the reports of a plan, from 10⁴ to 10⁶ (10⁷ with `--largest`), and with the plans of
 * a database, from 1 to 1,000. Prints each median and the exponent, the slope on doubly logarithmic paper: 0 is the same
 * for any size, 1 is in proportion. What is asked is always computed: nothing of it was kept from the call before.
 * `npx tsx bench/growth.ts [--largest]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, type IsoDate, isoDate } from '../src/domain/dates.ts';
import { readAllPlans } from '../src/services/all-plans/read-all-plans.ts';
import type { Context } from '../src/services/context.ts';
import { loadFigures } from '../src/services/load-figures.ts';
import { readProgressSeries } from '../src/services/series/read-progress-series.ts';
import { planView } from '../src/services/views/plan-view.ts';
import { openBenchContext } from './history/bench-context.ts';
import { machine, type Timing, timingOf } from './history/measure.ts';
import { createPlanDatabase, type DatabaseSize } from './history/plan-database.ts';

const WARM_UP = 3;
const ROUNDS = 60;
const SERIES_ROUNDS = 12;
const ALL_PLANS_ROUNDS = 12;
/** Of each plan where the plans grow. */
const REPORTS_A_PLAN = 200;

type Sample = { readonly size: number; readonly timing: Timing };

const TODAY = isoDate('2020-09-14');

async function figuresOf(context: Context, asOf: IsoDate) {
  context.figures.clear();
  const loaded = await loadFigures(context, { year: 2020, asOf, baseline: null });
  if (!loaded.ok) throw new Error(loaded.refusal.code);
  return loaded.value.figures;
}

async function series(context: Context): Promise<void> {
  const read = await readProgressSeries(context, {
    year: 2020,
    asOf: null,
    baseline: null,
    of: { kind: 'PLAN' },
    from: null,
    to: null,
    every: 'WEEK',
  });
  if (!read.ok) throw new Error(read.refusal.code);
}

/** Another context of the same store a call, so that no day is known yet. */
const forgetful = (context: Context): Context => ({ ...context, store: { ...context.store } });

const WORK: Readonly<Record<string, (context: Context, round: number) => Promise<unknown>>> = {
  status: (context) => figuresOf(context, TODAY),
  dashboard: async (context) => planView(await figuresOf(context, TODAY), TODAY),
  'as of': (context, round) => figuresOf(context, addDays(TODAY, -1 - round)),
  series: (context) => series(forgetful(context)),
};

type Opened = { readonly size: number; readonly context: Context };

async function open(directory: string, size: number, of: DatabaseSize): Promise<Opened> {
  const file = join(directory, `${of.plans}-${of.reports}.db`);
  await createPlanDatabase(file, of);
  return { size, context: await openBenchContext(file) };
}

/** Every size in turn, round by round: what else the machine does falls upon all of them. */
async function sample(
  databases: readonly Opened[],
  rounds: number,
  work: (context: Context, round: number) => Promise<unknown>,
): Promise<readonly Sample[]> {
  const values = databases.map((): number[] => []);
  for (let round = 0; round < rounds + WARM_UP; round++) {
    for (const [index, { context }] of databases.entries()) {
      const from = performance.now();
      await work(context, round);
      if (round >= WARM_UP) values[index]?.push(performance.now() - from);
    }
  }
  return databases.map(({ size }, index) => ({ size, timing: timingOf(values[index] ?? []) }));
}

/** Least squares through the logarithms of the medians. */
function exponentOf(samples: readonly Sample[]): number {
  const points = samples.map(({ size, timing }) => [Math.log(size), Math.log(timing.median)] as const);
  const mean = (place: 0 | 1) => points.reduce((total, point) => total + point[place], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const above = points.reduce((total, point) => total + (point[0] - x) * (point[1] - y), 0);
  return above / points.reduce((total, point) => total + (point[0] - x) ** 2, 0);
}

function report(name: string, goal: number, samples: readonly Sample[]): void {
  const figures = samples.map(({ size, timing }) => `${size}: ${timing.median.toFixed(2)} ms`);
  const exponent = exponentOf(samples);
  const verdict = exponent <= goal ? 'met' : 'not met';
  console.log(
    `${name.padEnd(12)} ${figures.join('  ')}  exponent ${exponent.toFixed(3)} (≤ ${goal}: ${verdict})`,
  );
}

const directory = mkdtempSync(join(tmpdir(), 'arti-bench-growth-'));
try {
  console.log(machine());
  const sizes = [10_000, 100_000, 1_000_000, ...(process.argv.includes('--largest') ? [10_000_000] : [])];
  const byReports: Opened[] = [];
  for (const reports of sizes) byReports.push(await open(directory, reports, { plans: 1, reports }));
  console.log('with the reports of a plan');
  for (const [name, work] of Object.entries(WORK)) {
    report(name, 0.05, await sample(byReports, name === 'series' ? SERIES_ROUNDS : ROUNDS, work));
  }
  const byPlans: Opened[] = [];
  for (const plans of [1, 10, 100, 1_000]) {
    byPlans.push(await open(directory, plans, { plans, reports: plans * REPORTS_A_PLAN }));
  }
  console.log('with the plans of a database, as many phases each');
  const all = await sample(byPlans, ALL_PLANS_ROUNDS, (context) => readAllPlans(context, TODAY));
  report('all plans', 1.1, all);
  for (const { context } of [...byReports, ...byPlans]) await context.store.close();
} finally {
  rmSync(directory, { recursive: true, force: true });
}
