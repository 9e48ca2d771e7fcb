/** Deliveries, presses and requests that had their one effect. */
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { notEmpty } from './constraints.ts';
import { plans } from './plans.ts';

export const inbox = sqliteTable(
  'inbox',
  {
    key: text('key').primaryKey(),
    fingerprint: text('fingerprint').notNull(),
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id),
    recordedAt: text('recorded_at').notNull(),
    /** Of the facts it appended. */
    sequences: text('sequences', { mode: 'json' }).$type<readonly number[]>().notNull(),
  },
  () => [check('inbox_key', notEmpty('key'))],
);
