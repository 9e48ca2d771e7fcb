/** What the slots of summaries have in common: each is frozen under the slot's own name, and sent where there is a channel. */
import type { IsoDate } from '../../domain/dates.ts';
import type { Slot } from '../../domain/schedule/slots.ts';
import type { Summary, SummarySlot } from '../../domain/summary.ts';
import type { NewSummary } from '../../store/port.ts';
import type { Context } from '../context.ts';
import { loadSummaryBasis, type SummaryBasis } from '../make-summaries.ts';
import { summaryAudit, summaryMessages } from '../summary-messages.ts';
import { type DueSlot, SCHEDULER, type SlotWork } from './slot-work.ts';

type MakeSummary = (basis: SummaryBasis, due: DueSlot, slot: SummarySlot) => Promise<Summary>;

/** @param make the summary of one slot, as of the slot's day */
export async function summarySlotWork(
  context: Context,
  year: number,
  slots: readonly DueSlot[],
  make: MakeSummary,
): Promise<SlotWork> {
  const bases = await basesOf(context, year, slots);
  const channels = await context.store.listChannels();
  const made: { readonly slot: Slot; readonly kept: NewSummary }[] = [];
  for (const { basis, due } of bases) {
    const { slot, late } = due;
    const summary = await make(basis, due, { at: slot.at, late });
    made.push({ slot, kept: { id: slotSummaryId(summary, slot.period), summary } });
  }
  return {
    commit: {
      // The oldest definition that any of them was made from: of another one by now, all are made again.
      revision: Math.min(...bases.map(({ basis }) => basis.stored.revision)),
      // A summary says how things stood when it was made: what is said meanwhile stands in the next one.
      lastSequence: null,
      summaries: made.map(({ kept }) => kept),
      outbox: () => made.flatMap(({ kept }) => summaryMessages(kept, channels)),
      audit: made.map(({ kept }) => summaryAudit(kept, SCHEDULER)),
    },
    results: made.map(({ slot, kept }) => ({ slot, messages: summaryMessages(kept, channels).length })),
  };
}

/** One for a slot: in whichever process it is made, it is the same summary. */
const slotSummaryId = (summary: Summary, period: string): string =>
  `${summary.year}-${summary.kind === 'STRUCTURE_WEEK' ? summary.structure : summary.kind}-${period}`;

/** Slots of the same day share one. */
async function basesOf(
  context: Context,
  year: number,
  slots: readonly DueSlot[],
): Promise<readonly { readonly basis: SummaryBasis; readonly due: DueSlot }[]> {
  const byDay = new Map<IsoDate, SummaryBasis>();
  for (const { slot } of slots) {
    if (byDay.has(slot.asOf)) continue;
    const loaded = await loadSummaryBasis(context, { year, asOf: slot.asOf });
    if (!loaded.ok) throw new Error(`no summary of ${year}: ${loaded.refusal.code}`);
    byDay.set(slot.asOf, loaded.value);
  }
  return slots.flatMap((due) => {
    const basis = byDay.get(due.slot.asOf);
    return basis ? [{ basis, due }] : [];
  });
}
