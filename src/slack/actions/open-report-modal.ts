import { z } from 'zod';
import { accepted, type Refusal, type Result, refused } from '../../domain/refusal.ts';
import { type CheckInLine, readCheckIn } from '../../services/read-check-in.ts';
import type { AnswerValue } from '../blocks/check-in-blocks.ts';
import { plainMessage } from '../blocks/help-blocks.ts';
import { refusedMessage } from '../blocks/recorded-blocks.ts';
import { reportModal } from '../blocks/report-modal.ts';
import type { Environment } from '../environment.ts';
import { identify } from '../identify.ts';
import { platformError } from '../platform-error.ts';

export type ButtonPress = {
  readonly user: string;
  readonly channel: string;
  readonly triggerId: string;
  readonly value: string;
};

const answerValue = z.object({ checkInId: z.string(), item: z.string() });

/** A press on “update” in a check-in: opens the modal for that item, or tells the person why not. */
export async function openReportModal(environment: Environment, press: ButtonPress): Promise<void> {
  const { context, client, voice } = environment;
  const value: AnswerValue = answerValue.parse(JSON.parse(press.value));
  const answerable = await findLine(environment, press, value);
  if (!answerable.ok) return tell(environment, press, answerable.refusal);
  const { phase, goal } = answerable.value;
  const view = reportModal({ phase, goal, ...value, today: context.clock.today() }, voice);
  await client.views.open({ trigger_id: press.triggerId, view }).catch((error: unknown) => {
    if (platformError(error) !== 'expired_trigger_id') throw error;
    return client.chat.postEphemeral({
      channel: press.channel,
      user: press.user,
      ...plainMessage(voice.t.modalOpenFailed),
    });
  });
}

/** The line of the check-in, if this person may answer it now. */
async function findLine(
  environment: Environment,
  press: ButtonPress,
  value: AnswerValue,
): Promise<Result<CheckInLine>> {
  const person = await identify(environment, press.user);
  if (!person.ok) return person;
  const state = await readCheckIn(environment.context, value.checkInId);
  if (!state || state.checkIn.person !== person.value.key) return refused({ code: 'NOT_YOUR_CHECK_IN' });
  if (state.closedSince !== null) return refused({ code: 'CHECK_IN_CLOSED', closedOn: state.closedSince });
  const line = state.lines.find((each) => each.item === value.item);
  return line ? accepted(line) : refused({ code: 'UNKNOWN_CODE', given: value.item, near: [] });
}

async function tell({ client, voice }: Environment, press: ButtonPress, refusal: Refusal): Promise<void> {
  await client.chat.postEphemeral({
    channel: press.channel,
    user: press.user,
    ...refusedMessage([{ line: '', refusal }], voice),
  });
}
