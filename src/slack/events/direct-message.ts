import { actorOf } from '../../domain/actor.ts';
import type { Destination, RefusedLine } from '../../domain/notice.ts';
import { answerRefusal } from '../../services/answer-refusal.ts';
import { type CheckInState, findCheckInByMessage } from '../../services/read-check-in.ts';
import { recordStatements } from '../../services/record-statements.ts';
import { refusedMessage } from '../blocks/recorded-blocks.ts';
import type { Environment } from '../environment.ts';
import { parseReply } from '../grammar/parse-reply.ts';
import { identify } from '../identify.ts';

/** What somebody wrote to the bot. */
export type DirectMessage = {
  /** Slack's id of the delivery: the same for every retry of it. */
  readonly eventId: string;
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly threadTs: string | null;
};

/** Records a reply in plain words, or says why it was not taken; the answer goes where the message stood. */
export async function answerDirectMessage(environment: Environment, message: DirectMessage): Promise<void> {
  const { context, voice } = environment;
  const person = await identify(environment, message.user);
  if (!person.ok) return refuse(environment, message, [{ line: '', refusal: person.refusal }]);
  const checkIn =
    message.threadTs === null
      ? undefined
      : await findCheckInByMessage(context, message.channel, message.threadTs);
  if (checkIn?.closedSince) {
    const refusal = { code: 'CHECK_IN_CLOSED', closedOn: checkIn.closedSince } as const;
    return refuse(environment, message, [{ line: '', refusal }]);
  }
  const reply = parseReply(message.text, {
    language: voice.language,
    today: context.clock.today(),
    impliedItem: onlyItem(checkIn),
  });
  if (!reply.ok) return refuse(environment, message, reply.lines);
  const outcome = await recordStatements(context, {
    statements: reply.statements,
    lines: reply.lines,
    actor: actorOf(person.value),
    source: 'SLACK',
    year: checkIn?.year ?? null,
    inbox: { key: inboxKey(message), fingerprint: message.text },
    replyTo: destination(message),
  });
  if (!outcome.ok) await refuse(environment, message, outcome.lines);
}

/** A reply under a check-in of one item may leave its code out. */
const onlyItem = (checkIn: CheckInState | undefined): string | null =>
  checkIn?.lines.length === 1 ? (checkIn.lines[0]?.item ?? null) : null;

const inboxKey = ({ eventId }: DirectMessage): string => `slack/event/${eventId}`;

const destination = ({ channel, threadTs }: DirectMessage): Destination => ({
  kind: 'CONVERSATION',
  channel,
  threadTs,
});

async function refuse(
  { context, client, voice }: Environment,
  message: DirectMessage,
  lines: readonly RefusedLine[],
): Promise<void> {
  const left = await answerRefusal(context, {
    inboxKey: inboxKey(message),
    replyTo: destination(message),
    lines,
  });
  if (left) return;
  await client.chat.postMessage({
    channel: message.channel,
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...refusedMessage(lines, voice),
  });
}
