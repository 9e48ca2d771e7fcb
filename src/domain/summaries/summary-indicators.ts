/** Indicators in a summary: the latest figure against the target, as they were measured. */
import type { Decimal } from '../decimal.ts';
import type { Measurement } from '../facts.ts';
import { targetFor } from '../plan.ts';
import type { GoalFigures } from '../plan-figures.ts';
import type { SummaryAmount, SummaryIndicator } from '../summary.ts';
import { printedShare } from './summary-figure.ts';

/** Of those of `goals` that are measured by figures and count, in their order; `year` is the plan's. */
export const summaryIndicators = (goals: readonly GoalFigures[], year: number): readonly SummaryIndicator[] =>
  goals
    .filter(({ goal, neutralised }) => goal.measuredBy === 'FIGURES' && neutralised === null)
    .map((each) => summaryIndicator(each, year));

function summaryIndicator(
  { goal, achievement, measurements, lastMeasurement }: GoalFigures,
  year: number,
): SummaryIndicator {
  const target = targetFor(goal.indicator, year);
  const reached = achievement?.computable ? achievement.reached : null;
  return {
    goal: goal.code,
    title: goal.title,
    actual: amountOf(measurements),
    target: target && target.value !== null ? { operator: target.operator, value: target.value } : null,
    unit: goal.indicator.unit,
    achievement: printedShare(reached?.uncapped ?? null),
    ...(achievement?.computable === false && { because: achievement.because }),
    measuredOn: lastMeasurement?.reportedOn ?? null,
  };
}

/** Σ values, or Σ numerators over Σ denominators: never a mean of percentages (rule 2). */
function amountOf(measurements: readonly Measurement[]): SummaryAmount | null {
  const values = measurements.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length > 0) return { kind: 'VALUE', value: sumOf(values) };
  const ratios = measurements.flatMap((each) => (each.value === null ? [each] : []));
  if (ratios.length === 0) return null;
  return {
    kind: 'RATIO',
    numerator: sumOf(ratios.map(({ numerator }) => numerator)),
    denominator: sumOf(ratios.map(({ denominator }) => denominator)),
  };
}

/** Of a {@link Decimal}. */
const PLACES = 6;

/** Exact, and in the spelling of a decimal. */
function sumOf(values: readonly Decimal[]): string {
  const total = values.reduce((sum, value) => sum + scaled(value), 0n);
  const digits = String(total < 0n ? -total : total).padStart(PLACES + 1, '0');
  const fraction = digits.slice(-PLACES).replace(/0+$/, '');
  return `${total < 0n ? '-' : ''}${digits.slice(0, -PLACES)}${fraction === '' ? '' : `.${fraction}`}`;
}

function scaled(value: Decimal): bigint {
  const [whole = '0', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.padEnd(PLACES, '0'));
}
