/**
 * The one weighted sum of the product (rules 3 to 8). A goal is made of its phases, an area and the plan of
 * goals, a structure of phases and goals measured by figures: all are parts with a weight, put together here.
 */
import type { NotComputable } from './achievement.ts';
import { HEALTHS, type HealthStatement } from './health.ts';
import type { Planned } from './planned.ts';
import { schedulePerformance, variance } from './planned.ts';
import { add, divide, isZero, multiply, ONE, type Ratio, sum, ZERO } from './ratio.ts';

/** All shares are fractions of 1; null where there is nothing to compute, which is not 0. */
export type Figure = {
  readonly share: Ratio | null;
  /** Why `share` is null; null when it is not. */
  readonly because: NotComputable | null;
  /** Share of the weight about which something is known (rule 6). */
  readonly coverage: Ratio | null;
  /** What `share` would be if everything not reported were complete. */
  readonly atMost: Ratio | null;
  readonly planned: Planned | null;
  /** Null where the parts' health is not known either. */
  readonly health: HealthStatement | null;
};

export type Part = { readonly code: string; readonly weight: Ratio; readonly figure: Figure };

/** One term of a sum, for `explain` (rule 12). */
export type Term = Part & {
  /** weight × share ÷ Σ weights: the terms add up to the figure. */
  readonly contribution: Ratio;
  /** The term's part of the whole weight. */
  readonly weightShare: Ratio;
};

export type Sum = { readonly figure: Figure; readonly terms: readonly Term[] };

export const withoutFigure = (because: NotComputable): Figure => ({
  share: null,
  because,
  coverage: null,
  atMost: null,
  planned: null,
  health: null,
});

/** Σ(weight × figure) ÷ Σ weight. Neutralised parts have been left out by the caller (rule 7). */
export function weigh(parts: readonly Part[]): Sum {
  const whole = sum(parts.map((part) => part.weight));
  if (isZero(whole)) return { figure: withoutFigure('NOTHING_IN_BASELINE'), terms: [] };
  const mean = (pick: (figure: Figure) => Ratio): Ratio =>
    divide(
      parts.reduce((total, part) => add(total, multiply(part.weight, pick(part.figure))), ZERO),
      whole,
    );
  return {
    figure: {
      share: mean((figure) => figure.share ?? ZERO),
      because: null,
      coverage: mean((figure) => figure.coverage ?? ZERO),
      atMost: mean((figure) => figure.atMost ?? ONE),
      planned: {
        byDeadline: mean((figure) => figure.planned?.byDeadline ?? ZERO),
        linear: mean((figure) => figure.planned?.linear ?? ZERO),
      },
      health: worst(parts),
    },
    terms: parts.map((part) => ({
      ...part,
      contribution: divide(multiply(part.weight, part.figure.share ?? ZERO), whole),
      weightShare: divide(part.weight, whole),
    })),
  };
}

/** The worst health among the parts that carry weight; the first of equals (rule 10). */
function worst(parts: readonly Part[]): HealthStatement | null {
  let found: HealthStatement | null = null;
  for (const { weight, figure } of parts) {
    if (figure.health === null || isZero(weight)) continue;
    if (found === null || severity(figure.health) > severity(found)) found = figure.health;
  }
  return found;
}

const severity = (statement: HealthStatement): number => HEALTHS.indexOf(statement.health);

/** Progress − planned in both readings; null where either is missing (rule 8). */
export function variancesOf({ share, planned }: Figure): Planned | null {
  if (share === null || planned === null) return null;
  return { byDeadline: variance(share, planned.byDeadline), linear: variance(share, planned.linear) };
}

/** Progress ÷ planned in both readings; null where planned is 0 (rule 8). */
export function schedulePerformanceOf({ share, planned }: Figure): {
  readonly byDeadline: Ratio | null;
  readonly linear: Ratio | null;
} {
  if (share === null || planned === null) return { byDeadline: null, linear: null };
  return {
    byDeadline: schedulePerformance(share, planned.byDeadline),
    linear: schedulePerformance(share, planned.linear),
  };
}
