/**
 * What is still to be sent for a check-in: its own message where it waits for the person's hours, the one reminder,
 * and what a snooze asked for in its place. Nothing more follows after that.
 */
import {
  type CheckIn,
  type CheckInProgress,
  checkInId,
  closedSince,
  isSnoozed,
  progressOf,
  waitsToAsk,
} from './check-in.ts';
import { addDays, dayInRome, daysBetween, type IsoDate } from './dates.ts';
import type { Person } from './directory.ts';
import { nextMoment, type Reach, startOfDay } from './person-hours.ts';
import { accepted, type Result, refused } from './refusal.ts';

type Owed = NonNullable<CheckInProgress['owed']>;

const owedAt = (kind: Owed['kind'], at: Date): Owed => ({ kind, at: at.toISOString() });

/**
 * The one reminder of a check-in that was asked on `askedOn`; null when it would come after the close.
 * @param remindAfterDays null where none falls due by itself
 */
export function reminderOf(
  askedOn: IsoDate,
  { closesOn }: Pick<CheckIn, 'closesOn'>,
  remindAfterDays: number | null,
  reach: Reach,
): Owed | null {
  if (remindAfterDays === null) return null;
  const at = nextMoment(startOfDay(addDays(askedOn, remindAfterDays), reach), closesOn, reach);
  return at === null ? null : owedAt('REMINDER', at);
}

export type OwedSetting = {
  readonly now: Date;
  /** The day in Rome, or the simulated one. */
  readonly today: IsoDate;
  /** Whether anything of the check-in that is still the person's to answer has no answer. */
  readonly unanswered: boolean;
  /** Of the same person, what was asked before and not closed since. */
  readonly earlier: readonly CheckIn[];
  /** Null when the person has left the directory. */
  readonly reach: Reach | null;
  /** Of a question that is put now; null where no reminder of it falls due by itself. */
  readonly remindAfterDays: number | null;
};

export type OwedDecision =
  | {
      readonly kind: 'SEND';
      readonly message: 'CHECK_IN' | 'SNOOZE' | 'REMINDER';
      readonly progress: CheckInProgress;
      /** Earlier ones, whose place a new question takes. */
      readonly replaced: readonly CheckIn[];
    }
  /** Not now: later, or never. */
  | { readonly kind: 'PUT_OFF'; readonly progress: CheckInProgress }
  /** Its day passed unasked, by an absence or while nothing ran: it is asked by another check-in, at `at`. */
  | { readonly kind: 'MOVE'; readonly at: Date }
  /** It could not even be asked: it ends without a word. */
  | { readonly kind: 'CLOSE' };

/** What becomes of the message that is owed; null while there is none, or not yet. */
export function decideOwed(checkIn: CheckIn, setting: OwedSetting): OwedDecision | null {
  const { owed } = checkIn;
  if (owed === null || new Date(owed.at) > setting.now) return null;
  const snoozed = setting.earlier.filter((each) => isSnoozed(each, setting.today));
  // What was put off since the question began to wait is not asked anew by it.
  if (waitsToAsk(checkIn) && snoozed.length > 0) return dropped(checkIn);
  const at = momentFor(checkIn, setting.now, setting);
  if (at === null) {
    const another = anotherDayFor(checkIn, setting.now, setting);
    return another === null ? dropped(checkIn) : { kind: 'MOVE', at: another };
  }
  if (at > setting.now) return putOff(checkIn, owedAt(owed.kind, at));
  return { kind: 'SEND', ...sent(checkIn, owed.kind, setting) };
}

/**
 * When it may be sent, not before `from`; null when it serves no more. The question itself is put on its day alone:
 * who is asked on another day is asked by another check-in.
 */
const momentFor = (checkIn: CheckIn, from: Date, setting: Serving): Date | null =>
  momentUntil(waitsToAsk(checkIn) ? checkIn.openedOn : checkIn.closesOn, checkIn, from, setting);

/** When what could not be asked on its day can be, while it would have taken answers. */
const anotherDayFor = (checkIn: CheckIn, from: Date, setting: Serving): Date | null =>
  waitsToAsk(checkIn) ? momentUntil(checkIn.closesOn, checkIn, from, setting) : null;

type Serving = Pick<OwedSetting, 'today' | 'unanswered' | 'reach'>;

function momentUntil(
  until: IsoDate,
  checkIn: CheckIn,
  from: Date,
  { today, unanswered, reach }: Serving,
): Date | null {
  if (reach === null || !unanswered || checkIn.skipped !== null) return null;
  if (closedSince(checkIn, today) !== null) return null;
  return nextMoment(from, until, reach);
}

type NotSent = Extract<OwedDecision, { kind: 'PUT_OFF' | 'CLOSE' }>;

const dropped = (checkIn: CheckIn): NotSent =>
  waitsToAsk(checkIn) ? { kind: 'CLOSE' } : putOff(checkIn, null);

const putOff = (checkIn: CheckIn, owed: Owed | null): NotSent => ({
  kind: 'PUT_OFF',
  progress: { ...progressOf(checkIn), owed },
});

function sent(
  checkIn: CheckIn,
  kind: Owed['kind'],
  { now, today, earlier, reach, remindAfterDays }: OwedSetting,
): Omit<Extract<OwedDecision, { kind: 'SEND' }>, 'kind'> {
  if (kind === 'ASK') {
    const owed = reach && reminderOf(today, checkIn, remindAfterDays, reach);
    return { message: 'CHECK_IN', progress: { ...progressOf(checkIn), owed }, replaced: earlier };
  }
  const message = kind === 'AGAIN' ? 'SNOOZE' : 'REMINDER';
  const progress = { ...progressOf(checkIn), owed: null, remindedAt: now.toISOString() };
  return { message, progress, replaced: [] };
}

/**
 * Owes the check-in its one reminder, at the person's next reachable moment: at a slot that reminds. Who was asked
 * today is reminded tomorrow at the earliest. Null for what gets none: answered, closed, skipped, put off, reminded
 * before, owing another message, or of somebody who cannot be reached before the close.
 * @param setting.plannedAt the slot's own instant: what can be sent now is owed since then, so that it tells that it
 * comes late; what waits for the person's hours does not
 */
export function remind(
  checkIn: CheckIn,
  { now, plannedAt, ...setting }: Serving & Pick<OwedSetting, 'now'> & { readonly plannedAt: Date },
): CheckInProgress | null {
  if (checkIn.owed !== null || checkIn.remindedAt !== null || setting.reach === null) return null;
  const tomorrow = startOfDay(addDays(setting.today, 1), setting.reach);
  const at = momentFor(checkIn, checkIn.openedOn < setting.today ? now : tomorrow, setting);
  if (at === null) return null;
  // Asked on the slot's day or after it, it was due from the day after.
  const isSince = at.getTime() === now.getTime() && checkIn.openedOn < dayInRome(plannedAt);
  return { ...progressOf(checkIn), owed: owedAt('REMINDER', isSince ? plannedAt : at) };
}

/** A reminder that is sent within these minutes of its moment is on time, as a slot is. */
const MINUTES_OF_GRACE = 10;

/** The instant for which the reminder was planned that is sent `now`; null of one that is on time, and of all else. */
export function lateSince({ owed }: Pick<CheckIn, 'owed'>, now: Date): string | null {
  if (owed?.kind !== 'REMINDER') return null;
  return now.getTime() - Date.parse(owed.at) > MINUTES_OF_GRACE * 60_000 ? owed.at : null;
}

/** The check-in that asks on another day what `checkIn` could not ask on its own; it is open as long. */
export function movedCheckIn(checkIn: CheckIn, planYear: number, person: Person, at: Date): CheckIn {
  const openedOn = dayInRome(at);
  return {
    ...checkIn,
    id: checkInId(planYear, openedOn, person),
    openedOn,
    closesOn: addDays(openedOn, daysBetween(checkIn.openedOn, checkIn.closesOn)),
    owed: owedAt('ASK', at),
  };
}

/** The same of a message that is not due yet, once the person's settings are others; null when it can stay. */
export function owedUnderNewSettings(
  checkIn: CheckIn,
  { now, today, reach }: { readonly now: Date; readonly today: IsoDate; readonly reach: Reach },
): NotSent | null {
  const { owed } = checkIn;
  if (owed === null) return null;
  const from = new Date(Math.max(Date.parse(owed.at), now.getTime()));
  const setting = { today, unanswered: true, reach };
  const at = momentFor(checkIn, from, setting);
  if (at === null) {
    // When its time comes it is moved to another day, if there is one by then.
    return anotherDayFor(checkIn, from, setting) === null ? dropped(checkIn) : null;
  }
  return at.getTime() === Date.parse(owed.at) ? null : putOff(checkIn, owedAt(owed.kind, at));
}

export type SnoozeUntil =
  /** Positive. */
  { readonly kind: 'HOURS'; readonly hours: number } | { readonly kind: 'DAY'; readonly day: IsoDate };

/**
 * Puts the check-in off, within the person's hours. It takes the reminder's place: what comes at the end of a snooze
 * is the last message unless it is snoozed again. What waits to be asked goes on waiting. Refused: DATE_IN_PAST,
 * SNOOZE_AFTER_CLOSE.
 */
export function snooze(
  checkIn: CheckIn,
  until: SnoozeUntil,
  { now, today, reach }: { readonly now: Date; readonly today: IsoDate; readonly reach: Reach },
): Result<CheckInProgress> {
  if (until.kind === 'DAY' && until.day <= today) {
    return refused({ code: 'DATE_IN_PAST', given: until.day, today });
  }
  const from =
    until.kind === 'HOURS' ? new Date(now.getTime() + until.hours * 3_600_000) : startOfDay(until.day, reach);
  const at = nextMoment(from, checkIn.closesOn, reach);
  if (at === null) {
    const given = until.kind === 'DAY' ? until.day : dayInRome(from);
    return refused({ code: 'SNOOZE_AFTER_CLOSE', given, closesOn: checkIn.closesOn });
  }
  const owed = waitsToAsk(checkIn) ? checkIn.owed : owedAt('AGAIN', at);
  return accepted({ ...progressOf(checkIn), owed, skipped: null });
}

/** Leaves it out this time: nothing follows. One that waits to be asked ends when its time comes. */
export const skip = (checkIn: CheckIn, on: IsoDate, because: string): CheckInProgress => ({
  ...progressOf(checkIn),
  owed: waitsToAsk(checkIn) ? checkIn.owed : null,
  skipped: { on, because },
});
