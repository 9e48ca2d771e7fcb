import type { Achievement, NotComputable } from '../../domain/achievement.ts';
import type { Indicator, Target } from '../../domain/plan.ts';
import { toNumber, toPercent } from '../../domain/ratio.ts';

export type TargetView = {
  readonly fromYear: number;
  readonly toYear: number;
  readonly operator: Target['operator'];
  readonly value: number | null;
  readonly reference: string | null;
};

export type IndicatorView = {
  readonly description: string;
  readonly measure: Indicator['measure'];
  readonly accumulation: Indicator['accumulation'];
  readonly unit: string;
  readonly startingValue: string | null;
  readonly targets: readonly TargetView[];
};

/** An indicator against its target of the plan's year (rule 2). */
export type AchievementView = {
  /** In the unit of the target: percent for a ratio. Null while nothing was measured, or not computable. */
  readonly actual: number | null;
  readonly target: number | null;
  /** Actual against target, at most 100: what enters the sums. */
  readonly percent: number | null;
  /** The same, not capped. */
  readonly uncappedPercent: number | null;
  /** Why it cannot be computed; null when it can. */
  readonly reason: NotComputable | null;
};

export const indicatorView = (indicator: Indicator): IndicatorView => ({
  description: indicator.description,
  measure: indicator.measure,
  accumulation: indicator.accumulation,
  unit: indicator.unit,
  startingValue: indicator.startingValue,
  targets: indicator.targets.map((target) => ({
    fromYear: target.fromYear,
    toYear: target.toYear,
    operator: target.operator,
    value: target.value === null ? null : Number(target.value),
    reference: target.reference,
  })),
});

export function achievementView(achievement: Achievement): AchievementView {
  if (!achievement.computable) {
    return { actual: null, target: null, percent: null, uncappedPercent: null, reason: achievement.because };
  }
  const { reached, target } = achievement;
  return {
    actual: reached && toNumber(reached.actual),
    target: toNumber(target),
    percent: reached && toPercent(reached.share),
    uncappedPercent: reached && toPercent(reached.uncapped),
    reason: null,
  };
}
