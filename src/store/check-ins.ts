import { and, eq, isNull, sql } from 'drizzle-orm';
import type { CheckIn } from '../domain/check-in.ts';
import type { ItemCode } from '../domain/codes.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Database, Query } from './database.ts';
import type { Store } from './port.ts';
import { prepareInsert } from './prepare-insert.ts';
import { checkInItems, checkIns } from './schema/check-ins.ts';

/** Only inside a write transaction. */
export type CheckInWriter = {
  readonly open: (planId: number, checkIn: CheckIn) => void;
  /** The first close stands: a later one changes nothing. */
  readonly close: (id: string, closedOn: IsoDate) => void;
};

export function createCheckInWriter(query: Query): CheckInWriter {
  const insertCheckIn = prepareInsert(query, checkIns);
  const insertItem = prepareInsert(query, checkInItems);
  const close = query
    .update(checkIns)
    .set({ closedOn: sql`${sql.placeholder('closedOn')}` })
    .where(and(eq(checkIns.id, sql.placeholder('id')), isNull(checkIns.closedOn)))
    .prepare();
  return {
    open(planId, { items, ...checkIn }) {
      insertCheckIn({ ...checkIn, planId });
      for (const [position, item] of items.entries()) insertItem({ checkIn: checkIn.id, position, item });
    },
    close(id, closedOn) {
      close.run({ id, closedOn });
    },
  };
}

const checkInFromRow = (row: typeof checkIns.$inferSelect, items: readonly { item: string }[]): CheckIn => ({
  id: row.id,
  person: row.person,
  openedOn: row.openedOn as IsoDate,
  closesOn: row.closesOn as IsoDate,
  closedOn: row.closedOn as IsoDate | null,
  openedAtSequence: row.openedAtSequence,
  items: items.map(({ item }) => item as ItemCode),
});

function prepareCheckIns(query: Query) {
  return {
    byId: query
      .select()
      .from(checkIns)
      .where(eq(checkIns.id, sql.placeholder('id')))
      .prepare(),
    unclosed: query
      .select()
      .from(checkIns)
      .where(and(eq(checkIns.planId, sql.placeholder('planId')), isNull(checkIns.closedOn)))
      .orderBy(checkIns.openedOn, checkIns.id)
      .prepare(),
    items: query
      .select({ item: checkInItems.item })
      .from(checkInItems)
      .where(eq(checkInItems.checkIn, sql.placeholder('id')))
      .orderBy(checkInItems.position)
      .prepare(),
  };
}

export function createCheckInReads({
  query,
  read,
}: Database): Pick<Store, 'findCheckIn' | 'listUnclosedCheckIns'> {
  const { byId, unclosed, items } = prepareCheckIns(query);
  const whole = (row: typeof checkIns.$inferSelect) => checkInFromRow(row, items.all({ id: row.id }));
  return {
    async findCheckIn(id) {
      return read(() => {
        const row = byId.get({ id });
        return row && { ...whole(row), planId: row.planId };
      });
    },
    async listUnclosedCheckIns(planId) {
      return read(() => unclosed.all({ planId }).map(whole));
    },
  };
}
