/** The lines of a check-in: which come first, and what was said last of each. */
import type { IsoDate } from '../../domain/dates.ts';
import type { Said } from '../../domain/notice.ts';
import { yearSpan } from '../../domain/plan.ts';
import { type PlanItem, URGENCIES, urgencyOf } from '../../domain/plan-items.ts';
import { lastSaidOfGoal, lastSaidOfPhase } from '../../domain/said.ts';
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

/** A line, and where it stands in the order of urgency: greater is later. */
export type PlacedLine = { readonly line: CheckInLine; readonly place: number };

/** Room for the lines of one urgency in a place. */
const LINES_A_RANK = 10_000;

/**
 * Most urgent first, within one urgency in the order of the plan. What is due soon is counted from the day of
 * asking: the order stays while people work through it.
 */
export function byUrgency(state: CheckInState, lines: readonly CheckInLine[]): readonly PlacedLine[] {
  const positions = new Map(state.lines.map((line, position) => [line, position]));
  return lines
    .map((line): PlacedLine => {
      const item = itemOfLine(line, state.year);
      const rank = item ? URGENCIES.indexOf(urgencyOf(item, state.checkIn.openedOn)) : URGENCIES.length;
      return { line, place: rank * LINES_A_RANK + (positions.get(line) ?? 0) };
    })
    .sort((a, b) => a.place - b.place);
}

export type LastSaid = {
  readonly said: Said;
  readonly reportedOn: IsoDate;
  /** Of the report or measurement: by it an older button or form is told from a newer. */
  readonly sequence: number;
};

export function lastSaidOf({ phase, goal }: CheckInLine): LastSaid | null {
  const last = phase?.lastReport ?? goal?.lastMeasurement ?? null;
  const said = phase ? lastSaidOfPhase(phase) : goal ? lastSaidOfGoal(goal) : null;
  return last === null || said === null
    ? null
    : { said, reportedOn: last.reportedOn, sequence: last.sequence };
}

/** {@link LastSaid.sequence}, or 0 where nothing was said. */
export const lastSequenceOf = (line: CheckInLine): number => lastSaidOf(line)?.sequence ?? 0;

/**
 * Whether “unchanged” can be said of the line. Of an indicator that sums its figures the last one said again would
 * count twice.
 */
export const canRepeat = (line: CheckInLine): boolean =>
  lastSaidOf(line) !== null && line.goal?.goal.indicator.accumulation !== 'SUM';
