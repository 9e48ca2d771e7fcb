import type { IsoDate } from '../../domain/dates.ts';
import type { Destination, RefusedLine } from '../../domain/notice.ts';
import { answerOnce } from '../../services/answer-once.ts';
import { type AskedStep, askedKey } from '../../services/asked-reading.ts';
import type { InboxKey } from '../../services/find-repeat.ts';
import { recordingInbox } from '../../services/person-message.ts';
import type { CheckInState } from '../../services/read-check-in.ts';
import { recordStatements } from '../../services/record-statements.ts';
import { refusedMessage } from '../blocks/recorded-blocks.ts';
import type { Environment } from '../environment.ts';
import type { Reply } from '../grammar/reply.ts';
import type { Caller } from '../identify.ts';

export type Taking = {
  readonly caller: Caller;
  readonly checkIn: CheckInState | null;
  /** The day of which it speaks unless it names another. */
  readonly day: IsoDate;
  /** What a question about it would be. */
  readonly asked: AskedStep;
  /** Each makes its outcome the only one. They may be the same. */
  readonly recordedInbox: InboxKey;
  readonly answeredInbox: InboxKey;
  readonly replyTo: Extract<Destination, { kind: 'CONVERSATION' }>;
};

/** BEFORE: it had its effect already. */
export type Taken = 'RECORDED' | 'ASKED' | 'REFUSED' | 'BEFORE';

/** Records a reply, asks back what it can mean, or says why it is not taken: one of them, once. */
export async function takeReply(environment: Environment, reply: Reply, taking: Taking): Promise<Taken> {
  const { context } = environment;
  const { caller, checkIn, day, asked, replyTo } = taking;
  if (reply.ok === false) return refuseReply(environment, reply.lines, taking);
  if (reply.ok === 'AMBIGUOUS') {
    const { lines, index, reason, choices } = reply;
    const notice = {
      kind: 'ASK_BACK',
      person: caller.person.key,
      lines,
      index,
      reason,
      choices,
      checkInId: checkIn?.checkIn.id ?? null,
    } as const;
    const answer = { key: askedKey(asked), destination: replyTo, notice };
    return (await answerOnce(context, taking.answeredInbox, [answer])) === 'BEFORE' ? 'BEFORE' : 'ASKED';
  }
  const outcome = await recordStatements(context, {
    statements: reply.statements.map((each) => ({ ...each, reportedOn: each.reportedOn ?? day })),
    lines: reply.lines,
    actor: caller.actor,
    source: 'SLACK',
    year: checkIn?.year ?? null,
    inbox: recordingInbox(taking.recordedInbox, reply.statements, day),
    answers: checkIn?.checkIn,
    replyTo,
  });
  if (outcome.ok) return outcome.value.duplicate ? 'BEFORE' : 'RECORDED';
  if (outcome.lines.some(({ refusal }) => refusal.code === 'IDEMPOTENCY_KEY_REUSED')) return 'BEFORE';
  return refuseReply(environment, outcome.lines, taking);
}

/** Says why nothing was taken; without a plan to hang the answer on, at once. */
export async function refuseReply(
  { context, client, voice }: Environment,
  lines: readonly RefusedLine[],
  { answeredInbox, replyTo }: Pick<Taking, 'answeredInbox' | 'replyTo'>,
): Promise<'REFUSED' | 'BEFORE'> {
  const answer = {
    key: `refused-${answeredInbox.key}`,
    destination: replyTo,
    notice: { kind: 'REFUSED', lines },
  } as const;
  const left = await answerOnce(context, answeredInbox, [answer]);
  if (left !== 'NO_PLAN') return left === 'BEFORE' ? 'BEFORE' : 'REFUSED';
  await client.chat.postMessage({
    channel: replyTo.channel,
    ...(replyTo.threadTs === null ? {} : { thread_ts: replyTo.threadTs }),
    ...refusedMessage(lines, voice),
  });
  return 'REFUSED';
}
