import type { StructureCode } from '../../domain/codes.ts';
import { type PlanRhythm, slotsBetween } from '../../domain/schedule/plan-slots.ts';
import type { SlotKind } from '../../domain/schedule/schedule.ts';
import type { SlotRun } from '../../domain/schedule/slot-run.ts';
import { followersOf } from './next-slot-view.ts';

const BEGINNING = new Date(0);
/** A period that has come has its slot within this, whatever the rule. */
const LONGEST_PERIOD_MS = 100 * 86_400_000;

/**
 * What the rule still owed when it was changed, such as a late slot that waits for office hours, and no slot of the new
 * rule takes the place of: nobody would look for it any more, so it is put down as skipped.
 */
export function rescheduledSlots(
  before: PlanRhythm,
  after: PlanRhythm,
  kind: SlotKind,
  structure: StructureCode | null,
  now: Date,
): readonly SlotRun[] {
  const until = new Date(now.getTime() + LONGEST_PERIOD_MS);
  return followersOf(before, kind, structure).flatMap((each) => {
    const toCome = new Set(slotsBetween(after, kind, each, now, until).map(({ period }) => period));
    return slotsBetween(before, kind, each, BEGINNING, now)
      .filter(({ period }) => !toCome.has(period))
      .map(({ day: _, ...slot }) => ({
        ...slot,
        outcome: 'SKIPPED',
        because: 'RESCHEDULED',
        settledAt: now.toISOString(),
        messages: 0,
        full: false,
      }));
  });
}
