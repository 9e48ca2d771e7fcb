import { ErrorCode } from '@slack/web-api';

const hasCode = (error: unknown): error is { readonly code: unknown } =>
  typeof error === 'object' && error !== null && 'code' in error;

function answerOf(error: unknown): { error?: unknown; response_metadata?: unknown } | undefined {
  if (!hasCode(error) || !('data' in error) || error.code !== ErrorCode.PlatformError) return undefined;
  return typeof error.data === 'object' && error.data !== null ? error.data : undefined;
}

/** Slack's own error code, such as `channel_not_found`, when that is what `error` is. */
export function platformError(error: unknown): string | undefined {
  const said = answerOf(error)?.error;
  return typeof said === 'string' ? said : undefined;
}

/** Slack's words, in an answer of status 200, for too many calls. */
const TOO_MANY: ReadonlySet<string> = new Set(['ratelimited', 'rate_limited']);
/** Where Slack does not say how long. */
const UNSAID_SECONDS = 1;

/** In how many seconds Slack takes the call again that it refused for too many calls; undefined of any other error. */
export function retryAfterOf(error: unknown): number | undefined {
  if (hasCode(error) && error.code === ErrorCode.RateLimitedError && 'retryAfter' in error)
    return typeof error.retryAfter === 'number' ? error.retryAfter : UNSAID_SECONDS;
  if (!TOO_MANY.has(platformError(error) ?? '')) return undefined;
  const metadata = answerOf(error)?.response_metadata;
  const told =
    typeof metadata === 'object' && metadata !== null && 'retryAfter' in metadata
      ? metadata.retryAfter
      : undefined;
  return typeof told === 'number' ? told : UNSAID_SECONDS;
}

/** Slack's client says so of the network, of a rate limit and of an answer of Slack's; of nothing of our own. */
export const isSlackError = (error: unknown): boolean =>
  hasCode(error) && Object.values<unknown>(ErrorCode).includes(error.code);

/** Status of an answer that was not Slack's own, such as 404; undefined of any other error. */
export const httpStatusOf = (error: unknown): number | undefined =>
  hasCode(error) &&
  error.code === ErrorCode.HTTPError &&
  'statusCode' in error &&
  typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;

/** Of a connection that was never made: nothing was sent. */
const NEVER_CONNECTED: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** True when the call certainly did not reach Slack. */
export function neverReached(error: unknown): boolean {
  if (!hasCode(error) || error.code !== ErrorCode.RequestError || !('original' in error)) return false;
  const { original } = error;
  const cause = original instanceof Error ? (original.cause ?? original) : original;
  return hasCode(cause) && NEVER_CONNECTED.has(cause.code);
}
