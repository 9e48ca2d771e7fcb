import { type Item, isAskedAbout } from '../domain/answerers.ts';
import { type CheckIn, checkInAgainKey, checkInKey, closedSince } from '../domain/check-in.ts';
import type { GoalCode, ItemCode, PhaseCode } from '../domain/codes.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Measurement, StatusReport } from '../domain/facts.ts';
import {
  findGoalFigures,
  findPhaseFigures,
  type GoalFigures,
  type PhaseFigures,
  type PlanFigures,
} from '../domain/plan-figures.ts';
import { findItem } from '../domain/resolve.ts';
import type { SentMessage } from '../store/port.ts';
import type { Context } from './context.ts';
import { loadFigures } from './load-figures.ts';

export type CheckInLine = {
  readonly item: ItemCode;
  /** Exactly one of the two. */
  readonly phase: PhaseFigures | null;
  readonly goal: GoalFigures | null;
  /** What was said of the item since the check-in was opened; null while it waits. */
  readonly answer: StatusReport | Measurement | null;
  /**
   * False once the person asked does not answer for the item any more, because it was left to somebody else or they
   * changed structure; or once an act took it out of the plan: its figures are then of the baseline that held it last.
   */
  readonly answerable: boolean;
};

export type CheckInState = {
  readonly checkIn: CheckIn;
  /** Of its plan: an answer belongs there, also when another plan has become the current one since. */
  readonly year: number;
  readonly lines: readonly CheckInLine[];
  /** Null while it takes answers. */
  readonly closedSince: IsoDate | null;
  /** The instant (ISO 8601 in UTC) at which a snooze ends; null while there is none. */
  readonly snoozedUntil: string | null;
};

/** A check-in with each item's figures of today and its answer; undefined when there is none of that id. */
export async function readCheckIn(context: Context, id: string): Promise<CheckInState | undefined> {
  const checkIn = await context.store.findCheckIn(id);
  if (!checkIn) return undefined;
  const year = await context.store.planYear(checkIn.planId);
  const loaded = await loadFigures(context, { year, asOf: null, baseline: null });
  if (!loaded.ok) return undefined;
  const { figures } = loaded.value;
  const isTheirs = await responsibilityOf(context, checkIn, figures);
  const { reports, measurements } = await context.store.listSaidSince(
    checkIn.planId,
    checkIn.openedAtSequence,
  );
  const answers = new Map<ItemCode, StatusReport | Measurement>();
  for (const report of reports) answers.set(report.phase, report);
  for (const measurement of measurements) answers.set(measurement.goal, measurement);
  const lines = await Promise.all(
    checkIn.items.map((item) => readLine(context, figures, item, answers.get(item) ?? null, isTheirs)),
  );
  return {
    checkIn,
    year,
    lines: lines.filter((line) => line !== undefined),
    closedSince: closedSince(checkIn, context.clock.today()),
    snoozedUntil: checkIn.owed?.kind === 'AGAIN' ? checkIn.owed.at : null,
  };
}

/** Whether the person asked answers for an item today. */
async function responsibilityOf(
  { store }: Context,
  { planId, person }: { readonly planId: number; readonly person: string },
  { day }: PlanFigures,
): Promise<(item: Item) => boolean> {
  const people = await store.listPeople();
  const arrangements = await store.loadArrangements(planId);
  return (item) => isAskedAbout(person, item, people, arrangements, day);
}

/** Undefined for an item that no baseline of the plan holds any more. */
async function readLine(
  context: Context,
  figures: PlanFigures,
  item: ItemCode,
  answer: CheckInLine['answer'],
  isTheirs: (item: Item) => boolean,
): Promise<CheckInLine | undefined> {
  const current = findItemFigures(figures, item);
  if (current) {
    const structures = (current.phase?.phase ?? current.goal?.goal)?.structures ?? [];
    return { item, ...current, answer, answerable: isTheirs({ code: item, structures }) };
  }
  const { year, baselines } = figures.plan;
  const holder = baselines.findLast((baseline) => findItem(baseline, item) !== undefined);
  if (!holder) return undefined;
  const loaded = await loadFigures(context, { year, asOf: null, baseline: holder.number });
  const former = loaded.ok ? findItemFigures(loaded.value.figures, item) : undefined;
  return former && { item, ...former, answer, answerable: false };
}

function findItemFigures(
  figures: PlanFigures,
  item: ItemCode,
): Pick<CheckInLine, 'phase' | 'goal'> | undefined {
  const phase = findPhaseFigures(figures, item as PhaseCode) ?? null;
  const goal = phase ? null : (findGoalFigures(figures, item as GoalCode) ?? null);
  return phase || goal ? { phase, goal } : undefined;
}

/** Whether anything that can be answered still waits for it. */
export const isUnanswered = ({ lines }: CheckInState): boolean =>
  lines.some(({ answerable, answer }) => answerable && answer === null);

/** Where the message of a check-in stands in Slack; undefined until it is sent. */
export const checkInMessageOf = (context: Context, id: string): Promise<SentMessage | undefined> =>
  context.store.findSentByKey(checkInKey(id));

/** Where the message stands in Slack that brought it to mind at the instant `at`; undefined before it was sent. */
export const checkInAgainMessageOf = (
  context: Context,
  id: string,
  at: string,
): Promise<SentMessage | undefined> => context.store.findSentByKey(checkInAgainKey(id, at));
