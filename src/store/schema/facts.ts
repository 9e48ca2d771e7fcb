/**
 * What people said: appended, never changed. Triggers of migration `append_only` hold that against any program,
 * and that a sequence is used once a plan, across both tables. Phases and goals are no foreign keys: what was
 * said outlives the definition it was said of.
 */
import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Source } from '../../domain/facts.ts';
import { filled, isDay, notEmpty, oneOf, withinWhole } from './constraints.ts';
import { plans } from './plans.ts';

const SOURCES = ['SLACK', 'GRAPHQL', 'COMMAND_LINE'] as const satisfies readonly Source[];

const provenance = () => ({
  planId: integer('plan_id')
    .notNull()
    .references(() => plans.id),
  sequence: integer('sequence').notNull(),
  reportedOn: text('reported_on').notNull(),
  recordedAt: text('recorded_at').notNull(),
  actor: text('actor').notNull(),
  source: text('source', { enum: SOURCES }).notNull(),
  note: text('note'),
  evidence: text('evidence'),
});

export const reports = sqliteTable(
  'reports',
  {
    ...provenance(),
    phase: text('phase').notNull(),
    percentBps: integer('percent_bps'),
    units: integer('units'),
    completes: integer('completes', { mode: 'boolean' }).notNull(),
    blockedBecause: text('blocked_because'),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.sequence] }),
    /** A phase as of a day is one seek here, whatever the length of its history. */
    index('reports_as_of').on(table.planId, table.phase, table.reportedOn, table.sequence),
    /** Since when a phase is complete: one seek to the last report that did not say so. */
    index('reports_incomplete')
      .on(table.planId, table.phase, table.reportedOn, table.sequence)
      .where(sql`completes = 0`),
    index('reports_by_phase').on(table.planId, table.phase, table.sequence),
    index('reports_by_actor').on(table.planId, table.actor, table.sequence),
    check('reports_sequence', sql`sequence >= 1`),
    check('reports_reported_on', isDay('reported_on')),
    check('reports_source', oneOf('source', SOURCES)),
    check('reports_phase', notEmpty('phase')),
    check('reports_percent_bps', withinWhole('percent_bps')),
    check('reports_units', sql`units >= 0`),
    check('reports_completes', sql`completes IN (0, 1)`),
  ],
);

export const measurements = sqliteTable(
  'measurements',
  {
    ...provenance(),
    goal: text('goal').notNull(),
    /** Decimals as text, as said. */
    numerator: text('numerator'),
    denominator: text('denominator'),
    value: text('value'),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.sequence] }),
    index('measurements_as_of').on(table.planId, table.goal, table.reportedOn, table.sequence),
    index('measurements_by_goal').on(table.planId, table.goal, table.sequence),
    index('measurements_by_actor').on(table.planId, table.actor, table.sequence),
    check('measurements_sequence', sql`sequence >= 1`),
    check('measurements_reported_on', isDay('reported_on')),
    check('measurements_source', oneOf('source', SOURCES)),
    check('measurements_goal', notEmpty('goal')),
    check('measurements_pair', sql`(numerator IS NULL) = (denominator IS NULL)`),
    check('measurements_figure', filled(['numerator', 'value'], '= 1')),
    check('measurements_numerator', notEmpty('numerator')),
    check('measurements_denominator', sql`denominator NOT IN ('', '0')`),
    check('measurements_value', notEmpty('value')),
  ],
);
