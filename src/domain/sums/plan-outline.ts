/**
 * All that a day's sums are made of but what was said: which parts count that day, what each weighs, what is planned.
 * Made once a day of a plan's definition, so that thousands of plans are summed by looking at what was said alone.
 */
import { achievementOf } from '../achievement.ts';
import type { IsoDate } from '../dates.ts';
import {
  type Baseline,
  type Goal,
  type Neutralisation,
  type Phase,
  type Plan,
  phasesOf,
  type Structure,
  WHOLE_BPS,
  yearSpan,
} from '../plan.ts';
import { type Planned, plannedFor } from '../planned.ts';
import { meanOf, type Ratio, ZERO } from '../ratio.ts';

/** What has progress of its own. */
export type Leaf =
  | { readonly kind: 'PHASE'; readonly phase: Phase; readonly hasBegun: boolean; readonly planned: Planned }
  | { readonly kind: 'INDICATOR'; readonly goal: Goal; readonly planned: Planned | null }
  /** A goal whose schedule has no known phase: it weighs, and nothing is known of it. */
  | { readonly kind: 'NOTHING'; readonly planned: null };

/** Parts of a sum, by their places in the list they are of. */
export type Parts = {
  readonly places: readonly number[];
  /** Integers, in one unit. */
  readonly weights: readonly number[];
  /** Σ of the weights. */
  readonly whole: number;
  /** Null where there is nothing to weigh. */
  readonly planned: Planned | null;
};

export type PlanOutline = {
  readonly year: number;
  readonly leaves: readonly Leaf[];
  /** Each of leaves. */
  readonly goals: readonly Parts[];
  /** Of goals. */
  readonly whole: Parts;
  /** Of leaves. */
  readonly structures: readonly { readonly structure: Structure; readonly parts: Parts }[];
};

/** A leaf with what decides where it counts. */
type Placed = {
  readonly leaf: Leaf;
  readonly goal: Goal;
  /** Of its goal. */
  readonly weightBps: number;
  readonly structures: readonly string[];
  readonly counts: boolean;
};

export function outlinePlan(plan: Plan, baseline: Baseline, day: IsoDate): PlanOutline {
  const placed = baseline.goals.flatMap((goal) => leavesOf(plan, goal, day));
  const leaves = placed.map(({ leaf }) => leaf);
  const plannedOf = (place: number): Planned | null => leaves[place]?.planned ?? null;
  const partsWhere = (isPart: (each: Placed) => boolean, weightOf: (each: Placed) => number): Parts => {
    const places = [...placed.keys()].filter((place) => {
      const each = placed[place];
      return each?.counts && isPart(each);
    });
    return partsOf(
      places,
      places.map((place) => weightOf(placed[place] as Placed)),
      plannedOf,
    );
  };
  const weighing = baseline.goals
    .filter((goal) =>
      weighs(
        goal,
        placed.filter((each) => each.goal === goal),
        day,
      ),
    )
    .map((goal) => ({
      goal,
      parts: partsWhere(
        (each) => each.goal === goal,
        ({ weightBps }) => weightBps,
      ),
    }));
  const goals = weighing.map(({ parts }) => parts);
  return {
    year: plan.year,
    leaves,
    goals,
    whole: partsOf(
      [...goals.keys()],
      weighing.map(({ goal }) => goal.weightBps),
      (place) => goals[place]?.planned ?? null,
    ),
    structures: plan.structures.map((structure) => ({
      structure,
      parts: partsWhere(
        ({ structures }) => structures.includes(structure.code),
        ({ goal, weightBps }) => goal.weightBps * weightBps,
      ),
    })),
  };
}

function leavesOf(plan: Plan, goal: Goal, day: IsoDate): readonly Placed[] {
  const counts = !isOut(goal.neutralised, day);
  const phases = phasesOf(goal);
  if (phases.length === 0) {
    return [
      { leaf: leafOf(plan, goal, day), goal, weightBps: WHOLE_BPS, structures: goal.structures, counts },
    ];
  }
  return phases.map((phase) => ({
    leaf: { kind: 'PHASE', phase, hasBegun: phase.start <= day, planned: plannedFor(phase, day) },
    goal,
    weightBps: phase.weightBps,
    structures: phase.structures,
    counts: counts && !isOut(phase.neutralised, day),
  }));
}

function leafOf(plan: Plan, goal: Goal, day: IsoDate): Leaf {
  if (goal.measuredBy !== 'FIGURES') return { kind: 'NOTHING', planned: null };
  const { computable } = achievementOf(goal.indicator, plan.year, []);
  return { kind: 'INDICATOR', goal, planned: computable ? plannedFor(yearSpan(plan), day) : null };
}

/** Rule 7: a goal all of whose phases that weigh are neutralised leaves with them. */
function weighs(goal: Goal, own: readonly Placed[], day: IsoDate): boolean {
  if (isOut(goal.neutralised, day)) return false;
  const counted = own.filter(({ counts }) => counts);
  return counted.length === own.length || counted.some(({ weightBps }) => weightBps > 0);
}

const isOut = (neutralised: Neutralisation | null, day: IsoDate): boolean =>
  neutralised !== null && neutralised.from <= day;

function partsOf(
  places: readonly number[],
  weights: readonly number[],
  plannedOf: (place: number) => Planned | null,
): Parts {
  const whole = weights.reduce((total, weight) => total + weight, 0);
  if (whole === 0) return { places, weights, whole, planned: null };
  const mean = (pick: (planned: Planned) => Ratio): Ratio =>
    meanOf(weights, whole, (index) => {
      const planned = plannedOf(places[index] ?? -1);
      return planned ? pick(planned) : ZERO;
    });
  return {
    places,
    weights,
    whole,
    planned: { byDeadline: mean(({ byDeadline }) => byDeadline), linear: mean(({ linear }) => linear) },
  };
}
