/** What became of what came in, read from the database itself. */
import Sqlite from 'better-sqlite3';
import { receivedFile } from '../../src/store/received.ts';

export type Effects = {
  /** How often each token stands in what was recorded. */
  readonly reports: ReadonlyMap<string, number>;
  readonly snoozes: number;
  /** Answers left to be sent to direct messages. */
  readonly answers: number;
};

export function readEffects(file: string): Effects {
  const database = new Sqlite(file, { readonly: true });
  try {
    const texts = database
      .prepare<[], string>(
        "SELECT note FROM reports WHERE note LIKE 'busta-%' UNION ALL SELECT blocked_because FROM reports WHERE blocked_because LIKE 'busta-%'",
      )
      .pluck()
      .all();
    const reports = new Map<string, number>();
    for (const text of texts) reports.set(text, (reports.get(text) ?? 0) + 1);
    const count = (sql: string) => database.prepare<[], number>(sql).pluck().get() ?? 0;
    return {
      reports,
      snoozes: count("SELECT count(*) FROM audit_entries WHERE kind = 'CHECK_IN_SNOOZED'"),
      answers: count('SELECT count(*) FROM outbox WHERE notice LIKE \'%"RECORDED"%\''),
    };
  } finally {
    database.close();
  }
}

/** Envelopes that were acknowledged and are not done yet. */
export function countKept(file: string): number {
  const database = new Sqlite(receivedFile(file), { readonly: true });
  try {
    return database.prepare<[], number>('SELECT count(*) FROM envelopes').pluck().get() ?? 0;
  } finally {
    database.close();
  }
}
