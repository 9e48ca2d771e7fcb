/**
 * How fast the product is beside others that do the same work, on the same data and in the same run. Writes
 * `bench/RESULTS.md`. `npm run bench`; `-- --quick` in about a minute, for a look; `-- --only status` of one work;
 * `-- --print` leaves the file alone.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { startFakeWorkspaces } from '../test/slack/platform/fake-workspaces.ts';
import { makeDatabase } from './database/make-database.ts';
import type { Pace } from './measure/contest.ts';
import { type Machine, printResults } from './report/print-results.ts';
import { ALL_PLANS, GROWTH, HOSTILE, type Printed, readPrinted, SERIES } from './report/read-printed.ts';
import { REASONS } from './report/reasons.ts';
import type { Outcome } from './report/rows.ts';
import type { Arena } from './works/arena.ts';
import { readDashboard } from './works/read-dashboard.ts';
import { slackStatus, USER } from './works/slack-status.ts';
import { writeReport } from './works/write-report.ts';

const PACES = {
  full: { rounds: 7, roundMs: 2000, warmUpMs: 3000, rateMs: 5000 },
  quick: { rounds: 5, roundMs: 250, warmUpMs: 600, rateMs: 1000 },
} as const satisfies Record<string, Pace>;

const WORKS: Readonly<Record<string, (arena: Arena) => Promise<Outcome>>> = {
  dashboard: readDashboard,
  status: slackStatus,
  report: writeReport,
};

type Other = {
  readonly name: string;
  readonly title: string;
  readonly file: string;
  readonly settings?: readonly string[];
  readonly rows: Printed;
};

/** Benchmarks of their own, which print what they find. */
const OTHERS: readonly Other[] = [
  {
    name: 'all-plans',
    title: 'Weekly summary of every structure, 1,000 plans',
    file: 'all-plans.ts',
    rows: ALL_PLANS,
  },
  { name: 'series', title: 'A year’s weekly series of a plan', file: 'series.ts', rows: SERIES },
  { name: 'growth', title: 'Growth', file: 'growth.ts', settings: ['--largest'], rows: GROWTH },
  { name: 'hostile', title: 'Hostile requests', file: 'hostile.ts', rows: HOSTILE },
];

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    reports: { type: 'string', default: '5000' },
  },
});
const isAsked = (name: string) => values.only === undefined || values.only.includes(name);
const pace = values.quick ? PACES.quick : PACES.full;

const directory = mkdtempSync(join(tmpdir(), 'arti-bench-'));
const slack = await startFakeWorkspaces();
try {
  slack.addTeam('T1', { emails: { [USER]: 'referente.direzione@arti.example' } });
  const databaseFile = join(directory, 'arti.db');
  const phases = await makeDatabase(databaseFile, Number(values.reports));
  const arena: Arena = {
    directory,
    databaseFile,
    phases,
    slackApiUrl: slack.apiUrl,
    slackResponseUrl: slack.responseUrl,
    pace,
  };
  const outcomes: Outcome[] = [];
  for (const [name, work] of Object.entries(WORKS)) {
    if (!isAsked(name)) continue;
    console.error(`${name} …`);
    outcomes.push(await work(arena));
  }
  const printed: { title: string; text: string }[] = [];
  for (const { name, title, file, settings = [], rows } of OTHERS) {
    if (!isAsked(name) || (values.quick && values.only === undefined)) continue;
    console.error(`${name} …`);
    const text = await printedBy(file, settings);
    printed.push({ title, text });
    outcomes.push({ rows: [readPrinted(rows, text)], tables: [] });
  }
  const text = printResults({
    machine: describeMachine(),
    at: new Date().toISOString().slice(0, 16).replace('T', ' '),
    settings: [
      `${pace.rounds} rounds in turns of ${pace.roundMs} ms for each contestant and number of connections, after a warm-up of ${pace.warmUpMs} ms${values.quick ? ' (`--quick`: too short to judge by)' : ''}.`,
      `The plan of 2020 (two baselines) with ${values.reports} reports, made from a seed.`,
      `CPU is user and system time of the contestant’s process. p99 is measured at a fixed rate, from the moment at which each request was due.`,
    ],
    rows: outcomes.flatMap(({ rows }) => rows),
    tables: outcomes.flatMap(({ tables }) => tables),
    printed,
    reasons: REASONS,
  });
  if (values.print || values.quick || values.only !== undefined) console.log(text);
  else writeFileSync(new URL('RESULTS.md', import.meta.url), text);
} finally {
  await slack.close();
  rmSync(directory, { recursive: true, force: true });
}

async function printedBy(file: string, settings: readonly string[]): Promise<string> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  if (!existsSync(path)) return 'not measured';
  const run = promisify(execFile);
  return run(process.execPath, ['--import', import.meta.resolve('tsx'), path, ...settings], {
    maxBuffer: 10_000_000,
  }).then(
    ({ stdout }) => stdout,
    (error: Error) => `not measured: ${error.message}`,
  );
}

function describeMachine(): Machine {
  const [processor] = cpus();
  return {
    processor: processor?.model ?? 'an unknown processor',
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
  };
}
