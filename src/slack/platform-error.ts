import { ErrorCode } from '@slack/web-api';

/** Slack's own error code, such as `channel_not_found`, when that is what `error` is. */
export function platformError(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error) || !('data' in error))
    return undefined;
  if (error.code !== ErrorCode.PlatformError) return undefined;
  const data = error.data as { error?: unknown } | undefined;
  return typeof data?.error === 'string' ? data.error : undefined;
}
