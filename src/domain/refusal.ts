/**
 * What the product refuses, expected and by name. An edge turns a refusal into its own answer in the user's
 * language, saying what is accepted; anything that is not one of these is a bug and propagates.
 */
import type { ActorRole, Permission } from './actor.ts';
import type { KeyScope } from './api-key.ts';
import type { GoalCode, ItemCode, PhaseCode, StructureCode } from './codes.ts';
import type { IsoDate } from './dates.ts';
import type { Change } from './plan.ts';
import type { PlanSlotKind, Recurrence } from './schedule/schedule.ts';

export type Refusal =
  | { readonly code: 'NO_PLAN'; readonly year: number | null; readonly years: readonly number[] }
  | { readonly code: 'NO_BASELINE'; readonly given: number; readonly known: readonly number[] }
  | { readonly code: 'UNKNOWN_CODE'; readonly given: string; readonly near: readonly string[] }
  | {
      readonly code: 'NOT_IN_BASELINE';
      readonly item: string;
      readonly baseline: number;
      readonly change: Change | null;
      /** The latest baseline that holds it. */
      readonly readableIn: number;
    }
  | { readonly code: 'NOT_A_PHASE'; readonly goal: GoalCode; readonly phases: readonly PhaseCode[] }
  /** The other way round: `goal` is whose phase it is. */
  | { readonly code: 'NOT_A_GOAL'; readonly phase: PhaseCode; readonly goal: GoalCode }
  /** Reports were asked of a goal that has none, and never will. */
  | { readonly code: 'MEASURED_BY_FIGURES'; readonly goal: GoalCode }
  | { readonly code: 'NOT_MEASURED_BY_FIGURES'; readonly item: string; readonly goals: readonly GoalCode[] }
  | { readonly code: 'NOT_YOURS'; readonly item: ItemCode; readonly structures: readonly StructureCode[] }
  | { readonly code: 'ROLE_MAY_NOT'; readonly role: ActorRole; readonly permission: Permission }
  /** `contacts`: names of those who can let somebody in. */
  | { readonly code: 'UNKNOWN_PERSON'; readonly given: string; readonly contacts: readonly string[] }
  | { readonly code: 'NOTHING_SAID'; readonly item: string | null }
  | { readonly code: 'BLOCK_REASON_MISSING'; readonly item: string }
  | { readonly code: 'NOT_UNDERSTOOD'; readonly given: string }
  /** A figure of nothing in particular; `example` is a line that has its code. */
  | { readonly code: 'MISSING_CODE'; readonly given: string; readonly example: string }
  | { readonly code: 'SEVERAL_FIGURES'; readonly given: string; readonly figures: readonly string[] }
  | { readonly code: 'ONE_FIGURE_EXPECTED' }
  | { readonly code: 'NUMBER_INVALID'; readonly given: string }
  /** Thousands in one language, decimals in the other. */
  | { readonly code: 'NUMBER_DOUBTFUL'; readonly given: string }
  | { readonly code: 'PERCENT_OUT_OF_RANGE'; readonly given: string }
  | { readonly code: 'PERCENT_TOO_PRECISE'; readonly given: string }
  | { readonly code: 'UNITS_INVALID'; readonly given: string; readonly unit: string; readonly target: number }
  | { readonly code: 'UNITS_NOT_COUNTED'; readonly item: PhaseCode; readonly given: string }
  | { readonly code: 'NOTHING_TO_REPEAT'; readonly item: ItemCode }
  | {
      readonly code: 'PERCENT_NOT_WHOLE_UNITS';
      readonly item: PhaseCode;
      readonly unit: string;
      readonly target: number;
    }
  | { readonly code: 'RATIO_EXPECTED'; readonly goal: GoalCode; readonly indicator: string }
  | {
      readonly code: 'VALUE_EXPECTED';
      readonly goal: GoalCode;
      readonly indicator: string;
      readonly unit: string;
    }
  | { readonly code: 'INDICATOR_NOT_BLOCKED'; readonly goal: GoalCode }
  | { readonly code: 'DENOMINATOR_NOT_POSITIVE'; readonly given: string }
  | { readonly code: 'NEGATIVE_FIGURE'; readonly given: string }
  | { readonly code: 'DATE_INVALID'; readonly given: string }
  | { readonly code: 'DATE_IN_FUTURE'; readonly given: IsoDate; readonly today: IsoDate }
  | { readonly code: 'DATE_BEFORE_PLAN'; readonly given: IsoDate; readonly first: IsoDate }
  | { readonly code: 'TEXT_TOO_LONG'; readonly length: number; readonly limit: number }
  | { readonly code: 'LINK_INVALID'; readonly given: string }
  | { readonly code: 'CHECK_IN_CLOSED'; readonly closedOn: IsoDate }
  | { readonly code: 'NOT_YOUR_CHECK_IN' }
  | { readonly code: 'NOBODY_TO_ASK' }
  | { readonly code: 'IDEMPOTENCY_KEY_INVALID'; readonly limit: number }
  | { readonly code: 'IDEMPOTENCY_KEY_REUSED'; readonly key: string }
  /** The same form pressed again with something else in it. */
  | { readonly code: 'ALREADY_SUBMITTED' }
  | { readonly code: 'DAY_NOT_MOVABLE' }
  /** Somebody named who is not in the directory. */
  | { readonly code: 'UNKNOWN_COLLEAGUE'; readonly given: string }
  | {
      readonly code: 'NOT_YOUR_PEOPLE';
      readonly person: string;
      readonly structures: readonly StructureCode[];
    }
  /** Only who works in a structure of the item can answer for it in its name. */
  | {
      readonly code: 'NOT_IN_STRUCTURE';
      readonly person: string;
      readonly item: ItemCode;
      readonly structures: readonly StructureCode[];
    }
  /** A manager only reads, and nobody delegates to themselves. */
  | { readonly code: 'CANNOT_TAKE_OVER'; readonly person: string; readonly self: boolean }
  | { readonly code: 'NOT_DELEGATED'; readonly item: string }
  | { readonly code: 'NOT_ASSIGNED'; readonly item: ItemCode; readonly person: string }
  | { readonly code: 'DATE_IN_PAST'; readonly given: IsoDate; readonly today: IsoDate }
  | { readonly code: 'DATE_TOO_FAR'; readonly given: IsoDate; readonly last: IsoDate }
  | { readonly code: 'HOURS_INVALID'; readonly given: string }
  | { readonly code: 'TIME_ZONE_INVALID'; readonly given: string }
  | { readonly code: 'PERIOD_INVALID'; readonly given: string }
  /** Another absence is set, with days of work between it and the one given. */
  | { readonly code: 'ABSENCE_STANDS'; readonly from: IsoDate; readonly until: IsoDate }
  | { readonly code: 'SNOOZE_AFTER_CLOSE'; readonly given: IsoDate; readonly closesOn: IsoDate }
  | { readonly code: 'SKIP_REASON_MISSING' }
  | { readonly code: 'UNKNOWN_STRUCTURE'; readonly given: string; readonly known: readonly StructureCode[] }
  | { readonly code: 'UNKNOWN_CHANNEL'; readonly given: string }
  | { readonly code: 'UNKNOWN_GROUP'; readonly given: string }
  | { readonly code: 'UNKNOWN_CHECK_IN'; readonly given: string }
  | { readonly code: 'UNKNOWN_MESSAGE'; readonly given: string }
  | { readonly code: 'UNKNOWN_KEY'; readonly given: string }
  | { readonly code: 'KEY_NAME_INVALID'; readonly limit: number }
  | { readonly code: 'KEY_SCOPES_INVALID'; readonly given: string; readonly known: readonly KeyScope[] }
  /** A key that reports does so for structures, as people do. */
  | { readonly code: 'KEY_STRUCTURES_MISSING'; readonly known: readonly StructureCode[] }
  /** A key that administers does so for the whole plan. */
  | { readonly code: 'KEY_STRUCTURES_UNUSED' }
  /** A program says for whom it acts: nothing is its own. */
  | { readonly code: 'PERSON_EXPECTED' }
  /** Somebody new is entered with name, title and e-mail address. */
  | { readonly code: 'NEWCOMER_INVALID'; readonly part: 'NAME' | 'TITLE' | 'ADDRESS'; readonly limit: number }
  | { readonly code: 'UNKNOWN_REPORT'; readonly given: string }
  /** Something newer than what whoever speaks had before their eyes; `reportedOn`: the day that it speaks of. */
  | { readonly code: 'SAID_MEANWHILE'; readonly item: ItemCode; readonly reportedOn: IsoDate }
  /** More statements at once than one request may hold, or none. */
  | { readonly code: 'BULK_SIZE_INVALID'; readonly given: number; readonly limit: number }
  | { readonly code: 'RANGE_INVALID'; readonly from: IsoDate; readonly to: IsoDate }
  /** More points than one series may hold. */
  | { readonly code: 'RANGE_TOO_LONG'; readonly points: number; readonly limit: number }
  /** `structure` null: the plan's own; `own`: what the person may change instead. */
  | {
      readonly code: 'NOT_YOUR_SCHEDULE';
      readonly structure: StructureCode | null;
      readonly own: readonly StructureCode[];
    }
  /** Neither a structure nor something that a schedule sets. */
  | {
      readonly code: 'UNKNOWN_SCHEDULE_ENTRY';
      readonly given: string;
      readonly structures: readonly StructureCode[];
    }
  | { readonly code: 'SCHEDULE_UNCLEAR'; readonly given: string; readonly expects: ScheduleExpectation }
  /** What is of the whole plan has no rule of a structure. */
  | { readonly code: 'NOT_OF_STRUCTURE'; readonly kind: PlanSlotKind; readonly structure: StructureCode }
  /** What was typed after a command's name does not fit; `usage` is how it is written. */
  | { readonly code: 'USAGE'; readonly given: string; readonly usage: string };

/** What was to be written of an entry of the schedule. */
export type ScheduleExpectation =
  | Recurrence['every']
  | 'TIME'
  /** A day from Monday to Friday, where one of the weekend was given. */
  | 'WORKING_WEEKDAY'
  | 'CADENCE'
  | 'PLACE';

export type RefusalCode = Refusal['code'];

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export const accepted = <T>(value: T): Result<T> => ({ ok: true, value });
export const refused = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal,
});
