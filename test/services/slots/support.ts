/** Runners that do as little as may be: one message to everybody's channel for each slot. */
import type { SlotKind } from '../../../src/domain/schedule/schedule.ts';
import type { SlotRunner, SlotRunners, SlotWork } from '../../../src/services/slots/slot-work.ts';
import type { NewOutboxMessage, StoredSlotRun } from '../../../src/store/port.ts';
import type { TestContext } from '../../helpers/context.ts';

const messageOf = (kind: SlotKind, structure: string | null, period: string): NewOutboxMessage => ({
  key: `slot/${kind}/${structure ?? ''}/${period}`,
  destination: { kind: 'CHANNEL', name: structure?.toLowerCase() ?? 'piano' },
  notice: { kind: 'PLAN_SUMMARY', summaryId: `${kind}-${structure}-${period}` },
});

/** One message for each slot, whatever the plan says by then. */
export const tellSlots: SlotRunner = async (_context, _year, slots) => ({
  commit: {
    revision: null,
    lastSequence: null,
    outbox: () => slots.map(({ slot }) => messageOf(slot.kind, slot.structure, slot.period)),
  },
  results: slots.map(({ slot }) => ({ slot, messages: 1 })),
});

export const runnersOf = (given: Partial<SlotRunners> = {}): SlotRunners => ({
  CHECK_IN: tellSlots,
  REMINDER: tellSlots,
  ESCALATION: tellSlots,
  STRUCTURE_SUMMARY: tellSlots,
  PLAN_SUMMARY: tellSlots,
  MONTHLY_DIGEST: tellSlots,
  QUARTERLY_DIGEST: tellSlots,
  INTERIM_REVIEW: tellSlots,
  ...given,
});

/** Does nothing at its slots, and tells nobody. */
export const noWork = (slots: Parameters<SlotRunner>[2]): SlotWork => ({
  commit: { revision: null, lastSequence: null },
  results: slots.map(({ slot }) => ({ slot, messages: 0 })),
});

/** What was settled, oldest first. */
export async function historyOf(context: TestContext): Promise<readonly StoredSlotRun[]> {
  const all = { kind: null, structure: null, before: null, limit: 100 };
  const { rows } = await context.store.listSlotRuns(context.planId, all);
  return rows.toReversed();
}

/** `ON_TIME CHECK_IN OSRU 2020-W38`. */
export const tellRun = ({ outcome, because, kind, structure, period }: StoredSlotRun): string =>
  [because ?? outcome, kind, ...(structure === null ? [] : [structure]), period].join(' ');
