/** Summaries as they were sent. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Summary } from '../../domain/summary.ts';
import { oneOf } from './constraints.ts';
import { plans } from './plans.ts';

const KINDS = ['STRUCTURE_WEEK', 'PLAN_WEEK', 'PLAN_MONTH', 'PLAN_QUARTER', 'INTERIM_REVIEW'] as const;

export const summaries = sqliteTable(
  'summaries',
  {
    /** Order of arrival. */
    position: integer('position').primaryKey({ autoIncrement: true }),
    id: text('id').notNull().unique(),
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id),
    kind: text('kind', { enum: KINDS }).notNull(),
    /** Null of one of the whole plan. */
    structure: text('structure'),
    recordedAt: text('recorded_at').notNull(),
    summary: text('summary', { mode: 'json' }).$type<Summary>().notNull(),
  },
  (table) => [
    index('summaries_by_plan').on(table.planId, table.position),
    index('summaries_by_kind').on(table.planId, table.kind, table.structure, table.position),
    check('summaries_kind', oneOf('kind', KINDS)),
    check('summaries_structure', sql`(structure IS NOT NULL) = (kind = 'STRUCTURE_WEEK')`),
  ],
);
