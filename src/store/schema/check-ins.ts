import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isDay, notEmpty } from './constraints.ts';
import { plans } from './plans.ts';

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
  },
  (table) => [
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
