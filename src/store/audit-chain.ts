/**
 * The hash chain of the history: each entry's hash covers its content and the hash before it, so whoever edits,
 * removes or inserts an entry has to rewrite all the later ones. Entries cut off the end leave a valid chain:
 * what finds that is a copy of the last hash kept elsewhere.
 */
import { hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

export type AuditContent = {
  /** Without gaps; 1 is the first. */
  readonly sequence: number;
  readonly plan: number;
  /** ISO 8601 instant in UTC. */
  readonly recordedAt: string;
  readonly kind: string;
  readonly body: Readonly<Record<string, unknown>>;
};

export type AuditRow = AuditContent & { readonly previousHash: string; readonly hash: string };

export type ChainVerdict =
  | { readonly intact: true; readonly entries: number; readonly lastHash: string }
  /** `sequence` is of the first row that does not follow from those before it. */
  | { readonly intact: false; readonly sequence: number };

/** What stands before the first entry. */
export const GENESIS_HASH = '0'.repeat(64);

/** @param bodyText the canonical JSON of its body, for whoever has it already */
export function hashEntry(
  content: AuditContent,
  previousHash: string,
  bodyText = canonicalJson(content.body),
): string {
  return hash('sha256', `${previousHash}\n${withBody(content, bodyText)}`);
}

/** The canonical JSON of the whole: `body` comes first of its keys. */
function withBody({ kind, plan, recordedAt, sequence }: Omit<AuditContent, 'body'>, body: string): string {
  return `{"body":${body},${JSON.stringify({ kind, plan, recordedAt, sequence }).slice(1)}`;
}

/** `rows` from the first entry on, in order. */
export function verifyAuditChain(rows: readonly AuditRow[]): ChainVerdict {
  let previousHash = GENESIS_HASH;
  for (const [index, row] of rows.entries()) {
    const follows =
      row.sequence === index + 1 &&
      row.previousHash === previousHash &&
      row.hash === hashEntry(row, previousHash);
    if (!follows) return { intact: false, sequence: row.sequence };
    previousHash = row.hash;
  }
  return { intact: true, entries: rows.length, lastHash: previousHash };
}
