import type { PhaseCode } from './codes.ts';
import type { DecidedFact } from './decided-fact.ts';
import type { Measurement, PhaseStanding, Standing, StatusReport } from './facts.ts';

/** In order of arrival. */
export type Said = {
  readonly reports: readonly StatusReport[];
  readonly measurements: readonly Measurement[];
};

export const NOTHING_SAID: Said = { reports: [], measurements: [] };

/**
 * What `standing` will be once `facts` are committed, in that order: the figures of an answer are known before
 * it is written. Only shares are exact here: the day of completion is the store's to find. A fact dated after the standing's day, or superseded by one of a later day, changes nothing.
 */
export function withFacts(standing: Standing, facts: readonly DecidedFact[]): Standing {
  const arrived = { sequence: Number.MAX_SAFE_INTEGER, recordedAt: '' };
  return withSaid(standing, {
    reports: facts.flatMap((fact) => (fact.kind === 'STATUS' ? [{ ...fact.report, ...arrived }] : [])),
    measurements: facts.flatMap((fact) =>
      fact.kind === 'MEASUREMENT' ? [{ ...fact.measurement, ...arrived }] : [],
    ),
  });
}

/** The same of what was said after all that `standing` knows of. */
export function withSaid(standing: Standing, said: Said): Standing {
  if (said.reports.length + said.measurements.length === 0) return standing;
  const phases = new Map(standing.phases);
  const measurements = new Map(standing.measurements);
  for (const report of said.reports) {
    if (report.reportedOn <= standing.day) putReport(phases, report);
  }
  for (const measurement of said.measurements) {
    if (measurement.reportedOn > standing.day) continue;
    const others = (measurements.get(measurement.goal) ?? []).filter(
      (each) => each.reportedOn !== measurement.reportedOn,
    );
    const sorted = [...others, measurement].sort((a, b) => (a.reportedOn < b.reportedOn ? -1 : 1));
    measurements.set(measurement.goal, sorted);
  }
  return { ...standing, phases, measurements };
}

function putReport(phases: Map<PhaseCode, PhaseStanding>, report: StatusReport): void {
  const before = phases.get(report.phase);
  if (before && before.latest.reportedOn > report.reportedOn) return;
  const completedOn = report.completes ? (before?.completedOn ?? report.reportedOn) : null;
  phases.set(report.phase, { latest: report, completedOn });
}
