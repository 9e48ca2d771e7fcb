/**
 * Stands before Bolt: checks size, signature, age, repetition and shape of what comes in, so that nothing but
 * a well-formed request of Slack's reaches the listeners. Why it exists: a validly signed body `null` ends a
 * Bolt 5.1 process, and Bolt checks neither a timestamp from the future nor a request sent twice.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Slack's own payloads stay far below; views and messages are limited to a few hundred kilobytes. */
const BODY_LIMIT_BYTES = 1_000_000;
/** Slack's rule: a request older than five minutes is not to be trusted. The same holds for one from ahead. */
const WINDOW_SECONDS = 300;

export type Verdict =
  | {
      readonly ok: true;
      readonly body: Buffer;
      readonly contentType: string;
      /** Null of what is no form. */
      readonly form: URLSearchParams | null;
    }
  | { readonly ok: false; readonly status: 400 | 401 | 409 | 413 | 415; readonly reason: string };

export type Guard = (request: IncomingMessage) => Promise<Verdict>;

/** @param now milliseconds of the real clock */
export function createGuard(signingSecret: string, now: () => number = Date.now): Guard {
  const seen = new Map<string, number>();
  return async (request) => {
    const body = await readBody(request);
    if (body === null) return { ok: false, status: 413, reason: 'body too large' };
    const signature = single(request.headers['x-slack-signature']);
    const timestamp = single(request.headers['x-slack-request-timestamp']);
    if (!isSigned(signingSecret, signature, timestamp, body)) {
      return { ok: false, status: 401, reason: 'signature missing or wrong' };
    }
    const seconds = now() / 1000;
    if (Math.abs(seconds - Number(timestamp)) > WINDOW_SECONDS) {
      return { ok: false, status: 401, reason: 'timestamp outside the window' };
    }
    const contentType =
      (single(request.headers['content-type']) ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (isReplay(seen, `${signature}/${retryOf(request, contentType)}`, seconds)) {
      return { ok: false, status: 409, reason: 'the same signed request again' };
    }
    const form = contentType === FORM ? new URLSearchParams(body.toString('utf8')) : null;
    const wrong = form ? wrongForm(form) : wrongJson(contentType, body);
    return wrong ?? { ok: true, body, contentType, form };
  };
}

/**
 * Slack sends an event again under the same signature only as one of three numbered retries. The number is not
 * signed, so it counts for events alone: they have one effect by their id, however often they come.
 */
function retryOf(request: IncomingMessage, contentType: string): string {
  const number = single(request.headers['x-slack-retry-num']) ?? '';
  return contentType === 'application/json' && /^[1-3]$/.test(number) ? number : '';
}

const single = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? undefined : value;

/** By its events: an iterator takes as long as all else here together. */
function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // What still comes is taken and dropped, so that the answer can be read.
      if (size > BODY_LIMIT_BYTES) resolve(null);
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('a request was cut')));
  });
}

function isSigned(
  secret: string,
  signature: string | undefined,
  timestamp: string | undefined,
  body: Buffer,
): boolean {
  if (signature === undefined || timestamp === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  const expected = Buffer.from(
    `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`,
  );
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Slack signs each delivery anew, so the same signature twice is somebody else's copy. */
function isReplay(seen: Map<string, number>, key: string, seconds: number): boolean {
  for (const [old, at] of seen) {
    if (seconds - at <= WINDOW_SECONDS * 2) break;
    seen.delete(old);
  }
  if (seen.has(key)) return true;
  seen.set(key, seconds);
  return false;
}

const FORM = 'application/x-www-form-urlencoded';
const wrong = (reason: string) => ({ ok: false, status: 400, reason }) as const;

/** What Slack sends is one of a few shapes; anything else would leave Bolt waiting for an answer that never comes. */
function wrongForm(form: URLSearchParams): Extract<Verdict, { ok: false }> | null {
  const payload = form.get('payload');
  if (payload !== null) return hasText(parseObject(payload), 'type') ? null : wrong('payload has no type');
  return form.get('command') || form.get('ssl_check') ? null : wrong('neither a command nor a payload');
}

function wrongJson(contentType: string, body: Buffer): Extract<Verdict, { ok: false }> | null {
  if (contentType !== 'application/json')
    return { ok: false, status: 415, reason: 'content type not accepted' };
  const envelope = parseObject(body.toString('utf8'));
  if (!hasText(envelope, 'type')) return wrong('body has no type');
  if (envelope.type !== 'event_callback') return null;
  return isObject(envelope.event) && hasText(envelope.event, 'type') ? null : wrong('event has no type');
}

type JsonObject = Record<string, unknown>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasText = (value: JsonObject | null, name: string): value is JsonObject =>
  value !== null && typeof value[name] === 'string' && value[name] !== '';

function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
