/**
 * Rows that were recorded within a range, in the order in which they arrived. Instants follow arrival, but not quite:
 * commits of one moment overtake each other, and a simulated day goes back. So the rows of each day are a list of their
 * own, by an index, and the page is merged out of these: it costs a seek for each day of the range, and the rows of a
 * page, however many were recorded before and after it.
 */
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Query } from '../database.ts';
import type { InstantRange, ListOrder, PositionQuery } from '../port.ts';
import { auditEntries } from '../schema/audit.ts';
import { outbox } from '../schema/outbox.ts';
import { mergeSeeks } from './merge-seeks.ts';

export type ArrivalTable = 'AUDIT' | 'DELIVERIES';

const TABLES = {
  AUDIT: { table: auditEntries, position: auditEntries.sequence, name: 'audit_entries', column: 'sequence' },
  DELIVERIES: { table: outbox, position: outbox.id, name: 'outbox', column: 'id' },
} as const;

/** As the index by day has it, to the letter. */
const DAY_OF_ROW = sql`date(recorded_at)`;

const planId = sql.placeholder('planId');
const position = sql.placeholder('position');
const day = sql.placeholder('day');
const first = sql.placeholder('first');
const last = sql.placeholder('last');
const from = sql.placeholder('from');
const to = sql.placeholder('to');

const beyond = (order: ListOrder): SQL => sql.raw(order === 'DESC' ? '<' : '>');

/** The statements, by which the test of their query plans finds them too. */
export const dayQueries = {
  /**
   * Each day from `first` to `last` of which there are rows, by one seek past the one before (DISTINCT would read every
   * row), with its first row within the range and beyond the position; null where there is none.
   */
  heads: (query: Query, of: ArrivalTable, order: ListOrder) => {
    const [name, column] = [sql.raw(TABLES[of].name), sql.raw(TABLES[of].column)];
    return query.select({ day: sql<string>`day`, position: sql<number | null>`position` }).from(
      sql`(
          WITH RECURSIVE days (day) AS (
            SELECT (
              SELECT ${DAY_OF_ROW} FROM ${name} WHERE plan_id = ${planId} AND ${DAY_OF_ROW} >= ${first}
              ORDER BY ${DAY_OF_ROW} LIMIT 1
            )
            UNION ALL
            SELECT (
              SELECT ${DAY_OF_ROW} FROM ${name} WHERE plan_id = ${planId} AND ${DAY_OF_ROW} > days.day
              ORDER BY ${DAY_OF_ROW} LIMIT 1
            ) FROM days WHERE days.day < ${last}
          )
          SELECT day, (
            SELECT ${column} FROM ${name}
            WHERE plan_id = ${planId} AND ${DAY_OF_ROW} = days.day
              AND ${column} ${beyond(order)} ${position} AND recorded_at >= ${from} AND recorded_at <= ${to}
            ORDER BY ${column} ${sql.raw(order)} LIMIT 1
          ) AS position FROM days WHERE day <= ${last}
        )`,
    );
  },
  more: (query: Query, of: ArrivalTable, order: ListOrder) => {
    const { table, position: column } = TABLES[of];
    return query
      .select({ day: sql<string>`${DAY_OF_ROW}`, position: sql<number>`${column}` })
      .from(table)
      .where(
        and(
          eq(table.planId, planId),
          sql`${DAY_OF_ROW} = ${day}`,
          sql`${column} ${beyond(order)} ${position}`,
          sql`recorded_at >= ${from} AND recorded_at <= ${to}`,
        ),
      )
      .orderBy(order === 'DESC' ? desc(column) : asc(column))
      .limit(sql.placeholder('limit'));
  },
};

type Place = { readonly day: string; readonly position: number };

const START = { DESC: Number.MAX_SAFE_INTEGER, ASC: 0 } as const;
/** Before and after every instant. */
const EVER = { from: '', to: '9999-12-31T23:59:59.999Z' } as const;

/** Positions of at most `limit` rows within the range, in the order of the query. */
export type DayPages = (plan: number, query: PositionQuery) => readonly number[];

export const isRange = (range: InstantRange): boolean => range.from !== null || range.to !== null;

export function createDayPages(query: Query, of: ArrivalTable): DayPages {
  const statements = (order: ListOrder) => ({
    heads: dayQueries.heads(query, of, order).prepare(),
    more: dayQueries.more(query, of, order).prepare(),
  });
  const prepared = { DESC: statements('DESC'), ASC: statements('ASC') };
  return (plan, { order, after, limit, recordedAt }) => {
    const { heads, more } = prepared[order];
    const range = { planId: plan, from: recordedAt.from ?? EVER.from, to: recordedAt.to ?? EVER.to };
    const start = after ?? START[order];
    const days = { first: range.from.slice(0, 10), last: range.to.slice(0, 10) };
    const found = heads
      .all({ ...range, ...days, position: start })
      .flatMap((head) => (head.position === null ? [] : [{ ...head, position: head.position }]));
    const sign = order === 'DESC' ? -1 : 1;
    const { rows } = mergeSeeks<Place>(
      {
        keys: found.map((head) => head.day),
        keyOf: (place) => place.day,
        heads: () => found,
        more: (key, before, most) =>
          more.all({ ...range, day: key, position: before?.position ?? start, limit: most }),
        compare: (a, b) => sign * (a.position - b.position),
      },
      { limit, matches: () => true },
    );
    return rows.map((row) => row.position);
  };
}
