import { decimalToRatio } from './decimal.ts';
import type { Measurement } from './facts.ts';
import { type Indicator, type Target, targetFor } from './plan.ts';
import { compare, divide, isZero, min, multiply, ONE, type Ratio, ratio, sum } from './ratio.ts';

/** Why an indicator has no figure: never shown as 0 (rules 2 and 6). */
export type NotComputable =
  | 'NO_TARGET'
  | 'TARGET_UNRESOLVED'
  | 'TARGET_ZERO'
  | 'DENOMINATOR_ZERO'
  | 'SCHEDULE_UNKNOWN'
  | 'NOTHING_IN_BASELINE'
  | 'NEUTRALISED';

export type Achievement =
  | { readonly computable: false; readonly because: NotComputable }
  | {
      readonly computable: true;
      /** Null when nothing was measured yet. */
      readonly reached: {
        /** The actual, in the unit of the target (for a ratio, percent points). */
        readonly actual: Ratio;
        /** Actual ÷ target, not capped. */
        readonly uncapped: Ratio;
        /** At most 1: what enters the sums. */
        readonly share: Ratio;
      } | null;
      /** In the unit of the actual. */
      readonly target: Ratio;
    };

const PERCENT = ratio(100);

/**
 * An indicator against its target of `year` (rule 2). `measurements` are those of the standing, oldest first:
 * the last one counts, or all of them for an indicator that sums.
 */
export function achievementOf(
  indicator: Pick<Indicator, 'measure' | 'accumulation' | 'targets'>,
  year: number,
  measurements: readonly Measurement[],
): Achievement {
  const target = targetFor(indicator, year);
  if (!target) return { computable: false, because: 'NO_TARGET' };
  if (target.value === null) return { computable: false, because: 'TARGET_UNRESOLVED' };
  const wanted = decimalToRatio(target.value);
  if (isZero(wanted)) return { computable: false, because: 'TARGET_ZERO' };
  const counted = indicator.accumulation === 'SUM' ? measurements : measurements.slice(-1);
  if (counted.length === 0) return { computable: true, reached: null, target: wanted };
  const actual = actualOf(counted);
  if (actual === null) return { computable: false, because: 'DENOMINATOR_ZERO' };
  const uncapped = against(target, actual, wanted);
  return { computable: true, reached: { actual, uncapped, share: min(uncapped, ONE) }, target: wanted };
}

/** Σ numerators ÷ Σ denominators in percent, or Σ values; null when the denominators sum to 0. */
function actualOf(measurements: readonly Measurement[]): Ratio | null {
  const values = measurements.flatMap((each) => (each.value === null ? [] : [decimalToRatio(each.value)]));
  if (values.length > 0) return sum(values);
  const numerators = measurements.flatMap((each) =>
    each.value === null ? [decimalToRatio(each.numerator)] : [],
  );
  const denominators = measurements.flatMap((each) =>
    each.value === null ? [decimalToRatio(each.denominator)] : [],
  );
  const whole = sum(denominators);
  return isZero(whole) ? null : multiply(divide(sum(numerators), whole), PERCENT);
}

/** Actual ÷ target for “≥”, target ÷ actual for “≤”; “≤” with an actual of 0 is fully achieved (rule 2). */
function against(target: Target, actual: Ratio, wanted: Ratio): Ratio {
  if (target.operator === 'GTE') return divide(actual, wanted);
  return compare(actual, ratio(0)) <= 0 ? ONE : divide(wanted, actual);
}
