/**
 * The figures of a whole plan on a day: the one computation that Slack, GraphQL, the command line and every
 * summary show. Pure: a plan, a baseline, what was said, and a day.
 */
import { type Achievement, achievementOf } from './achievement.ts';
import type { GoalCode, PhaseCode, StructureCode } from './codes.ts';
import type { IsoDate, Span } from './dates.ts';
import type { Measurement, PhaseStanding, Standing, StatusReport } from './facts.ts';
import { type Figure, type Part, type Sum, type Term, weigh, withoutFigure } from './figure.ts';
import { daysLate, type HealthRules, healthOf } from './health.ts';
import { creditedShare, saysComplete } from './phase-progress.ts';
import {
  type Area,
  type Baseline,
  type Goal,
  type Neutralisation,
  type Phase,
  type Plan,
  phasesOf,
  type Structure,
  WHOLE_BPS,
  yearSpan,
} from './plan.ts';
import { plannedFor } from './planned.ts';
import { multiply, ONE, type Ratio, ratio, ZERO } from './ratio.ts';

export type PhaseFigures = {
  readonly phase: Phase;
  readonly goal: Goal;
  readonly figure: Figure;
  readonly neutralised: Neutralisation | null;
  readonly lastReport: StatusReport | null;
  /** Null while it is not complete. */
  readonly completedOn: IsoDate | null;
  /** Days between the planned end and completion; 0 when in time or not complete. */
  readonly completedDaysLate: number;
};

export type GoalFigures = {
  readonly goal: Goal;
  readonly figure: Figure;
  readonly neutralised: Neutralisation | null;
  readonly phases: readonly PhaseFigures[];
  /** Of the indicator; null for a goal measured by its schedule. */
  readonly achievement: Achievement | null;
  readonly lastMeasurement: Measurement | null;
  readonly terms: readonly Term[];
};

/** An area, or the plan itself. */
export type GroupFigures = {
  readonly figure: Figure;
  readonly terms: readonly Term[];
  /** Σ of the weights that count, in points of the plan (percent of 100). */
  readonly ofPoints: Ratio;
  /** Progress × weight: the 34.2 of “34.2 of 86”. */
  readonly points: Ratio;
};

export type AreaFigures = GroupFigures & { readonly area: Area; readonly goals: readonly GoalFigures[] };
export type StructureFigures = {
  readonly structure: Structure;
  readonly figure: Figure;
  readonly terms: readonly Term[];
  readonly phases: readonly PhaseFigures[];
  /** Goals without known phases that the structure answers for as a whole. */
  readonly goals: readonly GoalFigures[];
};

export type PlanFigures = {
  readonly plan: Plan;
  readonly baseline: Baseline;
  readonly day: IsoDate;
  readonly whole: GroupFigures;
  readonly areas: readonly AreaFigures[];
  readonly goals: readonly GoalFigures[];
  readonly structures: readonly StructureFigures[];
};

export function assess(plan: Plan, baseline: Baseline, standing: Standing, rules: HealthRules): PlanFigures {
  const { day } = standing;
  const goals = baseline.goals.map((goal) => assessGoal(goal, yearSpan(plan), plan.year, standing, rules));
  return {
    plan,
    baseline,
    day,
    whole: groupOf(goals),
    areas: plan.areas.map((area) => {
      const own = goals.filter((each) => each.goal.areaCode === area.code);
      return { area, goals: own, ...groupOf(own) };
    }),
    goals,
    structures: plan.structures.map((structure) => assessStructure(structure, goals)),
  };
}

function assessGoal(
  goal: Goal,
  year: Span,
  planYear: number,
  standing: Standing,
  rules: HealthRules,
): GoalFigures {
  const neutralised = inEffect(goal.neutralised, standing.day);
  const phases = phasesOf(goal).map((phase) =>
    assessPhase(goal, phase, neutralised, standing.phases.get(phase.code), standing.day, rules),
  );
  if (goal.measuredBy === 'FIGURES') {
    const measurements = standing.measurements.get(goal.code) ?? [];
    const achievement = achievementOf(goal.indicator, planYear, measurements);
    const lastMeasurement = measurements.at(-1) ?? null;
    const figure = indicatorFigure(goal.code, achievement, year, standing.day, lastMeasurement, rules);
    return { goal, figure, neutralised, phases, achievement, lastMeasurement, terms: [] };
  }
  const { figure, terms } = sumOfPhases(goal, phases);
  return { goal, figure, neutralised, phases, achievement: null, lastMeasurement: null, terms };
}

/** Σ(phase weight × progress) ÷ Σ(phase weight) (rule 3). */
function sumOfPhases(goal: Goal, phases: readonly PhaseFigures[]): Sum {
  if (goal.schedule && !goal.schedule.known) {
    return { figure: { ...withoutFigure('SCHEDULE_UNKNOWN'), coverage: ZERO, atMost: ONE }, terms: [] };
  }
  const counted = phases.filter((each) => each.neutralised === null);
  const nothingLeft = counted.every((each) => each.phase.weightBps === 0);
  if (nothingLeft && counted.length < phases.length)
    return { figure: withoutFigure('NEUTRALISED'), terms: [] };
  return weigh(
    counted.map(({ phase, figure }) => ({
      code: phase.code,
      weight: ratio(phase.weightBps, WHOLE_BPS),
      figure,
    })),
  );
}

function assessPhase(
  goal: Goal,
  phase: Phase,
  goalNeutralised: Neutralisation | null,
  standing: PhaseStanding | undefined,
  day: IsoDate,
  rules: HealthRules,
): PhaseFigures {
  const lastReport = standing?.latest ?? null;
  const share = lastReport === null ? null : creditedShare(phase, lastReport);
  const complete = lastReport !== null && saysComplete(phase, lastReport);
  // A target lowered since makes complete what did not say so when it was recorded: known from that report on.
  const completedOn = complete ? (standing?.completedOn ?? lastReport.reportedOn) : null;
  const known = share !== null || phase.start > day;
  const planned = plannedFor(phase, day);
  return {
    phase,
    goal,
    neutralised: goalNeutralised ?? inEffect(phase.neutralised, day),
    lastReport,
    completedOn,
    completedDaysLate: daysLate(phase, completedOn),
    figure: {
      share: share ?? ZERO,
      because: null,
      coverage: known ? ONE : ZERO,
      atMost: known ? (share ?? ZERO) : ONE,
      planned,
      health: healthOf(
        {
          code: phase.code,
          span: phase,
          day,
          share,
          plannedLinear: planned.linear,
          complete,
          completedOn,
          blockedBecause: lastReport?.blockedBecause ?? null,
          lastReportedOn: lastReport?.reportedOn ?? null,
        },
        rules,
      ),
    },
  };
}

/**
 * An indicator's target is due at the end of the plan's year and accrues over it, as one phase of weight 100
 * would (rule 5 for the weight; rule 8 says nothing of figures, so this reading is the product's own).
 */
function indicatorFigure(
  code: GoalCode,
  achievement: Achievement,
  year: Span,
  day: IsoDate,
  last: Measurement | null,
  rules: HealthRules,
): Figure {
  const planned = plannedFor(year, day);
  if (!achievement.computable) {
    // What was said cannot change what was planned; without a usable target there is no plan either.
    const kept = achievement.because === 'DENOMINATOR_ZERO' ? planned : null;
    return { ...withoutFigure(achievement.because), coverage: ZERO, atMost: ONE, planned: kept };
  }
  const share = achievement.reached?.share ?? null;
  const complete = share !== null && share.n >= share.d;
  return {
    share: share ?? ZERO,
    because: null,
    coverage: share === null ? ZERO : ONE,
    atMost: share ?? ONE,
    planned,
    health: healthOf(
      {
        code,
        span: year,
        day,
        share,
        plannedLinear: planned.linear,
        complete,
        completedOn: complete ? (last?.reportedOn ?? null) : null,
        blockedBecause: null,
        lastReportedOn: last?.reportedOn ?? null,
      },
      rules,
    ),
  };
}

/** Σ(goal weight × goal progress) ÷ Σ(goal weight), and the same in points (rule 4). */
function groupOf(goals: readonly GoalFigures[]): GroupFigures {
  const { figure, terms } = weigh(goals.filter(counts).map(partOfGoal));
  const ofPoints = ratio(
    goals.filter(counts).reduce((total, { goal }) => total + goal.weightBps, 0),
    100,
  );
  return { figure, terms, ofPoints, points: multiply(ofPoints, figure.share ?? ZERO) };
}

/** Rule 7; a goal all of whose phases are neutralised has nothing left to weigh, and leaves with them. */
const counts = (each: { readonly neutralised: Neutralisation | null; readonly figure: Figure }): boolean =>
  each.neutralised === null && each.figure.because !== 'NEUTRALISED';

const partOfGoal = ({ goal, figure }: GoalFigures): Part => ({
  code: goal.code,
  weight: ratio(goal.weightBps, WHOLE_BPS),
  figure,
});

/**
 * A structure's phases weigh goal weight × phase weight; a goal that it answers for as a whole, because it is
 * measured by figures or its schedule is unknown, weighs as one phase of 100 (rule 5).
 */
function assessStructure(structure: Structure, all: readonly GoalFigures[]): StructureFigures {
  const phases = all
    .flatMap((each) => each.phases)
    .filter(({ phase }) => phase.structures.includes(structure.code));
  const goals = all.filter(
    ({ goal }) => phasesOf(goal).length === 0 && goal.structures.includes(structure.code),
  );
  const parts: Part[] = [
    ...phases.filter(counts).map(({ goal, phase, figure }) => ({
      code: phase.code,
      weight: ratio(goal.weightBps * phase.weightBps, WHOLE_BPS * WHOLE_BPS),
      figure,
    })),
    ...goals.filter(counts).map(partOfGoal),
  ];
  return { structure, phases, goals, ...weigh(parts) };
}

const inEffect = (neutralised: Neutralisation | null, day: IsoDate): Neutralisation | null =>
  neutralised !== null && neutralised.from <= day ? neutralised : null;

export const findGoalFigures = (figures: PlanFigures, code: GoalCode): GoalFigures | undefined =>
  figures.goals.find((each) => each.goal.code === code);

export const findPhaseFigures = (figures: PlanFigures, code: PhaseCode): PhaseFigures | undefined =>
  figures.goals.flatMap((each) => each.phases).find((each) => each.phase.code === code);

export const findStructureFigures = (
  figures: PlanFigures,
  code: StructureCode,
): StructureFigures | undefined => figures.structures.find((each) => each.structure.code === code);

/** The weight of a structure's term in points of the plan. */
export const termPoints = (term: Term): Ratio => multiply(term.weight, ratio(100));
