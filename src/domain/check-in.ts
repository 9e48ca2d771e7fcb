/** A check-in: one message to one person, listing what that person's structures answer for. */
import type { ItemCode } from './codes.ts';
import type { IsoDate } from './dates.ts';

export type CheckIn = {
  readonly id: string;
  /** Key of the person asked. */
  readonly person: string;
  readonly openedOn: IsoDate;
  /** The last day on which it can be answered. */
  readonly closesOn: IsoDate;
  /** The day it was closed before its time, because a newer one took its place; null while it was not. */
  readonly closedOn: IsoDate | null;
  /** The plan's last sequence when it was opened: what was said of an item after it is its answer. */
  readonly openedAtSequence: number;
  readonly items: readonly ItemCode[];
};

/** The day on which `checkIn` stopped taking answers, or null while it takes them. */
export function closedSince(checkIn: CheckIn, today: IsoDate): IsoDate | null {
  if (checkIn.closedOn !== null) return checkIn.closedOn;
  return today > checkIn.closesOn ? checkIn.closesOn : null;
}
