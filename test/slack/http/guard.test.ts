/** What stands before Bolt: nothing but a fresh, signed, well-formed request of Slack's comes through. */
import { createHmac } from 'node:crypto';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { createGuard, type Guard } from '../../../src/slack/http/guard.ts';

const SECRET = 'the-signing-secret';
const NOW = Date.parse('2026-02-03T10:00:00Z');
const SECONDS = NOW / 1000;

const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';

type Sent = {
  readonly body?: string | Buffer;
  readonly type?: string | undefined;
  readonly timestamp?: string | number;
  readonly signature?: string;
  readonly headers?: Readonly<Record<string, string | string[] | undefined>>;
};

/** The least that is an event. */
const EVENT = '{"type":"event_callback","event":{"type":"message"}}';

const sign = (body: string | Buffer, timestamp: string | number, secret = SECRET): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;

function request({ body = EVENT, type = JSON_TYPE, timestamp = SECONDS, signature, headers = {} }: Sent) {
  const message = new IncomingMessage(new Socket());
  Object.assign(message.headers, {
    'content-type': type,
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': signature ?? sign(body, timestamp),
    ...headers,
  });
  for (const [name, value] of Object.entries(headers)) if (value === undefined) delete message.headers[name];
  // In pieces, as a network brings it.
  const bytes = Buffer.from(body);
  for (let at = 0; at < bytes.length; at += 4_096) message.push(bytes.subarray(at, at + 4_096));
  message.push(null);
  return message;
}

const guardAt = (now = NOW): Guard => createGuard(SECRET, () => now);

const verdict = async (sent: Sent) => {
  const result = await guardAt()(request(sent));
  return result.ok ? 'ok' : result.status;
};

const payload = (value: unknown) => `payload=${encodeURIComponent(JSON.stringify(value))}`;

test.each<{ why: string; status: 'ok' | number } & Sent>([
  // Well-formed
  { why: 'an event', body: EVENT, status: 'ok' },
  { why: 'the handshake', body: '{"type":"url_verification","challenge":"x"}', status: 'ok' },
  { why: 'the check of certificates', body: 'ssl_check=1', type: FORM, status: 'ok' },
  { why: 'an event with a charset', type: 'application/json; charset=utf-8', status: 'ok' },
  { why: 'a type in capitals', type: 'Application/JSON', status: 'ok' },
  { why: 'a command', body: 'command=%2Farti&text=stato+1.4', type: FORM, status: 'ok' },
  { why: 'a command with a charset', body: 'command=%2Farti', type: `${FORM}; charset=utf-8`, status: 'ok' },
  { why: 'an interaction', body: payload({ type: 'block_actions' }), type: FORM, status: 'ok' },
  { why: 'letters beyond ASCII', body: '{"type":"x","text":"perché è così 🎉"}', status: 'ok' },
  { why: 'a body that is almost too large', body: `{"type":"x","a":"${'x'.repeat(999_978)}"}`, status: 'ok' },
  // Signature
  { why: 'no signature', headers: { 'x-slack-signature': undefined }, status: 401 },
  { why: 'no timestamp', headers: { 'x-slack-request-timestamp': undefined }, status: 401 },
  { why: 'an empty signature', signature: '', status: 401 },
  { why: 'a signature of another secret', signature: sign(EVENT, SECONDS, 'other'), status: 401 },
  { why: 'a signature of another body', signature: sign('{ }', SECONDS), status: 401 },
  { why: 'a signature of another time', signature: sign(EVENT, SECONDS - 1), status: 401 },
  { why: 'a signature without its version', signature: sign(EVENT, SECONDS).slice(3), status: 401 },
  { why: 'a signature in capitals', signature: sign(EVENT, SECONDS).toUpperCase(), status: 401 },
  { why: 'a signature cut short', signature: sign(EVENT, SECONDS).slice(0, -1), status: 401 },
  { why: 'a signature with something behind', signature: `${sign(EVENT, SECONDS)}0`, status: 401 },
  { why: 'a signature of letters wider than a byte', signature: `v0=${'é'.repeat(32)}`, status: 401 },
  { why: 'two signatures', headers: { 'x-slack-signature': ['a', 'b'] }, status: 401 },
  // Time
  { why: 'five minutes old', timestamp: SECONDS - 300, status: 'ok' },
  { why: 'a second older', timestamp: SECONDS - 301, status: 401 },
  { why: 'five minutes ahead', timestamp: SECONDS + 300, status: 'ok' },
  { why: 'a second further ahead', timestamp: SECONDS + 301, status: 401 },
  { why: 'milliseconds for seconds', timestamp: NOW, status: 401 },
  { why: 'a time that is no number', timestamp: 'now', status: 401 },
  { why: 'a negative time', timestamp: '-1', status: 401 },
  { why: 'a time in hexadecimal', timestamp: '0x1', status: 401 },
  { why: 'no time at all', timestamp: '', status: 401 },
  // Size
  { why: 'a body too large', body: `{"a":"${'x'.repeat(1_000_000)}"}`, status: 413 },
  { why: 'a body too large, unsigned', body: 'x'.repeat(1_000_001), signature: 'v0=', status: 413 },
  // Shape
  { why: 'null, which ends Bolt', body: 'null', status: 400 },
  { why: 'an array', body: '[]', status: 400 },
  { why: 'a number', body: '1', status: 400 },
  { why: 'a text', body: '"x"', status: 400 },
  { why: 'broken JSON', body: '{"a":', status: 400 },
  { why: 'two objects', body: '{}{}', status: 400 },
  { why: 'nothing', body: '', status: 400 },
  { why: 'an object without a type', body: '{}', status: 400 },
  { why: 'an envelope without its event', body: '{"type":"event_callback"}', status: 400 },
  { why: 'an event without a type', body: '{"type":"event_callback","event":{}}', status: 400 },
  { why: 'a form with neither command nor payload', body: 'text=stato', type: FORM, status: 400 },
  { why: 'a payload without a type', body: payload({}), type: FORM, status: 400 },
  { why: 'a payload that is null', body: payload(null), type: FORM, status: 400 },
  { why: 'a payload that is an array', body: payload([]), type: FORM, status: 400 },
  { why: 'a payload that is not JSON', body: 'payload=x', type: FORM, status: 400 },
  { why: 'an empty payload', body: 'payload=', type: FORM, status: 400 },
  { why: 'plain text', type: 'text/plain', status: 415 },
  { why: 'a form of files', type: 'multipart/form-data; boundary=x', status: 415 },
  { why: 'no type', headers: { 'content-type': undefined }, status: 415 },
  { why: 'something that begins like JSON', type: 'application/json5', status: 415 },
])('$why → $status', async ({ status, why: _why, ...sent }) => {
  expect(await verdict(sent)).toBe(status);
});

test('the body comes through byte by byte, and the bare type', async () => {
  const body = '{"type":"x","text":"è 🎉"}';
  expect(await guardAt()(request({ body, type: 'Application/JSON; charset=UTF-8' }))).toEqual({
    ok: true,
    body: Buffer.from(body),
    contentType: JSON_TYPE,
    form: null,
  });
});

describe('the same request again', () => {
  test('is somebody’s copy', async () => {
    const guard = guardAt();
    expect((await guard(request({}))).ok).toBe(true);
    expect(await guard(request({}))).toMatchObject({ ok: false, status: 409 });
  });

  test('two at once: one comes through', async () => {
    const guard = guardAt();
    const both = await Promise.all([guard(request({})), guard(request({}))]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('a retry of Slack’s, which says so, is let through once', async () => {
    const guard = guardAt();
    const retry = { headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' } };
    expect((await guard(request({}))).ok).toBe(true);
    expect((await guard(request(retry))).ok).toBe(true);
    expect((await guard(request(retry))).ok).toBe(false);
    expect((await guard(request({ headers: { 'x-slack-retry-num': '2' } }))).ok).toBe(true);
  });

  test.each(['7', 'zzz', '01'])(
    'a retry number that Slack never gives (%s) does not let it through',
    async (number) => {
      const guard = guardAt();
      expect((await guard(request({}))).ok).toBe(true);
      expect((await guard(request({ headers: { 'x-slack-retry-num': number } }))).ok).toBe(false);
    },
  );

  test('a command is never retried: a retry number does not let its copy through', async () => {
    const guard = guardAt();
    const command = { body: 'command=%2Farti&text=riepilogo+ora', type: FORM };
    expect((await guard(request(command))).ok).toBe(true);
    expect((await guard(request({ ...command, headers: { 'x-slack-retry-num': '1' } }))).ok).toBe(false);
  });

  test('another body, or another second, is another request', async () => {
    const guard = guardAt();
    expect((await guard(request({}))).ok).toBe(true);
    expect((await guard(request({ body: `${EVENT} ` }))).ok).toBe(true);
    expect((await guard(request({ timestamp: SECONDS - 1 }))).ok).toBe(true);
  });

  test('stays known for as long as its time is taken', async () => {
    let now = NOW;
    const guard = createGuard(SECRET, () => now);
    const early = { timestamp: SECONDS + 300 };
    expect((await guard(request(early))).ok).toBe(true);
    for (const later of [1, 300, 599, 600]) {
      now = NOW + later * 1000;
      expect((await guard(request(early))).ok, String(later)).toBe(false);
    }
    now = NOW + 601_000;
    expect(await guard(request(early))).toMatchObject({ status: 401 });
  });

  test('an unsigned one does not spoil the signed one that follows', async () => {
    const guard = guardAt();
    expect((await guard(request({ signature: 'v0=0' }))).ok).toBe(false);
    expect((await guard(request({}))).ok).toBe(true);
  });
});

test('a connection that breaks in the middle is an error of the connection, not a request', async () => {
  const broken = Object.assign(
    Readable.from(
      (async function* pieces() {
        yield Buffer.from('{');
        throw new Error('aborted');
      })(),
    ),
    { headers: {} },
  );
  await expect(guardAt()(broken as unknown as IncomingMessage)).rejects.toThrow('aborted');
});
