/**
 * The rhythm of a plan: when the product asks, reminds and reports by itself. Rules that people read and change; a rule
 * of a structure stands before the plan's own.
 */
import type { TimeOfDay } from '../arrangement.ts';
import type { StructureCode } from '../codes.ts';

/** What happens at a structure's slot. */
export const STRUCTURE_SLOTS = ['CHECK_IN', 'REMINDER', 'ESCALATION', 'STRUCTURE_SUMMARY'] as const;
/** What happens at a slot of the whole plan. */
export const PLAN_SLOTS = ['PLAN_SUMMARY', 'MONTHLY_DIGEST', 'QUARTERLY_DIGEST', 'INTERIM_REVIEW'] as const;
/** In the order in which those of one moment are run, and people read them. */
export const SLOT_KINDS = [...STRUCTURE_SLOTS, ...PLAN_SLOTS] as const;
export type StructureSlotKind = (typeof STRUCTURE_SLOTS)[number];
export type PlanSlotKind = (typeof PLAN_SLOTS)[number];
export type SlotKind = (typeof SLOT_KINDS)[number];

export const isStructureSlot = (kind: SlotKind): kind is StructureSlotKind =>
  (STRUCTURE_SLOTS as readonly SlotKind[]).includes(kind);

/** Monday is 1. Weekends are left out: nobody is asked anything on them, and a week's slot stays in its week. */
export type Weekday = 1 | 2 | 3 | 4 | 5;

/** `06-30`. */
export type MonthDay = string;

/** On which days, before holidays move them to the next working day. */
export type Recurrence =
  | { readonly every: 'WEEK'; readonly weekday: Weekday }
  /** 1–28, of the month after the one that is told about. */
  | { readonly every: 'MONTH'; readonly dayOfMonth: number }
  /** 1–28, of the month after the quarter that is told about. */
  | { readonly every: 'QUARTER'; readonly dayOfMonth: number }
  /** At least one, in order, each once. */
  | { readonly every: 'YEAR'; readonly days: readonly MonthDay[] };

/** Which recurrence each kind takes: so the periods of its slots stay comparable, whatever is changed. */
export const RECURRENCE_OF = {
  CHECK_IN: 'WEEK',
  REMINDER: 'WEEK',
  ESCALATION: 'WEEK',
  STRUCTURE_SUMMARY: 'WEEK',
  PLAN_SUMMARY: 'WEEK',
  MONTHLY_DIGEST: 'MONTH',
  QUARTERLY_DIGEST: 'QUARTER',
  INTERIM_REVIEW: 'YEAR',
} as const satisfies Readonly<Record<SlotKind, Recurrence['every']>>;

/** `time` is of Europe/Rome. */
export type Rule = { readonly recurrence: Recurrence; readonly time: TimeOfDay };

/**
 * How often a check-in asks about an item: at every slot within `nearDays` of its planned end and after it, else at a
 * slot at least `everyWeeks` weeks after the last one that asked about everything; never before it starts.
 */
export type Cadence = { readonly nearDays: number; readonly everyWeeks: number };

type Provenance = {
  /** Null is the plan's own, which holds for every structure that has none. */
  readonly structure: StructureCode | null;
  /** Instant (ISO 8601 in UTC) from which it holds: what lies before is not owed. */
  readonly since: string;
  /** Key of who set it. */
  readonly setBy: string;
};

/** One thing of a schedule that somebody may set. A rule that is null is switched off. */
export type ScheduleEntry = Provenance &
  (
    | { readonly name: SlotKind; readonly value: Rule | null }
    | { readonly name: 'CADENCE'; readonly value: Cadence }
    /** A town of `PLACES`, for its patron's day; null where the national holidays alone count. */
    | { readonly name: 'PLACE'; readonly value: string | null }
  );

export type ScheduleEntryName = ScheduleEntry['name'];

/** At most one entry of each name for the plan and for each structure; of the plan, all of them. */
export type Schedule = readonly ScheduleEntry[];

const weekly = (weekday: Weekday, time: TimeOfDay): Rule => ({
  recurrence: { every: 'WEEK', weekday },
  time,
});

/**
 * The rhythm that a plan starts with: ask on Monday, remind on Wednesday, tell the head on Thursday, summarise on
 * Friday; interim reviews as the Giunta's rules ask for them, on 30/06 and 30/09.
 */
const DEFAULT_RULES: Readonly<Record<SlotKind, Rule>> = {
  CHECK_IN: weekly(1, '09:30'),
  REMINDER: weekly(3, '09:30'),
  ESCALATION: weekly(4, '15:00'),
  STRUCTURE_SUMMARY: weekly(5, '12:00'),
  PLAN_SUMMARY: weekly(5, '12:30'),
  MONTHLY_DIGEST: { recurrence: { every: 'MONTH', dayOfMonth: 5 }, time: '09:00' },
  QUARTERLY_DIGEST: { recurrence: { every: 'QUARTER', dayOfMonth: 10 }, time: '09:00' },
  INTERIM_REVIEW: { recurrence: { every: 'YEAR', days: ['06-30', '09-30'] }, time: '18:00' },
};

export const DEFAULT_CADENCE: Cadence = { nearDays: 21, everyWeeks: 2 };

/** What a plan starts with, from `since` on. */
export function defaultSchedule(since: string, setBy: string, place: string | null): Schedule {
  const from = { structure: null, since, setBy };
  return [
    ...SLOT_KINDS.map((name) => ({ ...from, name, value: DEFAULT_RULES[name] })),
    { ...from, name: 'CADENCE', value: DEFAULT_CADENCE },
    { ...from, name: 'PLACE', value: place },
  ];
}

type EntryOf<Name extends ScheduleEntryName> = Extract<ScheduleEntry, { readonly name: Name }> | undefined;

function entryFor<Name extends ScheduleEntryName>(
  schedule: Schedule,
  name: Name,
  structure: StructureCode | null,
): Extract<ScheduleEntry, { readonly name: Name }> | undefined;
function entryFor(
  schedule: Schedule,
  name: ScheduleEntryName,
  structure: StructureCode | null,
): ScheduleEntry | undefined {
  const named = schedule.filter((each) => each.name === name);
  return named.find((each) => each.structure === structure) ?? named.find((each) => each.structure === null);
}

/** The rule of `kind` that holds for `structure`, with its provenance; undefined where the plan has none. */
export function ruleEntryFor(
  schedule: Schedule,
  kind: SlotKind,
  structure: StructureCode | null,
): (Provenance & { readonly value: Rule | null }) | undefined {
  const entry: EntryOf<SlotKind> = entryFor(schedule, kind, structure);
  return entry;
}

export const cadenceFor = (schedule: Schedule, structure: StructureCode | null): Cadence =>
  entryFor(schedule, 'CADENCE', structure)?.value ?? DEFAULT_CADENCE;

export const placeFor = (schedule: Schedule, structure: StructureCode | null): string | null =>
  entryFor(schedule, 'PLACE', structure)?.value ?? null;
