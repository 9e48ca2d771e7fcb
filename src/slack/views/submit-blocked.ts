import { z } from 'zod';
import { firstRefusal, recordStatements } from '../../services/record-statements.ts';
import { findOwnCheckIn } from '../actions/find-own-check-in.ts';
import { emptyStatement } from '../actions/unchanged-statement.ts';
import { type BlockedContext, REASON_FIELD } from '../blocks/check-in-modals.ts';
import type { Environment } from '../environment.ts';
import { refuseAt } from './field-errors.ts';
import { reasonIn } from './reason-in.ts';
import { CLOSE, type Submission, type ViewAnswer } from './submission.ts';

const blockedContext = z.object({ checkInId: z.string(), item: z.string() });

/** Records why an item is blocked; its figure stays as it was said last. */
export async function submitBlocked(environment: Environment, submission: Submission): Promise<ViewAnswer> {
  const { context, voice } = environment;
  const { checkInId, item }: BlockedContext = blockedContext.parse(JSON.parse(submission.privateMetadata));
  const own = await findOwnCheckIn(environment, submission.user, checkInId);
  if (!own.ok) return refuseAt(REASON_FIELD, own.refusal, voice);
  const { caller, state } = own.value;
  const because = reasonIn(submission);
  if (because === '') return refuseAt(REASON_FIELD, { code: 'BLOCK_REASON_MISSING', item }, voice);
  const outcome = firstRefusal(
    await recordStatements(context, {
      statements: [{ ...emptyStatement(item), blockedBecause: because }],
      lines: [''],
      actor: caller.actor,
      source: 'SLACK',
      year: state.year,
      answers: state.checkIn,
      inbox: { key: `slack/view/${submission.id}`, fingerprint: because },
      replyTo: null,
    }),
  );
  return outcome.ok ? CLOSE : refuseAt(REASON_FIELD, outcome.refusal, voice);
}
