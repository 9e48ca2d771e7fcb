/**
 * What is still to be sent for a check-in: its own message where it waits for the person's hours, the one reminder,
 * and what a snooze asked for in its place. Nothing more follows after that.
 */
import {
  type CheckIn,
  type CheckInProgress,
  closedSince,
  isSnoozed,
  progressOf,
  waitsToAsk,
} from './check-in.ts';
import { addDays, dayInRome, type IsoDate } from './dates.ts';
import { nextMoment, type Reach, startOfDay } from './person-hours.ts';
import { accepted, type Result, refused } from './refusal.ts';

type Owed = NonNullable<CheckInProgress['owed']>;

const owedAt = (kind: Owed['kind'], at: Date): Owed => ({ kind, at: at.toISOString() });

/** The one reminder of a check-in that was asked on `askedOn`; null when it would come after the close. */
export function reminderOf(
  askedOn: IsoDate,
  { closesOn }: Pick<CheckIn, 'closesOn'>,
  remindAfterDays: number,
  reach: Reach,
): Owed | null {
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
  readonly remindAfterDays: number;
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
  if (at === null) return dropped(checkIn);
  if (at > setting.now) return putOff(checkIn, owedAt(owed.kind, at));
  return { kind: 'SEND', ...sent(checkIn, owed.kind, setting) };
}

/**
 * When it may be sent, not before `from`; null when it serves no more. The question itself is put on its day or not
 * at all: who is asked on another day is asked by another check-in.
 */
function momentFor(
  checkIn: CheckIn,
  from: Date,
  { today, unanswered, reach }: Pick<OwedSetting, 'today' | 'unanswered' | 'reach'>,
): Date | null {
  if (reach === null || !unanswered || checkIn.skipped !== null) return null;
  if (closedSince(checkIn, today) !== null) return null;
  return nextMoment(from, waitsToAsk(checkIn) ? checkIn.openedOn : checkIn.closesOn, reach);
}

type NotSent = Exclude<OwedDecision, { kind: 'SEND' }>;

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

/** The same of a message that is not due yet, once the person's settings are others; null when it can stay. */
export function owedUnderNewSettings(
  checkIn: CheckIn,
  { now, today, reach }: { readonly now: Date; readonly today: IsoDate; readonly reach: Reach },
): NotSent | null {
  const { owed } = checkIn;
  if (owed === null) return null;
  const from = new Date(Math.max(Date.parse(owed.at), now.getTime()));
  const at = momentFor(checkIn, from, { today, unanswered: true, reach });
  if (at === null) return dropped(checkIn);
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
