import { createHmac } from 'node:crypto';

/**
 * The headers by which an app knows that a request comes from Slack: HMAC-SHA256 over `v0:<timestamp>:<body>`.
 * The timestamp is of the real clock even when the workspace's day is of the past: the app refuses requests
 * older than five minutes.
 */
export function signatureHeaders(secret: string, body: string, nowMs: number): Record<string, string> {
  const timestamp = String(Math.floor(nowMs / 1000));
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}
