/**
 * One message of the outbox, sent to Slack. Slack has no idempotency key for posting, so every message carries
 * its outbox key as metadata, and a message that was tried before is looked for before it is sent again.
 */
import type { ClaimedMessage, Settlement } from '../../services/outbox.ts';
import type { Environment } from '../environment.ts';
import { platformError } from '../platform-error.ts';
import { isHeld } from '../workspaces/lost-access.ts';
import { compose, NothingToSend } from './compose.ts';
import { findChannel, resolveChannel } from './resolve-channel.ts';
import { settlementOf } from './settlement-of.ts';

const METADATA_TYPE = 'arti_outbox';
/** Messages a page, and pages, in which an earlier attempt is looked for. */
const LOOK_BACK = 100;
const LOOK_BACK_PAGES = 20;

/** Of a channel that may have been made anew under its name. */
const CHANNEL_GONE = new Set(['channel_not_found', 'is_archived']);

/** The environment of the workspace with that id; undefined for one that is not installed. */
export type EnvironmentOf = (team: string) => Environment | undefined;

/**
 * @param environment of the workspace in which the receiver is known
 * @param environmentOf of the workspace in which a message that is redrawn was sent
 * @throws what tells that nothing is sent to the workspace for now (`isHeld`): the message was not posted
 */
export async function deliverMessage(
  environment: Environment,
  message: ClaimedMessage,
  environmentOf: EnvironmentOf = () => undefined,
): Promise<Settlement> {
  const sendTo = (channel: string) => send(environment, message, channel, environmentOf);
  try {
    return await sendTo(await resolveChannel(environment, message.destination));
  } catch (error) {
    const settle = (failure: unknown): Settlement => {
      if (isHeld(failure)) throw failure;
      if (failure instanceof NothingToSend) return { outcome: 'NOTHING_TO_SEND' };
      return settlementOf(environment, message, failure);
    };
    const anew = await resolveAnew(environment, message, error).catch(() => undefined);
    return anew === undefined ? settle(error) : sendTo(anew).catch(settle);
  }
}

/** A channel archived and made again has another id than the one remembered; undefined where that is not it. */
async function resolveAnew(
  environment: Environment,
  { destination }: ClaimedMessage,
  error: unknown,
): Promise<string | undefined> {
  if (destination.kind !== 'CHANNEL' || !CHANNEL_GONE.has(platformError(error) ?? '')) return undefined;
  return findChannel(environment, destination.name);
}

/** `team` is null of what was sent when there was but one workspace. */
type Place = { readonly channel: string; readonly ts: string; readonly team?: string | null };

async function send(
  environment: Environment,
  message: ClaimedMessage,
  channel: string,
  environmentOf: EnvironmentOf,
): Promise<Settlement> {
  const { content, replaces } = await compose(environment, message.notice);
  if (replaces) {
    const place: Place = replaces;
    // The receiver may have been found in another workspace since; the message still stands where it was sent.
    const { client, team } = (place.team && environmentOf(place.team)) || environment;
    await client.chat.update({ ...content, channel: place.channel, ts: place.ts });
    return { outcome: 'SENT', channel: place.channel, ts: place.ts, team };
  }
  const threadTs = message.destination.kind === 'CONVERSATION' ? message.destination.threadTs : null;
  const earlier =
    message.attempt > 1 ? await findEarlier(environment, channel, threadTs, message.key) : undefined;
  if (earlier) return { outcome: 'SENT', channel, ts: earlier, team: environment.team };
  const posted = await environment.client.chat.postMessage({
    ...content,
    channel,
    ...(threadTs === null ? {} : { thread_ts: threadTs }),
    metadata: { event_type: METADATA_TYPE, event_payload: { key: message.key } },
    unfurl_links: false,
  });
  return {
    outcome: 'SENT',
    channel: posted.channel ?? channel,
    ts: posted.ts ?? '',
    team: environment.team,
  };
}

/** The `ts` of the message that an earlier, doubtful attempt left behind. */
async function findEarlier(
  { client }: Environment,
  channel: string,
  threadTs: string | null,
  key: string,
): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < LOOK_BACK_PAGES; page++) {
    const query = { channel, limit: LOOK_BACK, include_all_metadata: true, ...(cursor ? { cursor } : {}) };
    // A channel's history begins with the newest, a thread's replies with the oldest: those are read to the end.
    const found =
      threadTs === null
        ? await client.conversations.history(query)
        : await client.conversations.replies({ ...query, ts: threadTs });
    const ts = found.messages?.find((each) => carries(each.metadata, key))?.ts;
    cursor = found.response_metadata?.next_cursor || undefined;
    if (ts !== undefined || cursor === undefined || threadTs === null) return ts;
  }
  return undefined;
}

function carries(
  metadata: { event_type?: string; event_payload?: object } | undefined,
  key: string,
): boolean {
  const payload: { key?: unknown } | undefined = metadata?.event_payload;
  return metadata?.event_type === METADATA_TYPE && payload?.key === key;
}
