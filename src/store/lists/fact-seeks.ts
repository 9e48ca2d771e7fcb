/**
 * The statements behind lists of reports and of measurements. In the order of arrival a plan, a phase, a goal and an
 * actor each have an index; in the order of the day spoken of a phase and a goal have. Everything else is tested row
 * by row, by whoever reads.
 */
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Query } from '../database.ts';
import type { FactOrder } from '../port.ts';
import { measurements, reports } from '../schema/facts.ts';

type FactTable = typeof reports | typeof measurements;

/** The column of which each value has a list of its own; PLAN is the whole history as one list. */
export type FactKey = 'PLAN' | 'ITEM' | 'ACTOR';

const planId = sql.placeholder('planId');
const key = sql.placeholder('key');
/** A JSON array of keys. */
const keys = sql.placeholder('keys');
const reportedOn = sql.placeholder('reportedOn');
const sequence = sql.placeholder('sequence');
const limit = sql.placeholder('limit');

const NAMES = new Map<FactTable, { readonly table: string; readonly item: string }>([
  [reports, { table: 'reports', item: 'phase' }],
  [measurements, { table: 'measurements', item: 'goal' }],
]);

type Parts = {
  /** Rows of the list `key` beyond the position. */
  readonly ofKey: SQL | undefined;
  /** The first row beyond the position of each of `keys`. */
  readonly firstOfKeys: SQL | undefined;
  readonly order: readonly SQL[];
};

function partsOf(table: FactTable, by: FactKey, order: FactOrder): Parts {
  const names = NAMES.get(table);
  if (!names) throw new Error('neither reports nor measurements');
  const column = by === 'ACTOR' ? 'actor' : names.item;
  const byDay = order === 'REPORTED_ON_DESC' || order === 'REPORTED_ON_ASC';
  const isDescending = order === 'RECORDED_DESC' || order === 'REPORTED_ON_DESC';
  const beyond = sql.raw(isDescending ? '<' : '>');
  const direction = sql.raw(isDescending ? 'DESC' : 'ASC');
  const past = byDay
    ? sql`(reported_on, sequence) ${beyond} (${reportedOn}, ${sequence})`
    : sql`sequence ${beyond} ${sequence}`;
  const ordered = byDay ? sql`reported_on ${direction}, sequence ${direction}` : sql`sequence ${direction}`;
  const from = sql.raw(names.table);
  const name = sql.raw(column);
  const along = isDescending ? desc : asc;
  const first = sql`(
    SELECT (
      SELECT sequence FROM ${from}
      WHERE plan_id = ${planId} AND ${name} = wanted.value AND ${past}
      ORDER BY ${ordered} LIMIT 1
    ) FROM json_each(${keys}) AS wanted
  )`;
  return {
    ofKey: and(eq(table.planId, planId), by === 'PLAN' ? undefined : sql`${name} = ${key}`, past),
    firstOfKeys: and(eq(table.planId, planId), inArray(table.sequence, first)),
    order: byDay ? [along(table.reportedOn), along(table.sequence)] : [along(table.sequence)],
  };
}

export function reportSeeks(query: Query, by: FactKey, order: FactOrder) {
  const parts = partsOf(reports, by, order);
  return {
    more: query
      .select()
      .from(reports)
      .where(parts.ofKey)
      .orderBy(...parts.order)
      .limit(limit),
    heads: query.select().from(reports).where(parts.firstOfKeys),
  };
}

export function measurementSeeks(query: Query, by: FactKey, order: FactOrder) {
  const parts = partsOf(measurements, by, order);
  return {
    more: query
      .select()
      .from(measurements)
      .where(parts.ofKey)
      .orderBy(...parts.order)
      .limit(limit),
    heads: query.select().from(measurements).where(parts.firstOfKeys),
  };
}

/** Each item about which something was said, by one seek past the one before. */
export function itemSeeks(query: Query) {
  const next = (table: FactTable, item: typeof reports.phase | typeof measurements.goal) =>
    query
      .select({ item: sql<string>`${item}` })
      .from(table)
      .where(and(eq(table.planId, planId), sql`${item} > ${key}`))
      .orderBy(asc(item))
      .limit(1);
  return { report: next(reports, reports.phase), measurement: next(measurements, measurements.goal) };
}
