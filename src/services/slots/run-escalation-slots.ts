import type { ItemCode } from '../../domain/codes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { escalationOf, toldOf, unansweredSince } from '../../domain/escalations.ts';
import { type MissingAnswer, missingAnswers } from '../../domain/missing.ts';
import type { Unanswered } from '../../domain/notice.ts';
import type { NewAuditEntry, NewOutboxMessage } from '../../store/port.ts';
import type { Context } from '../context.ts';
import { answeredSince, findUnanswered, structuresIn } from '../find-unanswered.ts';
import type { Responsibilities } from '../load-responsibilities.ts';
import { loadSlotPlan, structureOfSlot } from './load-slot-plan.ts';
import { type DueSlot, SCHEDULER, type SlotRunner } from './slot-work.ts';

/** Check-ins of a person in which the first question about an item is looked for: those of some months. */
const HISTORY = 20;

/** Tells those who head the slots' structures what their people did not answer; nobody where all is answered. */
export const runEscalationSlots: SlotRunner = async (context, year, slots) => {
  const plan = await loadSlotPlan(context, year);
  const { stored } = plan;
  const escalations = await findEscalations(context, plan, slots);
  const made = escalations.map((each) => ({ ...each, messages: messagesOf(each, year, plan) }));
  return {
    commit: {
      revision: stored.revision,
      lastSequence: stored.lastSequence,
      version: stored.version,
      outbox: () => made.flatMap(({ messages }) => messages),
      audit: made.filter(({ messages }) => messages.length > 0).map(entryOf),
    },
    results: made.map(({ due, messages }) => ({ slot: due.slot, messages: messages.length })),
  };
};

type Escalation = { readonly due: DueSlot; readonly unanswered: readonly Unanswered[] };

async function findEscalations(
  context: Context,
  plan: Responsibilities,
  slots: readonly DueSlot[],
): Promise<readonly Escalation[]> {
  const { figures, people, arrangements } = plan;
  const now = context.clock.now();
  const structures = slots.map(({ slot }) => structureOfSlot(slot));
  const missing = missingAnswers(structures, {
    unanswered: (await findUnanswered(context, plan)).unanswered,
    people,
    arrangements,
    structuresOf: structuresIn(figures),
    today: figures.day,
  });
  const askedOn = await firstAsked(
    context,
    plan.stored.id,
    missing.flatMap(({ answers }) => answers),
  );
  return slots.map((due) => {
    const answers = missing.find(({ structure }) => structure === due.slot.structure)?.answers ?? [];
    return { due, unanswered: escalationOf({ missing: answers, askedOn, now, today: figures.day }) };
  });
}

/** A question that was carried over from week to week counts from the first. */
async function firstAsked(
  { store }: Context,
  planId: number,
  answers: readonly MissingAnswer[],
): Promise<(answer: MissingAnswer, item: ItemCode) => IsoDate> {
  const keys = [...new Set(answers.map(({ person }) => person.key))];
  const histories = new Map(
    await Promise.all(
      keys.map(async (key) => [key, await store.listCheckInsOf(planId, key, HISTORY)] as const),
    ),
  );
  const isAnswered = await answeredSince(store, planId, [...histories.values()].flat());
  return ({ person, checkIn }, item) =>
    unansweredSince(checkIn, item, histories.get(person.key) ?? [], isAnswered);
}

function messagesOf(
  { due: { slot, late }, unanswered }: Escalation,
  year: number,
  { figures, people, arrangements }: Responsibilities,
): readonly NewOutboxMessage[] {
  const structure = structureOfSlot(slot);
  const { day } = figures;
  return toldOf(structure, unanswered, people, arrangements, day).map(({ key }) => ({
    key: `escalation/${year}/${structure}/${slot.period}/${key}`,
    destination: { kind: 'PERSON', person: key },
    notice: { kind: 'ESCALATION', structure, day, unanswered, late: late ? slot.at : null },
  }));
}

/** Which items, and of how many people: names stay out of the chain. */
const entryOf = ({ due: { slot }, unanswered }: Escalation): NewAuditEntry => ({
  kind: 'UNANSWERED_ESCALATED',
  actor: SCHEDULER.key,
  body: {
    structure: slot.structure,
    period: slot.period,
    people: unanswered.length,
    items: [...new Set(unanswered.flatMap(({ items }) => items))],
  },
});
