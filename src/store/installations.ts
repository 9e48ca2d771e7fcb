/** Workspaces that installed the app by OAuth. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from './database.ts';
import type { Installation, Store } from './port.ts';
import { installations } from './schema/installations.ts';

type Installations = Pick<
  Store,
  'saveInstallation' | 'findInstallation' | 'listInstallations' | 'revokeInstallation' | 'restoreInstallation'
>;

/** The row while it still holds the token that was spoken of: a newer installation has another one. */
const ofToken = ({ team, sealedToken }: Pick<Installation, 'team' | 'sealedToken'>) =>
  and(eq(installations.team, team), eq(installations.sealedToken, sealedToken));

const installationFromRow = ({
  revokedAt,
  revokedBecause,
  ...row
}: typeof installations.$inferSelect): Installation => ({
  ...row,
  revoked: revokedAt === null ? null : { at: revokedAt, because: revokedBecause ?? '' },
});

export function createInstallations({ query, write }: Database): Installations {
  return {
    async saveInstallation({ revoked, ...installation }) {
      const row = {
        ...installation,
        revokedAt: revoked?.at ?? null,
        revokedBecause: revoked?.because ?? null,
      };
      await write(() =>
        query
          .insert(installations)
          .values(row)
          .onConflictDoUpdate({ target: installations.team, set: row })
          .run(),
      );
    },
    async findInstallation(team) {
      const row = query.select().from(installations).where(eq(installations.team, team)).get();
      return row && installationFromRow(row);
    },
    async listInstallations() {
      return query.select().from(installations).orderBy(installations.team).all().map(installationFromRow);
    },
    async revokeInstallation(installation, { at, because }) {
      const { changes } = await write(() =>
        query
          .update(installations)
          .set({ revokedAt: at, revokedBecause: because })
          .where(and(ofToken(installation), isNull(installations.revokedAt)))
          .run(),
      );
      return changes > 0;
    },
    async restoreInstallation(installation) {
      const { changes } = await write(() =>
        query
          .update(installations)
          .set({ revokedAt: null, revokedBecause: null })
          .where(ofToken(installation))
          .run(),
      );
      return changes > 0;
    },
  };
}
