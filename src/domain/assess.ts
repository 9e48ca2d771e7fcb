/**
 * The figures of a whole plan on a day: the one computation that Slack, GraphQL, the command line and every
 * summary show. Pure: a plan, a baseline, what was said, and a day.
 */
import { assessGoal } from './assess-goal.ts';
import type { Standing } from './facts.ts';
import { type Figure, type Part, weigh } from './figure.ts';
import type { HealthRules } from './health.ts';
import {
  type Baseline,
  type Neutralisation,
  type Plan,
  phasesOf,
  type Structure,
  WHOLE_BPS,
  yearSpan,
} from './plan.ts';
import type { GoalFigures, GroupFigures, PlanFigures, StructureFigures } from './plan-figures.ts';
import { multiply, type Ratio, ratio, ZERO } from './ratio.ts';

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

/** Σ(goal weight × goal progress) ÷ Σ(goal weight), and the same in points (rule 4). */
function groupOf(goals: readonly GoalFigures[]): GroupFigures {
  const { figure, terms } = weigh(goals.filter(counts).map(partOfGoal));
  const ofPoints = pointsOf(goals.filter(counts));
  return {
    figure,
    terms,
    heldPoints: pointsOf(goals),
    ofPoints,
    points: multiply(ofPoints, figure.share ?? ZERO),
  };
}

const pointsOf = (goals: readonly GoalFigures[]): Ratio =>
  ratio(
    goals.reduce((total, { goal }) => total + goal.weightBps, 0),
    100,
  );

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
