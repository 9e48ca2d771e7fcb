/** The product's database, read past the product once it has stopped, or beside it. */
import Sqlite from 'better-sqlite3';
import { listAuditEntries } from '../../../src/store/audit.ts';
import { verifyAuditChain } from '../../../src/store/audit-chain.ts';
import { openDatabase } from '../../../src/store/database.ts';
import type { KeptMessage } from './judge.ts';

export type Held = { readonly key: string; readonly attempt: number };

export type KeptMessages = {
  list(): readonly (KeptMessage & { readonly attempt: number })[];
  pending(): number;
  /** Claimed and not settled, by whomever. */
  held(): readonly Held[];
  reports(): number;
  close(): void;
};

export function openKeptMessages(file: string): KeptMessages {
  const client = new Sqlite(file, { timeout: 5_000, readonly: true });
  const all = client.prepare<[], KeptMessage & { readonly attempt: number }>(
    'SELECT id, key, lane, state, channel, ts, error, attempt FROM outbox ORDER BY id',
  );
  const held = client.prepare<[], Held>(
    `SELECT key, attempt FROM outbox WHERE state = 'PENDING' AND claimed_at IS NOT NULL`,
  );
  const pending = client.prepare<[], { n: number }>(
    `SELECT count(*) AS n FROM outbox WHERE state = 'PENDING'`,
  );
  const reports = client.prepare<[], { n: number }>('SELECT count(*) AS n FROM reports');
  return {
    list: () => all.all(),
    held: () => held.all(),
    pending: () => pending.get()?.n ?? 0,
    reports: () => reports.get()?.n ?? 0,
    close: () => client.close(),
  };
}

/** What is wrong with the file and with the chain of its history, in a sentence each. */
export function checkDatabase(file: string): readonly string[] {
  const client = new Sqlite(file, { readonly: true });
  const integrity = client.pragma('integrity_check', { simple: true });
  client.close();
  const database = openDatabase({ file });
  const chain = verifyAuditChain(listAuditEntries(database.query));
  database.close();
  return [
    ...(integrity === 'ok' ? [] : [`the database is damaged: ${String(integrity)}`]),
    ...(chain.intact ? [] : [`the chain of the history is broken: ${JSON.stringify(chain)}`]),
  ];
}
