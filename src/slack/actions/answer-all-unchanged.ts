import { z } from 'zod';
import { canRepeat, lastSequenceOf } from '../../domain/last-said.ts';
import { findRepeat } from '../../services/find-repeat.ts';
import type { AllUnchangedValue } from '../blocks/check-in-controls.ts';
import { waitingLines } from '../blocks/check-in-lines.ts';
import type { Environment } from '../environment.ts';
import { tellPresser } from '../tell-presser.ts';
import { findOwnCheckIn } from './find-own-check-in.ts';
import type { Press } from './press.ts';
import { recordShownLines } from './record-shown-lines.ts';
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
  let lines = waitingLines(state).filter(canRepeat);
  if (lines.length === 0 && state.closedSince !== null) {
    const refusal = { code: 'CHECK_IN_CLOSED', closedOn: state.closedSince } as const;
    return tellRefused(environment, press, refusal);
  }
  while (lines.length > 0) {
    const outcome = await recordShownLines(environment, {
      caller,
      year: state.year,
      checkIn: state.checkIn,
      inbox,
      lines: lines.map((line) => ({
        statement: unchangedStatement(line.item),
        sequence: lastSequenceOf(line),
      })),
    });
    if (outcome.ok === true) return;
    if (outcome.ok === false) return tellRefusedLines(environment, press, outcome.lines);
    const answered = new Set<string>(outcome.said.map(({ item }) => item));
    lines = lines.filter(({ item }) => !answered.has(item));
  }
  await tellPresser(environment, press, voice.t.nothingToConfirm);
}
