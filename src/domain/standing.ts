import type { PhaseCode } from './codes.ts';
import type { DecidedFact } from './decided-fact.ts';
import type { Measurement, PhaseStanding, Standing, StatusReport } from './facts.ts';

/**
 * What `standing` will be once `facts` are committed, in that order: the figures of an answer are known before
 * it is written. Only shares are exact here: the day of completion is the store's to find. A fact dated after the standing's day, or superseded by one of a later day, changes nothing.
 */
export function withFacts(standing: Standing, facts: readonly DecidedFact[]): Standing {
  const phases = new Map(standing.phases);
  const measurements = new Map(standing.measurements);
  const arrived = { sequence: Number.MAX_SAFE_INTEGER, recordedAt: '' };
  for (const fact of facts) {
    if (fact.kind === 'STATUS') {
      const report: StatusReport = { ...fact.report, ...arrived };
      if (report.reportedOn <= standing.day) putReport(phases, report);
    } else {
      const measurement: Measurement = { ...fact.measurement, ...arrived };
      if (measurement.reportedOn > standing.day) continue;
      const others = (measurements.get(measurement.goal) ?? []).filter(
        (each) => each.reportedOn !== measurement.reportedOn,
      );
      const sorted = [...others, measurement].sort((a, b) => (a.reportedOn < b.reportedOn ? -1 : 1));
      measurements.set(measurement.goal, sorted);
    }
  }
  return { ...standing, phases, measurements };
}

function putReport(phases: Map<PhaseCode, PhaseStanding>, report: StatusReport): void {
  const before = phases.get(report.phase);
  if (before && before.latest.reportedOn > report.reportedOn) return;
  const completedOn = report.completes ? (before?.completedOn ?? report.reportedOn) : null;
  phases.set(report.phase, { latest: report, completedOn });
}
