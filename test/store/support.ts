/** A real database in a directory that goes with the test, and facts to put into it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { ItemCode, PhaseCode } from '../../src/domain/codes.ts';
import { isoDate } from '../../src/domain/dates.ts';
import type { Plan } from '../../src/domain/plan.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Commit, NewMeasurement, NewStatusReport, Store, StoredPlan } from '../../src/store/port.ts';
import { decimal, goalCode, samplePlan } from '../helpers/sample-plan.ts';
import { copyTemplate } from '../helpers/template-database.ts';

export const RECORDED_AT = '2020-09-14T08:30:00.000Z';

export const item = (text: string): ItemCode => text as ItemCode;
export const phase = (text: string): PhaseCode => text as PhaseCode;

export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'arti-store-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export const temporaryFile = (): string => join(temporaryDirectory(), 'arti.sqlite');

export async function openTestStore(file = temporaryFile()): Promise<Store> {
  await copyTemplate('empty', file, async (template) => (await openStore({ file: template })).close());
  const store = await openStore({ file });
  onTestFinished(() => store.close());
  return store;
}

/** The file itself, past the store. */
export function openRaw(file: string): Sqlite.Database {
  const client = new Sqlite(file);
  onTestFinished(() => {
    client.close();
  });
  return client;
}

export const importSample = async (store: Store, plan: Plan = samplePlan(), contentHash = 'sha-1') =>
  store.importPlan({
    plan,
    contentHash,
    lastSequence: (await store.findPlan(plan.year))?.lastSequence ?? null,
    recordedAt: RECORDED_AT,
    audit: { kind: 'PLAN_IMPORTED', actor: 'pianificazione', body: { contentHash } },
  });

/** A store that holds the sample plan. */
export async function storeWithPlan(
  file = temporaryFile(),
  plan?: Plan,
  contentHash?: string,
): Promise<{ store: Store; file: string; planId: number }> {
  const store = await openTestStore(file);
  const { planId } = await importSample(store, plan, contentHash);
  return { store, file, planId };
}

export async function getPlan(store: Store): Promise<StoredPlan> {
  const [year = 0] = await store.listYears();
  const stored = await store.findPlan(year);
  if (!stored) throw new Error('no plan');
  return stored;
}

export const report = (
  code: string,
  day: string,
  overrides: Partial<NewStatusReport> = {},
): NewStatusReport => ({
  phase: phase(code),
  reportedOn: isoDate(day),
  actor: 'referente.osru',
  source: 'SLACK',
  note: null,
  evidence: null,
  percentBps: 6_000,
  units: null,
  completes: false,
  blockedBecause: null,
  ...overrides,
});

const measurementOf = (code: string, day: string) => ({
  goal: goalCode(code),
  reportedOn: isoDate(day),
  actor: 'referente.osru',
  source: 'GRAPHQL' as const,
  note: null,
  evidence: null,
});

export const ratioMeasurement = (
  code: string,
  day: string,
  numerator: string,
  denominator = '20015',
): NewMeasurement => ({
  ...measurementOf(code, day),
  numerator: decimal(numerator),
  denominator: decimal(denominator),
  value: null,
});

export const valueMeasurement = (code: string, day: string, value: string): NewMeasurement => ({
  ...measurementOf(code, day),
  numerator: null,
  denominator: null,
  value: decimal(value),
});

export const decision = (planId: number, parts: Partial<Commit> = {}): Commit => ({
  planId,
  revision: 1,
  lastSequence: null,
  recordedAt: RECORDED_AT,
  inbox: null,
  reports: [],
  measurements: [],
  openedCheckIns: [],
  closedCheckIns: [],
  summaries: [],
  outbox: () => [],
  audit: [],
  ...parts,
});

/** One commit for each report: their order of arrival. */
export async function say(store: Store, planId: number, reports: readonly NewStatusReport[]): Promise<void> {
  for (const each of reports) await store.commit(decision(planId, { reports: [each] }));
}

/** What SQLite would do to answer `statement` on the tables of `raw`, a line a step. */
export function stepsOf(
  raw: Sqlite.Database,
  statement: { toSQL: () => { sql: string; params: unknown[] } },
): readonly string[] {
  const { sql, params } = statement.toSQL();
  return raw
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(params.map(() => '1'))
    .map(({ detail }) => detail);
}
