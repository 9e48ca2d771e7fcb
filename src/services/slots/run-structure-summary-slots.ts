import { makeStructureSummary } from '../make-summaries.ts';
import type { SlotRunner } from './slot-work.ts';
import { summarySlotWork } from './summary-slot-work.ts';

/** Freezes each structure's weekly summary, and sends it to the structure's channel. */
export const runStructureSummarySlots: SlotRunner = (context, year, slots) =>
  summarySlotWork(context, year, slots, (basis, { slot: { kind, structure } }, slot) => {
    if (structure === null) throw new Error(`a slot of ${kind} needs a structure`);
    return makeStructureSummary(context, basis, structure, slot);
  });
