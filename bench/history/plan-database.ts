/**
 * Databases of any size to measure on, made in seconds: ARTI's plan imported once by the product and copied by SQL,
 * reports put in by a prepared insert. Nothing of it is durable while it is made; the product then opens it as any.
 */
import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { addDays, isoDate } from '../../src/domain/dates.ts';
import { type Plan, phasesOf } from '../../src/domain/plan.ts';
import { parsePlanFile } from '../../src/plan-file/parse-plan-file.ts';
import { openStore } from '../../src/store/open-store.ts';

export type DatabaseSize = { readonly plans: number; readonly reports: number };

const FIRST_YEAR = 2020;
/** The last that a plan may have: those copied take the years after the first, then those before it. */
const LAST_YEAR = 2999;
const DAYS_OF_REPORTS = 257;

/** Tables of a plan's definition, parents first; `plan_id` stands first in each, but in notes. */
const DEFINITION = [
  'structures',
  'structure_aliases',
  'areas',
  'baselines',
  'changes',
  'goals',
  'goal_structures',
  'indicators',
  'targets',
  'phases',
  'phase_structures',
];

export async function createPlanDatabase(file: string, { plans, reports }: DatabaseSize): Promise<Plan> {
  const plan = bundledPlan();
  await importFirst(file, plan);
  const client = new Sqlite(file);
  client.pragma('synchronous = OFF');
  client.pragma('foreign_keys = OFF');
  client.transaction(() => {
    for (let id = 2; id <= plans; id++) copyPlan(client, id);
    insertReports(client, plan, plans, reports);
  })();
  client.pragma('wal_checkpoint(TRUNCATE)');
  client.close();
  return plan;
}

function bundledPlan(): Plan {
  const name = 'arti-2020.yaml';
  const parsed = parsePlanFile(readFileSync(new URL(`../../plans/${name}`, import.meta.url)), name);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.plan;
}

async function importFirst(file: string, plan: Plan): Promise<void> {
  const store = await openStore({ file });
  await store.importPlan({
    plan,
    contentHash: 'bench',
    lastSequence: null,
    recordedAt: '2020-01-01T08:00:00.000Z',
    audit: { kind: 'PLAN_IMPORTED', actor: 'bench', body: {} },
  });
  await store.close();
}

function copyPlan(client: Sqlite.Database, id: number): void {
  const year =
    FIRST_YEAR + id - 1 <= LAST_YEAR ? FIRST_YEAR + id - 1 : FIRST_YEAR - (id - (LAST_YEAR - FIRST_YEAR + 1));
  client
    .prepare(
      `INSERT INTO plans (id, year, agency_code, agency_name, title, content_hash, version, revision, last_sequence)
       SELECT ?, ?, agency_code, agency_name, title, content_hash, version, revision, 0 FROM plans WHERE id = 1`,
    )
    .run(BigInt(id), BigInt(year));
  for (const table of DEFINITION) {
    const columns = client
      .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
      .all(table)
      .map(({ name }) => name);
    const copied = columns.map((name) => (name === 'plan_id' ? '?' : `"${name}"`));
    client
      .prepare(
        `INSERT INTO ${table} (${columns.map((name) => `"${name}"`)}) SELECT ${copied} FROM ${table} WHERE plan_id = 1`,
      )
      .run(BigInt(id));
  }
}

function insertReports(client: Sqlite.Database, plan: Plan, plans: number, reports: number): void {
  const insert = client.prepare(
    `INSERT INTO reports (plan_id, sequence, reported_on, recorded_at, actor, source, note, evidence, phase, percent_bps, units, completes, blocked_because)
     VALUES (?, ?, ?, ?, 'referente', 'SLACK', NULL, NULL, ?, ?, NULL, ?, NULL)`,
  );
  const codes = [
    ...new Set(plan.baselines.flatMap(({ goals }) => goals.flatMap(phasesOf)).map(({ code }) => code)),
  ];
  const days = Array.from({ length: DAYS_OF_REPORTS }, (_, index) => addDays(isoDate('2020-01-01'), index));
  const perPlan = Math.floor(reports / plans);
  for (let id = 1; id <= plans; id++) {
    for (let sequence = 1; sequence <= perPlan; sequence++) {
      // Every phase in turn, its days in order: corrections of a day, then the next one.
      const day = days[Math.floor(((sequence - 1) * days.length) / perPlan)] ?? days[0];
      const percent = (Math.imul(sequence, 7_919) + id * 37) % 101;
      const phase = codes[sequence % codes.length];
      const percentBps = BigInt(Math.abs(percent) * 100);
      insert.run(
        BigInt(id),
        BigInt(sequence),
        day,
        `${day}T09:00:00.000Z`,
        phase,
        percentBps,
        percentBps === 10_000n ? 1n : 0n,
      );
    }
  }
  client.prepare('UPDATE plans SET last_sequence = ?').run(BigInt(perPlan));
}
