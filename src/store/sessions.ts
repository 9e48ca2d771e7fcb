/** Personal links and sessions. To open or to use one ends no kept answer; to end one ends them all. */
import { and, eq, gt, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { AuditAppender } from './audit.ts';
import type { Database } from './database.ts';
import type { SessionStore } from './port.ts';
import { plans } from './schema/plans.ts';
import { sessions, signInLinks } from './schema/sessions.ts';

/** @param appendAudit of the same connection */
export function createSessions(
  { query, write, writeUncounted }: Database,
  appendAudit: AuditAppender,
): SessionStore {
  const linkByHash = query
    .select()
    .from(signInLinks)
    .where(eq(signInLinks.tokenHash, sql.placeholder('hash')))
    .prepare();
  const byId = query
    .select()
    .from(sessions)
    .where(eq(sessions.id, sql.placeholder('id')))
    .prepare();
  const bySecret = query
    .select()
    .from(sessions)
    .where(eq(sessions.secretHash, sql.placeholder('hash')))
    .prepare();
  const byFormer = query
    .select()
    .from(sessions)
    .where(eq(sessions.formerHash, sql.placeholder('hash')))
    .prepare();

  return {
    async addSignInLink(link, forgetBefore) {
      await writeUncounted(() => {
        // Neither links nor sessions are history: what has long been over is forgotten.
        query.delete(signInLinks).where(lt(signInLinks.expiresAt, forgetBefore)).run();
        query.delete(sessions).where(lt(sessions.expiresAt, forgetBefore)).run();
        query.insert(signInLinks).values(link).run();
      });
    },
    async findSignInLink(hash) {
      return linkByHash.get({ hash });
    },
    openSession: (tokenHash, session) =>
      writeUncounted(() => {
        const { changes } = query
          .update(signInLinks)
          .set({ usedAt: session.createdAt })
          .where(
            and(
              eq(signInLinks.tokenHash, tokenHash),
              eq(signInLinks.person, session.person),
              isNull(signInLinks.usedAt),
              gt(signInLinks.expiresAt, session.createdAt),
            ),
          )
          .run();
        if (changes === 0) return false;
        query.insert(sessions).values(session).run();
        return true;
      }),
    async findSession(id) {
      return byId.get({ id });
    },
    async findSessionBySecret(hash) {
      const row = bySecret.get({ hash });
      if (row) return { session: row, isFormer: false };
      const former = byFormer.get({ hash });
      return former && { session: former, isFormer: true };
    },
    async noteSessionUse(id, { usedAt, unlessAfter }) {
      // A last use that lies ahead was written before the clock was set back.
      const isOld = or(lte(sessions.lastUsedAt, unlessAfter), gt(sessions.lastUsedAt, usedAt));
      await writeUncounted(() =>
        query
          .update(sessions)
          .set({ lastUsedAt: usedAt })
          .where(and(eq(sessions.id, id), isNull(sessions.endedAt), isOld))
          .run(),
      );
    },
    changeSessionSecret: (id, { from, to, at }) =>
      writeUncounted(() => {
        const { changes } = query
          .update(sessions)
          .set({ secretHash: to, formerHash: from, secretSince: at })
          .where(and(eq(sessions.id, id), eq(sessions.secretHash, from), isNull(sessions.endedAt)))
          .run();
        return changes > 0;
      }),
    endSession: (id, endedAt) =>
      write(() => {
        const stands = and(eq(sessions.id, id), isNull(sessions.endedAt));
        return query.update(sessions).set({ endedAt }).where(stands).run().changes > 0;
      }),
    endSessionsOf: (person, endedAt, record) =>
      write(() => {
        const stand = and(
          eq(sessions.person, person),
          isNull(sessions.endedAt),
          gt(sessions.expiresAt, endedAt),
        );
        const { changes } = query.update(sessions).set({ endedAt }).where(stand).run();
        // A link that was not used yet would open another one.
        query
          .update(signInLinks)
          .set({ expiresAt: endedAt })
          .where(
            and(
              eq(signInLinks.person, person),
              isNull(signInLinks.usedAt),
              gt(signInLinks.expiresAt, endedAt),
            ),
          )
          .run();
        if (record !== null) {
          appendAudit(record.planId, record.recordedAt, [record.audit]);
          query
            .update(plans)
            .set({ version: sql`${plans.version} + 1` })
            .where(eq(plans.id, record.planId))
            .run();
        }
        return changes;
      }),
  };
}
