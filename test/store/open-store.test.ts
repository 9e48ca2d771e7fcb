import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getuid } from 'node:process';
import Sqlite from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/port.ts';
import { asUnavailable } from '../../src/store/store-unavailable.ts';
import { getPlan, importSample, openRaw, temporaryDirectory, temporaryFile } from './support.ts';

/** Made and migrated by the store itself. */
async function openNewStore(file: string): Promise<Store> {
  const store = await openStore({ file });
  onTestFinished(() => store.close());
  return store;
}

describe('a file that can be used', () => {
  test('is made, with its directory', async () => {
    const file = join(temporaryDirectory(), 'a', 'b', 'arti.sqlite');
    const store = await openNewStore(file);
    await expect(store.ping()).resolves.toBeUndefined();
    await store.close();
    await expect(store.ping()).rejects.toThrow();
  });

  test('is migrated once, and opened again as it was left', async () => {
    const file = temporaryFile();
    const store = await openNewStore(file);
    await importSample(store);
    const before = await getPlan(store);
    await store.close();
    const migrations = openRaw(file).prepare('SELECT * FROM migrations');
    const applied = migrations.all();
    expect(await getPlan(await openNewStore(file))).toEqual(before);
    expect(migrations.all()).toEqual(applied);
  });

  test('an empty file is a new database', async () => {
    const file = temporaryFile();
    writeFileSync(file, '');
    expect(await (await openNewStore(file)).listYears()).toEqual([]);
  });
});

describe('a file that can not be used is refused by name', () => {
  test('something else than a database', async () => {
    const file = temporaryFile();
    writeFileSync(file, 'Obiettivo;Peso\n'.repeat(500));
    await expect(openStore({ file })).rejects.toMatchObject({
      reason: 'NOT_A_DATABASE',
      file,
      message: expect.stringContaining(file),
    });
  });

  test('a directory', async () => {
    const file = temporaryDirectory();
    await expect(openStore({ file })).rejects.toMatchObject({ reason: 'A_DIRECTORY' });
  });

  test('below something that is no directory', async () => {
    const file = join(temporaryDirectory(), 'taken', 'arti.sqlite');
    writeFileSync(join(file, '..'), 'a file');
    await expect(openStore({ file })).rejects.toMatchObject({ reason: 'CANNOT_OPEN' });
  });

  test('the database of another program, left as it is', async () => {
    const file = temporaryFile();
    const raw = new Sqlite(file);
    raw.exec('CREATE TABLE others (id INTEGER)');
    raw.close();
    await expect(openStore({ file })).rejects.toMatchObject({ reason: 'ANOTHER_PROGRAM' });
    expect(openRaw(file).pragma('journal_mode', { simple: true })).toBe('delete');
  });

  test('one made by a newer version', async () => {
    const file = temporaryFile();
    await (await openStore({ file })).close();
    const raw = new Sqlite(file);
    raw.exec("INSERT INTO migrations (tag) VALUES ('9999_to_come')");
    raw.close();
    await expect(openStore({ file })).rejects.toMatchObject({
      reason: 'NEWER_VERSION',
      message: expect.stringContaining('9999_to_come'),
    });
  });

  // Permissions mean nothing to root; the table below holds the codes for it.
  test.skipIf(getuid?.() === 0)('one that can not be written', async () => {
    const file = temporaryFile();
    await (await openStore({ file })).close();
    chmodSync(file, 0o444);
    await expect(openStore({ file })).rejects.toMatchObject({ reason: 'READ_ONLY' });
    const closed = join(temporaryDirectory(), 'closed');
    mkdirSync(closed, { mode: 0o555 });
    await expect(openStore({ file: join(closed, 'arti.sqlite') })).rejects.toMatchObject({
      reason: 'READ_ONLY',
    });
    await expect(openStore({ file: join(closed, 'deeper', 'arti.sqlite') })).rejects.toMatchObject({
      reason: 'READ_ONLY',
    });
  });
});

test.each([
  { code: 'SQLITE_READONLY_DIRECTORY', reason: 'READ_ONLY' },
  { code: 'SQLITE_READONLY', reason: 'READ_ONLY' },
  { code: 'EROFS', reason: 'READ_ONLY' },
  { code: 'EACCES', reason: 'READ_ONLY' },
  { code: 'SQLITE_BUSY_SNAPSHOT', reason: 'BUSY' },
  { code: 'SQLITE_CANTOPEN_ISDIR', reason: 'CANNOT_OPEN' },
  { code: 'SQLITE_CONSTRAINT_CHECK', reason: undefined },
])('$code → $reason', ({ code, reason }) => {
  expect(asUnavailable(Object.assign(new Error('x'), { code }), 'f')?.reason).toBe(reason);
});

test('an error without a code is a bug, not a file', () => {
  expect(asUnavailable(new TypeError('x'), 'f')).toBeUndefined();
});

test('a migration that fails leaves the database as it was', async () => {
  const file = temporaryFile();
  const migrationsDirectory = join(temporaryDirectory(), 'drizzle');
  cpSync('drizzle', migrationsDirectory, { recursive: true });
  await importSample(await openNewStore(file));

  const journal = join(migrationsDirectory, 'meta', '_journal.json');
  const { entries } = JSON.parse(readFileSync(journal, 'utf8'));
  writeFileSync(journal, JSON.stringify({ entries: [...entries, { tag: '9000_broken' }] }));
  writeFileSync(
    join(migrationsDirectory, '9000_broken.sql'),
    'DROP TABLE settings;\n--> statement-breakpoint\nCREATE TABLE plans (id INTEGER) STRICT;',
  );
  await expect(openStore({ file, migrationsDirectory })).rejects.toThrow(/already exists/);

  const store = await openNewStore(file);
  expect((await getPlan(store)).version).toBe(1);
  await expect(store.getSetting('today')).resolves.toBeUndefined();
});
