/** Summaries as they were sent. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { StructureSummary } from '../../domain/summary.ts';
import { plans } from './plans.ts';

export const summaries = sqliteTable(
  'summaries',
  {
    /** Order of arrival. */
    position: integer('position').primaryKey({ autoIncrement: true }),
    id: text('id').notNull().unique(),
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id),
    structure: text('structure').notNull(),
    recordedAt: text('recorded_at').notNull(),
    summary: text('summary', { mode: 'json' }).$type<StructureSummary>().notNull(),
  },
  (table) => [
    index('summaries_by_plan').on(table.planId, table.position),
    index('summaries_by_structure').on(table.planId, table.structure, table.position),
  ],
);
