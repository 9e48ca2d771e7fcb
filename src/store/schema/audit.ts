/**
 * The hash-chained history, one chain a database, append-only by trigger. Who did it stands in a table of its
 * own, outside of the chain: a person's name can be erased without breaking it.
 */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { notEmpty } from './constraints.ts';
import { plans } from './plans.ts';

export const auditEntries = sqliteTable(
  'audit_entries',
  {
    /** Without gaps, 1 is the first. */
    sequence: integer('sequence').primaryKey(),
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id),
    recordedAt: text('recorded_at').notNull(),
    kind: text('kind').notNull(),
    /** Canonical JSON. */
    body: text('body').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    index('audit_entries_of_plan').on(table.planId, table.sequence),
    /** A day of it is one seek, in the order in which it arrived. */
    index('audit_entries_by_day').on(table.planId, sql`date(recorded_at)`, table.sequence),
    check('audit_entries_kind', notEmpty('kind')),
  ],
);

export const auditActors = sqliteTable('audit_actors', {
  sequence: integer('sequence')
    .primaryKey()
    .references(() => auditEntries.sequence),
  actor: text('actor').notNull(),
});
