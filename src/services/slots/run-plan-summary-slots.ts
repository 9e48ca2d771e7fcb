import type { SlotKind } from '../../domain/schedule/schedule.ts';
import type { PlanSummaryKind } from '../../domain/summary.ts';
import { makePlanSummary } from '../make-summaries.ts';
import type { SlotRunner } from './slot-work.ts';
import { summarySlotWork } from './summary-slot-work.ts';

/** Freezes the plan's summary, digest or interim review, and sends it to the managers' channel. */
export const runPlanSummarySlots: SlotRunner = (context, year, slots) =>
  summarySlotWork(context, year, slots, (basis, { slot: { kind } }, slot) =>
    makePlanSummary(context, basis, summaryKindOf(kind), slot),
  );

function summaryKindOf(kind: SlotKind): PlanSummaryKind {
  switch (kind) {
    case 'PLAN_SUMMARY':
      return 'PLAN_WEEK';
    case 'MONTHLY_DIGEST':
      return 'PLAN_MONTH';
    case 'QUARTERLY_DIGEST':
      return 'PLAN_QUARTER';
    case 'INTERIM_REVIEW':
      return 'INTERIM_REVIEW';
    default:
      throw new Error(`a slot of ${kind} has no summary of the plan`);
  }
}
