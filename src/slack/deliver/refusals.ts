/** Slack's words, and what each says of a call that was answered with it. */
import { httpStatusOf, neverReached, platformError, retryAfterOf } from '../platform-error.ts';

/** Said against this message or its conversation, which another attempt cannot change. */
const DEFINITE: ReadonlySet<string> = new Set([
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'user_not_found',
  'users_not_found',
  'user_disabled',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'thread_not_found',
  'cannot_reply_to_message',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'restricted_action_thread_locked',
  'posting_to_general_channel_denied',
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'no_text',
  'invalid_arguments',
  'invalid_metadata_format',
  'metadata_too_large',
]);

/** Said against every message alike: once it is put right they are sent, so they wait. */
const FOR_ALL: ReadonlySet<string> = new Set([
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'access_denied',
  'ekm_access_denied',
  'org_login_required',
  'team_access_not_granted',
  'enterprise_is_restricted',
]);

/** Slack had trouble of its own; of the first two it says that part of what was asked may have been done. */
const TROUBLE: ReadonlySet<string> = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
]);

/** Slack's word when it refuses a message for good. */
export function definiteRefusal(error: unknown): string | undefined {
  const said = platformError(error);
  return said !== undefined && DEFINITE.has(said) ? said : undefined;
}

/**
 * Whether a call that failed so may have had its effect, or may yet have it. Only what is known as a refusal is taken
 * for one: of a word that is not known, looking costs little.
 */
export function leavesDoubt(error: unknown): boolean {
  if (retryAfterOf(error) !== undefined || neverReached(error)) return false;
  const said = platformError(error);
  return said === undefined || !(DEFINITE.has(said) || FOR_ALL.has(said));
}

/** What Slack, or what stands before it, says each time: a word that is no trouble of its own, or HTTP 4xx. */
export function lastingRefusal(error: unknown): string | undefined {
  const status = httpStatusOf(error);
  if (status !== undefined) return status >= 400 && status < 500 ? `http_${status}` : undefined;
  const said = platformError(error);
  return said === undefined || retryAfterOf(error) !== undefined || TROUBLE.has(said) ? undefined : said;
}

/** Slack's word when it does not let us read; undefined for what another attempt may change. */
export function refusalToShow(error: unknown): string | undefined {
  const said = platformError(error);
  if (said === undefined || retryAfterOf(error) !== undefined || TROUBLE.has(said)) return undefined;
  // What is no answer of Slack's, a proxy's page for one, comes as its word as well.
  return /^[a-z_]+$/.test(said) ? said : undefined;
}
