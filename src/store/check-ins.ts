import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { CheckIn, CheckInProgress } from '../domain/check-in.ts';
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
  readonly progress: (id: string, progress: CheckInProgress) => void;
};

const progressColumns = ({ owed, remindedAt, skipped }: CheckInProgress) => ({
  owedKind: owed?.kind ?? null,
  owedAt: owed?.at ?? null,
  remindedAt,
  skippedOn: skipped?.on ?? null,
  skippedBecause: skipped?.because ?? null,
});

export function createCheckInWriter(query: Query): CheckInWriter {
  const insertCheckIn = prepareInsert(query, checkIns);
  const insertItem = prepareInsert(query, checkInItems);
  const close = query
    .update(checkIns)
    .set({ closedOn: sql`${sql.placeholder('closedOn')}` })
    .where(and(eq(checkIns.id, sql.placeholder('id')), isNull(checkIns.closedOn)))
    .prepare();
  return {
    open(planId, { items, owed, remindedAt, skipped, ...checkIn }) {
      insertCheckIn({ ...checkIn, ...progressColumns({ owed, remindedAt, skipped }), planId });
      for (const [position, item] of items.entries()) insertItem({ checkIn: checkIn.id, position, item });
    },
    close(id, closedOn) {
      close.run({ id, closedOn });
    },
    progress(id, progress) {
      query.update(checkIns).set(progressColumns(progress)).where(eq(checkIns.id, id)).run();
    },
  };
}

export const checkInFromRow = (
  row: typeof checkIns.$inferSelect,
  items: readonly { item: string }[],
): CheckIn => ({
  id: row.id,
  person: row.person,
  openedOn: row.openedOn as IsoDate,
  closesOn: row.closesOn as IsoDate,
  closedOn: row.closedOn as IsoDate | null,
  openedAtSequence: row.openedAtSequence,
  items: items.map(({ item }) => item as ItemCode),
  owed: row.owedKind === null || row.owedAt === null ? null : { kind: row.owedKind, at: row.owedAt },
  remindedAt: row.remindedAt,
  skipped:
    row.skippedOn === null ? null : { on: row.skippedOn as IsoDate, because: row.skippedBecause ?? '' },
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
    ofPerson: query
      .select()
      .from(checkIns)
      .where(
        and(eq(checkIns.planId, sql.placeholder('planId')), eq(checkIns.person, sql.placeholder('person'))),
      )
      .orderBy(desc(checkIns.openedOn), desc(checkIns.id))
      .limit(sql.placeholder('limit'))
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
}: Database): Pick<Store, 'findCheckIn' | 'listUnclosedCheckIns' | 'listCheckInsOf'> {
  const { byId, unclosed, ofPerson, items } = prepareCheckIns(query);
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
    async listCheckInsOf(planId, person, limit) {
      return read(() => ofPerson.all({ planId, person, limit }).map(whole));
    },
  };
}
