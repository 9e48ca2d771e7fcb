/** A plan taken apart into the rows of the definition tables. The way back is `plan-from-rows.ts`. */
import type { Baseline, Change, Goal, Neutralisation, Phase, Plan, Wording } from '../domain/plan.ts';
import { phasesOf } from '../domain/plan.ts';
import type { baselines, changes, NoteSubject, notes } from './schema/baselines.ts';
import type { goalStructures, goals, indicators, targets } from './schema/goals.ts';
import type { phaseStructures, phases } from './schema/phases.ts';
import type { areas, structureAliases, structures } from './schema/plans.ts';

export type DefinitionRows = {
  readonly structures: readonly (typeof structures.$inferSelect)[];
  readonly structureAliases: readonly (typeof structureAliases.$inferSelect)[];
  readonly areas: readonly (typeof areas.$inferSelect)[];
  readonly baselines: readonly (typeof baselines.$inferSelect)[];
  readonly changes: readonly (typeof changes.$inferSelect)[];
  readonly goals: readonly (typeof goals.$inferSelect)[];
  readonly goalStructures: readonly (typeof goalStructures.$inferSelect)[];
  readonly indicators: readonly (typeof indicators.$inferSelect)[];
  readonly targets: readonly (typeof targets.$inferSelect)[];
  readonly phases: readonly (typeof phases.$inferSelect)[];
  readonly phaseStructures: readonly (typeof phaseStructures.$inferSelect)[];
  readonly notes: readonly Omit<typeof notes.$inferSelect, 'id'>[];
};

/** Where a goal stands: columns of every row below it. */
type InBaseline = { readonly planId: number; readonly baseline: number };

const textOf = (wording: Wording | null): string | null =>
  wording !== null && 'text' in wording ? wording.text : null;
const unknownOf = (wording: Wording | null): string | null =>
  wording !== null && 'unknown' in wording ? wording.unknown : null;

const neutralisationColumns = (neutralised: Neutralisation | null) => ({
  neutralisedFrom: neutralised?.from ?? null,
  neutralisedBy: neutralised?.by ?? null,
  neutralisedBecause: neutralised?.because ?? null,
});

const goalRow = (at: InBaseline, goal: Goal, position: number): typeof goals.$inferSelect => ({
  ...at,
  code: goal.code,
  position,
  areaCode: goal.areaCode,
  title: goal.title,
  weightBps: goal.weightBps,
  expectedOutcome: goal.expectedOutcome,
  sharing: goal.sharing,
  programmingLink: goal.programmingLink,
  remarksText: textOf(goal.remarks),
  remarksUnknown: unknownOf(goal.remarks),
  measuredBy: goal.measuredBy,
  scheduleName: goal.schedule?.name ?? null,
  scheduleDeadline: goal.schedule?.known === true ? goal.schedule.deadline : null,
  scheduleUnknown: goal.schedule?.known === false ? goal.schedule.because : null,
  ...neutralisationColumns(goal.neutralised),
});

const phaseRow = (
  at: InBaseline,
  goal: Goal,
  phase: Phase,
  position: number,
): typeof phases.$inferSelect => ({
  ...at,
  code: phase.code,
  goal: goal.code,
  number: phase.number,
  position,
  descriptionText: textOf(phase.description),
  descriptionUnknown: unknownOf(phase.description),
  outputText: textOf(phase.output),
  outputUnknown: unknownOf(phase.output),
  start: phase.start,
  end: phase.end,
  weightBps: phase.weightBps,
  creditRule: phase.creditRule,
  unitsTarget: phase.units?.target ?? null,
  unitsName: phase.units?.name ?? null,
  ...neutralisationColumns(phase.neutralised),
});

const noteRows = (
  planId: number,
  subject: NoteSubject,
  baseline: number | null,
  item: string | null,
  texts: readonly string[],
): DefinitionRows['notes'] =>
  texts.map((text, position) => ({ planId, subject, baseline, item, position, text }));

function notesOf(planId: number, plan: Plan): DefinitionRows['notes'] {
  const ofBaseline = ({ number, notes, changes, goals }: Baseline) => [
    ...noteRows(planId, 'BASELINE', number, null, notes),
    ...changes.flatMap((change, position) =>
      noteRows(planId, 'CHANGE', number, String(position), change.notes),
    ),
    ...goals.flatMap((goal) => [
      ...noteRows(planId, 'GOAL', number, goal.code, goal.notes),
      ...phasesOf(goal).flatMap((phase) => noteRows(planId, 'PHASE', number, phase.code, phase.notes)),
    ]),
  ];
  return [...noteRows(planId, 'PLAN', null, null, plan.notes), ...plan.baselines.flatMap(ofBaseline)];
}

const changeRow = (at: InBaseline, change: Change, position: number): typeof changes.$inferSelect => ({
  ...at,
  position,
  goal: change.goal,
  kind: change.kind,
  intoGoal: change.into,
  motivation: change.motivation,
});

export function definitionRows(planId: number, plan: Plan): DefinitionRows {
  const goalsAt = plan.baselines.flatMap((baseline) =>
    baseline.goals.map((goal, position) => ({ at: { planId, baseline: baseline.number }, goal, position })),
  );
  const phasesAt = goalsAt.flatMap(({ at, goal }) =>
    phasesOf(goal).map((phase, position) => ({ at, goal, phase, position })),
  );
  return {
    structures: plan.structures.map(({ code, name }, position) => ({ planId, code, position, name })),
    structureAliases: plan.structures.flatMap(({ code, aliases }) =>
      aliases.map((alias, position) => ({ planId, structure: code, position, alias })),
    ),
    areas: plan.areas.map(({ code, title }, position) => ({ planId, code, position, title })),
    baselines: plan.baselines.map(({ number, act, adoptedOn, effectiveFrom }, position) => ({
      ...{ planId, number, position, act, adoptedOn, effectiveFrom },
    })),
    changes: plan.baselines.flatMap((baseline) =>
      baseline.changes.map((change, position) =>
        changeRow({ planId, baseline: baseline.number }, change, position),
      ),
    ),
    goals: goalsAt.map(({ at, goal, position }) => goalRow(at, goal, position)),
    goalStructures: goalsAt.flatMap(({ at, goal }) =>
      goal.structures.map((structure, position) => ({ ...at, goal: goal.code, position, structure })),
    ),
    indicators: goalsAt.map(({ at, goal }) => {
      const { description, measure, accumulation, unit, startingValue } = goal.indicator;
      return { ...at, goal: goal.code, description, measure, accumulation, unit, startingValue };
    }),
    targets: goalsAt.flatMap(({ at, goal }) =>
      goal.indicator.targets.map((target, position) => ({ ...at, goal: goal.code, position, ...target })),
    ),
    phases: phasesAt.map(({ at, goal, phase, position }) => phaseRow(at, goal, phase, position)),
    phaseStructures: phasesAt.flatMap(({ at, phase }) =>
      phase.structures.map((structure, position) => ({ ...at, phase: phase.code, position, structure })),
    ),
    notes: notesOf(planId, plan),
  };
}
