import type { DecidedFact } from './decided-fact.ts';
import type { RecordedItem } from './notice.ts';
import { findGoalFigures, findPhaseFigures, type PlanFigures } from './plan-figures.ts';
import { printRatio, type Ratio } from './ratio.ts';

const printed = (share: Ratio | null | undefined): string | null => (share ? printRatio(share) : null);

/** What an answer says of each fact: as recorded, and the goal's progress before and after. */
export function recordedItems(
  facts: readonly DecidedFact[],
  sequences: readonly number[],
  before: PlanFigures,
  after: PlanFigures,
): readonly RecordedItem[] {
  return facts.map((fact, index): RecordedItem => {
    const goal = fact.goal.code;
    const common = {
      goal,
      sequence: sequences[index] ?? 0,
      goalShare: printed(findGoalFigures(after, goal)?.figure.share),
      goalShareBefore: printed(findGoalFigures(before, goal)?.figure.share),
      said: fact.said,
    };
    if (fact.kind === 'MEASUREMENT') {
      const { reportedOn, note } = fact.measurement;
      return { ...common, kind: 'MEASUREMENT', item: goal, itemShare: common.goalShare, reportedOn, note };
    }
    const { reportedOn, note } = fact.report;
    const phase = findPhaseFigures(after, fact.phase.code);
    return {
      ...common,
      kind: 'STATUS',
      item: fact.phase.code,
      itemShare: printed(phase?.figure.share),
      reportedOn,
      note,
    };
  });
}
