/**
 * The figures of a whole plan on a day: the one computation that Slack, GraphQL, the command line and every
 * summary show. Pure: a plan, a baseline, what was said, and a day.
 */
import { assessGoal } from './assess-goal.ts';
import type { ItemCode } from './codes.ts';
import type { Standing } from './facts.ts';
import { type Figure, type Part, weigh } from './figure.ts';
import type { HealthRules } from './health.ts';
import {
  type Area,
  type Baseline,
  type Neutralisation,
  type Plan,
  phasesOf,
  type Structure,
  WHOLE_BPS,
  yearSpan,
} from './plan.ts';
import type {
  AreaFigures,
  GoalFigures,
  GroupFigures,
  PlanFigures,
  StructureFigures,
} from './plan-figures.ts';
import { multiply, type Ratio, ratio, ZERO } from './ratio.ts';

export function assess(plan: Plan, baseline: Baseline, standing: Standing, rules: HealthRules): PlanFigures {
  const { day } = standing;
  const goals = baseline.goals.map((goal) => assessGoal(goal, yearSpan(plan), plan.year, standing, rules));
  return {
    plan,
    baseline,
    day,
    whole: groupOf(goals),
    areas: plan.areas.map((area) => areaOf(area, goals)),
    goals,
    structures: plan.structures.map((structure) => assessStructure(structure, goals)),
  };
}

/**
 * What {@link assess} makes of `standing`, in which nothing but what is said of `items` differs from the standing that
 * `before` was made of. Whatever they do not touch is the same object as before.
 */
export function reassess(
  before: PlanFigures,
  standing: Standing,
  items: ReadonlySet<ItemCode>,
  rules: HealthRules,
): PlanFigures {
  const { plan } = before;
  const touches = ({ goal, phases }: GoalFigures): boolean =>
    items.has(goal.code) || phases.some(({ phase }) => items.has(phase.code));
  const touched = before.goals.filter(touches);
  if (touched.length === 0) return before;
  const goals = before.goals.map((each) =>
    touched.includes(each)
      ? assessGoal(each.goal, yearSpan(plan), plan.year, standing, rules, { before: each, items })
      : each,
  );
  return {
    ...before,
    whole: groupOf(goals),
    areas: before.areas.map((each) =>
      touched.some(({ goal }) => goal.areaCode === each.area.code) ? areaOf(each.area, goals) : each,
    ),
    goals,
    structures: before.structures.map((each) =>
      touched.some((goal) => answersFor(each.structure, goal))
        ? assessStructure(each.structure, goals)
        : each,
    ),
  };
}

function areaOf(area: Area, all: readonly GoalFigures[]): AreaFigures {
  const goals = all.filter((each) => each.goal.areaCode === area.code);
  return { area, goals, ...groupOf(goals) };
}

const answersFor = ({ code }: Structure, { goal, phases }: GoalFigures): boolean =>
  goal.structures.includes(code) || phases.some(({ phase }) => phase.structures.includes(code));

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
  weight: goal.weightBps,
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
      weight: goal.weightBps * phase.weightBps,
      figure,
    })),
    ...goals.filter(counts).map((each) => ({ ...partOfGoal(each), weight: each.goal.weightBps * WHOLE_BPS })),
  ];
  return { structure, phases, goals, ...weigh(parts, WHOLE_BPS * WHOLE_BPS) };
}
