/** Rows of reports and measurements as facts of the domain, and back. Written only from facts already parsed. */
import type { GoalCode, PhaseCode } from '../domain/codes.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Decimal } from '../domain/decimal.ts';
import type { Measurement, Provenance, StatusReport } from '../domain/facts.ts';
import type { NewMeasurement, NewStatusReport } from './port.ts';
import type { measurements, reports } from './schema/facts.ts';

export type ReportRow = typeof reports.$inferSelect;
export type MeasurementRow = typeof measurements.$inferSelect;

/** What the commit gives to a fact. */
export type Placement = { readonly planId: number; readonly sequence: number; readonly recordedAt: string };

const provenance = (row: ReportRow | MeasurementRow): Provenance => ({
  sequence: row.sequence,
  reportedOn: row.reportedOn as IsoDate,
  recordedAt: row.recordedAt,
  actor: row.actor,
  source: row.source,
  note: row.note,
  evidence: row.evidence,
});

export const reportFromRow = (row: ReportRow): StatusReport => ({
  ...provenance(row),
  phase: row.phase as PhaseCode,
  percentBps: row.percentBps,
  units: row.units,
  completes: row.completes,
  blockedBecause: row.blockedBecause,
});

/** @throws Error for a row that a CHECK constraint does not let in. */
export function measurementFromRow(row: MeasurementRow): Measurement {
  const common = { ...provenance(row), goal: row.goal as GoalCode };
  const { numerator, denominator, value } = row;
  if (value !== null) return { ...common, numerator: null, denominator: null, value: value as Decimal };
  if (numerator === null || denominator === null)
    throw new Error(`measurement ${row.sequence} has no figure`);
  return { ...common, numerator: numerator as Decimal, denominator: denominator as Decimal, value: null };
}

export const reportRow = (report: NewStatusReport, placement: Placement): ReportRow => ({
  ...placement,
  phase: report.phase,
  reportedOn: report.reportedOn,
  actor: report.actor,
  source: report.source,
  note: report.note,
  evidence: report.evidence,
  percentBps: report.percentBps,
  units: report.units,
  completes: report.completes,
  blockedBecause: report.blockedBecause,
});

export const measurementRow = (measurement: NewMeasurement, placement: Placement): MeasurementRow => ({
  ...placement,
  goal: measurement.goal,
  reportedOn: measurement.reportedOn,
  actor: measurement.actor,
  source: measurement.source,
  note: measurement.note,
  evidence: measurement.evidence,
  numerator: measurement.numerator,
  denominator: measurement.denominator,
  value: measurement.value,
});
