/** What becomes of a message whose sending failed: again later, or never by itself. */
import { ErrorCode } from '@slack/web-api';
import type { ClaimedMessage, Settlement } from '../../services/outbox.ts';
import type { Environment } from '../environment.ts';
import { platformError } from '../platform-error.ts';
import { isHeld } from '../workspaces/lost-access.ts';
import { Undeliverable } from './resolve-channel.ts';

/**
 * What Slack says against this message or its conversation, which another attempt cannot change. Everything else,
 * such as a scope that is missing, is put right for all messages at once: they wait.
 */
const DEFINITE = new Set([
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'user_not_found',
  'users_not_found',
  'user_disabled',
  'cannot_dm_bot',
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'thread_not_found',
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'invalid_arguments',
  'invalid_metadata_format',
  'metadata_too_large',
]);

/** Attempts after which an error of our own, which no waiting mends, stops holding up what comes after it. */
const OWN_ERROR_ATTEMPTS = 5;

/** How long a message waits each time for a workspace to which nothing is sent. */
const HELD_SECONDS = 60;

const FIRST_WAIT_SECONDS = 2;
const LONGEST_WAIT_SECONDS = 300;

export function settlementOf(
  { logger, context }: Pick<Environment, 'logger' | 'context'>,
  message: ClaimedMessage,
  error: unknown,
): Settlement {
  const text = error instanceof Error ? error.message : String(error);
  const retry = (seconds: number): Settlement => ({
    outcome: 'RETRY',
    notBefore: new Date(context.realNow().getTime() + seconds * 1000).toISOString(),
    error: text,
  });
  // Told once, when the workspace was held, and not of every message that waits for it.
  if (isHeld(error)) return retry(HELD_SECONDS);
  // Not by its key, which names people.
  const named = { messageId: message.id, notice: message.notice.kind };
  const definite = error instanceof Undeliverable || DEFINITE.has(platformError(error) ?? '');
  const hopeless = !isSlackError(error) && message.attempt >= OWN_ERROR_ATTEMPTS;
  if (definite || hopeless) {
    logger.error({ ...named, err: error }, 'a message cannot be delivered');
    return { outcome: 'DEAD', error: text };
  }
  logger.warn({ ...named, attempt: message.attempt, err: error }, 'a message will be sent again');
  if (isRateLimit(error)) return retry(error.retryAfter);
  return retry(Math.min(FIRST_WAIT_SECONDS ** message.attempt, LONGEST_WAIT_SECONDS));
}

const hasCode = (error: unknown): error is { code: string } =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';

/** Of Slack's client: the network, a rate limit, an answer of Slack's. */
const isSlackError = (error: unknown): boolean =>
  hasCode(error) && Object.values<string>(ErrorCode).includes(error.code);

const isRateLimit = (error: unknown): error is { code: string; retryAfter: number } =>
  hasCode(error) &&
  error.code === ErrorCode.RateLimitedError &&
  'retryAfter' in error &&
  typeof error.retryAfter === 'number';
