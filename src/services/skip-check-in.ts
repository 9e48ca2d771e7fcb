import type { Actor } from '../domain/actor.ts';
import type { CheckInProgress } from '../domain/check-in.ts';
import { skip } from '../domain/owed-messages.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import { NOTE_LIMIT } from '../domain/statement.ts';
import type { Context } from './context.ts';
import type { InboxKey } from './find-repeat.ts';
import { progressCheckIn } from './progress-check-in.ts';
import { textHashes } from './text-hashes.ts';

/**
 * Leaves an open check-in out this time, for the person asked and with a reason: no message follows, though it can
 * still be answered. Refused: SKIP_REASON_MISSING, TEXT_TOO_LONG, NOT_YOUR_CHECK_IN, CHECK_IN_CLOSED,
 * IDEMPOTENCY_KEY_REUSED.
 * @param person key of the person asked, where somebody acts who arranges for them
 */
export async function skipCheckIn(
  context: Context,
  actor: Actor,
  checkInId: string,
  because: string,
  inbox: InboxKey | null,
  person?: string,
): Promise<Result<CheckInProgress>> {
  const reason = because.trim();
  if (reason === '') return refused({ code: 'SKIP_REASON_MISSING' });
  if (reason.length > NOTE_LIMIT) {
    return refused({ code: 'TEXT_TOO_LONG', length: reason.length, limit: NOTE_LIMIT });
  }
  return progressCheckIn(context, actor, {
    checkInId,
    person,
    inbox,
    decide: ({ checkIn }) => accepted(skip(checkIn, context.clock.today(), reason)),
    audit: ({ checkIn: { openedOn } }) => ({
      kind: 'CHECK_IN_SKIPPED',
      body: { openedOn, ...textHashes({ because: reason }) },
    }),
  });
}
