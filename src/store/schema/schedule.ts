/** The rhythm of each plan, and what became of each of its slots. */
import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ScheduleEntry } from '../../domain/schedule/schedule.ts';
import { isDay, notEmpty, oneOf } from './constraints.ts';
import { plans } from './plans.ts';

const SLOTS = [
  'CHECK_IN',
  'REMINDER',
  'ESCALATION',
  'STRUCTURE_SUMMARY',
  'PLAN_SUMMARY',
  'MONTHLY_DIGEST',
  'QUARTERLY_DIGEST',
  'INTERIM_REVIEW',
] as const;
const NAMES = [...SLOTS, 'CADENCE', 'PLACE'] as const;
const OUTCOMES = ['ON_TIME', 'LATE', 'SKIPPED'] as const;

export const scheduleEntries = sqliteTable(
  'schedule_entries',
  {
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id),
    /** Empty for the plan's own: a key holds no NULL. */
    structure: text('structure').notNull(),
    name: text('name', { enum: NAMES }).notNull(),
    /** In an object, since the value may be null: a rule that is switched off, or no place. */
    value: text('value', { mode: 'json' }).$type<{ readonly value: ScheduleEntry['value'] }>().notNull(),
    since: text('since').notNull(),
    setBy: text('set_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.structure, table.name] }),
    check('schedule_entries_name', oneOf('name', NAMES)),
  ],
);

export const slotRuns = sqliteTable(
  'slot_runs',
  {
    /** Order of settling. */
    id: integer('id').primaryKey({ autoIncrement: true }),
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id),
    kind: text('kind', { enum: SLOTS }).notNull(),
    /** Empty for a slot of the plan: a unique index takes any number of NULLs. */
    structure: text('structure').notNull(),
    period: text('period').notNull(),
    at: text('at').notNull(),
    asOf: text('as_of').notNull(),
    outcome: text('outcome', { enum: OUTCOMES }).notNull(),
    because: text('because', { enum: ['STALE', 'SUPERSEDED', 'RESCHEDULED'] }),
    settledAt: text('settled_at').notNull(),
    messages: integer('messages').notNull(),
    full: integer('full', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    // What makes a slot run once, whichever process comes first.
    uniqueIndex('slot_runs_once').on(table.planId, table.kind, table.structure, table.period),
    index('slot_runs_last').on(table.planId, table.kind, table.structure, table.id),
    check('slot_runs_kind', oneOf('kind', SLOTS)),
    check('slot_runs_period', notEmpty('period')),
    check('slot_runs_as_of', isDay('as_of')),
    check('slot_runs_outcome', oneOf('outcome', OUTCOMES)),
    check('slot_runs_skipped', sql`(because IS NOT NULL) = (outcome = 'SKIPPED')`),
    check('slot_runs_messages', sql`messages >= 0`),
  ],
);
