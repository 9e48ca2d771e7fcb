/**
 * One message of the outbox, sent to Slack. Slack has no idempotency key for posting, so every message carries
 * its outbox key as metadata, and a message that was tried before is looked for before it is sent again.
 */
import { ErrorCode } from '@slack/web-api';
import type { ClaimedMessage, Settlement } from '../../services/outbox.ts';
import type { Environment } from '../environment.ts';
import { compose } from './compose.ts';
import { resolveChannel, Undeliverable } from './resolve-channel.ts';

const METADATA_TYPE = 'arti_outbox';
/** Messages of the conversation in which an earlier attempt is looked for. */
const LOOK_BACK = 100;

/** Slack's answers that another attempt cannot change. */
const TEMPORARY = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
]);

export async function deliverMessage(environment: Environment, message: ClaimedMessage): Promise<Settlement> {
  try {
    const channel = await resolveChannel(environment, message.destination);
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
  } catch (error) {
    return settlementOf(environment, message, error);
  }
}

/** The `ts` of the message that an earlier, doubtful attempt left behind. */
async function findEarlier(
  { client }: Environment,
  channel: string,
  threadTs: string | null,
  key: string,
): Promise<string | undefined> {
  const page =
    threadTs === null
      ? await client.conversations.history({ channel, limit: LOOK_BACK, include_all_metadata: true })
      : await client.conversations.replies({
          channel,
          ts: threadTs,
          limit: LOOK_BACK,
          include_all_metadata: true,
        });
  return page.messages?.find(({ metadata }) => {
    const payload: { key?: unknown } | undefined = metadata?.event_payload;
    return metadata?.event_type === METADATA_TYPE && payload?.key === key;
  })?.ts;
}

const FIRST_WAIT_SECONDS = 2;
const LONGEST_WAIT_SECONDS = 300;

function settlementOf({ logger, context }: Environment, message: ClaimedMessage, error: unknown): Settlement {
  const text = error instanceof Error ? error.message : String(error);
  const retry = (seconds: number): Settlement => ({
    outcome: 'RETRY',
    notBefore: new Date(context.realNow().getTime() + seconds * 1000).toISOString(),
    error: text,
  });
  if (error instanceof Undeliverable || isDefinite(error)) {
    logger.error({ key: message.key, error: text }, 'a message cannot be delivered');
    return { outcome: 'DEAD', error: text };
  }
  logger.warn({ key: message.key, attempt: message.attempt, error: text }, 'a message will be sent again');
  if (isRateLimit(error)) return retry(error.retryAfter);
  return retry(Math.min(FIRST_WAIT_SECONDS ** message.attempt, LONGEST_WAIT_SECONDS));
}

const hasCode = (error: unknown): error is { code: string } =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';

function isDefinite(error: unknown): boolean {
  if (!hasCode(error) || error.code !== ErrorCode.PlatformError || !('data' in error)) return false;
  const data = error.data as { error?: unknown } | undefined;
  return typeof data?.error === 'string' && !TEMPORARY.has(data.error);
}

const isRateLimit = (error: unknown): error is { code: string; retryAfter: number } =>
  hasCode(error) &&
  error.code === ErrorCode.RateLimitedError &&
  'retryAfter' in error &&
  typeof error.retryAfter === 'number';
