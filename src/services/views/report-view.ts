import type { IsoDate } from '../../domain/dates.ts';
import type { Measurement, Provenance, Source, StatusReport } from '../../domain/facts.ts';
import { type Phase, WHOLE_BPS } from '../../domain/plan.ts';
import { ratio, toPercent } from '../../domain/ratio.ts';

/** Where a fact comes from, without the person who said it (design, decision 9). */
type ProvenanceView = {
  /** Order of arrival in the plan's history. */
  readonly sequence: number;
  readonly reportedOn: IsoDate;
  /** ISO 8601 instant in UTC. */
  readonly recordedAt: string;
  readonly source: Source;
  readonly note: string | null;
  readonly evidence: string | null;
};

export type ReportView = ProvenanceView & {
  readonly phase: string;
  /** As said, before the credit rule; for a count, count ÷ target. Null when only a block was said. */
  readonly percent: number | null;
  readonly units: number | null;
  readonly completes: boolean;
  readonly blockedBecause: string | null;
};

export type MeasurementView = ProvenanceView & {
  readonly goal: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
};

const provenanceView = (fact: Provenance): ProvenanceView => ({
  sequence: fact.sequence,
  reportedOn: fact.reportedOn,
  recordedAt: fact.recordedAt,
  source: fact.source,
  note: fact.note,
  evidence: fact.evidence,
});

export const reportView = (report: StatusReport, phase: Pick<Phase, 'units'>): ReportView => ({
  phase: report.phase,
  percent: saidPercent(report, phase),
  units: report.units,
  completes: report.completes,
  blockedBecause: report.blockedBecause,
  ...provenanceView(report),
});

function saidPercent({ percentBps, units }: StatusReport, phase: Pick<Phase, 'units'>): number | null {
  if (units !== null && phase.units !== null) return toPercent(ratio(units, phase.units.target));
  return percentBps === null ? null : toPercent(ratio(percentBps, WHOLE_BPS));
}

export const measurementView = (measurement: Measurement): MeasurementView => ({
  goal: measurement.goal,
  numerator: measurement.numerator === null ? null : Number(measurement.numerator),
  denominator: measurement.denominator === null ? null : Number(measurement.denominator),
  value: measurement.value === null ? null : Number(measurement.value),
  ...provenanceView(measurement),
});
