import type { RefusedLine } from '../../domain/notice.ts';
import { refusalText } from '../../messages/refusals.ts';
import { answerOnce } from '../../services/answer-once.ts';
import {
  type AskedReading,
  answeredKey,
  findAskedReading,
  isAnswered,
} from '../../services/asked-reading.ts';
import { chosenInbox, readVersions, spokenDay } from '../../services/person-message.ts';
import { readCheckIn } from '../../services/read-check-in.ts';
import { NO_READING, type ReadingOutcome, settledMessage } from '../blocks/ask-back-blocks.ts';
import { escapeText } from '../blocks/parts.ts';
import type { Environment } from '../environment.ts';
import { readReply } from '../events/read-reply.ts';
import { refuseReply, takeReply } from '../events/take-reply.ts';
import { replyTo } from '../events/take-version.ts';
import { type Caller, identify } from '../identify.ts';
import { platformError } from '../platform-error.ts';
import { tellPresser } from '../tell-presser.ts';
import type { Press } from './press.ts';

/** A button pressed, or an option chosen, under a question about what somebody wrote: puts the choice in the place of the doubtful line. */
export async function chooseReading(environment: Environment, press: Press): Promise<void> {
  const { context, voice } = environment;
  const { channel, messageTs } = press;
  if (channel === null || messageTs === null) return;
  const asked = await findAskedReading(context, channel, messageTs);
  if (!asked) return tellPresser(environment, press, voice.t.readingGone);
  const caller = await identify(environment, press.user);
  const refusal = caller.ok ? ({ code: 'NOT_YOUR_CHECK_IN' } as const) : caller.refusal;
  if (!caller.ok || caller.value.person.key !== asked.notice.person) {
    return tellPresser(environment, press, refusalText(refusal, voice.language));
  }
  const choice = chosenLines(asked, press.value);
  const outcome = await settle(environment, press, asked, caller.value, choice);
  await redraw(environment, { channel, ts: messageTs }, asked, outcome, choice ?? '');
  if (outcome === 'BEFORE') await tellPresser(environment, press, voice.t.readingBefore);
}

/** What was chosen, as it was offered; null for none. */
function chosenLines({ notice }: AskedReading, value: string): string | null {
  if (value === NO_READING) return null;
  if (notice.kind === 'CORRECTION_OFFERED') return notice.lines.join('\n');
  const choice = notice.choices[Number(value)];
  if (choice === undefined)
    throw new Error(`a question of ${notice.choices.length} choices has no choice ${value}`);
  return choice;
}

async function settle(
  environment: Environment,
  press: Press,
  asked: AskedReading,
  caller: Caller,
  choice: string | null,
): Promise<ReadingOutcome> {
  const { context } = environment;
  const { version, step, notice } = asked;
  const versions = await readVersions(context, version.place);
  const isRecorded = versions.some(({ edit, recorded }) => edit === version.edit && recorded !== null);
  if (isRecorded || (await isAnswered(context, asked))) return 'BEFORE';
  if (versions.some(({ edit }) => edit > version.edit)) return 'SUPERSEDED';
  const answeredInbox = { key: answeredKey(asked), fingerprint: choice ?? NO_READING };
  if (choice === null) {
    return (await answerOnce(context, answeredInbox, [])) === 'BEFORE' ? 'BEFORE' : 'NONE';
  }
  const lines = notice.kind === 'ASK_BACK' ? notice.lines.with(notice.index, choice) : notice.lines;
  const answering = { answeredInbox, replyTo: conversationOf(environment, press) };
  const refuse = async (refused: readonly RefusedLine[]) =>
    (await refuseReply(environment, refused, answering)) === 'BEFORE' ? 'BEFORE' : 'REFUSED';
  const checkIn = notice.checkInId === null ? null : ((await readCheckIn(context, notice.checkInId)) ?? null);
  if (checkIn?.closedSince) {
    return refuse([{ line: '', refusal: { code: 'CHECK_IN_CLOSED', closedOn: checkIn.closedSince } }]);
  }
  const day = spokenDay(versions, version.edit, context.clock.today());
  const conversation = { checkIn, impliedItem: null };
  // The grammar reads what Slack sends, in which some characters are entities.
  const text = escapeText(lines.join('\n'));
  const reply = await readReply(environment, caller.person, text, conversation, day);
  const taken = await takeReply(environment, reply, {
    ...answering,
    recordedInbox: chosenInbox(version, text),
    caller,
    checkIn,
    day,
    asked: { version, step: step + 1 },
  });
  return taken === 'RECORDED' || taken === 'ASKED' ? 'CHOSEN' : taken;
}

/** Where the question stands. */
const conversationOf = ({ team }: Environment, { channel, messageTs, threadTs }: Press) =>
  replyTo({ team, channel: channel ?? '', threadTs: threadTs === messageTs ? null : threadTs });

/** Slack’s answers when the question is no longer there to be redrawn: it was deleted. */
const GONE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

async function redraw(
  { client, voice }: Environment,
  place: { readonly channel: string; readonly ts: string },
  { notice }: AskedReading,
  outcome: ReadingOutcome,
  choice: string,
): Promise<void> {
  const content = settledMessage(notice, outcome, choice, voice);
  await client.chat.update({ ...place, ...content }).catch((error: unknown) => {
    if (!GONE.has(platformError(error) ?? '')) throw error;
  });
}
