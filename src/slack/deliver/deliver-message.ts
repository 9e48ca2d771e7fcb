/**
 * One message of the outbox, sent to Slack. Slack has no idempotency key for posting, so every message carries
 * its outbox key as metadata, and a message that was tried before is looked for before it is sent again.
 */
import type { ClaimedMessage, Settlement } from '../../services/outbox.ts';
import type { Environment } from '../environment.ts';
import { platformError } from '../platform-error.ts';
import { compose } from './compose.ts';
import { findChannel, resolveChannel } from './resolve-channel.ts';
import { settlementOf } from './settlement-of.ts';

const METADATA_TYPE = 'arti_outbox';
/** Messages a page, and pages, in which an earlier attempt is looked for. */
const LOOK_BACK = 100;
const LOOK_BACK_PAGES = 20;

/** Of a channel that may have been made anew under its name. */
const CHANNEL_GONE = new Set(['channel_not_found', 'is_archived']);

export async function deliverMessage(environment: Environment, message: ClaimedMessage): Promise<Settlement> {
  try {
    return await send(environment, message, await resolveChannel(environment, message.destination));
  } catch (error) {
    const anew = await resolveAnew(environment, message, error).catch(() => undefined);
    if (anew === undefined) return settlementOf(environment, message, error);
    return send(environment, message, anew).catch((again: unknown) =>
      settlementOf(environment, message, again),
    );
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

async function send(environment: Environment, message: ClaimedMessage, channel: string): Promise<Settlement> {
  const { content, replaces } = await compose(environment, message.notice);
  if (replaces) {
    await environment.client.chat.update({ ...content, channel: replaces.channel, ts: replaces.ts });
    return { outcome: 'SENT', ...replaces };
  }
  const threadTs = message.destination.kind === 'CONVERSATION' ? message.destination.threadTs : null;
  const earlier =
    message.attempt > 1 ? await findEarlier(environment, channel, threadTs, message.key) : undefined;
  if (earlier) return { outcome: 'SENT', channel, ts: earlier };
  const posted = await environment.client.chat.postMessage({
    ...content,
    channel,
    ...(threadTs === null ? {} : { thread_ts: threadTs }),
    metadata: { event_type: METADATA_TYPE, event_payload: { key: message.key } },
    unfurl_links: false,
  });
  return { outcome: 'SENT', channel: posted.channel ?? channel, ts: posted.ts ?? '' };
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
