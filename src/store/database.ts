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
   * not take undoes them all. Each may be run a second time, and its answer is true only once the call has returned.
   */
  readonly writeEach: <T>(works: readonly (() => T)[]) => Promise<readonly PromiseSettledResult<T>[]>;
  /** The same for what no kept answer shows: the stamp stays as it is. */
  readonly writeUncounted: WriteTurns;
  /** Runs `work` on one snapshot: what another process commits meanwhile is not seen. */
  readonly read: <T>(work: () => T) => T;
  /** Another text after each commit, of whichever connection, but for `writeUncounted`; no row is read for it. */
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

/** Made once, as all of them: to make a transaction takes longer than to read a row in it. */
function createImmediate(client: SqliteClient.Database): <T>(work: () => T) => T {
  const transaction = client.transaction((work: () => unknown) => work());
  return <T>(work: () => T) => {
    try {
      return transaction.immediate(work) as T;
    } catch (error) {
      throw asFailed(error) ?? error;
    }
  };
}

function createReads(client: SqliteClient.Database): Database['read'] {
  const snapshot = client.transaction((work: () => unknown) => work());
  return <T>(work: () => T) => snapshot.deferred(work) as T;
}

/**
 * SQLite counts for each connection what others commit (`data_version`, from the log's index in memory) and what the
 * connection itself writes: together they tell of every commit, whichever process and whichever part of this one makes
 * it, and nobody has to remember to say so. What no kept answer shows is taken out of the count, which other processes
 * can't do: to them it is a commit as any.
 */
function createChangeStamp(client: SqliteClient.Database) {
  const others = client.prepare<[], number>('PRAGMA data_version').pluck();
  const own = client.prepare<[], number>('SELECT total_changes()').pluck();
  const written = () => own.get() ?? 0;
  let uncounted = 0;
  return {
    changeStamp: () => `${others.get()}/${written() - uncounted}`,
    /** Synchronous, so that nothing else is written meanwhile. Changes that are taken back are counted as well. */
    uncounted<T>(work: () => T): T {
      const before = written();
      try {
        return work();
      } finally {
        uncounted += written() - before;
      }
    },
  };
}

/**
 * Within a transaction. A place to go back to before each costs as much as writing it, and next to none fails: so they
 * are tried without, and where one throws all are begun again with it.
 */
function createEachApart(client: SqliteClient.Database) {
  const apart = client.transaction((work: () => unknown) => work());
  const together = client.transaction((works: readonly (() => unknown)[]) => works.map((work) => work()));

  function eachApart<T>(works: readonly (() => T)[]): PromiseSettledResult<T>[] {
    return works.map((work) => {
      try {
        return { status: 'fulfilled', value: apart(work) as T };
      } catch (reason) {
        // SQLite may have taken all of it back by itself: what went well before is not written either.
        if (asFailed(reason) || !client.inTransaction) throw reason;
        return { status: 'rejected', reason };
      }
    });
  }

  return <T>(works: readonly (() => T)[]): PromiseSettledResult<T>[] => {
    try {
      return (together(works) as T[]).map((value) => ({ status: 'fulfilled', value }));
    } catch (reason) {
      if (asFailed(reason) || !client.inTransaction) throw reason;
      return eachApart(works);
    }
  };
}

/** @throws StoreUnavailable when the file can't be used. */
export function openDatabase(options: DatabaseOptions): Database {
  try {
    const client = connect(options);
    const write = createWriteTurns(createImmediate(client));
    const eachApart = createEachApart(client);
    const { changeStamp, uncounted } = createChangeStamp(client);
    return {
      query: drizzle(client),
      write,
      writeUncounted: (work) => write(() => uncounted(work)),
      writeEach: (works) => write(() => eachApart(works)),
      read: createReads(client),
      changeStamp,
      close: () => client.close(),
    };
  } catch (error) {
    throw asUnavailable(error, options.file) ?? error;
  }
}
