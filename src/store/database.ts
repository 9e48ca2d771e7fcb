/** One connection: the file made if missing, pragmas set, migrations applied. */
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import SqliteClient from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate, refuseForeign } from './migrate.ts';
import { asFailed } from './store-failed.ts';
import { asUnavailable, StoreUnavailable } from './store-unavailable.ts';
import { createWriteTurns, type WriteTurns } from './write-turns.ts';

export type Query = BetterSQLite3Database;

export type Database = {
  readonly query: Query;
  /**
   * Runs `work` in a transaction that holds the write lock from its start, so that what it reads is still so
   * when it writes. Synchronous: nothing can await inside. Whatever throws rolls all of it back. It is tried
   * before the call returns, and again with pauses while another process holds the lock.
   * @throws StoreBusy when that takes too long, StoreFailed when the disk does not take it
   */
  readonly write: WriteTurns;
  /**
   * The same of several in one transaction, in their order: one that throws is undone alone, and what the disk does
   * not take undoes them all. Each answer is true only once the call has returned.
   */
  readonly writeEach: <T>(works: readonly (() => T)[]) => Promise<readonly PromiseSettledResult<T>[]>;
  /** Runs `work` on one snapshot: what another process commits meanwhile is not seen. */
  readonly read: <T>(work: () => T) => T;
  /** Another text after each commit, of whichever connection; no row is read for it. */
  readonly changeStamp: () => string;
  readonly close: () => void;
};

export type DatabaseOptions = {
  /** Made if missing, with its directory. `:memory:` for one that ends with the process. */
  readonly file: string;
  readonly migrationsDirectory?: string;
};

/** At the start another process may be migrating, and nobody is served yet. */
const OPENING_TIMEOUT_MILLISECONDS = 5_000;
/**
 * SQLite sleeps inside the call: the whole process stands still as long. It covers the commit of another process, most
 * often; for longer, writes wait outside (see `write-turns.ts`). Reads meet no lock in WAL, but for a moment of recovery.
 */
const BUSY_TIMEOUT_MILLISECONDS = 10;
const SHIPPED_MIGRATIONS = fileURLToPath(new URL('../../drizzle', import.meta.url));

function prepareLocation(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new StoreUnavailable('A_DIRECTORY', file);
  if (!found) mkdirSync(dirname(file), { recursive: true });
  // SQLite opens a file that it can only read without a word, and fails at the first write, hours later.
  accessSync(found ? file : dirname(file), constants.R_OK | constants.W_OK);
}

function setPragmas(client: SqliteClient.Database): void {
  client.pragma('journal_mode = WAL');
  // An answer says "recorded": FULL makes each commit reach the disk before it does. NORMAL would lose the last
  // ones when the power fails.
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  client.pragma('trusted_schema = OFF');
}

function connect(options: DatabaseOptions): SqliteClient.Database {
  if (options.file !== ':memory:') prepareLocation(options.file);
  const client = new SqliteClient(options.file, { timeout: OPENING_TIMEOUT_MILLISECONDS });
  try {
    // Before the first pragma that writes: somebody else's database is left as it is.
    refuseForeign(client);
    setPragmas(client);
    migrate(client, options.migrationsDirectory ?? SHIPPED_MIGRATIONS);
    client.pragma(`busy_timeout = ${BUSY_TIMEOUT_MILLISECONDS}`);
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

function immediately<T>(client: SqliteClient.Database, work: () => T): T {
  try {
    return client.transaction(work).immediate();
  } catch (error) {
    throw asFailed(error) ?? error;
  }
}

/** Made once: to make a transaction takes longer than to read a row in it. */
function createReads(client: SqliteClient.Database): Database['read'] {
  const snapshot = client.transaction((work: () => unknown) => work());
  return <T>(work: () => T) => snapshot.deferred(work) as T;
}

/**
 * SQLite counts for each connection what others commit (`data_version`, from the log's index in memory) and what the
 * connection itself writes: together they tell of every commit, whichever process and whichever part of this one makes
 * it, and nobody has to remember to say so.
 */
function createChangeStamp(client: SqliteClient.Database): () => string {
  const others = client.prepare<[], number>('PRAGMA data_version').pluck();
  const own = client.prepare<[], number>('SELECT total_changes()').pluck();
  return () => `${others.get()}/${own.get()}`;
}

/** Within a transaction. */
function eachApart<T>(client: SqliteClient.Database, works: readonly (() => T)[]): PromiseSettledResult<T>[] {
  const apart = client.transaction((work: () => T) => work());
  return works.map((work) => {
    try {
      return { status: 'fulfilled', value: apart(work) };
    } catch (reason) {
      // SQLite may have taken all of it back by itself: what went well before is not written either.
      if (asFailed(reason) || !client.inTransaction) throw reason;
      return { status: 'rejected', reason };
    }
  });
}

/** @throws StoreUnavailable when the file can't be used. */
export function openDatabase(options: DatabaseOptions): Database {
  try {
    const client = connect(options);
    const write = createWriteTurns((work) => immediately(client, work));
    return {
      query: drizzle(client),
      write,
      writeEach: (works) => write(() => eachApart(client, works)),
      read: createReads(client),
      changeStamp: createChangeStamp(client),
      close: () => client.close(),
    };
  } catch (error) {
    throw asUnavailable(error, options.file) ?? error;
  }
}
