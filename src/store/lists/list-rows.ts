/** Pages of check-ins, of messages to be sent and of the hash-chained history: each a run along one index. */
import { createHash } from 'node:crypto';
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { ItemCode } from '../../domain/codes.ts';
import { atFirstUse } from '../at-first-use.ts';
import { checkInFromRow } from '../check-ins.ts';
import type { Database, Query } from '../database.ts';
import { measurementFromRow, reportFromRow } from '../fact-rows.ts';
import type { KeptAuditEntry, KeptCheckIn, KeptDelivery, ListOrder, Store } from '../port.ts';
import { runFromRow } from '../schedules.ts';
import { auditEntries } from '../schema/audit.ts';
import { checkInItems, checkIns } from '../schema/check-ins.ts';
import { measurements, reports } from '../schema/facts.ts';
import { outbox } from '../schema/outbox.ts';
import { slotRuns } from '../schema/schedule.ts';
import { createDayPages, isRange } from './days-of-arrival.ts';

const planId = sql.placeholder('planId');
const position = sql.placeholder('position');
const day = sql.placeholder('day');
const limit = sql.placeholder('limit');
/** Of a JSON array. */
const positions = sql`(SELECT value FROM json_each(${sql.placeholder('positions')}))`;

const START = { DESC: Number.MAX_SAFE_INTEGER, ASC: 0 } as const;
const LAST_DAY = '9999-12-31';
/** After the id of every check-in, which begins with a year. */
const LAST_ID = '~';

const beyond = (order: ListOrder): SQL => sql.raw(order === 'DESC' ? '<' : '>');
const along = (order: ListOrder) => (order === 'DESC' ? desc : asc);

/** The statements, by which the test of their query plans finds them too. */
export const rowQueries = {
  deliveries: (query: Query, order: ListOrder) =>
    query
      .select()
      .from(outbox)
      .where(and(eq(outbox.planId, planId), sql`${outbox.id} ${beyond(order)} ${position}`))
      .orderBy(along(order)(outbox.id))
      .limit(limit),
  audit: (query: Query, order: ListOrder) =>
    query
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.planId, planId), sql`${auditEntries.sequence} ${beyond(order)} ${position}`))
      .orderBy(along(order)(auditEntries.sequence))
      .limit(limit),
  /** From the place on as far as the day `end`, which belongs to it. */
  checkIns: (query: Query, order: ListOrder) =>
    query
      .select()
      .from(checkIns)
      .where(
        and(
          eq(checkIns.planId, planId),
          sql`(${checkIns.openedOn}, ${checkIns.id}) ${beyond(order)} (${day}, ${position})`,
          sql`${checkIns.openedOn} ${sql.raw(order === 'DESC' ? '>=' : '<=')} ${sql.placeholder('end')}`,
        ),
      )
      .orderBy(along(order)(checkIns.openedOn), along(order)(checkIns.id))
      .limit(limit),
  checkInsOfDay: (query: Query) =>
    query
      .select()
      .from(checkIns)
      .where(and(eq(checkIns.planId, planId), eq(checkIns.openedOn, day)))
      .orderBy(checkIns.id),
  checkInItems: (query: Query) =>
    query
      .select({ checkIn: checkInItems.checkIn, item: checkInItems.item })
      .from(checkInItems)
      .where(sql`${checkInItems.checkIn} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`)
      .orderBy(checkInItems.checkIn, checkInItems.position),
  /** Of each pair of an item and a sequence in a JSON array: when something was first said of the item after it. */
  firstSaidAfter: (query: Query) =>
    query
      .select({
        place: sql<number>`wanted.key`,
        at: sql<string | null>`coalesce((
          SELECT r.recorded_at FROM reports AS r
          WHERE r.plan_id = ${planId} AND r.phase = wanted.value ->> 0 AND r.sequence > wanted.value ->> 1
          ORDER BY r.sequence LIMIT 1
        ), (
          SELECT m.recorded_at FROM measurements AS m
          WHERE m.plan_id = ${planId} AND m.goal = wanted.value ->> 0 AND m.sequence > wanted.value ->> 1
          ORDER BY m.sequence LIMIT 1
        ))`,
      })
      .from(sql`json_each(${sql.placeholder('pairs')}) AS wanted`),
  report: (query: Query) =>
    query
      .select()
      .from(reports)
      .where(and(eq(reports.planId, planId), eq(reports.sequence, position))),
  measurement: (query: Query) =>
    query
      .select()
      .from(measurements)
      .where(and(eq(measurements.planId, planId), eq(measurements.sequence, position))),
  delivery: (query: Query) => query.select().from(outbox).where(eq(outbox.id, position)),
  auditEntry: (query: Query) => query.select().from(auditEntries).where(eq(auditEntries.sequence, position)),
  deliveriesOf: (query: Query) => query.select().from(outbox).where(inArray(outbox.id, positions)),
  auditEntriesOf: (query: Query) =>
    query.select().from(auditEntries).where(inArray(auditEntries.sequence, positions)),
  slotRun: (query: Query) => query.select().from(slotRuns).where(eq(slotRuns.id, position)),
};

const deliveryFromRow = (row: typeof outbox.$inferSelect): KeptDelivery => ({
  id: row.id,
  destination: row.destination,
  notice: row.notice,
  state: row.state,
  attempts: row.attempt,
  recordedAt: row.recordedAt,
  firstTriedAt: row.firstTriedAt,
  notBefore: row.notBefore,
  error: row.error,
  ts: row.ts,
});

const auditFromRow = ({ planId: plan, body, ...row }: typeof auditEntries.$inferSelect): KeptAuditEntry => ({
  ...row,
  plan,
  content: body,
  body: JSON.parse(body),
});

type CheckInRow = typeof checkIns.$inferSelect;

/**
 * Names a check-in without the person whose key is in its id. Salted by the history's first entry: nobody finds out by
 * trying which person it is.
 */
const handleOf = (id: string, salt: string): string =>
  createHash('sha256').update(`${salt}\n${id}`).digest('hex').slice(0, 24);

type CheckInPlace = Pick<CheckInRow, 'openedOn' | 'id'>;

/** Before the first check-in of the days asked for, in the order of the list; and the last of these days. */
function bounds(
  { from, to }: { readonly from: string | null; readonly to: string | null },
  order: ListOrder,
): { readonly begin: CheckInPlace; readonly end: string } {
  return order === 'DESC'
    ? { begin: { openedOn: to ?? LAST_DAY, id: LAST_ID }, end: from ?? '' }
    : { begin: { openedOn: from ?? '', id: '' }, end: to ?? LAST_DAY };
}

const isBeyond = (place: CheckInPlace, other: CheckInPlace, order: ListOrder): boolean =>
  order === 'DESC' ? place.openedOn <= other.openedOn : place.openedOn >= other.openedOn;

const prepareCheckInPages = (query: Query) => ({
  pages: {
    DESC: rowQueries.checkIns(query, 'DESC').prepare(),
    ASC: rowQueries.checkIns(query, 'ASC').prepare(),
  },
  ofDay: rowQueries.checkInsOfDay(query).prepare(),
  items: rowQueries.checkInItems(query).prepare(),
  firstEntry: rowQueries.auditEntry(query).prepare(),
});

function createCheckInPages(query: Query): Pick<Store, 'pageCheckIns' | 'findCheckInByHandle'> {
  const statements = atFirstUse(() => prepareCheckInPages(query));
  const salt = (): string => statements().firstEntry.get({ position: 1 })?.hash ?? '';

  function kept(rows: readonly CheckInRow[]): readonly KeptCheckIn[] {
    const salted = salt();
    const asked = new Map<string, { readonly item: string }[]>(rows.map(({ id }) => [id, []]));
    for (const each of statements().items.all({ ids: JSON.stringify([...asked.keys()]) })) {
      asked.get(each.checkIn)?.push(each);
    }
    return rows.map((row) => ({
      ...checkInFromRow(row, asked.get(row.id) ?? []),
      handle: handleOf(row.id, salted),
    }));
  }

  function rowOf(plan: number, openedOn: string, handle: string): CheckInRow | undefined {
    const salted = salt();
    const sameDay = statements().ofDay.all({ planId: plan, day: openedOn });
    return sameDay.find(({ id }) => handleOf(id, salted) === handle);
  }

  return {
    async pageCheckIns(plan, { openedOn, order, after, limit: most }) {
      const found = after === null ? undefined : rowOf(plan, after.openedOn, after.handle);
      if (after !== null && !found) return null;
      const { begin, end } = bounds(openedOn, order);
      const start = found && isBeyond(found, begin, order) ? found : begin;
      const from = { planId: plan, day: start.openedOn, position: start.id, end };
      return kept(statements().pages[order].all({ ...from, limit: most }));
    },
    async findCheckInByHandle(plan, openedOn, handle) {
      const row = rowOf(plan, openedOn, handle);
      return row && kept([row])[0];
    },
  };
}

/** Rows as they are found by their positions come in any order. */
function inOrder<Row>(
  wanted: readonly number[],
  rows: readonly Row[],
  positionOf: (row: Row) => number,
): readonly Row[] {
  const places = new Map(wanted.map((each, place) => [each, place]));
  const placeOf = (row: Row) => places.get(positionOf(row)) ?? 0;
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b));
}

type RowLists = Pick<
  Store,
  | 'pageCheckIns'
  | 'findCheckInByHandle'
  | 'pageDeliveries'
  | 'pageAudit'
  | 'listFirstSaidAfter'
  | 'findReport'
  | 'findMeasurement'
  | 'findDelivery'
  | 'findAuditEntry'
  | 'findSlotRun'
>;

const prepareRows = (query: Query) => ({
  deliveriesByDay: createDayPages(query, 'DELIVERIES'),
  deliveriesOf: rowQueries.deliveriesOf(query).prepare(),
  auditByDay: createDayPages(query, 'AUDIT'),
  auditEntriesOf: rowQueries.auditEntriesOf(query).prepare(),
  deliveries: {
    DESC: rowQueries.deliveries(query, 'DESC').prepare(),
    ASC: rowQueries.deliveries(query, 'ASC').prepare(),
  },
  audit: {
    DESC: rowQueries.audit(query, 'DESC').prepare(),
    ASC: rowQueries.audit(query, 'ASC').prepare(),
  },
  firstSaid: rowQueries.firstSaidAfter(query).prepare(),
  report: rowQueries.report(query).prepare(),
  measurement: rowQueries.measurement(query).prepare(),
  delivery: rowQueries.delivery(query).prepare(),
  auditEntry: rowQueries.auditEntry(query).prepare(),
  slotRun: rowQueries.slotRun(query).prepare(),
});

export function createRowLists({ query, read }: Database): RowLists {
  const statements = atFirstUse(() => prepareRows(query));
  return {
    ...createCheckInPages(query),
    async pageDeliveries(plan, asked) {
      const { deliveriesByDay, deliveriesOf, deliveries } = statements();
      const { recordedAt, order, after, limit: most } = asked;
      if (isRange(recordedAt)) {
        return read(() => {
          const ids = deliveriesByDay(plan, asked);
          const rows = deliveriesOf.all({ positions: JSON.stringify(ids) });
          return inOrder(ids, rows, ({ id }) => id).map(deliveryFromRow);
        });
      }
      const from = { planId: plan, position: after ?? START[order], limit: most };
      return deliveries[order].all(from).map(deliveryFromRow);
    },
    async pageAudit(plan, asked) {
      const { auditByDay, auditEntriesOf, audit } = statements();
      const { recordedAt, order, after, limit: most } = asked;
      if (isRange(recordedAt)) {
        return read(() => {
          const sequences = auditByDay(plan, asked);
          const rows = auditEntriesOf.all({ positions: JSON.stringify(sequences) });
          return inOrder(sequences, rows, ({ sequence }) => sequence).map(auditFromRow);
        });
      }
      const from = { planId: plan, position: after ?? START[order], limit: most };
      return audit[order].all(from).map(auditFromRow);
    },
    async listFirstSaidAfter(plan, asked: readonly { readonly item: ItemCode; readonly sequence: number }[]) {
      const pairs = JSON.stringify(asked.map(({ item, sequence }) => [item, sequence]));
      const found = statements().firstSaid.all({ planId: plan, pairs });
      const said = new Map(found.map(({ place, at }) => [place, at]));
      return asked.map((_, place) => said.get(place) ?? null);
    },
    async findReport(plan, sequence) {
      const row = statements().report.get({ planId: plan, position: sequence });
      return row && reportFromRow(row);
    },
    async findMeasurement(plan, sequence) {
      const row = statements().measurement.get({ planId: plan, position: sequence });
      return row && measurementFromRow(row);
    },
    async findDelivery(plan, id) {
      const row = statements().delivery.get({ position: id });
      return row?.planId === plan ? deliveryFromRow(row) : undefined;
    },
    async findAuditEntry(plan, sequence) {
      const row = statements().auditEntry.get({ position: sequence });
      return row?.planId === plan ? auditFromRow(row) : undefined;
    },
    async findSlotRun(plan, id) {
      const row = statements().slotRun.get({ position: id });
      return row?.planId === plan ? runFromRow(row) : undefined;
    },
  };
}
