import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { HostileCase, HttpRequest, Key } from './hostile-case.ts';

export type Answer = {
  /** Null where the connection ended, or rested, without an answer. */
  readonly status: number | null;
  readonly text: string;
  readonly milliseconds: number;
};

export const KEYS: Readonly<Record<Key, string>> = {
  reader: 'reader-key',
  office: 'office-key',
  bound: 'bound-key',
  expired: 'expired-key',
  revoked: 'revoked-key',
  unknown: 'unknown-key',
};

export async function sendCase(port: number, { request }: HostileCase): Promise<Answer> {
  const start = performance.now();
  const answer = 'raw' in request ? await sendRaw(port, request.raw) : await sendHttp(port, request);
  return { ...answer, milliseconds: answer.at - start };
}

type Arrived = Omit<Answer, 'milliseconds'> & { readonly at: number };

/** Whatever has not begun to be answered by then never is. */
const PATIENCE_MS = 3000;

async function sendHttp(port: number, asked: HttpRequest): Promise<Arrived> {
  const { method = 'GET', path = '/graphql', headers = {}, body = '', key = 'reader' } = asked;
  const sent = httpRequest({
    host: '127.0.0.1',
    port,
    method,
    path,
    agent: false,
    headers: {
      ...(body.length > 0 && { 'content-length': String(Buffer.byteLength(body)) }),
      ...(key !== null && { authorization: `Bearer ${KEYS[key]}` }),
      ...headers,
    },
  });
  // A server that has answered need not take the rest.
  sent.on('error', () => undefined);
  sent.end(body);
  const response = await Promise.race([once(sent, 'response'), pause(PATIENCE_MS, null)]);
  if (response === null) {
    sent.destroy();
    return { status: null, text: '', at: performance.now() };
  }
  return readAll(response[0]);
}

async function readAll(response: IncomingMessage): Promise<Arrived> {
  const chunks: Buffer[] = [];
  const read = async () => {
    for await (const chunk of response) chunks.push(chunk);
  };
  // A stream of events ends when its reader does.
  await Promise.race([read().catch(() => undefined), pause(PATIENCE_MS)]);
  response.destroy();
  return {
    status: response.statusCode ?? null,
    text: Buffer.concat(chunks).toString('utf8'),
    at: performance.now(),
  };
}

/** After which a server that says nothing is left. */
const REST_MS = 60;

async function sendRaw(port: number, raw: string | Buffer): Promise<Arrived> {
  const bytes = typeof raw === 'string' ? Buffer.from(withKeys(raw), 'latin1') : raw;
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  let at: number | null = null;
  let isOpen = true;
  let rested = 0;
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    // What is said only when the other side has ended is not late for having waited for it.
    at = performance.now() - rested;
  });
  socket.on('error', () => undefined);
  const closed = once(socket, 'close').then(() => {
    isOpen = false;
  });
  await once(socket, 'connect');
  socket.write(bytes);
  const written = performance.now();
  while (isOpen && performance.now() - (at ?? written) < REST_MS) await Promise.race([closed, pause(5)]);
  if (at === null) rested = performance.now() - written;
  socket.end();
  await Promise.race([closed, pause(REST_MS)]);
  socket.destroy();
  const text = Buffer.concat(chunks).toString('utf8');
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1];
  // What was left open has cost the server nothing since.
  return { status: status === undefined ? null : Number(status), text: bodyOf(text), at: at ?? written };
}

const withKeys = (text: string): string =>
  text.replaceAll('{reader}', KEYS.reader).replaceAll('{office}', KEYS.office);

/** Of the first answer; the text is ASCII but for notes. */
function bodyOf(text: string): string {
  const end = text.indexOf('\r\n\r\n');
  const head = text.slice(0, end).toLowerCase();
  const body = text.slice(end + 4);
  const length = /content-length: (\d+)/.exec(head)?.[1];
  if (length !== undefined) return Buffer.from(body).subarray(0, Number(length)).toString();
  return head.includes('transfer-encoding: chunked') ? (body.split('\r\n')[1] ?? '') : body;
}
