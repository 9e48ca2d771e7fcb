/** What is done at each kind of slot. */
import { runCheckInSlots } from './run-check-in-slots.ts';
import { runEscalationSlots } from './run-escalation-slots.ts';
import { runPlanSummarySlots } from './run-plan-summary-slots.ts';
import { runReminderSlots } from './run-reminder-slots.ts';
import { runStructureSummarySlots } from './run-structure-summary-slots.ts';
import type { SlotRunners } from './slot-work.ts';

export const SLOT_RUNNERS: SlotRunners = {
  CHECK_IN: runCheckInSlots,
  REMINDER: runReminderSlots,
  ESCALATION: runEscalationSlots,
  STRUCTURE_SUMMARY: runStructureSummarySlots,
  PLAN_SUMMARY: runPlanSummarySlots,
  MONTHLY_DIGEST: runPlanSummarySlots,
  QUARTERLY_DIGEST: runPlanSummarySlots,
  INTERIM_REVIEW: runPlanSummarySlots,
};
