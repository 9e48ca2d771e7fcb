import { skipCheckIn } from '../../services/skip-check-in.ts';
import { findOwnCheckIn } from '../actions/find-own-check-in.ts';
import { REASON_FIELD } from '../blocks/check-in-modals.ts';
import type { Environment } from '../environment.ts';
import { refuseAt } from './field-errors.ts';
import { reasonIn } from './reason-in.ts';
import { CLOSE, type Submission, type ViewAnswer } from './submission.ts';

/** Skips the check-in that `private_metadata` names, for the reason given. */
export async function submitSkip(environment: Environment, submission: Submission): Promise<ViewAnswer> {
  const { context, voice } = environment;
  const checkInId = submission.privateMetadata;
  const own = await findOwnCheckIn(environment, submission.user, checkInId);
  if (!own.ok) return refuseAt(REASON_FIELD, own.refusal, voice);
  const because = reasonIn(submission);
  const inbox = { key: `slack/view/${submission.id}`, fingerprint: because };
  const done = await skipCheckIn(context, own.value.caller.actor, checkInId, because, inbox);
  return done.ok ? CLOSE : refuseAt(REASON_FIELD, done.refusal, voice);
}
