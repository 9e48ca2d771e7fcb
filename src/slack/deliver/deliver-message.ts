/**
 * One message of the outbox, sent to Slack. Slack has no idempotency key for posting, so every message carries
 * its outbox key as metadata, and a message that may have been posted before is looked for before it is sent again.
 */
import type { ClaimedMessage, Settlement } from '../../services/outbox.ts';
import type { Environment } from '../environment.ts';
import { platformError, retryAfterOf } from '../platform-error.ts';
import { CallHeld } from '../workspaces/call-gate.ts';
import { isHeld } from '../workspaces/lost-access.ts';
import { type Attempt, beginAttempt, TooLate } from './attempt.ts';
import { type Composed, compose, NothingToSend } from './compose.ts';
import { findEarlier, METADATA_TYPE } from './find-earlier.ts';
import { leavesDoubt } from './refusals.ts';
import { findChannel, resolveChannel } from './resolve-channel.ts';
import { settlementOf } from './settlement-of.ts';

/** Of a channel that may have been made anew under its name. */
const CHANNEL_GONE = new Set(['channel_not_found', 'is_archived']);
/** Of a message whose picture Slack may not take. */
const BLOCKS_REFUSED = new Set(['invalid_blocks', 'invalid_blocks_format']);

export type Sending = {
  /** The environment of a workspace in which a message that is redrawn was sent; undefined if it is not installed. */
  readonly environmentOf?: (team: string) => Environment | undefined;
  /** Other workspaces in which the receiver is known: an earlier attempt may have gone there. */
  readonly elsewhere?: readonly Environment[];
  /** Instant after which nothing is posted; null for no such limit. */
  readonly postBy?: string | null;
};

/** One attempt at one message, and what it works with. */
type Delivering = Required<Sending> & {
  readonly environment: Environment;
  readonly message: ClaimedMessage;
  readonly attempt: Attempt;
};

/**
 * @param environment of the workspace in which the receiver is known
 * @throws what tells that the call was not made, or refused with the app's access (`isHeld`, `CallHeld`): the message
 *   was not posted
 */
export async function deliverMessage(
  environment: Environment,
  message: ClaimedMessage,
  { environmentOf = () => undefined, elsewhere = [], postBy = null }: Sending = {},
): Promise<Settlement> {
  const attempt = beginAttempt(message);
  try {
    return await send({ environment, message, attempt, environmentOf, elsewhere, postBy });
  } catch (error) {
    if (isHeld(error) || error instanceof CallHeld) throw error;
    if (error instanceof NothingToSend) return { outcome: 'NOTHING_TO_SEND' };
    return settlementOf(environment, message, error, attempt);
  }
}

async function send(delivering: Delivering): Promise<Settlement> {
  const { environment, message, attempt } = delivering;
  // Before it is known whether it is still to be said: perhaps it has been said.
  if (attempt.inDoubt) {
    const earlier = await foundEarlier(delivering, await resolveChannel(environment, message.destination));
    if (earlier !== undefined) return earlier;
  }
  const composed = await compose(environment, message.notice);
  if (composed.replaces !== null) return redraw(delivering, composed.content, composed.replaces);
  const channel = await resolveChannel(environment, message.destination);
  try {
    return await post(delivering, channel, composed);
  } catch (error) {
    const anew = await findAnew(delivering, error);
    if (anew === undefined || anew === channel) throw error;
    // Nothing is known of that one yet.
    attempt.inDoubt = beginAttempt(message).inDoubt;
    return (await foundEarlier(delivering, anew)) ?? post(delivering, anew, composed);
  }
}

async function redraw(
  { environment, attempt, environmentOf, postBy }: Delivering,
  content: Composed['content'],
  place: NonNullable<Composed['replaces']>,
): Promise<Settlement> {
  // The receiver may have been found in another workspace since; the message still stands where it was sent.
  const { client, team } = (place.team && environmentOf(place.team)) || environment;
  attempt.inDoubt = false;
  attempt.postedAt = postingAt(environment, postBy);
  await client.chat.update({ ...content, channel: place.channel, ts: place.ts });
  return { outcome: 'SENT', channel: place.channel, ts: place.ts, team };
}

const threadOf = ({ destination }: ClaimedMessage): string | null =>
  destination.kind === 'CONVERSATION' ? destination.threadTs : null;

/** Where an earlier attempt left the message; undefined when none did, of which there is no doubt any more then. */
async function foundEarlier(
  { environment, message, attempt, elsewhere }: Delivering,
  channel: string,
): Promise<Settlement | undefined> {
  if (!attempt.inDoubt) return undefined;
  const threadTs = threadOf(message);
  const ts = await findEarlier(environment, { channel, threadTs }, message);
  if (ts !== undefined) return { outcome: 'SENT', channel, ts, team: environment.team };
  for (const other of elsewhere) {
    const there = await resolveChannel(other, message.destination);
    const found = await findEarlier(other, { channel: there, threadTs }, message);
    if (found !== undefined) return { outcome: 'SENT', channel: there, ts: found, team: other.team };
  }
  attempt.inDoubt = false;
  return undefined;
}

async function post(
  delivering: Delivering,
  channel: string,
  { content, plainer }: Composed,
): Promise<Settlement> {
  try {
    return await postContent(delivering, channel, content);
  } catch (error) {
    if (plainer === undefined || !BLOCKS_REFUSED.has(platformError(error) ?? '')) throw error;
    return postContent(delivering, channel, plainer);
  }
}

async function postContent(
  { environment, message, attempt, postBy }: Delivering,
  channel: string,
  content: Composed['content'],
): Promise<Settlement> {
  const { client, team } = environment;
  const threadTs = threadOf(message);
  attempt.postedAt = postingAt(environment, postBy);
  const posted = await client.chat.postMessage({
    ...content,
    channel,
    ...(threadTs === null ? {} : { thread_ts: threadTs }),
    metadata: { event_type: METADATA_TYPE, event_payload: { key: message.key } },
    unfurl_links: false,
  });
  if (posted.ts === undefined) throw new Error('chat.postMessage answered without a ts');
  return { outcome: 'SENT', channel: posted.channel ?? channel, ts: posted.ts, team };
}

/** Right before the call. @throws TooLate */
function postingAt({ context }: Environment, postBy: string | null): number {
  const now = context.realNow();
  if (postBy !== null && now.toISOString() > postBy) throw new TooLate(`not posted by ${postBy}`);
  return now.getTime();
}

/** A channel archived and made again has another id than the one remembered; undefined where that is not it. */
async function findAnew(
  { environment, message, attempt }: Delivering,
  error: unknown,
): Promise<string | undefined> {
  const { destination } = message;
  if (destination.kind !== 'CHANNEL' || !CHANNEL_GONE.has(platformError(error) ?? '')) return undefined;
  // Slack refused the post: this attempt left nothing so far.
  attempt.postedAt = null;
  return findChannel(environment, destination.name).catch((failure: unknown) => {
    if (leavesDoubt(failure) || retryAfterOf(failure) !== undefined) throw failure;
    return undefined;
  });
}
