/** A check-in: one message to one person, listing what that person answers for. */
import type { ItemCode } from './codes.ts';
import type { IsoDate } from './dates.ts';
import type { Person } from './directory.ts';

export type CheckIn = {
  readonly id: string;
  /** Key of the person asked. */
  readonly person: string;
  /** The day on which the person is asked; it lies ahead while the question waits for their hours. */
  readonly openedOn: IsoDate;
  /** The last day on which it can be answered. */
  readonly closesOn: IsoDate;
  /**
   * The day it was closed before its time, because a newer one took its place or it could not even be asked; null
   * while it was not.
   */
  readonly closedOn: IsoDate | null;
  /** The plan's last sequence when it was opened: what was said of an item after it is its answer. */
  readonly openedAtSequence: number;
  readonly items: readonly ItemCode[];
} & CheckInProgress;

/** What changes of a check-in while it is open. */
export type CheckInProgress = {
  /** The next message that is owed for it, and the instant (ISO 8601 in UTC) from which; null when none follows. */
  readonly owed: { readonly kind: 'ASK' | 'AGAIN' | 'REMINDER'; readonly at: string } | null;
  /** The instant of the one reminder, or of the message that ended a snooze in its place; null before. */
  readonly remindedAt: string | null;
  /** Left out this time, by the person asked. */
  readonly skipped: { readonly on: IsoDate; readonly because: string } | null;
};

export const progressOf = ({ owed, remindedAt, skipped }: CheckInProgress): CheckInProgress => ({
  owed,
  remindedAt,
  skipped,
});

/** Whether its message waits for the person's hours: until then there is nothing in Slack to draw again. */
export const waitsToAsk = ({ owed }: Pick<CheckInProgress, 'owed'>): boolean => owed?.kind === 'ASK';

/** One check-in a person, plan and day: asking again on the same day is the same check-in. */
export const checkInId = (planYear: number, day: IsoDate, person: Person): string =>
  `${planYear}-${day}-${person.key}`;

/** Whether it takes answers, and the person asked put it off: until the end of that they are left in peace. */
export const isSnoozed = (checkIn: CheckIn, today: IsoDate): boolean =>
  checkIn.owed?.kind === 'AGAIN' && closedSince(checkIn, today) === null;

const KEY_PREFIX = 'check-in/';

/** Outbox key of the message that a check-in is: by it the message is found again in Slack. */
export const checkInKey = (id: string): string => `${KEY_PREFIX}${id}`;

/** Of a message, sent at the instant `at`, that brings it to mind once more. */
export const checkInAgainKey = (id: string, at: string): string => `check-in-again/${at}/${id}`;

/** The check-in that a message sent under `key` is, or brings to mind; undefined for any other. */
export const checkInOfKey = (key: string): string | undefined =>
  key.startsWith(KEY_PREFIX) ? key.slice(KEY_PREFIX.length) : /^check-in-again\/[^/]+\/(.+)$/.exec(key)?.[1];

/** The day on which `checkIn` stopped taking answers, or null while it takes them. */
export function closedSince(checkIn: CheckIn, today: IsoDate): IsoDate | null {
  const { closedOn, closesOn } = checkIn;
  // A newer one that closes what had passed its last day already does not make it close later.
  if (closedOn !== null) return closedOn < closesOn ? closedOn : closesOn;
  return today > closesOn ? closesOn : null;
}
