/** Baselines, what each changed, and the transcriber's notes on anything. */
import { check, foreignKey, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ChangeKind } from '../../domain/plan.ts';
import { isDay, oneOf } from './constraints.ts';
import { plans } from './plans.ts';

const CHANGE_KINDS = ['INSERT', 'MODIFY', 'ELIMINATE', 'MERGE'] as const satisfies readonly ChangeKind[];
const NOTE_SUBJECTS = ['PLAN', 'BASELINE', 'CHANGE', 'GOAL', 'PHASE'] as const;
export type NoteSubject = (typeof NOTE_SUBJECTS)[number];

export const baselines = sqliteTable(
  'baselines',
  {
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    position: integer('position').notNull(),
    act: text('act').notNull(),
    adoptedOn: text('adopted_on').notNull(),
    effectiveFrom: text('effective_from').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.number] }),
    check('baselines_adopted_on', isDay('adopted_on')),
    check('baselines_effective_from', isDay('effective_from')),
  ],
);

export const changes = sqliteTable(
  'changes',
  {
    planId: integer('plan_id').notNull(),
    baseline: integer('baseline').notNull(),
    position: integer('position').notNull(),
    /** Not a key: an eliminated goal is in the baseline before. */
    goal: text('goal').notNull(),
    kind: text('kind', { enum: CHANGE_KINDS }).notNull(),
    intoGoal: text('into_goal'),
    motivation: text('motivation').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.baseline, table.position] }),
    foreignKey({
      columns: [table.planId, table.baseline],
      foreignColumns: [baselines.planId, baselines.number],
    }).onDelete('cascade'),
    check('changes_kind', oneOf('kind', CHANGE_KINDS)),
  ],
);

export const notes = sqliteTable(
  'notes',
  {
    id: integer('id').primaryKey(),
    planId: integer('plan_id')
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    subject: text('subject', { enum: NOTE_SUBJECTS }).notNull(),
    /** Null for a note on the plan. */
    baseline: integer('baseline'),
    /** A goal's or phase's code, a change's position; null for plan and baseline. */
    item: text('item'),
    position: integer('position').notNull(),
    text: text('text').notNull(),
  },
  (table) => [
    index('notes_by_plan').on(table.planId),
    check('notes_subject', oneOf('subject', NOTE_SUBJECTS)),
  ],
);
