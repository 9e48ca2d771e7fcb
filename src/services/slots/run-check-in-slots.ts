import type { CheckIn } from '../../domain/check-in.ts';
import { addDays, type IsoDate } from '../../domain/dates.ts';
import { type AskingSlot, askingOf, isFullSlot } from '../../domain/item-cadence.ts';
import { structuresOfAnswer } from '../../domain/missing.ts';
import { cadenceFor } from '../../domain/schedule/schedule.ts';
import type { Context } from '../context.ts';
import { structuresIn } from '../find-unanswered.ts';
import type { Responsibilities } from '../load-responsibilities.ts';
import { changesOf, decideRound } from '../opened-check-ins.ts';
import { loadSlotPlan, structureOfSlot } from './load-slot-plan.ts';
import { type DueSlot, SCHEDULER, type SlotRunner } from './slot-work.ts';

/**
 * Days after a slot's own on which it still asks whoever it could not: they end before the next week's slot, even
 * where a holiday had moved this one by a day.
 */
const POSTPONE_DAYS = 5;

type RoundSlot = AskingSlot & DueSlot;

/**
 * Asks the people who answer for something of the slots' structures, each with one message, about what the cadence
 * lets through. The schedule reminds of it.
 */
export const runCheckInSlots: SlotRunner = async (context, year, slots) => {
  const plan = await loadSlotPlan(context, year);
  const { stored, figures } = plan;
  const asking = await askingSlots(context, stored.id, slots);
  const decided = await decideRound(context, plan, {
    asks: (item, person) => askingOf(item, person, asking, figures.day),
    postponeUntil: addDays(earliestDay(slots, figures.day), POSTPONE_DAYS),
    remindAfterDays: null,
  });
  const slotsOf = slotsByCheckIn(asking, plan);
  return {
    commit: {
      revision: stored.revision,
      lastSequence: stored.lastSequence,
      version: stored.version,
      ...changesOf(decided, figures.day, SCHEDULER, (checkIn) => lateOf(slotsOf(checkIn))),
    },
    results: asking.map((each) => ({
      slot: each.slot,
      messages: decided.opened.filter((checkIn) => slotsOf(checkIn)[0] === each).length,
      full: each.full,
    })),
  };
};

async function askingSlots(
  { store }: Context,
  planId: number,
  slots: readonly DueSlot[],
): Promise<readonly RoundSlot[]> {
  const schedule = await store.loadSchedule(planId);
  return Promise.all(
    slots.map(async (due): Promise<RoundSlot> => {
      const structure = structureOfSlot(due.slot);
      const cadence = cadenceFor(schedule, structure);
      const lastFull = await store.findLastFullCheckIn(planId, structure);
      return {
        ...due,
        structure,
        cadence,
        full: isFullSlot(due.slot.period, lastFull?.period ?? null, cadence),
      };
    }),
  );
}

const earliestDay = (slots: readonly DueSlot[], today: IsoDate): IsoDate =>
  slots.map(({ slot }) => slot.day).reduce((a, b) => (a < b ? a : b), today);

/** The slots at which a check-in asks, in their order; its message counts for the first of them. */
function slotsByCheckIn(
  asking: readonly RoundSlot[],
  { figures, people }: Responsibilities,
): (checkIn: CheckIn) => readonly RoundSlot[] {
  const structuresOf = structuresIn(figures);
  return ({ person: key, items }) => {
    const person = people.find((each) => each.key === key);
    if (!person) return [];
    const structures = new Set(items.flatMap((item) => structuresOfAnswer(structuresOf(item), person)));
    return asking.filter(({ structure }) => structures.has(structure));
  };
}

/** Late when all its slots are: the first moment at which it was planned. */
const lateOf = (slots: readonly RoundSlot[]): string | null =>
  slots.length > 0 && slots.every(({ late }) => late)
    ? slots.map(({ slot }) => slot.at).reduce((a, b) => (a < b ? a : b))
    : null;
