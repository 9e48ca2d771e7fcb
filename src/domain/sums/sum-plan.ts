/**
 * The sums of a plan and of its structures on a day, without health and terms: what {@link assess} gives, which a test
 * holds, for a tenth of its work. For all plans at once.
 */
import { achievementOf } from '../achievement.ts';
import type { GoalCode, PhaseCode } from '../codes.ts';
import type { Measurement, StatusReport } from '../facts.ts';
import { creditedShare } from '../phase-progress.ts';
import type { Structure } from '../plan.ts';
import { meanOf, ONE, type Ratio, ZERO } from '../ratio.ts';
import type { DayFigure } from '../series/day-figures.ts';
import type { Leaf, Parts, PlanOutline } from './plan-outline.ts';

/** What was last said of a plan's phases and goals, as of a day. */
export type LastSaid = {
  readonly phases: ReadonlyMap<PhaseCode, Pick<StatusReport, 'percentBps' | 'units'>>;
  /** As a `Standing` lists them. */
  readonly measurements: ReadonlyMap<GoalCode, readonly Measurement[]>;
};

export type PlanSums = {
  readonly whole: DayFigure;
  readonly structures: readonly { readonly structure: Structure; readonly figure: DayFigure }[];
};

/** A part's progress, and the share of it about which something is known. */
type Reached = { readonly share: Ratio; readonly coverage: Ratio };

export function sumPlan(outline: PlanOutline, said: LastSaid): PlanSums {
  const leaves = outline.leaves.map((leaf) => reachedOf(leaf, outline.year, said));
  const goals = outline.goals.map((parts) => weighed(parts, leaves) ?? NOTHING);
  return {
    whole: figureOf(outline.whole, goals),
    structures: outline.structures.map(({ structure, parts }) => ({
      structure,
      figure: figureOf(parts, leaves),
    })),
  };
}

const NOTHING: Reached = { share: ZERO, coverage: ZERO };
/** Its planned start lies ahead: there is nothing to know (rule 6). */
const NOT_BEGUN: Reached = { share: ZERO, coverage: ONE };

function reachedOf(leaf: Leaf, year: number, said: LastSaid): Reached {
  switch (leaf.kind) {
    case 'PHASE': {
      const report = said.phases.get(leaf.phase.code);
      const share = report ? creditedShare(leaf.phase, report) : null;
      if (share !== null) return { share, coverage: ONE };
      return leaf.hasBegun ? NOTHING : NOT_BEGUN;
    }
    case 'INDICATOR': {
      const measurements = said.measurements.get(leaf.goal.code) ?? [];
      const achievement = achievementOf(leaf.goal.indicator, year, measurements);
      const share = achievement.computable ? (achievement.reached?.share ?? null) : null;
      return share === null ? NOTHING : { share, coverage: ONE };
    }
    case 'NOTHING':
      return NOTHING;
  }
}

/** Undefined where there is nothing to weigh. */
function weighed({ places, weights, whole }: Parts, of: readonly Reached[]): Reached | undefined {
  if (whole === 0) return undefined;
  const at = (index: number): Reached => of[places[index] ?? -1] ?? NOTHING;
  return {
    share: meanOf(weights, whole, (index) => at(index).share),
    coverage: meanOf(weights, whole, (index) => at(index).coverage),
  };
}

function figureOf(parts: Parts, of: readonly Reached[]): DayFigure {
  const reached = weighed(parts, of);
  if (!reached) return { share: null, because: 'NOTHING_IN_BASELINE', coverage: null, planned: null };
  return { ...reached, because: null, planned: parts.planned };
}
