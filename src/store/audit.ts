/** Appends to the hash-chained history, and reads it back. */
import { desc, eq } from 'drizzle-orm';
import { type AuditRow, GENESIS_HASH, hashEntry } from './audit-chain.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Query } from './database.ts';
import type { NewAuditEntry } from './port.ts';
import { prepareInsert } from './prepare-insert.ts';
import { auditActors, auditEntries } from './schema/audit.ts';

/** Only inside a write transaction: the chain has one end. */
export type AuditAppender = (planId: number, recordedAt: string, entries: readonly NewAuditEntry[]) => void;

export function createAuditAppender(query: Query): AuditAppender {
  // Without LIMIT: only the first row is read, and a bound number costs more than it saves.
  const last = query
    .select({ sequence: auditEntries.sequence, hash: auditEntries.hash })
    .from(auditEntries)
    .orderBy(desc(auditEntries.sequence))
    .prepare();
  const insertEntry = prepareInsert(query, auditEntries);
  const insertActor = prepareInsert(query, auditActors);

  return (planId, recordedAt, entries) => {
    let { sequence, hash: previousHash } = last.get() ?? { sequence: 0, hash: GENESIS_HASH };
    for (const { kind, actor, body } of entries) {
      sequence += 1;
      const text = canonicalJson(body);
      const hash = hashEntry({ sequence, plan: planId, recordedAt, kind, body }, previousHash, text);
      insertEntry({ sequence, planId, recordedAt, kind, body: text, previousHash, hash });
      insertActor({ sequence, actor });
      previousHash = hash;
    }
  };
}

/** An entry, with who did it; null where that was erased. */
export type AuditEntry = AuditRow & { readonly actor: string | null };

/** The whole history, oldest first: what `verifyAuditChain` takes. */
export const listAuditEntries = (query: Query): readonly AuditEntry[] =>
  query
    .select({ entry: auditEntries, actor: auditActors.actor })
    .from(auditEntries)
    .leftJoin(auditActors, eq(auditActors.sequence, auditEntries.sequence))
    .orderBy(auditEntries.sequence)
    .all()
    .map(({ entry: { planId, body, ...entry }, actor }) => ({
      ...entry,
      plan: planId,
      body: JSON.parse(body),
      actor,
    }));
