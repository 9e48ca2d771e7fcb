/** What somebody wants of a schedule, and what is to be written for it. */
import type { TimeOfDay } from '../../domain/arrangement.ts';
import type { StructureCode } from '../../domain/codes.ts';
import type { Place } from '../../domain/places.ts';
import {
  cadenceFor,
  defaultSchedule,
  type Recurrence,
  type Rule,
  ruleEntryFor,
  type Schedule,
  type ScheduleEntry,
  type ScheduleEntryName,
  type SlotKind,
} from '../../domain/schedule/schedule.ts';

export type RuleWish =
  /** Of what was not said, what holds stays. At least one of the two was said. */
  | { readonly kind: 'RULE'; readonly recurrence: Recurrence | null; readonly time: TimeOfDay | null }
  | { readonly kind: 'OFF' }
  /** Takes back OFF. */
  | { readonly kind: 'ON' }
  | { readonly kind: 'DEFAULT' };

/** DEFAULT is, of a structure, the plan's; of the plan, what it starts with. */
export type ScheduleWish =
  | { readonly name: SlotKind; readonly wish: RuleWish }
  | {
      readonly name: 'CADENCE';
      readonly wish:
        | { readonly kind: 'CADENCE'; readonly nearDays: number | null; readonly everyWeeks: number | null }
        | { readonly kind: 'DEFAULT' };
    }
  | {
      readonly name: 'PLACE';
      readonly wish: { readonly kind: 'PLACE'; readonly place: Place | null } | { readonly kind: 'DEFAULT' };
    };

type ValueOf<Entry> = Entry extends ScheduleEntry ? Pick<Entry, 'name' | 'value'> : never;
/** What an entry says, without who said it. */
export type EntryValue = ValueOf<ScheduleEntry>;

export type DecidedWish =
  | { readonly kind: 'SET'; readonly entry: EntryValue; readonly restored: 'DEFAULT' | null }
  /** The structure's own is taken away. */
  | { readonly kind: 'DROP'; readonly restored: 'PLAN' }
  | { readonly kind: 'UNCHANGED' };

/** @param homePlace what a plan's schedule starts with */
export function decideWish(
  schedule: Schedule,
  structure: StructureCode | null,
  wanted: ScheduleWish,
  homePlace: string | null,
): DecidedWish {
  const own = schedule.find((each) => each.name === wanted.name && each.structure === structure);
  const { kind } = wanted.wish;
  const drop = (): DecidedWish =>
    own === undefined ? { kind: 'UNCHANGED' } : { kind: 'DROP', restored: 'PLAN' };
  if (kind === 'DEFAULT' && structure !== null) return drop();
  if (kind === 'ON' && wanted.name !== 'CADENCE' && wanted.name !== 'PLACE') {
    if (ruleOf(schedule, wanted.name, structure) !== null) return { kind: 'UNCHANGED' };
    // A structure that had switched its own off follows the plan again, unless the plan's is off as well.
    if (structure !== null && ruleOf(schedule, wanted.name, null) !== null) return drop();
  }
  const entry = wantedValue(schedule, structure, wanted, homePlace);
  if (own !== undefined && sameValue(own, entry)) return { kind: 'UNCHANGED' };
  return { kind: 'SET', entry, restored: kind === 'ON' || kind === 'DEFAULT' ? 'DEFAULT' : null };
}

function wantedValue(
  schedule: Schedule,
  structure: StructureCode | null,
  wanted: ScheduleWish,
  homePlace: string | null,
): EntryValue {
  const standard = defaultValue(wanted.name, homePlace);
  switch (wanted.name) {
    case 'CADENCE': {
      if (wanted.wish.kind === 'DEFAULT') return standard;
      const holds = cadenceFor(schedule, structure);
      const { nearDays, everyWeeks } = wanted.wish;
      return {
        name: 'CADENCE',
        value: { nearDays: nearDays ?? holds.nearDays, everyWeeks: everyWeeks ?? holds.everyWeeks },
      };
    }
    case 'PLACE':
      return wanted.wish.kind === 'DEFAULT' ? standard : { name: 'PLACE', value: wanted.wish.place };
    default: {
      const { name, wish } = wanted;
      if (wish.kind === 'OFF') return { name, value: null };
      if (wish.kind !== 'RULE') return standard;
      // What is off has neither day nor time of its own.
      const base =
        ruleOf(schedule, name, structure) ?? ruleOf(schedule, name, null) ?? defaultRule(name, homePlace);
      return {
        name,
        value: { recurrence: wish.recurrence ?? base.recurrence, time: wish.time ?? base.time },
      };
    }
  }
}

const ruleOf = (schedule: Schedule, kind: SlotKind, structure: StructureCode | null): Rule | null =>
  ruleEntryFor(schedule, kind, structure)?.value ?? null;

function defaultValue(name: ScheduleEntryName, homePlace: string | null): EntryValue {
  const found = defaultSchedule('', '', homePlace).find((each) => each.name === name);
  if (!found) throw new Error(`a plan starts without ${name}`);
  return found;
}

function defaultRule(kind: SlotKind, homePlace: string | null): Rule {
  const entry = defaultValue(kind, homePlace);
  if (entry.name === 'CADENCE' || entry.name === 'PLACE' || entry.value === null) {
    throw new Error(`a plan starts without ${kind}`);
  }
  return entry.value;
}

/** Two values that were made in the same way. */
const sameValue = (a: EntryValue, b: EntryValue): boolean =>
  JSON.stringify(sorted(a.value)) === JSON.stringify(sorted(b.value));

/** A database may give the parts of a value back in another order. */
const sorted = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, part]) => [name, sorted(part)]),
      );
