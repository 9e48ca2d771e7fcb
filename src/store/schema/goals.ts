/** The goals of a baseline with their indicators and targets. */
import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Goal, Indicator, Target } from '../../domain/plan.ts';
import { baselines } from './baselines.ts';
import { filled, notEmpty, oneOf, withinWhole } from './constraints.ts';
import { areas, structures } from './plans.ts';

const SHARINGS = ['OWN', 'SHARED', 'CROSS_CUTTING'] as const satisfies readonly Goal['sharing'][];
const MEASURED_BY = ['SCHEDULE', 'FIGURES'] as const satisfies readonly Goal['measuredBy'][];
const MEASURES = ['RATIO', 'VALUE'] as const satisfies readonly Indicator['measure'][];
const ACCUMULATIONS = ['LATEST', 'SUM'] as const satisfies readonly Indicator['accumulation'][];
const OPERATORS = ['GTE', 'LTE'] as const satisfies readonly Target['operator'][];

export const goals = sqliteTable(
  'goals',
  {
    planId: integer('plan_id').notNull(),
    baseline: integer('baseline').notNull(),
    code: text('code').notNull(),
    position: integer('position').notNull(),
    areaCode: text('area_code').notNull(),
    title: text('title').notNull(),
    weightBps: integer('weight_bps').notNull(),
    expectedOutcome: text('expected_outcome'),
    sharing: text('sharing', { enum: SHARINGS }).notNull(),
    programmingLink: text('programming_link'),
    /** The annex's words, or why they are not known: one of the two, or neither. */
    remarksText: text('remarks_text'),
    remarksUnknown: text('remarks_unknown'),
    measuredBy: text('measured_by', { enum: MEASURED_BY }).notNull(),
    /** Null where the goal has no schedule. */
    scheduleName: text('schedule_name'),
    /** Either its deadline, with phases, or why they are not known. */
    scheduleDeadline: text('schedule_deadline'),
    scheduleUnknown: text('schedule_unknown'),
    neutralisedFrom: text('neutralised_from'),
    neutralisedBy: text('neutralised_by'),
    neutralisedBecause: text('neutralised_because'),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.baseline, table.code] }),
    foreignKey({
      columns: [table.planId, table.baseline],
      foreignColumns: [baselines.planId, baselines.number],
    }).onDelete('cascade'),
    foreignKey({ columns: [table.planId, table.areaCode], foreignColumns: [areas.planId, areas.code] }),
    check('goals_code', notEmpty('code')),
    check('goals_weight_bps', withinWhole('weight_bps')),
    check('goals_sharing', oneOf('sharing', SHARINGS)),
    check('goals_measured_by', oneOf('measured_by', MEASURED_BY)),
    check('goals_remarks', filled(['remarks_text', 'remarks_unknown'], '<= 1')),
    check(
      'goals_schedule',
      sql`(schedule_deadline IS NOT NULL) + (schedule_unknown IS NOT NULL) = (schedule_name IS NOT NULL)`,
    ),
    check(
      'goals_neutralised',
      filled(['neutralised_from', 'neutralised_by', 'neutralised_because'], 'IN (0, 3)'),
    ),
  ],
);

export const goalStructures = sqliteTable(
  'goal_structures',
  {
    planId: integer('plan_id').notNull(),
    baseline: integer('baseline').notNull(),
    goal: text('goal').notNull(),
    position: integer('position').notNull(),
    structure: text('structure').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.baseline, table.goal, table.position] }),
    foreignKey({
      columns: [table.planId, table.baseline, table.goal],
      foreignColumns: [goals.planId, goals.baseline, goals.code],
    }).onDelete('cascade'),
    foreignKey({
      columns: [table.planId, table.structure],
      foreignColumns: [structures.planId, structures.code],
    }),
  ],
);

export const indicators = sqliteTable(
  'indicators',
  {
    planId: integer('plan_id').notNull(),
    baseline: integer('baseline').notNull(),
    goal: text('goal').notNull(),
    description: text('description').notNull(),
    measure: text('measure', { enum: MEASURES }).notNull(),
    accumulation: text('accumulation', { enum: ACCUMULATIONS }).notNull(),
    unit: text('unit').notNull(),
    startingValue: text('starting_value'),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.baseline, table.goal] }),
    foreignKey({
      columns: [table.planId, table.baseline, table.goal],
      foreignColumns: [goals.planId, goals.baseline, goals.code],
    }).onDelete('cascade'),
    check('indicators_measure', oneOf('measure', MEASURES)),
    check('indicators_accumulation', oneOf('accumulation', ACCUMULATIONS)),
  ],
);

export const targets = sqliteTable(
  'targets',
  {
    planId: integer('plan_id').notNull(),
    baseline: integer('baseline').notNull(),
    goal: text('goal').notNull(),
    position: integer('position').notNull(),
    fromYear: integer('from_year').notNull(),
    toYear: integer('to_year').notNull(),
    operator: text('operator', { enum: OPERATORS }).notNull(),
    /** A decimal as text: REAL would lose digits. */
    value: text('value'),
    reference: text('reference'),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.baseline, table.goal, table.position] }),
    foreignKey({
      columns: [table.planId, table.baseline, table.goal],
      foreignColumns: [indicators.planId, indicators.baseline, indicators.goal],
    }).onDelete('cascade'),
    check('targets_operator', oneOf('operator', OPERATORS)),
    check('targets_years', sql`from_year <= to_year`),
    check('targets_value', notEmpty('value')),
  ],
);
