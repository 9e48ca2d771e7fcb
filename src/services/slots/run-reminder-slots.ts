import { type CheckIn, waitsToAsk } from '../../domain/check-in.ts';
import { structuresOfAnswer, type Unanswered } from '../../domain/missing.ts';
import { remind } from '../../domain/owed-messages.ts';
import type { NewCheckInProgress } from '../../store/port.ts';
import type { Context } from '../context.ts';
import { findUnanswered, structuresIn } from '../find-unanswered.ts';
import { type Responsibilities, reachOf } from '../load-responsibilities.ts';
import { loadSlotPlan, structureOfSlot } from './load-slot-plan.ts';
import type { DueSlot, SlotRunner } from './slot-work.ts';

type Reminded = { readonly slot: DueSlot; readonly progress: NewCheckInProgress };

/**
 * Owes each check-in of the slots' structures that waits for an answer its one reminder, at the person's next
 * reachable moment; it is sent like every message that is owed.
 */
export const runReminderSlots: SlotRunner = async (context, year, slots) => {
  const plan = await loadSlotPlan(context, year);
  const { unanswered } = await findUnanswered(context, plan);
  const reminded = unanswered.flatMap((each) => remindedOf(each, slots, plan, context));
  return {
    commit: {
      revision: null,
      lastSequence: plan.stored.lastSequence,
      // How a check-in goes on is written whole: a snooze, a skip or a change of hours meanwhile is a conflict.
      version: plan.stored.version,
      checkInProgress: reminded.map(({ progress }) => progress),
    },
    results: slots.map((each) => ({
      slot: each.slot,
      messages: reminded.filter(({ slot }) => slot === each).length,
    })),
  };
};

/** With the first slot whose structure it concerns. */
function remindedOf(
  { checkIn, items }: Unanswered,
  slots: readonly DueSlot[],
  plan: Responsibilities,
  context: Context,
): readonly Reminded[] {
  const person = personOf(checkIn, plan);
  if (!person || items.length === 0 || waitsToAsk(checkIn)) return [];
  const structuresOf = structuresIn(plan.figures);
  const structures = new Set(items.flatMap((item) => structuresOfAnswer(structuresOf(item), person)));
  const slot = slots.find((each) => structures.has(structureOfSlot(each.slot)));
  if (!slot) return [];
  const progress = remind(checkIn, {
    now: context.clock.now(),
    plannedAt: new Date(slot.slot.at),
    today: plan.figures.day,
    unanswered: true,
    reach: reachOf(context, person, plan.arrangements),
  });
  return progress ? [{ slot, progress: { id: checkIn.id, ...progress } }] : [];
}

const personOf = ({ person }: CheckIn, { people }: Responsibilities) =>
  people.find(({ key }) => key === person);
