import { z } from 'zod';
import { findRepeat } from '../../services/find-repeat.ts';
import { recordStatements } from '../../services/record-statements.ts';
import type { AllUnchangedValue } from '../blocks/check-in-controls.ts';
import { canRepeat, waitingLines } from '../blocks/check-in-lines.ts';
import type { Environment } from '../environment.ts';
import { tellPresser } from '../tell-presser.ts';
import { findOwnCheckIn } from './find-own-check-in.ts';
import type { Press } from './press.ts';
import { tellRefused, tellRefusedLines } from './tell-refused.ts';
import { unchangedStatement } from './unchanged-statement.ts';

const allUnchangedValue = z.object({ checkInId: z.string(), sequence: z.number() });

/**
 * A press on “all unchanged”: every line that still waits and has a last value, in one commit. What was answered
 * since the button was drawn waits no more, and is left as it is.
 */
export async function answerAllUnchanged(environment: Environment, press: Press): Promise<void> {
  const { context, voice } = environment;
  const { checkInId, sequence }: AllUnchangedValue = allUnchangedValue.parse(JSON.parse(press.value));
  const own = await findOwnCheckIn(environment, press.user, checkInId);
  if (!own.ok) return tellRefused(environment, press, own.refusal);
  const { caller, state } = own.value;
  const inbox = { key: `slack/check-in/${checkInId}/all-unchanged/${sequence}`, fingerprint: 'unchanged' };
  if (await findRepeat(context, inbox)) return;
  const lines = waitingLines(state).filter(canRepeat);
  if (lines.length === 0 && state.closedSince === null)
    return tellPresser(environment, press, voice.t.nothingToConfirm);
  const outcome = await recordStatements(context, {
    statements: lines.map((line) => unchangedStatement(line)),
    lines: lines.map(({ item }) => item),
    actor: caller.actor,
    source: 'SLACK',
    year: state.year,
    answers: state.checkIn,
    inbox,
    replyTo: null,
  });
  if (!outcome.ok) await tellRefusedLines(environment, press, outcome.lines);
}
