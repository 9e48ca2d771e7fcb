/** The lines of a check-in: which wait for an answer, and which come first. */
import { yearSpan } from '../../domain/plan.ts';
import type { PlanItem } from '../../domain/plan-items.ts';
import type { CheckInLine, CheckInState } from '../../services/read-check-in.ts';

/** Those without an answer, but for what an act took out of the plan: it needs none. */
export const waitingLines = ({ lines }: Pick<CheckInState, 'lines'>): readonly CheckInLine[] =>
  lines.filter((line) => line.answer === null && line.answerable);

export const answeredLines = ({ lines }: Pick<CheckInState, 'lines'>): readonly CheckInLine[] =>
  lines.filter((line) => line.answer !== null);

/** Those of which nobody said anything before an act took them out of the plan. */
export const goneLines = ({ lines }: Pick<CheckInState, 'lines'>): readonly CheckInLine[] =>
  lines.filter((line) => line.answer === null && !line.answerable);

/** The line as an item of the plan; undefined when the plan in force does not hold it. */
export function itemOfLine({ item, phase, goal }: CheckInLine, year: number): PlanItem | undefined {
  if (phase) {
    const { structures, start, end } = phase.phase;
    const lastReportedOn = phase.lastReport?.reportedOn ?? null;
    return { code: item, structures, figure: phase.figure, start, end, lastReportedOn, phase, goal: null };
  }
  if (!goal) return undefined;
  const lastReportedOn = goal.lastMeasurement?.reportedOn ?? null;
  const { structures } = goal.goal;
  return { code: item, structures, figure: goal.figure, ...yearSpan({ year }), lastReportedOn, phase, goal };
}

/** A line, and where it stands among all of them: greater is later. */
export type PlacedLine = { readonly line: CheckInLine; readonly place: number };

/**
 * In the order of the check-in, which was the most urgent first when it was opened: it stays while people work
 * through it, so that no row moves away under somebody's hand.
 */
export function inOrder(state: CheckInState, lines: readonly CheckInLine[]): readonly PlacedLine[] {
  return state.lines
    .map((line, place): PlacedLine => ({ line, place }))
    .filter(({ line }) => lines.includes(line));
}
