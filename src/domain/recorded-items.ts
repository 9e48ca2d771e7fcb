import { type GoalCode, goalOfPhase } from './codes.ts';
import type { IsoDate } from './dates.ts';
import type { DecidedFact } from './decided-fact.ts';
import type { Measurement, Provenance, StatusReport } from './facts.ts';
import type { RecordedItem } from './notice.ts';
import {
  findGoalFigures,
  findPhaseFigures,
  type GoalFigures,
  type PhaseFigures,
  type PlanFigures,
} from './plan-figures.ts';
import { printRatio, type Ratio } from './ratio.ts';
import { saidOfMeasurement, saidOfReport } from './said.ts';

const printed = (share: Ratio | null | undefined): string | null => (share ? printRatio(share) : null);

/** Figures before and after what is told of; null where nobody wants to be told of progress. */
export type Progressed = { readonly before: PlanFigures; readonly after: PlanFigures };

/** What an answer says of each fact: as recorded, and the goal's progress before and after. */
export function recordedItems(
  facts: readonly DecidedFact[],
  sequences: readonly number[],
  progressed: Progressed | null,
): readonly RecordedItem[] {
  const goalIn = (figures: PlanFigures | undefined, goal: GoalCode) =>
    figures && findGoalFigures(figures, goal);
  return facts.map((fact, index): RecordedItem => {
    const goal = fact.goal.code;
    const common = {
      goal,
      sequence: sequences[index] ?? 0,
      goalShare: printed(goalIn(progressed?.after, goal)?.figure.share),
      goalShareBefore: printed(goalIn(progressed?.before, goal)?.figure.share),
      said: fact.said,
    };
    const { reportedOn, note, evidence } = fact.kind === 'STATUS' ? fact.report : fact.measurement;
    if (fact.kind === 'MEASUREMENT') {
      const standing = standingMeasurement(goalIn(progressed?.after, goal), reportedOn);
      const itemShare = common.goalShare;
      return { ...common, kind: 'MEASUREMENT', item: goal, itemShare, reportedOn, note, evidence, standing };
    }
    const phase = progressed ? findPhaseFigures(progressed.after, fact.phase.code) : undefined;
    return {
      ...common,
      kind: 'STATUS',
      item: fact.phase.code,
      itemShare: printed(phase?.figure.share),
      reportedOn,
      note,
      evidence,
      standing: standingReport(phase, reportedOn),
    };
  });
}

/** The report of a later day that counts in the place of one of `day`. */
function standingReport(each: PhaseFigures | undefined, day: IsoDate): RecordedItem['standing'] {
  const last = each?.lastReport;
  if (!each || !last || last.reportedOn <= day) return null;
  return { said: saidOfReport(last, each.phase), reportedOn: last.reportedOn };
}

function standingMeasurement(each: GoalFigures | undefined, day: IsoDate): RecordedItem['standing'] {
  const last = each?.lastMeasurement;
  const replaced = each?.goal.indicator.accumulation === 'LATEST' && last && last.reportedOn > day;
  return replaced
    ? { said: saidOfMeasurement(last, each.goal.indicator), reportedOn: last.reportedOn }
    : null;
}

/** The same of facts that were recorded earlier, with the figures of now; what they were before is not known. */
export function recordedBefore(
  reports: readonly StatusReport[],
  measurements: readonly Measurement[],
  now: PlanFigures,
): readonly RecordedItem[] {
  return [
    ...reports.map((report): RecordedItem => {
      const each = findPhaseFigures(now, report.phase);
      const goal = goalOfPhase(report.phase);
      return {
        ...earlier(report, goal, now),
        kind: 'STATUS',
        item: report.phase,
        itemShare: printed(each?.figure.share),
        said: saidOfReport(report, each?.phase ?? { units: null }),
        standing: standingReport(each, report.reportedOn),
      };
    }),
    ...measurements.map((measurement): RecordedItem => {
      const goal = findGoalFigures(now, measurement.goal);
      return {
        ...earlier(measurement, measurement.goal, now),
        kind: 'MEASUREMENT',
        item: measurement.goal,
        itemShare: printed(goal?.figure.share),
        said: saidOfMeasurement(measurement, goal?.goal.indicator ?? { unit: '' }),
        standing: standingMeasurement(goal, measurement.reportedOn),
      };
    }),
  ];
}

function earlier({ sequence, reportedOn, note, evidence }: Provenance, goal: GoalCode, now: PlanFigures) {
  const goalShare = printed(findGoalFigures(now, goal)?.figure.share);
  return { sequence, reportedOn, note, evidence, goal, goalShare, goalShareBefore: null };
}
