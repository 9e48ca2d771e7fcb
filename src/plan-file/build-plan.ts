import { compareCodes, phaseCode } from '../domain/codes.ts';
import type {
  Baseline,
  Change,
  Goal,
  Neutralisation,
  Phase,
  Plan,
  Schedule,
  Wording,
} from '../domain/plan.ts';
import type { Goals } from './apply-changes.ts';
import type { FileChange, FileGoal, FilePhase, FileSchedule, PlanFile } from './plan-schema.ts';

/** The plan of a file in which nothing is wrong; `resolved` are the goals of each of its baselines. */
export const buildPlan = (file: PlanFile, resolved: readonly Goals[]): Plan => ({
  year: file.year,
  agency: { code: file.agency.code, name: file.agency.name },
  title: file.title,
  structures: file.structures.map(({ code, name, aliases }) => ({ code, name, aliases })),
  areas: file.areas.map(({ code, title }) => ({ code, title })).sort((a, b) => compareCodes(a.code, b.code)),
  baselines: file.baselines.map(
    ({ number, act, adoptedOn, effectiveFrom, notes, changes = [] }, i): Baseline => ({
      number,
      act,
      adoptedOn,
      effectiveFrom,
      goals: [...(resolved[i]?.values() ?? [])].map(buildGoal).sort((a, b) => compareCodes(a.code, b.code)),
      changes: changes.map(buildChange).sort((a, b) => compareCodes(a.goal, b.goal)),
      notes,
    }),
  ),
  notes: file.notes,
});

const buildChange = (change: FileChange): Change => ({
  goal: change.goal,
  kind: change.kind,
  into: change.kind === 'MERGE' ? change.into : null,
  motivation: change.motivation,
  notes: change.notes,
});

function buildGoal(goal: FileGoal): Goal {
  const { indicator, schedule } = goal;
  return {
    code: goal.code,
    areaCode: goal.area,
    title: goal.title,
    weightBps: goal.weight,
    expectedOutcome: goal.expectedOutcome,
    sharing: goal.sharing,
    structures: [...new Set(goal.structures)],
    programmingLink: goal.programmingLink,
    remarks: goal.remarks === null ? null : buildWording(goal.remarks),
    indicator: {
      description: indicator.description,
      measure: indicator.measure,
      accumulation: indicator.accumulation,
      unit: indicator.unit,
      startingValue: indicator.startingValue,
      targets: indicator.targets
        .map(({ years, operator, value = null, reference = null }) => ({
          fromYear: years.from,
          toYear: years.to,
          operator: operator === '>=' || operator === '≥' ? ('GTE' as const) : ('LTE' as const),
          value,
          reference,
        }))
        .sort((a, b) => a.fromYear - b.fromYear),
    },
    measuredBy: schedule === undefined ? 'FIGURES' : 'SCHEDULE',
    schedule: schedule === undefined ? null : buildSchedule(goal, schedule),
    neutralised: buildNeutralisation(goal.neutralised),
    notes: goal.notes,
  };
}

function buildSchedule(goal: FileGoal, schedule: FileSchedule): Schedule {
  const { name } = schedule;
  if ('unknown' in schedule) return { known: false, name, because: schedule.unknown };
  const phases = schedule.phases.map((phase) => buildPhase(goal, phase)).sort((a, b) => a.number - b.number);
  return { known: true, name, deadline: schedule.deadline, phases };
}

const buildPhase = (goal: FileGoal, phase: FilePhase): Phase => ({
  code: phaseCode(goal.code, phase.number),
  number: phase.number,
  description: buildWording(phase.description),
  output: buildWording(phase.output),
  start: phase.start,
  end: phase.end,
  structures: [...new Set(phase.structures)],
  weightBps: phase.weight,
  creditRule: phase.creditRule,
  units: phase.units ? { target: phase.units.target, name: phase.units.name } : null,
  neutralised: buildNeutralisation(phase.neutralised),
  notes: phase.notes,
});

const buildWording = (wording: FilePhase['description']): Wording =>
  typeof wording === 'string' ? { text: wording } : { unknown: wording.unknown };

const buildNeutralisation = (found: FileGoal['neutralised']): Neutralisation | null =>
  found ? { from: found.from, by: found.by, because: found.because } : null;
