import { parseIsoDate } from '../../domain/dates.ts';
import { snoozeCheckIn } from '../../services/snooze-check-in.ts';
import { findOwnCheckIn } from '../actions/find-own-check-in.ts';
import { UNTIL_FIELD } from '../blocks/check-in-modals.ts';
import type { Environment } from '../environment.ts';
import { refuseAt } from './field-errors.ts';
import { CLOSE, type Submission, type ViewAnswer } from './submission.ts';

/** Snoozes the check-in that `private_metadata` names until the day chosen. */
export async function submitSnooze(environment: Environment, submission: Submission): Promise<ViewAnswer> {
  const { context, voice } = environment;
  const checkInId = submission.privateMetadata;
  const own = await findOwnCheckIn(environment, submission.user, checkInId);
  if (!own.ok) return refuseAt(UNTIL_FIELD, own.refusal, voice);
  const given = submission.values[UNTIL_FIELD]?.[UNTIL_FIELD]?.selected_date ?? '';
  const day = parseIsoDate(given);
  if (day === undefined) return refuseAt(UNTIL_FIELD, { code: 'DATE_INVALID', given }, voice);
  const inbox = { key: `slack/view/${submission.id}`, fingerprint: day };
  const { actor } = own.value.caller;
  const done = await snoozeCheckIn(context, actor, checkInId, { kind: 'DAY', day }, inbox);
  return done.ok ? CLOSE : refuseAt(UNTIL_FIELD, done.refusal, voice);
}
