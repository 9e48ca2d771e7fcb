import { expect, test } from 'vitest';
import { strictTables } from '../../scripts/strict-tables.ts';
import { openDatabase } from '../../src/store/database.ts';
import {
  decision,
  openRaw,
  openTestStore,
  ratioMeasurement,
  report,
  storeWithPlan,
  temporaryFile,
} from './support.ts';

type TableInfo = { readonly name: string; readonly strict: number };

test('every table is STRICT', async () => {
  const file = temporaryFile();
  await openTestStore(file);
  const tables = openRaw(file)
    .prepare<[], TableInfo>(
      "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    )
    .all();
  expect(tables.length).toBeGreaterThan(20);
  expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
});

test('a generated migration is made STRICT once', () => {
  const generated =
    'CREATE TABLE `a` (\n\t`b` integer,\n\tCHECK(b in (1))\n);\n--> statement-breakpoint\nDROP TABLE `c`;';
  const strict = generated.replace('\n);\n', '\n) STRICT;\n');
  expect(strictTables(generated)).toBe(strict);
  expect(strictTables(strict)).toBe(strict);
});

test('numbers, which are bound as REAL, are kept as integers', async () => {
  const { store, planId, file } = await storeWithPlan();
  await store.commit(
    decision(planId, {
      reports: [report('1.1.4', '2020-09-14', { units: 9_007_199_254_740_991 })],
      measurements: [ratioMeasurement('3.1', '2020-09-14', '999999999999999.999999')],
    }),
  );
  const raw = openRaw(file);
  const types = (statement: string) => raw.prepare(statement).raw().get();
  expect(
    types('SELECT typeof(sequence), typeof(percent_bps), typeof(units), typeof(completes) FROM reports'),
  ).toEqual(['integer', 'integer', 'integer', 'integer']);
  expect(types('SELECT typeof(version), typeof(last_sequence) FROM plans')).toEqual(['integer', 'integer']);
  expect(types('SELECT typeof(weight_bps) FROM phases')).toEqual(['integer']);
  expect(types('SELECT typeof(numerator), numerator FROM measurements')).toEqual([
    'text',
    '999999999999999.999999',
  ]);
  expect(await store.getReport(planId, 1)).toMatchObject({ units: 9_007_199_254_740_991 });
});

test('pragmas of a connection', () => {
  const { query, close } = openDatabase({ file: temporaryFile() });
  const pragma = (name: string) => query.values<[unknown]>(`PRAGMA ${name}`)[0]?.[0];
  expect({
    journal: pragma('journal_mode'),
    synchronous: pragma('synchronous'),
    foreignKeys: pragma('foreign_keys'),
    busyTimeout: pragma('busy_timeout'),
    trustedSchema: pragma('trusted_schema'),
  }).toEqual({ journal: 'wal', synchronous: 2, foreignKeys: 1, busyTimeout: 10, trustedSchema: 0 });
  close();
});
