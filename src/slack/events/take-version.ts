import type { Destination } from '../../domain/notice.ts';
import { versionInbox } from '../../services/person-message.ts';
import type { Environment } from '../environment.ts';
import { identify } from '../identify.ts';
import type { EditedMessage, WrittenMessage } from './message-event.ts';
import { itemsOfText, readConversation } from './read-conversation.ts';
import { readReply } from './read-reply.ts';
import { refuseReply, type Taken, takeReply } from './take-reply.ts';

/** The answer goes where the message stood. */
export const replyTo = ({
  team,
  channel,
  threadTs,
}: Pick<WrittenMessage, 'team' | 'channel' | 'threadTs'>): Extract<
  Destination,
  { kind: 'CONVERSATION' }
> => ({ kind: 'CONVERSATION', channel, threadTs, team });

/** Takes a message as it stands now: recorded, asked back, or refused. */
export async function takeVersion(
  environment: Environment,
  message: WrittenMessage | EditedMessage,
  { edit, writtenAt }: { readonly edit: number; readonly writtenAt: string },
): Promise<Taken> {
  const { team, channel, ts } = message;
  const version = { place: { team, channel, ts }, edit };
  const inbox = versionInbox(version, writtenAt, message.text, itemsOfText(message.text));
  const answering = { answeredInbox: inbox, replyTo: replyTo(message) };
  const caller = await identify(environment, message.user);
  if (!caller.ok) {
    return refuseReply(environment, [{ line: '', refusal: caller.refusal }], answering);
  }
  const conversation = await readConversation(environment, message);
  const { checkIn } = conversation;
  if (checkIn?.closedSince) {
    const refusal = { code: 'CHECK_IN_CLOSED', closedOn: checkIn.closedSince } as const;
    return refuseReply(environment, [{ line: '', refusal }], answering);
  }
  const day = environment.context.clock.today();
  const reply = await readReply(environment, caller.value.person, message.text, conversation, day);
  return takeReply(environment, reply, {
    ...answering,
    recordedInbox: inbox,
    caller: caller.value,
    checkIn,
    day,
    asked: { version, step: 0 },
  });
}
