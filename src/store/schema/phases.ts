/** The phases of a goal's schedule. */
import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CreditRule } from '../../domain/plan.ts';
import { filled, isDay, notEmpty, oneOf, withinWhole } from './constraints.ts';
import { goals } from './goals.ts';
import { structures } from './plans.ts';

const CREDIT_RULES = [
  'PERCENT_COMPLETE',
  'ZERO_HUNDRED',
  'FIFTY_FIFTY',
  'UNITS',
] as const satisfies readonly CreditRule[];

export const phases = sqliteTable(
  'phases',
  {
    planId: integer('plan_id').notNull(),
    baseline: integer('baseline').notNull(),
    code: text('code').notNull(),
    goal: text('goal').notNull(),
    number: integer('number').notNull(),
    position: integer('position').notNull(),
    descriptionText: text('description_text'),
    descriptionUnknown: text('description_unknown'),
    outputText: text('output_text'),
    outputUnknown: text('output_unknown'),
    start: text('start_on').notNull(),
    end: text('end_on').notNull(),
    weightBps: integer('weight_bps').notNull(),
    creditRule: text('credit_rule', { enum: CREDIT_RULES }).notNull(),
    unitsTarget: integer('units_target'),
    unitsName: text('units_name'),
    neutralisedFrom: text('neutralised_from'),
    neutralisedBy: text('neutralised_by'),
    neutralisedBecause: text('neutralised_because'),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.baseline, table.code] }),
    foreignKey({
      columns: [table.planId, table.baseline, table.goal],
      foreignColumns: [goals.planId, goals.baseline, goals.code],
    }).onDelete('cascade'),
    check('phases_code', notEmpty('code')),
    check('phases_weight_bps', withinWhole('weight_bps')),
    check('phases_credit_rule', oneOf('credit_rule', CREDIT_RULES)),
    check('phases_description', filled(['description_text', 'description_unknown'], '= 1')),
    check('phases_output', filled(['output_text', 'output_unknown'], '= 1')),
    check('phases_start', isDay('start_on')),
    check('phases_end', isDay('end_on')),
    check('phases_span', sql`start_on <= end_on`),
    check(
      'phases_units',
      sql`(units_target IS NOT NULL) = (credit_rule = 'UNITS') AND (units_name IS NOT NULL) = (credit_rule = 'UNITS')`,
    ),
    check('phases_units_target', sql`units_target > 0`),
    check(
      'phases_neutralised',
      filled(['neutralised_from', 'neutralised_by', 'neutralised_because'], 'IN (0, 3)'),
    ),
  ],
);

export const phaseStructures = sqliteTable(
  'phase_structures',
  {
    planId: integer('plan_id').notNull(),
    baseline: integer('baseline').notNull(),
    phase: text('phase').notNull(),
    position: integer('position').notNull(),
    structure: text('structure').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.baseline, table.phase, table.position] }),
    foreignKey({
      columns: [table.planId, table.baseline, table.phase],
      foreignColumns: [phases.planId, phases.baseline, phases.code],
    }).onDelete('cascade'),
    foreignKey({
      columns: [table.planId, table.structure],
      foreignColumns: [structures.planId, structures.code],
    }),
  ],
);
