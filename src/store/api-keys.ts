/** Keys of programs: looked up at each request, made and revoked with their entry in the history. */
import { and, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { ApiKey } from '../domain/api-key.ts';
import type { AuditAppender } from './audit.ts';
import type { Database } from './database.ts';
import { createInbox } from './inbox.ts';
import type { KeyRequest, Store, StoredApiKey } from './port.ts';
import { apiKeys } from './schema/api-keys.ts';
import { plans } from './schema/plans.ts';

type ApiKeys = Pick<
  Store,
  'findApiKey' | 'listApiKeys' | 'findApiKeyMadeBy' | 'createApiKey' | 'revokeApiKey' | 'noteApiKeyUse'
>;

type Row = typeof apiKeys.$inferSelect;

const storedKey = ({ requestKey: _key, requestFingerprint: _fingerprint, ...key }: Row): StoredApiKey => key;
const keyOf = (row: Row): ApiKey => {
  const { secretHash: _hash, ...key } = storedKey(row);
  return key;
};

/** @param appendAudit of the same connection */
export function createApiKeys(
  { query, write, writeUncounted }: Database,
  appendAudit: AuditAppender,
): ApiKeys {
  const inbox = createInbox(query);
  const byId = query
    .select()
    .from(apiKeys)
    .where(eq(apiKeys.id, sql.placeholder('id')))
    .prepare();

  /** Whatever is kept by the plan's version shows its history, and its keys. */
  function record(request: KeyRequest): void {
    const { planId, recordedAt, audit } = request;
    appendAudit(planId, recordedAt, [audit]);
    inbox.putDown(request.inbox, request);
    query
      .update(plans)
      .set({ version: sql`${plans.version} + 1` })
      .where(eq(plans.id, planId))
      .run();
  }

  return {
    async findApiKey(id) {
      const row = byId.get({ id });
      return row && storedKey(row);
    },
    async listApiKeys() {
      return query.select().from(apiKeys).orderBy(desc(apiKeys.createdAt), apiKeys.id).all().map(keyOf);
    },
    async findApiKeyMadeBy(inboxKey) {
      const row = query.select().from(apiKeys).where(eq(apiKeys.requestKey, inboxKey)).get();
      return row && keyOf(row);
    },
    createApiKey: (key, request) =>
      write(() => {
        const earlier = inbox.repeated(request.inbox);
        if (earlier) return earlier.outcome;
        if (byId.get({ id: key.id })) return 'ID_TAKEN';
        const { key: requestKey = null, fingerprint: requestFingerprint = null } = request.inbox ?? {};
        query
          .insert(apiKeys)
          .values({ ...key, requestKey, requestFingerprint })
          .run();
        record(request);
        return 'CREATED';
      }),
    revokeApiKey: (id, revokedAt, request) =>
      write(() => {
        const earlier = inbox.repeated(request.inbox);
        if (earlier) return earlier.outcome;
        const { changes } = query
          .update(apiKeys)
          .set({ revokedAt })
          .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
          .run();
        if (changes > 0) {
          record(request);
          return 'REVOKED';
        }
        if (!byId.get({ id })) return 'UNKNOWN';
        inbox.putDown(request.inbox, request);
        return 'REVOKED_BEFORE';
      }),
    async noteApiKeyUse(id, { usedAt, unlessAfter }) {
      // A last use that lies ahead was written before the clock was set back.
      const isOld = or(
        isNull(apiKeys.lastUsedAt),
        lte(apiKeys.lastUsedAt, unlessAfter),
        gt(apiKeys.lastUsedAt, usedAt),
      );
      // It is shown beside the state of the key, which ends by the time of day: such answers are never kept.
      await writeUncounted(() =>
        query
          .update(apiKeys)
          .set({ lastUsedAt: usedAt })
          .where(and(eq(apiKeys.id, id), isOld))
          .run(),
      );
    },
  };
}
