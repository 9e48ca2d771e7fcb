/** The slots of a plan, one kind and structure at a time. */
import { HOME_TIME_ZONE } from '../arrangement.ts';
import type { StructureCode } from '../codes.ts';
import { addDays, type IsoDate } from '../dates.ts';
import { instantAt } from '../person-hours.ts';
import { isWorkingDay, nextWorkingDay } from '../working-days.ts';
import { type Occurrence, occurrencesFrom } from './occurrences.ts';
import { isStructureSlot, placeFor, type Rule, ruleEntryFor, SLOT_KINDS, type SlotKind } from './schedule.ts';
import type { OwedSlotsInput, SettledSlot, Slot } from './slots.ts';

/** What says which slots a plan has. */
export type PlanRhythm = Pick<OwedSlotsInput, 'year' | 'structures' | 'schedule' | 'calendar'> &
  Partial<Pick<OwedSlotsInput, 'settled' | 'joinedOn'>>;

/** Whose slots come one after the other. */
export type SlotSeries = Pick<Slot, 'kind' | 'structure'>;

/** Of `plan`, in the order in which those of one moment are run. */
export const seriesOf = ({ structures }: Pick<PlanRhythm, 'structures'>): readonly SlotSeries[] =>
  SLOT_KINDS.flatMap((kind) =>
    (isStructureSlot(kind) ? structures : [null]).map((structure) => ({ kind, structure })),
  );

/** Days by which holidays and weekends together move a slot at most, and more. */
const LONGEST_SHIFT = 7;

/** Longer than any plan has slots. */
const END_OF_TIME = new Date('2999-12-31T23:59:59Z');

/** Every slot whose moment lies between the two instants, both included; none that was settled, none before its rule held. */
export const slotsBetween = (
  plan: PlanRhythm,
  kind: SlotKind,
  structure: StructureCode | null,
  from: Date,
  until: Date,
): readonly Slot[] => [...unsettledSlots(plan, { kind, structure }, from, until)];

/** The next slot whose moment comes after `after`; null when the plan has none any more. */
export function nextSlot(
  plan: PlanRhythm,
  kind: SlotKind,
  structure: StructureCode | null,
  after: Date,
): Slot | null {
  const from = new Date(after.getTime() + 1);
  for (const slot of unsettledSlots(plan, { kind, structure }, from, END_OF_TIME)) return slot;
  return null;
}

/**
 * In order; made one by one, and only from the last that was settled on: it is looked at every minute. A day is
 * compared before its instant is made, for that is what costs.
 */
export function* unsettledSlots(
  plan: PlanRhythm,
  series: SlotSeries,
  from: Date,
  until: Date,
): Generator<Slot> {
  const entry = ruleEntryFor(plan.schedule, series.kind, series.structure);
  if (!entry?.value) return;
  const settled = settledOf(plan.settled ?? [], series);
  const floor = latest([from.toISOString(), entry.since, settled?.followsSince]);
  const start = latest([floor, settled?.at]);
  const lastDay = latestDay(until);
  const ceiling = until.toISOString();
  const joined = series.structure === null ? undefined : plan.joinedOn?.get(series.structure);
  const firstDay = addDays(start.slice(0, 10) as IsoDate, -LONGEST_SHIFT);
  for (const occurrence of occurrencesFrom(plan.year, entry.value.recurrence, firstDay)) {
    if (occurrence.day > lastDay) return;
    if (settled !== undefined && occurrence.period <= settled.period) continue;
    const slot = slotAt(plan, series, entry.value, occurrence, lastDay);
    if (slot === null || slot.at > ceiling) return;
    if (slot.at >= floor && (joined === undefined || slot.day >= joined)) yield slot;
  }
}

/** Null for one that comes after `lastDay`. */
function slotAt(
  plan: PlanRhythm,
  { kind, structure }: SlotSeries,
  { time }: Rule,
  { period, day: own, asOf }: Occurrence,
  lastDay: IsoDate,
): Slot | null {
  const place = placeFor(plan.schedule, structure);
  const day = isWorkingDay(own, place, plan.calendar) ? own : nextWorkingDay(own, place, plan.calendar);
  if (day > lastDay) return null;
  const at = instantAt(day, time, HOME_TIME_ZONE).toISOString();
  return { kind, structure, period, day, at, asOf: asOf ?? day };
}

const settledOf = (
  settled: readonly SettledSlot[],
  { kind, structure }: SlotSeries,
): SettledSlot | undefined => settled.find((each) => each.kind === kind && each.structure === structure);

/** In Rome it is this day at `instant` or the one before: its clocks are two hours ahead of Greenwich at most. */
const latestDay = (instant: Date): IsoDate =>
  new Date(instant.getTime() + 7_200_000).toISOString().slice(0, 10) as IsoDate;

/** Instants as text sort as instants: all are of UTC and written to the millisecond. */
const latest = (instants: readonly (string | undefined)[]): string =>
  instants.reduce<string>((last, each) => (each !== undefined && each > last ? each : last), '');
