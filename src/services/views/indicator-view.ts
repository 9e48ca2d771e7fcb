import type { Achievement } from '../../domain/achievement.ts';
import type { Indicator, Target } from '../../domain/plan.ts';
import type { GoalFigures } from '../../domain/plan-figures.ts';
import { toNumber, toPercent } from '../../domain/ratio.ts';
import { type AskedFigures, type AskedView, askedOf } from './asked-view.ts';
import type { NoFigureReason } from './progress-view.ts';
import { type StructureReference, structureReferences } from './reference-view.ts';
import { type MeasurementView, measurementView } from './report-view.ts';

export type TargetView = {
  readonly fromYear: number;
  readonly toYear: number;
  readonly operator: Target['operator'];
  readonly value: number | null;
  readonly reference: string | null;
};

export type IndicatorView = {
  readonly asked: AskedView;
  /** Code of the goal that it measures. */
  readonly goalCode: string;
  /** Who answers for the goal as a whole. */
  readonly structures: readonly StructureReference[];
  readonly description: string;
  readonly measure: Indicator['measure'];
  readonly accumulation: Indicator['accumulation'];
  readonly unit: string;
  readonly startingValue: string | null;
  readonly targets: readonly TargetView[];
  /** Null for a goal measured by its schedule. */
  readonly achievement: AchievementView | null;
  readonly lastMeasurement: MeasurementView | null;
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
  /** Why `percent` is null; null when it is not. */
  readonly reason: NoFigureReason | null;
};

export function indicatorView(
  figures: AskedFigures,
  { goal, achievement, lastMeasurement }: GoalFigures,
): IndicatorView {
  const { indicator } = goal;
  return {
    asked: askedOf(figures),
    goalCode: goal.code,
    structures: structureReferences(figures.plan, goal.structures),
    description: indicator.description,
    measure: indicator.measure,
    accumulation: indicator.accumulation,
    unit: indicator.unit,
    startingValue: indicator.startingValue,
    targets: indicator.targets.map(targetView),
    achievement: achievement && achievementView(achievement),
    lastMeasurement: lastMeasurement && measurementView(figures.plan, lastMeasurement, askedOf(figures)),
  };
}

const targetView = (target: Target): TargetView => ({
  fromYear: target.fromYear,
  toYear: target.toYear,
  operator: target.operator,
  value: target.value === null ? null : Number(target.value),
  reference: target.reference,
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
    reason: reached === null ? 'NOT_MEASURED' : null,
  };
}
