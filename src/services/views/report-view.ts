import type { IsoDate } from '../../domain/dates.ts';
import type { Measurement, Provenance, Source, StatusReport } from '../../domain/facts.ts';
import { baselineInForce, type Phase, type Plan, phasesOf, WHOLE_BPS } from '../../domain/plan.ts';
import { ratio, toPercent } from '../../domain/ratio.ts';
import type { AskedView } from './asked-view.ts';

/** Where a fact comes from, without the person who said it (design, decision 9). */
type ProvenanceView = {
  /** For what it leads to; what was said is the same whatever day and baseline are asked for. */
  readonly asked: AskedView;
  /** Of the plan. */
  readonly year: number;
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
  readonly phaseCode: string;
  /** As said, before the credit rule; for a count, count ÷ target. Null when only a block was said. */
  readonly percent: number | null;
  readonly units: number | null;
  readonly completes: boolean;
  readonly blockedBecause: string | null;
};

export type MeasurementView = ProvenanceView & {
  readonly goalCode: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
};

const provenanceView = (
  { year }: Pick<Plan, 'year'>,
  fact: Provenance,
  asked: AskedView = { year, asOf: null, baseline: null },
): ProvenanceView => ({
  asked,
  year,
  sequence: fact.sequence,
  reportedOn: fact.reportedOn,
  recordedAt: fact.recordedAt,
  source: fact.source,
  note: fact.note,
  evidence: fact.evidence,
});

/** @param asked left out, the figures as they are now */
export const reportView = (plan: Plan, report: StatusReport, asked?: AskedView): ReportView => ({
  phaseCode: report.phase,
  percent: saidPercent(plan, report),
  units: report.units,
  completes: report.completes,
  blockedBecause: report.blockedBecause,
  ...provenanceView(plan, report, asked),
});

function saidPercent(plan: Plan, report: StatusReport): number | null {
  const { percentBps, units } = report;
  const counted = units === null ? null : (phaseSpokenOf(plan, report)?.units ?? null);
  if (units !== null && counted !== null) return toPercent(ratio(units, counted.target));
  return percentBps === null ? null : toPercent(ratio(percentBps, WHOLE_BPS));
}

/** As the baseline of the day it speaks of has it, or else the latest that has it. */
function phaseSpokenOf(plan: Plan, { phase, reportedOn }: StatusReport): Phase | undefined {
  const inForce = baselineInForce(plan, reportedOn);
  const latestFirst = plan.baselines.toReversed();
  for (const { goals } of [inForce, ...latestFirst]) {
    const found = goals.flatMap(phasesOf).find(({ code }) => code === phase);
    if (found) return found;
  }
  return undefined;
}

/** @param asked left out, the figures as they are now */
export const measurementView = (
  plan: Pick<Plan, 'year'>,
  measurement: Measurement,
  asked?: AskedView,
): MeasurementView => ({
  goalCode: measurement.goal,
  numerator: measurement.numerator === null ? null : Number(measurement.numerator),
  denominator: measurement.denominator === null ? null : Number(measurement.denominator),
  value: measurement.value === null ? null : Number(measurement.value),
  ...provenanceView(plan, measurement, asked),
});
