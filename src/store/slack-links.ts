/** Which Slack user or channel a key of the directory stands for. */
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Database, Query } from './database.ts';
import type { SlackLinkKind, Store } from './port.ts';
import { slackLinks } from './schema/directory.ts';

/** Only inside a write transaction. */
export function forgetLinks(query: Query, kind: SlackLinkKind, keys: readonly string[]): void {
  if (keys.length === 0) return;
  query
    .delete(slackLinks)
    .where(and(eq(slackLinks.kind, kind), inArray(slackLinks.key, [...keys])))
    .run();
}

export function createSlackLinks({
  query,
  write,
}: Database): Pick<Store, 'findSlackId' | 'findSlackKey' | 'linkSlack' | 'unlinkSlack'> {
  const ofKind = and(
    eq(slackLinks.kind, sql.placeholder('kind')),
    eq(slackLinks.team, sql.placeholder('team')),
  );
  const byKey = query
    .select()
    .from(slackLinks)
    .where(and(ofKind, eq(slackLinks.key, sql.placeholder('key'))))
    .prepare();
  const bySlackId = query
    .select()
    .from(slackLinks)
    .where(and(ofKind, eq(slackLinks.slackId, sql.placeholder('slackId'))))
    .prepare();
  return {
    async findSlackId(kind, team, key) {
      return byKey.get({ kind, team, key })?.slackId;
    },
    async findSlackKey(kind, team, slackId) {
      return bySlackId.get({ kind, team, slackId })?.key;
    },
    async linkSlack(kind, team, key, slackId) {
      await write(() => {
        // The same account under a new key: the old one stands for nobody any more.
        query
          .delete(slackLinks)
          .where(
            and(
              eq(slackLinks.kind, kind),
              eq(slackLinks.team, team),
              eq(slackLinks.slackId, slackId),
              ne(slackLinks.key, key),
            ),
          )
          .run();
        query
          .insert(slackLinks)
          .values({ kind, team, key, slackId })
          .onConflictDoUpdate({
            target: [slackLinks.kind, slackLinks.team, slackLinks.key],
            set: { slackId },
          })
          .run();
      });
    },
    async unlinkSlack(kind, team, slackId) {
      await write(() =>
        query
          .delete(slackLinks)
          .where(and(eq(slackLinks.kind, kind), eq(slackLinks.team, team), eq(slackLinks.slackId, slackId)))
          .run(),
      );
    },
  };
}
