import { createHash } from 'node:crypto';
import type { LocalApp } from '../options.ts';
import { signatureHeaders } from './signature.ts';

/** What came of a request to the app; the reasons of failure are those of `x-slack-retry-reason`. */
export type Delivery =
  | { readonly ok: true; readonly body: string; readonly contentType: string }
  | {
      readonly ok: false;
      readonly reason: 'http_timeout' | 'http_error' | 'connection_failed';
      readonly status?: number;
      /** The app asked by `x-slack-no-retry: 1` not to be asked again. */
      readonly noRetry: boolean;
    };

export type AppRequests = {
  postForm(fields: Record<string, string>): Promise<Delivery>;
  postJson(payload: unknown, headers?: Record<string, string>): Promise<Delivery>;
  /** The deprecated verification token that Slack still puts into each payload. */
  readonly verificationToken: string;
};

/** Signed requests to the app's request URL. Each has `ackTimeoutMs` for its whole answer. */
export function createAppRequests(app: LocalApp, realTime: () => number, ackTimeoutMs: number): AppRequests {
  async function post(body: string, contentType: string, more: Record<string, string>): Promise<Delivery> {
    const url = typeof app.requestUrl === 'function' ? app.requestUrl() : app.requestUrl;
    const headers = {
      'content-type': contentType,
      'user-agent': 'Slackbot 1.0 (local workspace)',
      ...signatureHeaders(app.signingSecret, body, realTime()),
      ...more,
    };
    const signal = AbortSignal.timeout(ackTimeoutMs);
    try {
      const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
      const text = await response.text();
      if (response.ok) {
        return { ok: true, body: text, contentType: response.headers.get('content-type') ?? '' };
      }
      const noRetry = response.headers.get('x-slack-no-retry') === '1';
      return { ok: false, reason: 'http_error', status: response.status, noRetry };
    } catch {
      // fetch tells why it failed only in words; what matters here is whether the time had run out.
      return { ok: false, reason: signal.aborted ? 'http_timeout' : 'connection_failed', noRetry: false };
    }
  }

  return {
    postForm: (fields) =>
      post(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded', {}),
    postJson: (payload, headers = {}) => post(JSON.stringify(payload), 'application/json', headers),
    verificationToken: createHash('sha256').update(`token:${app.signingSecret}`).digest('hex').slice(0, 24),
  };
}

/** Slack's name of a failed delivery, as the person who acted sees it; any status but 2xx is `dispatch_failed`. */
export function failureCode(delivery: Extract<Delivery, { ok: false }>): string {
  return delivery.reason === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed';
}
