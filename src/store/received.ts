/**
 * What came in and was acknowledged before it was done: kept in a small file of its own beside the database, so that
 * whoever holds the database's write lock holds up no acknowledgement. What is done is struck out, which deletes it and
 * overwrites its place: it holds what people typed.
 */
import { chmodSync } from 'node:fs';
import SqliteClient from 'better-sqlite3';
import { asUnavailable } from './store-unavailable.ts';

/** An envelope that is to be worked on, for the `tries`th time since it was acknowledged. */
export type KeptEnvelope = {
  readonly id: number;
  /** As it came in, as JSON. */
  readonly body: string;
  readonly tries: number;
};

/** Times are milliseconds of the real clock. */
export type Received = {
  /** On the disk once it answers; nobody else takes it before `until`. @throws when it cannot be written */
  keep(body: string, until: number): Promise<number>;
  /** Leaves no trace of it. @throws when it cannot be written: it is then worked on once more */
  strike(id: number): void;
  /** Leaves it alone until then. @throws when it cannot be written: it is then taken after its lease */
  postpone(id: number, until: number): void;
  /** Takes the oldest that nobody works on, for oneself until `until`. @throws when that cannot be written */
  claim(now: number, until: number): KeptEnvelope | undefined;
  /** Never claims it itself until what this gives is called, even if its lease runs out. */
  hold(id: number): () => void;
  count(): number;
  close(): void;
};

export const receivedFile = (databaseFile: string): string => `${databaseFile}-received`;

/** Another instance writes no longer than a commit takes; the whole process waits for it. */
const BUSY_TIMEOUT_MILLISECONDS = 200;
/** Emptying the log waits for the disk: it is done when nothing has come in for some seconds. */
const QUIET_BEFORE_EMPTYING = 5;
/** One that is claimed for longer was claimed by a clock that has been set back since. */
const LONGEST_LEASE_MILLISECONDS = 3_600_000;

const TABLE = `CREATE TABLE IF NOT EXISTS envelopes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  body TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  free_from INTEGER NOT NULL
) STRICT`;

function connect(file: string, synchronous: 'FULL' | 'NORMAL'): SqliteClient.Database {
  const client = new SqliteClient(file, { timeout: BUSY_TIMEOUT_MILLISECONDS });
  try {
    chmodSync(file, 0o600);
    client.pragma('journal_mode = WAL');
    client.pragma(`synchronous = ${synchronous}`);
    client.pragma('trusted_schema = OFF');
    client.pragma('secure_delete = ON');
    client.exec(TABLE);
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

/** @throws StoreUnavailable when the file can't be used */
export function openReceived(file: string): Received {
  try {
    const keeping = connect(file, 'FULL');
    // What a failing power makes undone here is done once more, which has no second effect: it need not reach the disk.
    const noting = connect(file, 'NORMAL');
    return {
      keep: createKeep(keeping),
      ...createNotes(noting),
      close() {
        keeping.close();
        noting.close();
      },
    };
  } catch (error) {
    throw asUnavailable(error, file) ?? error;
  }
}

/** Those that come in at once reach the disk at once. */
function createKeep(client: SqliteClient.Database): Received['keep'] {
  type Waiting = {
    readonly body: string;
    readonly until: number;
    readonly resolve: (id: number) => void;
    readonly reject: (error: unknown) => void;
  };
  const insert = client.prepare<[string, bigint]>('INSERT INTO envelopes (body, free_from) VALUES (?, ?)');
  const insertAll = client.transaction((envelopes: readonly Waiting[]) =>
    envelopes.map(({ body, until }) => Number(insert.run(body, BigInt(until)).lastInsertRowid)),
  );
  let waiting: Waiting[] = [];

  function flush(): void {
    const envelopes = waiting;
    waiting = [];
    try {
      const ids = insertAll.immediate(envelopes);
      for (const [index, { resolve }] of envelopes.entries()) resolve(ids[index] ?? 0);
    } catch (error) {
      for (const { reject } of envelopes) reject(error);
    }
  }

  return (body, until) =>
    new Promise((resolve, reject) => {
      waiting.push({ body, until, resolve, reject });
      if (waiting.length === 1) setImmediate(flush);
    });
}

function createNotes(
  client: SqliteClient.Database,
): Pick<Received, 'strike' | 'postpone' | 'claim' | 'hold' | 'count'> {
  const remove = client.prepare<[bigint]>('DELETE FROM envelopes WHERE id = ?');
  const setFree = client.prepare<[bigint, bigint]>('UPDATE envelopes SET free_from = ? WHERE id = ?');
  const take = client.prepare<[bigint, bigint]>(
    'UPDATE envelopes SET free_from = ?, tries = tries + 1 WHERE id = ?',
  );
  const free = client.prepare<[bigint, bigint, string], KeptEnvelope>(
    `SELECT id, body, tries FROM envelopes WHERE (free_from <= ? OR free_from > ?)
      AND id NOT IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT 1`,
  );
  const counted = client.prepare<[], number>('SELECT count(*) FROM envelopes').pluck();
  /** Under way in this process. */
  const held = new Set<number>();
  const freeAt = (now: number) =>
    free.get(BigInt(now), BigInt(now + LONGEST_LEASE_MILLISECONDS), JSON.stringify([...held]));
  const claimOne = client.transaction((now: number, until: number): KeptEnvelope | undefined => {
    const envelope = freeAt(now);
    if (!envelope) return undefined;
    take.run(BigInt(until), BigInt(envelope.id));
    return { ...envelope, tries: envelope.tries + 1 };
  });
  const count = () => counted.get() ?? 0;
  /** How often nothing was found since something was struck out. */
  let quiet = 0;
  return {
    strike(id) {
      quiet = 0;
      remove.run(BigInt(id));
    },
    postpone(id, until) {
      setFree.run(BigInt(until), BigInt(id));
    },
    claim(now, until) {
      // Looked at without the write lock: most often there is nothing.
      if (freeAt(now)) return claimOne.immediate(now, until);
      quiet += 1;
      // Of what was struck out, the log of the file still tells until it is emptied.
      if (quiet === QUIET_BEFORE_EMPTYING && count() === 0) client.pragma('wal_checkpoint(TRUNCATE)');
      return undefined;
    },
    hold(id) {
      held.add(id);
      return () => {
        held.delete(id);
      };
    },
    count,
  };
}
