/** Claims, settles and finds the messages to be sent. */
import { and, count, eq, inArray, isNull, lte, min, or, sql } from 'drizzle-orm';
import type { Database, Query } from './database.ts';
import type { ClaimedMessage, DeadMessage, SentMessage, Settlement, Store } from './port.ts';
import { outbox } from './schema/outbox.ts';

type Outbox = Pick<
  Store,
  | 'claimOutbox'
  | 'settleOutbox'
  | 'findSentByKey'
  | 'findSentByMessage'
  | 'countOutbox'
  | 'listDeadMessages'
  | 'requeueMessage'
>;

/** Instants are compared as text, so all must be written alike. @throws RangeError for what is not one. */
const instant = (text: string): string => new Date(text).toISOString();

const secondsBefore = (now: string, seconds: number): string =>
  new Date(Date.parse(now) - seconds * 1_000).toISOString();

/** A literal: with a bound parameter SQLite would not use the partial indexes. */
const isPending = sql`${outbox.state} = 'PENDING'`;
/** There is no state of its own for what was left out on purpose: this stands in the place of an error. */
const NOTHING_TO_SEND = 'nothing_to_send';
const isDead = sql`${outbox.state} = 'DEAD' AND ${outbox.error} IS NOT ${sql.raw(`'${NOTHING_TO_SEND}'`)}`;

const claimedMessage = (row: typeof outbox.$inferSelect): ClaimedMessage => ({
  id: row.id,
  key: row.key,
  destination: row.destination,
  notice: row.notice,
  attempt: row.attempt,
});

const deadMessage = (row: typeof outbox.$inferSelect): DeadMessage => ({
  ...claimedMessage(row),
  recordedAt: row.recordedAt,
  error: row.error ?? '',
});

/**
 * One statement that finds and takes: two processes never both claim. Only the oldest unsettled message of a
 * lane counts, so one that waits for its next try, or that somebody holds, holds back those behind it.
 */
function claim(query: Query, now: string, lostBefore: string, limit: number) {
  const heads = query
    .select({ id: min(outbox.id).as('id') })
    .from(outbox)
    .where(isPending)
    .groupBy(outbox.lane);
  const free = query
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        inArray(outbox.id, heads),
        or(isNull(outbox.notBefore), lte(outbox.notBefore, now)),
        or(isNull(outbox.claimedAt), lte(outbox.claimedAt, lostBefore)),
      ),
    )
    .orderBy(outbox.id)
    .limit(limit);
  return query
    .update(outbox)
    .set({ attempt: sql`${outbox.attempt} + 1`, claimedAt: now })
    .where(inArray(outbox.id, free))
    .returning()
    .all();
}

function settledColumns(settlement: Settlement) {
  switch (settlement.outcome) {
    case 'SENT':
      return {
        state: 'SENT',
        channel: settlement.channel,
        ts: settlement.ts,
        team: settlement.team ?? null,
        error: null,
      } as const;
    case 'RETRY':
      return { notBefore: instant(settlement.notBefore), error: settlement.error };
    case 'NOTHING_TO_SEND':
      return { state: 'DEAD', error: NOTHING_TO_SEND } as const;
    case 'DEAD':
      return { state: 'DEAD', error: settlement.error } as const;
  }
}

function sentMessage(row: typeof outbox.$inferSelect | undefined): SentMessage | undefined {
  if (!row || row.channel === null || row.ts === null) return undefined;
  const { key, channel, ts, team, notice } = row;
  return { key, channel, ts, team, notice };
}

export function createOutbox({ query, write }: Database): Outbox {
  const countWhere = (where: typeof isPending) =>
    query.select({ count: count() }).from(outbox).where(where).prepare();
  const pending = countWhere(isPending);
  const dead = countWhere(isDead);
  return {
    async claimOutbox({ now, limit, claimSeconds }) {
      const rows = await write(() => claim(query, instant(now), secondsBefore(now, claimSeconds), limit));
      // RETURNING promises no order.
      return rows.sort((a, b) => a.id - b.id).map(claimedMessage);
    },
    async settleOutbox(id, attempt, settlement) {
      const held = and(
        eq(outbox.id, id),
        eq(outbox.attempt, attempt),
        isPending,
        sql`claimed_at IS NOT NULL`,
      );
      const settled = { ...settledColumns(settlement), claimedAt: null };
      const { changes } = await write(() => query.update(outbox).set(settled).where(held).run());
      return changes > 0;
    },
    async findSentByKey(key) {
      return sentMessage(query.select().from(outbox).where(eq(outbox.key, key)).get());
    },
    async findSentByMessage(channel, ts) {
      // A message drawn again is sent to the place of the first one: the first one is its name.
      const sent = and(eq(outbox.channel, channel), eq(outbox.ts, ts));
      return sentMessage(query.select().from(outbox).where(sent).orderBy(outbox.id).limit(1).get());
    },
    async countOutbox() {
      return { pending: pending.get()?.count ?? 0, dead: dead.get()?.count ?? 0 };
    },
    async listDeadMessages(limit) {
      return query.select().from(outbox).where(isDead).orderBy(outbox.id).limit(limit).all().map(deadMessage);
    },
    async requeueMessage(id) {
      // The attempt stays: whoever settles an older one is still told that it lost the message.
      const anew = { state: 'PENDING', notBefore: null, error: null } as const;
      const { changes } = await write(() =>
        query
          .update(outbox)
          .set(anew)
          .where(and(eq(outbox.id, id), isDead))
          .run(),
      );
      return changes > 0;
    },
  };
}
