import type { Actor } from '../domain/actor.ts';
import type { CheckInProgress } from '../domain/check-in.ts';
import { type SnoozeUntil, snooze } from '../domain/owed-messages.ts';
import type { Result } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import type { InboxKey } from './find-repeat.ts';
import { progressCheckIn } from './progress-check-in.ts';

/**
 * Puts an open check-in off, for the person asked: it is brought to mind once more at the end, within their hours,
 * and the reminder falls away. Refused: NOT_YOUR_CHECK_IN, CHECK_IN_CLOSED, DATE_IN_PAST, SNOOZE_AFTER_CLOSE,
 * IDEMPOTENCY_KEY_REUSED.
 * @param person key of the person asked, where somebody acts who arranges for them
 */
export const snoozeCheckIn = (
  context: Context,
  actor: Actor,
  checkInId: string,
  until: SnoozeUntil,
  inbox: InboxKey | null,
  person?: string,
): Promise<Result<CheckInProgress>> =>
  progressCheckIn(context, actor, {
    checkInId,
    person,
    inbox,
    decide: ({ checkIn }, reach) =>
      snooze(checkIn, until, { now: context.clock.now(), today: context.clock.today(), reach }),
    audit: ({ checkIn: { openedOn } }, { owed }) => ({
      kind: 'CHECK_IN_SNOOZED',
      body: { openedOn, until: owed?.at ?? null },
    }),
  });
