import { type CheckIn, checkInKey, checkInOfKey, closedSince } from '../domain/check-in.ts';
import type { GoalCode, ItemCode, PhaseCode } from '../domain/codes.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Measurement, StatusReport } from '../domain/facts.ts';
import type { GoalFigures, PhaseFigures } from '../domain/plan-figures.ts';
import { findGoalFigures, findPhaseFigures } from '../domain/plan-figures.ts';
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
};

export type CheckInState = {
  readonly checkIn: CheckIn;
  /** Of its plan: an answer belongs there, also when another plan has become the current one since. */
  readonly year: number;
  readonly lines: readonly CheckInLine[];
  /** Null while it takes answers. */
  readonly closedSince: IsoDate | null;
};

/** A check-in with each item's figures of today and its answer; undefined when there is none of that id. */
export async function readCheckIn(context: Context, id: string): Promise<CheckInState | undefined> {
  const checkIn = await context.store.findCheckIn(id);
  if (!checkIn) return undefined;
  const year = await context.store.planYear(checkIn.planId);
  const loaded = await loadFigures(context, { year, asOf: null, baseline: null });
  if (!loaded.ok) return undefined;
  const { figures } = loaded.value;
  const { reports, measurements } = await context.store.listSaidSince(
    checkIn.planId,
    checkIn.openedAtSequence,
  );
  const answers = new Map<ItemCode, StatusReport | Measurement>();
  for (const report of reports) answers.set(report.phase, report);
  for (const measurement of measurements) answers.set(measurement.goal, measurement);
  const lines = checkIn.items.flatMap((item): CheckInLine[] => {
    const phase = findPhaseFigures(figures, item as PhaseCode) ?? null;
    const goal = phase ? null : (findGoalFigures(figures, item as GoalCode) ?? null);
    return phase || goal ? [{ item, phase, goal, answer: answers.get(item) ?? null }] : [];
  });
  return { checkIn, year, lines, closedSince: closedSince(checkIn, context.clock.today()) };
}

/** The check-in whose message stands at `ts` in `channel`, or undefined. */
export async function findCheckInByMessage(
  context: Context,
  channel: string,
  ts: string,
): Promise<CheckInState | undefined> {
  const sent = await context.store.findSentByMessage(channel, ts);
  const id = sent ? checkInOfKey(sent.key) : undefined;
  return id === undefined ? undefined : readCheckIn(context, id);
}

/** Where the message of a check-in stands in Slack; undefined until it is sent. */
export const checkInMessageOf = (context: Context, id: string): Promise<SentMessage | undefined> =>
  context.store.findSentByKey(checkInKey(id));
