/** What was said last of an item, and whether it can be said again. */
import type { IsoDate } from './dates.ts';
import type { Measurement, Standing, StatusReport } from './facts.ts';
import type { Said } from './notice.ts';
import type { Indicator } from './plan.ts';
import type { GoalFigures, PhaseFigures } from './plan-figures.ts';
import type { Item } from './resolve.ts';
import { lastSaidOfGoal, lastSaidOfPhase, saidOfMeasurement, saidOfReport } from './said.ts';

export type LastSaid = {
  readonly said: Said;
  readonly reportedOn: IsoDate;
  /** Of the report or measurement: by it an older button or form is told from a newer. */
  readonly sequence: number;
};

/** An item with its figures, whether of a plan or of a check-in: exactly one of the two. */
type ItemFigures = { readonly phase: PhaseFigures | null; readonly goal: GoalFigures | null };

export function lastSaidOf({ phase, goal }: ItemFigures): LastSaid | null {
  const last = phase?.lastReport ?? goal?.lastMeasurement ?? null;
  const said = phase ? lastSaidOfPhase(phase) : goal ? lastSaidOfGoal(goal) : null;
  return last === null || said === null ? null : lastSaid(last, said);
}

/** The same of an item whose figures were not assessed. */
export function lastSaidIn({ phases, measurements }: Standing, item: Item): LastSaid | null {
  if (item.kind === 'PHASE') {
    const latest = phases.get(item.phase.code)?.latest;
    return latest ? lastSaid(latest, saidOfReport(latest, item.phase)) : null;
  }
  const latest = measurements.get(item.goal.code)?.at(-1);
  return latest ? lastSaid(latest, saidOfMeasurement(latest, item.goal.indicator)) : null;
}

const lastSaid = ({ reportedOn, sequence }: StatusReport | Measurement, said: Said): LastSaid => ({
  said,
  reportedOn,
  sequence,
});

/** {@link LastSaid.sequence}, or 0 where nothing was said. */
export const lastSequenceOf = (item: ItemFigures): number => lastSaidOf(item)?.sequence ?? 0;

/** Whether “unchanged” can be said of the item. */
export const canRepeat = (item: ItemFigures): boolean =>
  lastSaidOf(item) !== null && (item.goal === null || takesAgain(item.goal.goal.indicator));

/** Of an indicator that sums its figures the last one said again would count twice. */
export const takesAgain = ({ accumulation }: Pick<Indicator, 'accumulation'>): boolean =>
  accumulation !== 'SUM';
