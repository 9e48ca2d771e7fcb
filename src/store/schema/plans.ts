/** A plan's head, and what its baselines share: structures, areas. */
import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { notEmpty } from './constraints.ts';

export const plans = sqliteTable(
  'plans',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    year: integer('year').notNull().unique(),
    agencyCode: text('agency_code').notNull(),
    agencyName: text('agency_name').notNull(),
    title: text('title').notNull(),
    contentHash: text('content_hash').notNull(),
    version: integer('version').notNull(),
    revision: integer('revision').notNull(),
    /** The counter that reports and measurements share. */
    lastSequence: integer('last_sequence').notNull(),
  },
  () => [
    check('plans_year', sql`year BETWEEN 1900 AND 2999`),
    check('plans_counters', sql`version >= 1 AND revision >= 1 AND last_sequence >= 0`),
    check('plans_content_hash', notEmpty('content_hash')),
  ],
);

export const structures = sqliteTable(
  'structures',
  {
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    code: text('code').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.code] }),
    check('structures_code', notEmpty('code')),
  ],
);

export const structureAliases = sqliteTable(
  'structure_aliases',
  {
    planId: integer('plan_id').notNull(),
    structure: text('structure').notNull(),
    position: integer('position').notNull(),
    alias: text('alias').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.structure, table.position] }),
    foreignKey({
      columns: [table.planId, table.structure],
      foreignColumns: [structures.planId, structures.code],
    }).onDelete('cascade'),
  ],
);

export const areas = sqliteTable(
  'areas',
  {
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    code: text('code').notNull(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
  },
  (table) => [primaryKey({ columns: [table.planId, table.code] })],
);
