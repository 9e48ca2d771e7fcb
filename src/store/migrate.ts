/**
 * Applies the migrations of a directory that drizzle-kit generated. Not Drizzle's own `migrate`: that one reads
 * what is applied before it begins its transaction, so two processes that start together both apply the same;
 * and it does not notice a database that knows more than this program does.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database as SqliteDatabase } from 'better-sqlite3';
import { StoreUnavailable } from './store-unavailable.ts';

/** `ARTI` in ASCII, in the header of each database of ours. */
const APPLICATION_ID = 0x41525449;

type Migration = { readonly tag: string; readonly statements: readonly string[] };

function readMigrations(directory: string): readonly Migration[] {
  const journal: { entries: { tag: string }[] } = JSON.parse(
    readFileSync(join(directory, 'meta', '_journal.json'), 'utf8'),
  );
  return journal.entries.map(({ tag }) => ({
    tag,
    statements: readFileSync(join(directory, `${tag}.sql`), 'utf8').split('--> statement-breakpoint'),
  }));
}

const isOurs = (client: SqliteDatabase): boolean =>
  client.pragma('application_id', { simple: true }) === APPLICATION_ID;

/** @throws StoreUnavailable for a database of another program; an empty one is nobody's yet. */
export function refuseForeign(client: SqliteDatabase): void {
  if (isOurs(client)) return;
  const tables = client.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (tables !== 0) throw new StoreUnavailable('ANOTHER_PROGRAM', client.name);
}

function appliedTags(client: SqliteDatabase): readonly string[] {
  if (!isOurs(client)) return [];
  return client
    .prepare<[], { tag: string }>('SELECT tag FROM migrations ORDER BY position')
    .all()
    .map(({ tag }) => tag);
}

function pendingOf(client: SqliteDatabase, migrations: readonly Migration[]): readonly Migration[] {
  const applied = appliedTags(client);
  const unknown = applied.filter((tag) => !migrations.some((migration) => migration.tag === tag));
  if (unknown.length > 0) {
    throw new StoreUnavailable('NEWER_VERSION', client.name, { detail: unknown.join(', ') });
  }
  return migrations.filter(({ tag }) => !applied.includes(tag));
}

function apply(client: SqliteDatabase, pending: readonly Migration[]): void {
  client.pragma(`application_id = ${APPLICATION_ID}`);
  client.exec(
    'CREATE TABLE IF NOT EXISTS migrations (position INTEGER PRIMARY KEY, tag TEXT NOT NULL UNIQUE) STRICT',
  );
  const record = client.prepare('INSERT INTO migrations (tag) VALUES (?)');
  for (const { tag, statements } of pending) {
    for (const statement of statements) client.exec(statement);
    record.run(tag);
  }
  const broken = client.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0) {
    throw new Error(`migrations leave ${broken.length} rows without the row they refer to`);
  }
}

/**
 * All pending migrations in one transaction, or none. Foreign keys are off meanwhile (the pragma does nothing
 * inside a transaction): a migration that rebuilds a table drops the old one, and dropping deletes its rows,
 * with everything that cascades.
 */
export function migrate(client: SqliteDatabase, directory: string): void {
  const migrations = readMigrations(directory);
  if (pendingOf(client, migrations).length === 0) return;
  client.pragma('foreign_keys = OFF');
  client.transaction(() => apply(client, pendingOf(client, migrations))).immediate();
  client.pragma('foreign_keys = ON');
}
