import type { GoalCode, ItemCode, PhaseCode } from './codes.ts';
import type { Measurement, PhaseStanding, Standing, StatusReport } from './facts.ts';
import { type Plan, phasesOf } from './plan.ts';
import type { Said } from './standing.ts';

export type LaterStanding = {
  readonly standing: Standing;
  /** Those that stand otherwise than before. */
  readonly items: ReadonlySet<ItemCode>;
};

/**
 * What the store would load of `plan` for the same day once `said` has arrived, all of it after what `standing` knows.
 * Undefined where that cannot be told without the history: a report on an earlier day may move the day from which a
 * phase counts as completed.
 */
export function standingAfter(standing: Standing, plan: Plan, said: Said): LaterStanding | undefined {
  const { day } = standing;
  const items = new Set<ItemCode>();
  const phases = new Map(standing.phases);
  const measurements = new Map(standing.measurements);
  for (const report of said.reports) {
    if (report.reportedOn > day || !hasPhase(plan, report.phase)) continue;
    const before = phases.get(report.phase);
    if (before && report.reportedOn < before.latest.reportedOn) {
      if (before.latest.completes) return undefined;
      continue;
    }
    phases.set(report.phase, latestOf(report, before));
    items.add(report.phase);
  }
  for (const measurement of said.measurements) {
    if (measurement.reportedOn > day) continue;
    const counted = countedWith(measurement, plan, measurements.get(measurement.goal) ?? []);
    if (counted === undefined) continue;
    measurements.set(measurement.goal, counted);
    items.add(measurement.goal);
  }
  return { standing: items.size === 0 ? standing : { day, phases, measurements }, items };
}

function latestOf(report: StatusReport, before: PhaseStanding | undefined): PhaseStanding {
  if (!report.completes) return { latest: report, completedOn: null };
  return { latest: report, completedOn: before?.completedOn ?? report.reportedOn };
}

/** Undefined where it makes no difference. */
function countedWith(
  measurement: Measurement,
  plan: Plan,
  before: readonly Measurement[],
): readonly Measurement[] | undefined {
  const counting = countingOf(plan, measurement.goal);
  if (counting === null) return undefined;
  const { reportedOn } = measurement;
  if (counting === 'LATEST') {
    const last = before.at(-1);
    return last && reportedOn < last.reportedOn ? undefined : [measurement];
  }
  const others = before.filter((each) => each.reportedOn !== reportedOn);
  return [...others, measurement].sort((a, b) => (a.reportedOn < b.reportedOn ? -1 : 1));
}

const hasPhase = (plan: Plan, code: PhaseCode): boolean =>
  plan.baselines.some(({ goals }) => goals.some((goal) => phasesOf(goal).some((each) => each.code === code)));

/** Every day where some baseline adds the figures up; null where none measures the goal by figures. */
function countingOf(plan: Plan, code: GoalCode): 'LATEST' | 'DAILY' | null {
  const goals = plan.baselines
    .flatMap((baseline) => baseline.goals)
    .filter((goal) => goal.code === code && goal.measuredBy === 'FIGURES');
  if (goals.length === 0) return null;
  return goals.some(({ indicator }) => indicator.accumulation === 'SUM') ? 'DAILY' : 'LATEST';
}
