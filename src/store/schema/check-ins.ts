import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CheckInProgress } from '../../domain/check-in.ts';
import { isDay, notEmpty } from './constraints.ts';
import { plans } from './plans.ts';

const OWED_KINDS = ['ASK', 'AGAIN', 'REMINDER'] as const satisfies readonly NonNullable<
  CheckInProgress['owed']
>['kind'][];

export const checkIns = sqliteTable(
  'check_ins',
  {
    id: text('id').primaryKey(),
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id),
    /** Not a foreign key: a check-in outlives the directory entry it was addressed to. */
    person: text('person').notNull(),
    openedOn: text('opened_on').notNull(),
    closesOn: text('closes_on').notNull(),
    closedOn: text('closed_on'),
    openedAtSequence: integer('opened_at_sequence').notNull(),
    /** The message that is owed next, and the instant from which; both or neither. */
    owedKind: text('owed_kind', { enum: OWED_KINDS }),
    owedAt: text('owed_at'),
    remindedAt: text('reminded_at'),
    skippedOn: text('skipped_on'),
    skippedBecause: text('skipped_because'),
  },
  (table) => [
    index('check_ins_by_day').on(table.planId, table.openedOn, table.id),
    index('check_ins_of_person').on(table.planId, table.person, table.openedOn),
    index('check_ins_unclosed').on(table.planId, table.openedOn, table.id).where(sql`closed_on IS NULL`),
    check('check_ins_id', notEmpty('id')),
    check('check_ins_opened_on', isDay('opened_on')),
    check('check_ins_closes_on', isDay('closes_on')),
    check('check_ins_closed_on', isDay('closed_on')),
  ],
);

export const checkInItems = sqliteTable(
  'check_in_items',
  {
    checkIn: text('check_in')
      .notNull()
      .references(() => checkIns.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    item: text('item').notNull(),
  },
  (table) => [primaryKey({ columns: [table.checkIn, table.position] })],
);
