/**
 * What the product has to tell somebody, as data: kept in the outbox with the fact that caused it, and turned
 * into blocks only when it is sent. Everything in it survives JSON.
 */
import type { GoalCode, ItemCode, StructureCode } from './codes.ts';
import type { IsoDate } from './dates.ts';
import type { Refusal } from './refusal.ts';

/** Where a message goes; messages to one destination keep their order. */
export type Destination =
  | { readonly kind: 'PERSON'; readonly person: string }
  /** A channel of the directory, by name. */
  | { readonly kind: 'CHANNEL'; readonly name: string }
  /**
   * A conversation that Slack named in an event; `threadTs` answers inside a thread. `team` is Slack's id of the
   * workspace; absent where there is but one.
   */
  | {
      readonly kind: 'CONVERSATION';
      readonly channel: string;
      readonly threadTs: string | null;
      readonly team?: string;
    };

/** One answer of a reply, as recorded: percentages and shares as `n/d` (see `printRatio`). */
export type RecordedItem = {
  readonly item: ItemCode;
  readonly goal: GoalCode;
  readonly sequence: number;
  readonly kind: 'STATUS' | 'MEASUREMENT';
  readonly reportedOn: IsoDate;
  readonly itemShare: string | null;
  readonly goalShare: string | null;
  readonly goalShareBefore: string | null;
  readonly said: Said;
  readonly note: string | null;
  readonly evidence: string | null;
  /** What counts instead, because it speaks of a later day; null when this does. */
  readonly standing: { readonly said: Said; readonly reportedOn: IsoDate } | null;
};

/** The words of a report, without its provenance. */
export type Said =
  | { readonly kind: 'PERCENT'; readonly percentBps: number }
  | { readonly kind: 'UNITS'; readonly units: number; readonly target: number; readonly unit: string }
  | {
      readonly kind: 'BLOCKED';
      readonly because: string;
      readonly percentBps: number | null;
      readonly units: number | null;
    }
  | { readonly kind: 'RATIO'; readonly numerator: string; readonly denominator: string }
  | { readonly kind: 'VALUE'; readonly value: string; readonly unit: string };

/** One line of a reply that was not taken. */
export type RefusedLine = { readonly line: string; readonly refusal: Refusal };

/** Why a line of a reply can be read in several ways. */
export type AmbiguityReason = 'WHICH_ITEM' | 'WHICH_PHASE' | 'WHICH_NUMBER' | 'WHICH_FIGURE' | 'WHICH_CODE';

/** A reply of which nothing is recorded until one reading of a line is chosen. */
export type AskedBack = {
  readonly kind: 'ASK_BACK';
  /** Key of the person who may choose. */
  readonly person: string;
  readonly lines: readonly string[];
  /** The line in question. */
  readonly index: number;
  readonly reason: AmbiguityReason;
  /** What may stand in its place; each may be several lines. */
  readonly choices: readonly string[];
  /** The check-in that the reply answers, if any. */
  readonly checkInId: string | null;
};

export type Notice =
  /** To whom items were delegated; `from` is the key of who did. */
  | {
      readonly kind: 'DELEGATED';
      readonly items: readonly ItemCode[];
      readonly from: string;
      readonly startsOn: IsoDate;
      readonly endsOn: IsoDate;
    }
  | AskedBack
  /** A message that was recorded was edited: its lines as they are now, to be recorded if the person says so. */
  | {
      readonly kind: 'CORRECTION_OFFERED';
      readonly person: string;
      readonly lines: readonly string[];
      readonly checkInId: string | null;
    }
  /** A message that was recorded was deleted: what was recorded stays. */
  | { readonly kind: 'KEPT_AFTER_DELETION'; readonly items: readonly ItemCode[] }
  /** `late` is the instant for which it was planned, of one that comes late. */
  | { readonly kind: 'CHECK_IN'; readonly checkInId: string; readonly late?: string }
  /** The check-in is brought to mind once more: because a snooze ended, or as the one reminder. */
  | {
      readonly kind: 'CHECK_IN_AGAIN';
      readonly checkInId: string;
      readonly because: 'SNOOZE' | 'REMINDER';
      /** The instant for which it was planned, of a reminder that comes late. */
      readonly late?: string;
    }
  /** The message of that check-in is drawn again, with what has been answered since. */
  | {
      readonly kind: 'CHECK_IN_REFRESH';
      readonly checkInId: string;
      /** Not its own message but the one that brought it to mind at that instant. */
      readonly again?: string;
    }
  | { readonly kind: 'RECORDED'; readonly items: readonly RecordedItem[] }
  | { readonly kind: 'REFUSED'; readonly lines: readonly RefusedLine[] }
  /** A goal or a phase that somebody mentioned, as it stands when this is sent. */
  | { readonly kind: 'ITEM_CARD'; readonly item: ItemCode }
  | { readonly kind: 'STRUCTURE_SUMMARY'; readonly structure: StructureCode; readonly summaryId: string }
  | { readonly kind: 'PLAN_SUMMARY'; readonly summaryId: string }
  /** To who heads the structure: what its people were asked and reminded of and did not answer. */
  | {
      readonly kind: 'ESCALATION';
      readonly structure: StructureCode;
      readonly day: IsoDate;
      readonly unanswered: readonly Unanswered[];
      /** The instant for which it was planned, of one that comes late. */
      readonly late: string | null;
    };

/** Of one person, by key; `askedOn` is the day of the first check-in that is still without an answer. */
export type Unanswered = {
  readonly person: string;
  readonly askedOn: IsoDate;
  readonly items: readonly ItemCode[];
};
