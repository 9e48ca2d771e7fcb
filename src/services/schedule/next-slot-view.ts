import type { StructureCode } from '../../domain/codes.ts';
import { addDays, type IsoDate } from '../../domain/dates.ts';
import type { Plan } from '../../domain/plan.ts';
import { occurrencesFrom } from '../../domain/schedule/occurrences.ts';
import { owedSlots } from '../../domain/schedule/owed-slots.ts';
import { nextSlot, type PlanRhythm, slotsBetween } from '../../domain/schedule/plan-slots.ts';
import {
  isStructureSlot,
  placeFor,
  ruleEntryFor,
  type Schedule,
  type SlotKind,
} from '../../domain/schedule/schedule.ts';
import type { SettledSlot, Slot } from '../../domain/schedule/slots.ts';
import { structuresJoinedOn } from '../../domain/schedule/structures-joined-on.ts';
import type { Context } from '../context.ts';

export type NextSlotView = Pick<Slot, 'at' | 'day' | 'period'> & {
  /** The rule's own day, where a weekend or a holiday moved the slot; `holiday` is null of a weekend. */
  readonly moved: { readonly from: IsoDate; readonly holiday: string | null } | null;
};

export const rhythmOf = (
  { calendar }: Pick<Context, 'calendar'>,
  plan: Plan,
  schedule: Schedule,
  settled: readonly SettledSlot[],
): PlanRhythm => ({
  year: plan.year,
  structures: plan.structures.map(({ code }) => code),
  joinedOn: structuresJoinedOn(plan),
  schedule,
  calendar,
  settled,
});

/**
 * When a slot of `kind` comes next after `now`. Of the plan's own rule for structures (`structure` null): the next of
 * any structure that follows it.
 */
export function nextSlotView(
  rhythm: PlanRhythm,
  kind: SlotKind,
  structure: StructureCode | null,
  now: Date,
): NextSlotView | null {
  const slots = followersOf(rhythm, kind, structure).flatMap(
    (each) => nextSlot(rhythm, kind, each, now) ?? [],
  );
  const slot = slots.reduce<Slot | undefined>(
    (first, each) => (first === undefined || each.at < first.at ? each : first),
    undefined,
  );
  if (slot === undefined) return null;
  const { at, day, period } = slot;
  return { at, day, period, moved: movedOf(rhythm, slot) };
}

/**
 * The last slot whose moment has passed and that is still to be run: a late one waits for office hours. Null where there
 * is none, and where it is of no use any more.
 */
export function waitingSlot(
  rhythm: PlanRhythm,
  kind: SlotKind,
  structure: StructureCode | null,
  now: Date,
): Pick<Slot, 'at'> | null {
  const { settled = [] } = rhythm;
  const owed = owedSlots({ ...rhythm, settled, now });
  const waiting = followersOf(rhythm, kind, structure).flatMap((each) => {
    const last = slotsBetween(rhythm, kind, each, BEGINNING, now).at(-1);
    const judged = owed.find(
      ({ slot }) => slot.kind === kind && slot.structure === each && slot.at === last?.at,
    );
    return last === undefined || judged?.verdict === 'SKIP' ? [] : [last];
  });
  return waiting[0] ?? null;
}

const BEGINNING = new Date(0);

/** The structures of which a rule says something; `[null]` for what is of the whole plan, or of nobody any more. */
export function followersOf(
  { structures, schedule }: Pick<PlanRhythm, 'structures' | 'schedule'>,
  kind: SlotKind,
  structure: StructureCode | null,
): readonly (StructureCode | null)[] {
  if (structure !== null || !isStructureSlot(kind)) return [structure];
  const followers = structures.filter(
    (code) => !schedule.some((each) => each.structure === code && each.name === kind),
  );
  return followers.length === 0 ? [null] : followers;
}

/** Holidays and a weekend together take no more days. */
const LONGEST_SHIFT = 14;

function movedOf({ year, schedule, calendar }: PlanRhythm, slot: Slot): NextSlotView['moved'] {
  const rule = ruleEntryFor(schedule, slot.kind, slot.structure)?.value;
  if (!rule) return null;
  for (const { period, day } of occurrencesFrom(year, rule.recurrence, addDays(slot.day, -LONGEST_SHIFT))) {
    if (period === slot.period) {
      return day === slot.day
        ? null
        : { from: day, holiday: calendar.holidayName(day, placeFor(schedule, slot.structure)) };
    }
  }
  return null;
}
