/** The words of a report or a measurement, without who said them and when. */

import type { Measurement, StatusReport } from './facts.ts';
import type { Said } from './notice.ts';
import type { Indicator, Phase } from './plan.ts';
import type { GoalFigures, PhaseFigures } from './plan-figures.ts';

type ReportWords = Pick<StatusReport, 'percentBps' | 'units' | 'blockedBecause'>;

export function saidOfReport(report: ReportWords, phase: Pick<Phase, 'units'>): Said {
  const { percentBps, units, blockedBecause } = report;
  if (blockedBecause !== null) return { kind: 'BLOCKED', because: blockedBecause, percentBps, units };
  if (units !== null && phase.units !== null) {
    return { kind: 'UNITS', units, target: phase.units.target, unit: phase.units.name };
  }
  return { kind: 'PERCENT', percentBps: percentBps ?? 0 };
}

type MeasurementWords = Measurement extends infer M
  ? M extends Measurement
    ? Pick<M, 'numerator' | 'denominator' | 'value'>
    : never
  : never;

export const saidOfMeasurement = (measurement: MeasurementWords, indicator: Pick<Indicator, 'unit'>): Said =>
  measurement.value === null
    ? { kind: 'RATIO', numerator: measurement.numerator, denominator: measurement.denominator }
    : { kind: 'VALUE', value: measurement.value, unit: indicator.unit };

export const lastSaidOfPhase = ({ lastReport, phase }: PhaseFigures): Said | null =>
  lastReport === null ? null : saidOfReport(lastReport, phase);

export const lastSaidOfGoal = ({ lastMeasurement, goal }: GoalFigures): Said | null =>
  lastMeasurement === null ? null : saidOfMeasurement(lastMeasurement, goal.indicator);
