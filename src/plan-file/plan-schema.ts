/** The plan file: the one description from which the parser and the published JSON Schema both come. */
import { z } from 'zod';
import { record, some } from './record.ts';
import {
  areaCode,
  day,
  goalCode,
  integer,
  oneOf,
  structureCode,
  targetValue,
  text,
  weight,
  years,
} from './scalars.ts';

export const PLAN_FORMAT = 'arti-plan/1';

const notes = z
  .array(text())
  .default([])
  .describe('What the transcriber inferred or knows from outside the source.');

const wording = z
  .union([text(), record({ unknown: text().describe('Why the wording is not known.') })])
  .describe('The words of the source, or `{ unknown: why }`.');

const neutralised = record({
  from: day().describe('From this day on it counts in no sum.'),
  by: text().describe('The act or the office that decided it.'),
  because: text(),
}).describe('Taken out of the sums by a decision.');

const structures = some(structureCode());

const target = record({
  years: years().describe('A year, or a span of years: `2020`, `2021-2022`.'),
  operator: oneOf('>=', '<=', '≥', '≤'),
  value: targetValue().optional().describe('Percent for a RATIO, in the unit of the indicator for a VALUE.'),
  reference: text()
    .optional()
    .describe('What the target refers to, instead of a value, in the source’s words.'),
});

const indicatorFields = {
  description: text(),
  measure: oneOf('RATIO', 'VALUE').describe(
    'Whether a figure is a numerator and a denominator, or one value.',
  ),
  accumulation: oneOf('LATEST', 'SUM').describe(
    'LATEST: a figure replaces the one before. SUM: it adds to it.',
  ),
  unit: text(),
  startingValue: text().nullable().describe('In the source’s words; null or absent where there is none.'),
  targets: some(target).describe('By years; spans must not overlap.'),
};

const indicator = record({
  description: indicatorFields.description,
  measure: indicatorFields.measure.default('RATIO'),
  accumulation: indicatorFields.accumulation.default('LATEST'),
  unit: indicatorFields.unit.default('%'),
  startingValue: indicatorFields.startingValue.default(null),
  targets: indicatorFields.targets,
});

const units = record({ target: integer(1, 1_000_000_000), name: text() }).describe('What UNITS counts.');

const phaseNumber = integer(1, 9999);

const phaseFields = {
  description: wording,
  output: wording,
  start: day(),
  end: day(),
  structures: structures.describe('Codes of the structures that answer for it; each counts it in full.'),
  weight: weight().describe('Percent of the goal, two decimals at most.'),
  creditRule: oneOf('PERCENT_COMPLETE', 'ZERO_HUNDRED', 'FIFTY_FIFTY', 'UNITS'),
  units,
  neutralised,
};

const phase = record({
  number: phaseNumber,
  ...phaseFields,
  creditRule: phaseFields.creditRule.default('PERCENT_COMPLETE'),
  units: units.optional(),
  neutralised: neutralised.optional(),
  notes,
});

const scheduleName = text().describe('As the source calls it: `ARTI CRONO 1`.');

const schedule = z
  .union([
    record({
      name: scheduleName,
      deadline: day(),
      phases: some(phase).describe('Their weights sum to 100.'),
    }),
    record({ name: scheduleName, unknown: text().describe('Why its phases are not known.') }),
  ])
  .describe('The phases of a goal, or `unknown` for a schedule that is cited and not attached.');

const goalFields = {
  area: areaCode(),
  title: text(),
  weight: weight().describe('Percent of the plan, two decimals at most.'),
  expectedOutcome: text().nullable(),
  sharing: oneOf('OWN', 'SHARED', 'CROSS_CUTTING').describe(
    'SHARED: obiettivo di filiera. CROSS_CUTTING: obiettivo trasversale.',
  ),
  structures: structures.describe('Codes of the structures that answer for the goal as a whole.'),
  programmingLink: text().nullable().describe('The regional programming document that it serves.'),
  remarks: wording.nullable().describe('The source’s own note.'),
};

const goalShape = {
  ...goalFields,
  expectedOutcome: goalFields.expectedOutcome.default(null),
  sharing: goalFields.sharing.default('OWN'),
  programmingLink: goalFields.programmingLink.default(null),
  remarks: goalFields.remarks.default(null),
  indicator,
  schedule: schedule.optional().describe('Absent when the goal is measured by figures.'),
  neutralised: neutralised.optional(),
  notes,
};

const goal = record({ code: goalCode().describe('In quotes: `"1.10"`.'), ...goalShape });

const newNotes = z.array(text()).optional().describe('Replaces the notes of before.');

const phasePatch = record({
  number: phaseNumber.describe('Which phase changes.'),
  description: phaseFields.description.optional(),
  output: phaseFields.output.optional(),
  start: phaseFields.start.optional(),
  end: phaseFields.end.optional(),
  structures: phaseFields.structures.optional(),
  weight: phaseFields.weight.optional(),
  creditRule: phaseFields.creditRule.optional(),
  units: units.nullable().optional(),
  neutralised: neutralised.nullable().optional(),
  notes: newNotes,
});

const goalPatch = record({
  area: goalFields.area.optional(),
  title: goalFields.title.optional(),
  weight: goalFields.weight.optional(),
  expectedOutcome: goalFields.expectedOutcome.optional(),
  sharing: goalFields.sharing.optional(),
  structures: goalFields.structures.optional(),
  programmingLink: goalFields.programmingLink.optional(),
  remarks: goalFields.remarks.optional(),
  indicator: record({
    description: indicatorFields.description.optional(),
    measure: indicatorFields.measure.optional(),
    accumulation: indicatorFields.accumulation.optional(),
    unit: indicatorFields.unit.optional(),
    startingValue: indicatorFields.startingValue.optional(),
    targets: indicatorFields.targets
      .optional()
      .describe('Each replaces the target of the same years; others stay as they were.'),
  }).optional(),
  schedule: record({
    name: scheduleName.optional(),
    deadline: day().optional(),
    phases: some(phasePatch).optional(),
  })
    .optional()
    .describe('What changes in the schedule, phase by phase.'),
  scheduleReplacedBy: schedule
    .nullable()
    .optional()
    .describe('A whole new schedule, or null: the goal is measured by figures from now on.'),
  neutralised: neutralised.nullable().optional(),
  notes: newNotes,
}).describe('Only the values that change.');

const changeFields = {
  goal: goalCode().describe('Code of the goal, in quotes.'),
  motivation: text(),
  notes,
};

const change = z.discriminatedUnion('kind', [
  record({
    kind: z.literal('INSERT'),
    ...changeFields,
    values: record(goalShape).describe('The new goal, whole.'),
  }),
  record({ kind: z.literal('MODIFY'), ...changeFields, values: goalPatch.optional() }),
  record({ kind: z.literal('ELIMINATE'), ...changeFields }),
  record({
    kind: z.literal('MERGE'),
    ...changeFields,
    into: goalCode().describe('The goal that goes on with what this one was for.'),
  }),
]);

const baseline = record({
  number: integer(0, 999).describe('0 is the plan as approved; then one more each re-modulation.'),
  act: text(),
  adoptedOn: day(),
  effectiveFrom: day().describe('In force from this day, included.'),
  notes,
  goals: some(goal).optional().describe('Baseline 0 only: every goal, whole.'),
  changes: some(change).optional().describe('Later baselines only: what the act changed in the one before.'),
});

export const planFileSchema = record({
  format: oneOf(PLAN_FORMAT),
  year: integer(1990, 2199),
  agency: record({ code: text(), name: text() }),
  title: text(),
  notes,
  structures: some(
    record({
      code: structureCode(),
      name: text(),
      aliases: z.array(text()).default([]).describe('Other ways in which people and the source write it.'),
    }),
  ),
  areas: some(record({ code: areaCode().describe('In quotes.'), title: text() })),
  baselines: some(baseline),
});

export type PlanFile = z.output<typeof planFileSchema>;
export type FileBaseline = PlanFile['baselines'][number];
export type FileGoal = z.output<typeof goal>;
export type FileSchedule = z.output<typeof schedule>;
export type FilePhase = z.output<typeof phase>;
export type FileTarget = z.output<typeof target>;
export type FileChange = z.output<typeof change>;
export type GoalPatch = z.output<typeof goalPatch>;
export type SchedulePatch = NonNullable<GoalPatch['schedule']>;
