/**
 * The one weighted sum of the product (rules 3 to 8). A goal is made of its phases, an area and the plan of
 * goals, a structure of phases and goals measured by figures: all are parts with a weight, put together here.
 */
import type { NotComputable } from './achievement.ts';
import { HEALTHS, type HealthStatement } from './health.ts';
import { WHOLE_BPS } from './plan.ts';
import type { Planned } from './planned.ts';
import { schedulePerformance, variance } from './planned.ts';
import { meanOf, multiply, ONE, type Ratio, ratio, ZERO } from './ratio.ts';

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

/** `weight` is an integer, in the same unit for all parts of a sum: hundredths of a percent, unless told. */
export type Part = { readonly code: string; readonly weight: number; readonly figure: Figure };

/** One term of a sum, for `explain` (rule 12). */
export type Term = Pick<Part, 'code' | 'figure'> & {
  /** 1 is the whole that the parts' weights are of. */
  readonly weight: Ratio;
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

/**
 * Σ(weight × figure) ÷ Σ weight. Neutralised parts have been left out by the caller (rule 7).
 * @param unit how many units of weight a whole has
 */
export function weigh(parts: readonly Part[], unit = WHOLE_BPS): Sum {
  const weights = parts.map(({ weight }) => weight);
  const whole = weights.reduce((total, weight) => total + weight, 0);
  if (whole === 0) return { figure: withoutFigure('NOTHING_IN_BASELINE'), terms: [] };
  const mean = (pick: (figure: Figure) => Ratio | undefined | null, otherwise = ZERO): Ratio =>
    meanOf(weights, whole, (index) => {
      const part = parts[index];
      return (part && pick(part.figure)) ?? otherwise;
    });
  return {
    figure: {
      share: mean((figure) => figure.share),
      because: null,
      coverage: mean((figure) => figure.coverage),
      atMost: mean((figure) => figure.atMost, ONE),
      planned: {
        byDeadline: mean((figure) => figure.planned?.byDeadline),
        linear: mean((figure) => figure.planned?.linear),
      },
      health: worst(parts),
    },
    terms: parts.map((part) => new WeighedTerm(part, whole, unit)),
  };
}

/** Its shares are computed when somebody asks: figures have hundreds of terms, and are seldom explained. */
class WeighedTerm implements Term {
  readonly code: string;
  readonly figure: Figure;
  readonly #weight: number;
  readonly #whole: number;
  readonly #unit: number;

  constructor({ code, weight, figure }: Part, whole: number, unit: number) {
    this.code = code;
    this.figure = figure;
    this.#weight = weight;
    this.#whole = whole;
    this.#unit = unit;
  }

  get weight(): Ratio {
    return ratio(this.#weight, this.#unit);
  }

  get contribution(): Ratio {
    return multiply(this.weightShare, this.figure.share ?? ZERO);
  }

  get weightShare(): Ratio {
    return ratio(this.#weight, this.#whole);
  }
}

/** The one term of what is the sum of itself alone. */
export const ownTerm = (code: string, figure: Figure): Term => ({
  code,
  weight: ONE,
  figure,
  contribution: figure.share ?? ZERO,
  weightShare: ONE,
});

/** The worst health among the parts that carry weight; the first of equals (rule 10). */
function worst(parts: readonly Part[]): HealthStatement | null {
  let found: HealthStatement | null = null;
  for (const { weight, figure } of parts) {
    if (figure.health === null || weight === 0) continue;
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
