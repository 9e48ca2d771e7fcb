/**
 * What SQLite does for every statement that the store prepares: no statement of a plan reads a table of the history
 * through, nor ranks its rows in a window; so each takes as long with ten million reports as with ten thousand.
 */
import Sqlite from 'better-sqlite3';
import { describe, expect, test, vi } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/port.ts';
import { importSample, openRaw, temporaryFile } from './support.ts';
import { WALK } from './walk-store.ts';

/** Tables that grow for ever. */
const HISTORY = [
  'reports',
  'measurements',
  'audit_entries',
  'outbox',
  'check_ins',
  'check_in_items',
  'inbox',
  'slot_runs',
  'summaries',
];

/** Indexes of what is still to be done: their rows leave them. */
const OF_WHAT_WAITS = ['outbox_pending', 'outbox_unsettled'];

/** Statements of no plan that SQLite says it scans for, each with why it may. */
const OF_NO_PLAN: readonly { readonly sql: RegExp; readonly why: string }[] = [
  {
    sql: /from "slot_runs" inner join "plans" .* group by/i,
    why: 'metrics count all slots, a few dozen a plan and week',
  },
  {
    sql: /^select "sequence", "hash" from "audit_entries" order by "audit_entries"."sequence" desc$/,
    why: 'its first row alone is read, the last by the primary key',
  },
];

/** The names, in `sql`, of tables of the history. */
function historyIn(sql: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, table = '', alias] of sql.matchAll(
    /\b(?:from|join|into|update)\s+["`]?(\w+)["`]?(?:\s+(?:as\s+)?["`]?(\w+)["`]?)?/gi,
  )) {
    if (!HISTORY.includes(table)) continue;
    names.add(table);
    if (alias) names.add(alias);
  }
  return names;
}

/** What is wrong with `sql`, a line each; none for one that leaves the history alone. */
function faultsOf(raw: Sqlite.Database, sql: string): readonly string[] {
  const history = historyIn(sql);
  if (history.size === 0 || !/^\s*(?:select|with|insert|update|delete)\b/i.test(sql)) return [];
  const parameters = Array.from(sql.matchAll(/\?/g), () => '1');
  const steps = raw
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(parameters)
    .map(({ detail }) => detail);
  const scans = steps.filter((step) => {
    const [, name = '', index = ''] = /^SCAN (\w+)(?:.*INDEX (\w+))?/.exec(step) ?? [];
    return history.has(name) && !OF_WHAT_WAITS.includes(index);
  });
  return [...scans, ...(/\bover\s*\(/i.test(sql) ? ['a window function'] : [])];
}

/** The text of every statement that was prepared while `work` ran. */
async function preparedBy(work: () => Promise<unknown>): Promise<readonly string[]> {
  const prepare = vi.spyOn(Sqlite.prototype, 'prepare');
  await work();
  const texts = prepare.mock.calls.map(([sql]) => sql);
  prepare.mockRestore();
  return [...new Set(texts)];
}

async function walk(file: string): Promise<readonly (keyof Store)[]> {
  const store = await openStore({ file });
  const { planId } = await importSample(store);
  for (const visit of [WALK.commit, ...Object.values(WALK)]) await visit?.(store, planId);
  return Object.keys(store) as (keyof Store)[];
}

test('of every statement of the store', async () => {
  const file = temporaryFile();
  let functions: readonly (keyof Store)[] = [];
  const statements = await preparedBy(async () => {
    functions = await walk(file);
  });
  expect(functions.filter((name) => !(name in WALK))).toEqual([]);
  const ofHistory = statements.filter((sql) => historyIn(sql).size > 0);
  expect(ofHistory.length).toBeGreaterThan(60);
  const raw = openRaw(file);
  const faults = ofHistory
    .filter((sql) => !OF_NO_PLAN.some((allowed) => allowed.sql.test(sql)))
    .flatMap((sql) => faultsOf(raw, sql).map((fault) => `${fault}: ${sql}`));
  expect(faults).toEqual([]);
});

describe('a bad statement is found', () => {
  async function openTables(): Promise<Sqlite.Database> {
    const file = temporaryFile();
    const store = await openStore({ file });
    await store.close();
    return openRaw(file);
  }

  test.each([
    {
      why: 'ranked in a window, over a plan’s own rows',
      sql: `SELECT * FROM (SELECT r.*, row_number() OVER (PARTITION BY phase ORDER BY reported_on DESC) AS place
            FROM reports AS r WHERE plan_id = ?) WHERE place = 1`,
      fault: 'a window function',
    },
    {
      why: 'by a column without an index',
      sql: 'SELECT * FROM reports WHERE evidence = ?',
      fault: 'SCAN reports',
    },
    {
      why: 'under another name',
      sql: 'SELECT m.note FROM "measurements" m WHERE m.note = ?',
      fault: 'SCAN m',
    },
    {
      why: 'through an index, all of it',
      sql: 'SELECT DISTINCT phase FROM reports',
      fault: expect.stringMatching(/^SCAN reports USING COVERING INDEX/),
    },
    { why: 'to change a row', sql: 'UPDATE outbox SET state = ? WHERE error = ?', fault: 'SCAN outbox' },
  ])('$why', async ({ sql, fault }) => {
    expect(faultsOf(await openTables(), sql)).toEqual([fault]);
  });

  test.each([
    { why: 'a seek', sql: 'SELECT * FROM reports WHERE plan_id = ? AND sequence > ?' },
    { why: 'what waits', sql: `SELECT id FROM outbox WHERE state = 'PENDING' ORDER BY lane, id` },
    { why: 'a definition, whole', sql: 'SELECT * FROM phases' },
  ])('and a good one is let through: $why', async ({ sql }) => {
    expect(faultsOf(await openTables(), sql)).toEqual([]);
  });
});
