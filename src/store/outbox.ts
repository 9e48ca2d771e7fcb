/** Claims, settles and finds the messages to be sent. */
import {
  and,
  count,
  eq,
  gt,
  inArray,
  isNull,
  lte,
  min,
  notInArray,
  or,
  type SQLWrapper,
  sql,
} from 'drizzle-orm';
import { LOST_ACCESS } from '../domain/lost-access.ts';
import { atFirstUse } from './at-first-use.ts';
import type { Database, Query } from './database.ts';
import type { ClaimedMessage, SentMessage, Settlement, Store, UnsettledMessage } from './port.ts';
import { outbox, outboxLanes } from './schema/outbox.ts';

type Outbox = Pick<
  Store,
  | 'claimOutbox'
  | 'settleOutbox'
  | 'nextOutboxAt'
  | 'findSentByKey'
  | 'findSentByMessage'
  | 'countOutbox'
  | 'listUnsettledMessages'
  | 'requeueMessage'
  | 'dismissMessage'
>;

/** Instants are compared as text, so all must be written alike. @throws RangeError for what is not one. */
const instant = (text: string): string => new Date(text).toISOString();

const secondsAfter = (now: string, seconds: number): string =>
  new Date(Date.parse(now) + seconds * 1_000).toISOString();

/*
 * What lies further ahead than anybody puts it was written before the machine's clock was set back: it counts as past.
 * Else nothing would be sent until the clock is again where it was, perhaps in hours.
 */
/** A lane rests for a second or so between two messages. */
const FARTHEST_PACE_SECONDS = 60;
/** Whoever waits for Slack tries again within minutes, or when Slack says: within the day. */
const FARTHEST_RETRY_SECONDS = 86_400;

/** Literals: with bound parameters SQLite would not use the partial indexes. */
const isPending = sql`${outbox.state} = 'PENDING'`;
const isUnsettled = sql`${outbox.state} IN ('DEAD', 'DOUBTFUL')`;

const claimedMessage = (row: typeof outbox.$inferSelect): ClaimedMessage => ({
  id: row.id,
  key: row.key,
  destination: row.destination,
  notice: row.notice,
  attempt: row.attempt,
  firstTriedAt: row.firstTriedAt,
});

const unsettledMessage = (row: typeof outbox.$inferSelect): UnsettledMessage => ({
  ...claimedMessage(row),
  state: row.state === 'DOUBTFUL' ? 'DOUBTFUL' : 'DEAD',
  recordedAt: row.recordedAt,
  error: row.error ?? '',
});

/**
 * The messages that may be next: of each lane the oldest one that waits, so that one which waits for its next try, or
 * which somebody holds, holds back those behind it. A lane in which one was refused because the app has lost its access
 * has none: that one is put back when the access is, before what follows it.
 */
function isHead(query: Query) {
  const heads = query
    .select({ id: min(outbox.id).as('id') })
    .from(outbox)
    .where(isPending)
    .groupBy(outbox.lane);
  const shut = query
    .select({ lane: outbox.lane })
    .from(outbox)
    .where(and(isUnsettled, eq(outbox.state, 'DEAD'), inArray(outbox.error, [...LOST_ACCESS])));
  return and(inArray(outbox.id, heads), notInArray(outbox.lane, shut));
}

/** Of each instant that holds a message back, the last at which it does. */
const farthestAhead = (now: string, claimSeconds: number) => ({
  notBefore: secondsAfter(now, FARTHEST_RETRY_SECONDS),
  claimedAt: secondsAfter(now, claimSeconds),
  nextAt: secondsAfter(now, FARTHEST_PACE_SECONDS),
});

/** One statement that finds and takes: two processes never both claim. */
function claim(query: Query, now: string, claimSeconds: number, limit: number) {
  const lostBefore = secondsAfter(now, -claimSeconds);
  const farthest = farthestAhead(now, claimSeconds);
  const free = query
    .select({ id: outbox.id })
    .from(outbox)
    .leftJoin(outboxLanes, eq(outboxLanes.lane, outbox.lane))
    .where(
      and(
        isHead(query),
        or(isNull(outbox.notBefore), lte(outbox.notBefore, now), gt(outbox.notBefore, farthest.notBefore)),
        or(
          isNull(outbox.claimedAt),
          lte(outbox.claimedAt, lostBefore),
          gt(outbox.claimedAt, farthest.claimedAt),
        ),
        or(isNull(outboxLanes.nextAt), lte(outboxLanes.nextAt, now), gt(outboxLanes.nextAt, farthest.nextAt)),
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

/** Written as all instants are, so that it compares with them; of what may be sent already, long ago. */
function prepareNextAt(query: Query): (now: string, claimSeconds: number) => string | null {
  const ever = new Date(0).toISOString();
  const lease = sql.placeholder('lease');
  const leaseEnds = sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${outbox.claimedAt}, ${lease})`;
  const unlessFar = (holds: SQLWrapper, at: SQLWrapper, farthest: string) =>
    sql`CASE WHEN ${at} <= ${sql.placeholder(farthest)} THEN ${holds} ELSE ${ever} END`;
  const next = query
    .select({
      at: sql<
        string | null
      >`min(max(${unlessFar(outbox.notBefore, outbox.notBefore, 'notBefore')}, ${unlessFar(leaseEnds, outbox.claimedAt, 'claimedAt')}, ${unlessFar(outboxLanes.nextAt, outboxLanes.nextAt, 'nextAt')}))`,
    })
    .from(outbox)
    .leftJoin(outboxLanes, eq(outboxLanes.lane, outbox.lane))
    .where(isHead(query))
    .prepare();
  return (now, claimSeconds) =>
    next.get({ lease: `+${claimSeconds} seconds`, ...farthestAhead(now, claimSeconds) })?.at ?? null;
}

/**
 * Noted when the claim is made, before anything is sent: whoever dies in between leaves word that something may
 * stand in Slack. Taken back by an attempt that certainly left nothing.
 */
function noteFirstTry(query: Query, rows: readonly { readonly id: number }[], clockNow: string): void {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  query
    .update(outbox)
    .set({ firstTriedAt: clockNow })
    .where(and(inArray(outbox.id, ids), isNull(outbox.firstTriedAt)))
    .run();
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
      return {
        notBefore: instant(settlement.notBefore),
        error: settlement.error,
        ...(settlement.doubtful ? {} : { firstTriedAt: null }),
      };
    case 'NOTHING_TO_SEND':
      return { state: 'DROPPED', error: null } as const;
    case 'DEAD':
      return { state: 'DEAD', error: settlement.error } as const;
    case 'DOUBTFUL':
      return { state: 'DOUBTFUL', error: settlement.error } as const;
  }
}

function sentMessage(row: typeof outbox.$inferSelect | undefined): SentMessage | undefined {
  if (!row || row.channel === null || row.ts === null) return undefined;
  const { key, channel, ts, team, notice } = row;
  return { key, channel, ts, team, notice };
}

export function createOutbox({ query, write }: Database): Outbox {
  const countOf = (state: 'PENDING' | 'DEAD' | 'DOUBTFUL') =>
    query
      .select({ count: count() })
      .from(outbox)
      // Both conditions: SQLite takes a partial index only where its own condition is written out.
      .where(
        and(sql`${outbox.state} = ${sql.raw(`'${state}'`)}`, state === 'PENDING' ? undefined : isUnsettled),
      )
      .prepare();
  const counts = atFirstUse(() => ({
    pending: countOf('PENDING'),
    dead: countOf('DEAD'),
    doubtful: countOf('DOUBTFUL'),
  }));
  const ofNextAt = atFirstUse(() => prepareNextAt(query));
  const changeUnsettled = (id: number, to: Partial<typeof outbox.$inferInsert>) =>
    write(
      () =>
        query
          .update(outbox)
          .set(to)
          .where(and(eq(outbox.id, id), isUnsettled))
          .run().changes > 0,
    );
  return {
    async claimOutbox({ now, clockNow, limit, claimSeconds }) {
      const rows = await write(() => {
        const claimed = claim(query, instant(now), claimSeconds, limit);
        noteFirstTry(query, claimed, instant(clockNow));
        return claimed;
      });
      // RETURNING promises no order.
      return rows.sort((a, b) => a.id - b.id).map(claimedMessage);
    },
    async settleOutbox(id, attempt, settlement, nextAt = null) {
      const held = and(
        eq(outbox.id, id),
        eq(outbox.attempt, attempt),
        isPending,
        sql`claimed_at IS NOT NULL`,
      );
      const settled = { ...settledColumns(settlement), claimedAt: null };
      return write(() => {
        const [row] = query.update(outbox).set(settled).where(held).returning({ lane: outbox.lane }).all();
        if (row && nextAt !== null) {
          const lane = { lane: row.lane, nextAt: instant(nextAt) };
          query
            .insert(outboxLanes)
            .values(lane)
            .onConflictDoUpdate({ target: outboxLanes.lane, set: { nextAt: lane.nextAt } })
            .run();
        }
        return row !== undefined;
      });
    },
    async nextOutboxAt(claimSeconds) {
      return ofNextAt()(new Date().toISOString(), claimSeconds);
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
      return {
        pending: counts().pending.get()?.count ?? 0,
        dead: counts().dead.get()?.count ?? 0,
        doubtful: counts().doubtful.get()?.count ?? 0,
      };
    },
    async listUnsettledMessages(limit) {
      return query
        .select()
        .from(outbox)
        .where(isUnsettled)
        .orderBy(outbox.id)
        .limit(limit)
        .all()
        .map(unsettledMessage);
    },
    // The attempt stays: whoever settles an older one is still told that it lost the message.
    // Whoever puts it back decides that it is to be sent, whatever may stand there.
    requeueMessage: (id) =>
      changeUnsettled(id, { state: 'PENDING', notBefore: null, firstTriedAt: null, error: null }),
    dismissMessage: (id) => changeUnsettled(id, { state: 'DROPPED' }),
  };
}
