import { z } from 'zod';
import type { GoalCode, PhaseCode } from '../../domain/codes.ts';
import { findGoalFigures, findPhaseFigures } from '../../domain/plan-figures.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { CURRENT, loadFigures } from '../../services/load-figures.ts';
import { readCheckIn } from '../../services/read-check-in.ts';
import type { AnswerValue } from '../blocks/check-in-blocks.ts';
import { refusedMessage } from '../blocks/recorded-blocks.ts';
import { reportModal } from '../blocks/report-modal.ts';
import type { Environment } from '../environment.ts';
import { identify } from '../identify.ts';

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
  const refusal = await barred(environment, press, value);
  if (refusal) return tell(environment, press, refusal);
  const loaded = await loadFigures(context, CURRENT);
  if (!loaded.ok) return tell(environment, press, loaded.refusal);
  const { figures } = loaded.value;
  const phase = findPhaseFigures(figures, value.item as PhaseCode) ?? null;
  const goal = phase ? null : (findGoalFigures(figures, value.item as GoalCode) ?? null);
  if (!phase && !goal) return tell(environment, press, { code: 'UNKNOWN_CODE', given: value.item, near: [] });
  const view = reportModal({ phase, goal, ...value, today: context.clock.today() }, voice);
  await client.views.open({ trigger_id: press.triggerId, view });
}

async function barred(
  environment: Environment,
  press: ButtonPress,
  value: AnswerValue,
): Promise<Refusal | null> {
  const person = await identify(environment, press.user);
  if (!person.ok) return person.refusal;
  const state = await readCheckIn(environment.context, value.checkInId);
  if (!state || state.checkIn.person !== person.value.key) return { code: 'NOT_YOUR_CHECK_IN' };
  return state.closedSince === null ? null : { code: 'CHECK_IN_CLOSED', closedOn: state.closedSince };
}

async function tell({ client, voice }: Environment, press: ButtonPress, refusal: Refusal): Promise<void> {
  await client.chat.postEphemeral({
    channel: press.channel,
    user: press.user,
    ...refusedMessage([{ line: '', refusal }], voice),
  });
}
