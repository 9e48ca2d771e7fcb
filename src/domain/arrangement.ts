/**
 * Who answers for what, and when they may be asked: arranged by people while the plan runs. Personal data, kept
 * apart from the plan and its history, like the directory.
 */
import type { ItemCode } from './codes.ts';
import type { IsoDate } from './dates.ts';
import type { Channel, Person } from './directory.ts';

/** Of a structure's people, the one who answers for an item in its name; several may. */
export type Assignment = { readonly item: ItemCode; readonly person: string };

/** `from` leaves an item to `to` from `startsOn` to `endsOn`, both included. */
export type Delegation = {
  readonly id: number;
  readonly item: ItemCode;
  readonly from: string;
  readonly to: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
};

/** `HH:MM`, 24 hours. */
export type TimeOfDay = string;

export type PersonSettings = {
  /** Between which hours the bot may write first; null leaves it to the person's notification schedule in Slack. */
  readonly hours: { readonly from: TimeOfDay; readonly to: TimeOfDay } | null;
  /** IANA name chosen by the person; null is Slack's. */
  readonly timeZone: string | null;
  /** As Slack last told; null until it did. */
  readonly slackTimeZone: string | null;
  /** Days of absence, both included; null while there is none. */
  readonly away: { readonly from: IsoDate; readonly until: IsoDate; readonly setBy: string } | null;
};

export const NO_SETTINGS: PersonSettings = { hours: null, timeZone: null, slackTimeZone: null, away: null };

/** Where days are days when nobody said otherwise (rule 9). */
export const HOME_TIME_ZONE = 'Europe/Rome';

export const timeZoneOf = ({ timeZone, slackTimeZone }: PersonSettings): string =>
  timeZone ?? slackTimeZone ?? HOME_TIME_ZONE;

export const isAway = ({ away }: PersonSettings, day: IsoDate): boolean =>
  away !== null && away.from <= day && day <= away.until;

export const holdsOn = ({ startsOn, endsOn }: Delegation, day: IsoDate): boolean =>
  startsOn <= day && day <= endsOn;

/** Everything arranged, as loaded for one plan. */
export type Arrangements = {
  readonly assignments: readonly Assignment[];
  /** Those not ended before their time; also past and future ones. */
  readonly delegations: readonly Delegation[];
  /** By key of the person; of whoever is missing nothing is set. */
  readonly settings: ReadonlyMap<string, PersonSettings>;
};

/** One change of them, as a commit writes it. */
export type ArrangementChange =
  | { readonly kind: 'ASSIGNED' | 'UNASSIGNED'; readonly assignment: Assignment }
  | { readonly kind: 'DELEGATED'; readonly delegation: Omit<Delegation, 'id'> }
  | { readonly kind: 'DELEGATION_ENDED'; readonly id: number }
  /** Replaces all the settings of the person, but for the time zone that Slack told of before. */
  | { readonly kind: 'SETTINGS'; readonly person: string; readonly settings: PersonSettings }
  /** Adds a person, or replaces the entry of that key. */
  | { readonly kind: 'PERSON'; readonly person: Person }
  /** Adds a channel, or replaces the one of that name. */
  | { readonly kind: 'CHANNEL'; readonly channel: Channel }
  | { readonly kind: 'CHANNEL_REMOVED'; readonly name: string };
