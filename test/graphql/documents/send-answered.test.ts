/** Answers to trusted documents as they go out, over a server of their own. */
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answered } from '../../../src/graphql/documents/create-document-edge.ts';
import { sendAnswered } from '../../../src/graphql/documents/send-answered.ts';

const LONG = Buffer.from(JSON.stringify({ data: { text: 'phase '.repeat(1_000) } }));

const answered = (body: Answered['body'], etag = '"a.1"'): Answered => ({
  kind: 'ANSWERED',
  status: 200,
  headers: {
    'content-type': 'application/json',
    'content-length': String(body === null ? 0 : Buffer.byteLength(body)),
    etag,
  },
  body,
  lasts: true,
});

let answer: Answered;
let more: Record<string, string>;
const server = createServer((asked, response) => {
  sendAnswered(answer, asked.headers['accept-encoding'], response, more);
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

async function ask(
  body: Answered['body'],
  acceptEncoding: string | null,
  given: Record<string, string> = {},
) {
  answer = answered(body);
  more = given;
  const { port } = server.address() as AddressInfo;
  const headers = acceptEncoding === null ? {} : { 'accept-encoding': acceptEncoding };
  const sent = request({ port, host: '127.0.0.1', headers }).end();
  const [response] = await once(sent, 'response');
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  return { headers: response.headers, bytes: Buffer.concat(parts) };
}

test.each([
  { encoding: 'br', restore: brotliDecompressSync },
  { encoding: 'gzip', restore: gunzipSync },
])('a long answer goes out by $encoding to who takes it, and is the same', async ({ encoding, restore }) => {
  const { headers, bytes } = await ask(LONG, encoding);
  expect(headers).toMatchObject({
    'content-encoding': encoding,
    'content-length': String(bytes.length),
    vary: 'accept-encoding',
    etag: 'W/"a.1"',
  });
  expect(bytes.length).toBeLessThan(LONG.length / 10);
  expect(restore(bytes)).toEqual(LONG);
});

test('to who takes none it goes out as it is, and says that there are others', async () => {
  const { headers, bytes } = await ask(LONG, null);
  expect(headers).toMatchObject({
    vary: 'accept-encoding',
    etag: '"a.1"',
    'content-length': String(LONG.length),
  });
  expect(headers).not.toHaveProperty('content-encoding');
  expect(bytes).toEqual(LONG);
});

test.each([
  { why: 'a short one', body: '{"data":null}' },
  { why: 'none', body: null },
])('$why is left alone', async ({ body }) => {
  const { headers, bytes } = await ask(body, 'br');
  expect(headers).not.toHaveProperty('content-encoding');
  expect(bytes.toString()).toBe(body ?? '');
});

test('what it varies by otherwise stays said', async () => {
  const { headers } = await ask(LONG, 'br', { vary: 'Origin' });
  expect(headers.vary).toBe('Origin, accept-encoding');
});
