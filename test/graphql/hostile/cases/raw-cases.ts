/** What no client would send: bytes on a socket. */
import { family, type HostileCase, repeat } from '../hostile-case.ts';

type Case = Omit<HostileCase, 'family'>;

const BODY = '{"query":"{ today }"}';
const KEY = 'Authorization: Bearer {reader}';
const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n\r\n`;
const raw = (why: string, text: string | Buffer, status?: number): Case => ({
  why,
  request: { raw: text },
  ...(status !== undefined && { status }),
});
const post = (...headers: readonly string[]): string =>
  lines(
    'POST /graphql HTTP/1.1',
    'Host: x',
    KEY,
    'Content-Type: application/json',
    'Connection: close',
    ...headers,
  );

const cases: readonly Case[] = [
  raw('no HTTP', 'hello\r\n\r\n', 400),
  raw('zeros', Buffer.alloc(1000), 400),
  raw('the beginning of TLS', Buffer.from('16030100f4010000f003030102', 'hex'), 400),
  raw('the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  raw('a method of its own', lines('GRAPHQL /graphql HTTP/1.1', 'Host: x'), 400),
  raw('HTTP/9.9', lines('GET /graphql HTTP/9.9', 'Host: x'), 400),
  raw('HTTP/1.0', lines('GET /graphql?query={today} HTTP/1.0', KEY)),
  raw('no host', lines('GET /graphql?query={today} HTTP/1.1', KEY), 400),
  raw(
    'two hosts',
    lines('GET /graphql?query={today} HTTP/1.1', 'Host: a', 'Host: b', 'Connection: close', KEY),
  ),
  raw(
    'a whole address',
    lines('GET http://127.0.0.1/graphql?query={today} HTTP/1.1', 'Host: x', 'Connection: close', KEY),
    404,
  ),
  raw('no address', lines('GET * HTTP/1.1', 'Host: x', 'Connection: close'), 404),
  raw(
    'an address of 100,000 letters',
    lines(`GET /graphql?query=${'x'.repeat(100_000)} HTTP/1.1`, 'Host: x'),
    431,
  ),
  raw(
    'a header of 100,000 letters',
    lines('GET /graphql HTTP/1.1', 'Host: x', `X: ${'x'.repeat(100_000)}`),
    431,
  ),
  raw(
    '5,000 headers',
    lines(
      'GET /graphql HTTP/1.1',
      'Host: x',
      repeat(5000, (n) => `X-${n}: ${n}`, '\r\n'),
    ),
    431,
  ),
  raw(
    '1,500 short headers',
    lines(
      'GET /graphql?query={today} HTTP/1.1',
      'Host: x',
      'Connection: close',
      KEY,
      repeat(1500, (n) => `${n}:`, '\r\n'),
    ),
  ),
  raw(
    'a thousand keys',
    lines(
      'GET /graphql?query={today} HTTP/1.1',
      'Host: x',
      'Connection: close',
      repeat(300, (n) => `Authorization: Bearer k${n}`, '\r\n'),
    ),
    401,
  ),
  raw('a header without a name', lines('GET /graphql HTTP/1.1', 'Host: x', ': x'), 400),
  raw('a header that goes on', lines('GET /graphql HTTP/1.1', 'Host: x', 'A: b', ' c'), 400),
  raw('a header with NUL', lines('GET /graphql HTTP/1.1', 'Host: x', 'A: \u0000'), 400),
  raw('a line alone in a header', 'GET /graphql HTTP/1.1\nHost: x\nA: b\rc\n\n'),
  raw('two lengths', `${post('Content-Length: 5', `Content-Length: ${BODY.length}`)}${BODY}`, 400),
  raw('a length that is none', `${post('Content-Length: x')}${BODY}`, 400),
  raw('a negative length', `${post('Content-Length: -1')}${BODY}`, 400),
  raw('a length beyond all numbers', `${post(`Content-Length: ${'9'.repeat(40)}`)}${BODY}`),
  raw('a length of two megabytes', post('Content-Length: 2000000'), 413),
  raw(
    'a length and chunks',
    `${post(`Content-Length: ${BODY.length}`, 'Transfer-Encoding: chunked')}0\r\n\r\n`,
    400,
  ),
  raw('chunks twice', `${post('Transfer-Encoding: chunked, chunked')}0\r\n\r\n`),
  raw('chunks that are none', `${post('Transfer-Encoding: chunked')}zz\r\n${BODY}`, 400),
  raw('a chunk that is too long', `${post('Transfer-Encoding: chunked')}fffffffffffffffff\r\n`),
  raw(
    'a chunk with 20,000 letters of its own',
    `${post('Transfer-Encoding: chunked')}15;${'x'.repeat(20_000)}\r\n${BODY}\r\n0\r\n\r\n`,
  ),
  raw(
    'a body by the byte',
    `${post('Transfer-Encoding: chunked')}${[...BODY].map((each) => `1\r\n${each}\r\n`).join('')}0\r\n\r\n`,
    200,
  ),
  raw(
    'trailers',
    `${post('Transfer-Encoding: chunked', 'Trailer: Authorization')}15\r\n${BODY}\r\n0\r\nAuthorization: Bearer {office}\r\n\r\n`,
    200,
  ),
  raw('compressed by the way', `${post('Transfer-Encoding: gzip, chunked')}0\r\n\r\n`),
  raw('a body that never comes', post(`Content-Length: ${BODY.length}`)),
  raw('half a body', `${post(`Content-Length: ${BODY.length}`)}${BODY.slice(0, 5)}`),
  raw('half a header', 'GET /graphql HTTP/1.1\r\nHost: x\r\nAuthori'),
  raw('nothing', ''),
  raw('100 continue', `${post('Expect: 100-continue', `Content-Length: ${BODY.length}`)}${BODY}`),
  raw('an expectation of its own', `${post('Expect: a-miracle', `Content-Length: ${BODY.length}`)}${BODY}`),
  raw(
    'an upgrade',
    lines(
      'GET /graphql?query={today} HTTP/1.1',
      'Host: x',
      KEY,
      'Connection: Upgrade, close',
      'Upgrade: websocket',
      'Sec-WebSocket-Key: x',
      'Sec-WebSocket-Version: 13',
    ),
  ),
  raw(
    'an upgrade to HTTP/2',
    lines(
      'GET /graphql?query={today} HTTP/1.1',
      'Host: x',
      KEY,
      'Connection: Upgrade, HTTP2-Settings, close',
      'Upgrade: h2c',
      'HTTP2-Settings: AAAA',
    ),
  ),
  raw('a proxy', lines('CONNECT evil.example:443 HTTP/1.1', 'Host: x')),
  raw(
    'a hundred requests at once',
    repeat(100, () => lines('GET /graphql?query={today} HTTP/1.1', 'Host: x', KEY), ''),
  ),
  raw(
    'a request hidden in a body',
    `${post('Content-Length: 0')}${lines('GET /graphql?query={today} HTTP/1.1', 'Host: x', 'Authorization: Bearer {office}')}`,
  ),
  raw(
    'a body by GET',
    `${lines('GET /graphql?query={today} HTTP/1.1', 'Host: x', KEY, 'Connection: close', `Content-Length: ${BODY.length}`)}${BODY}`,
  ),
];

export const RAW_CASES = family('raw', cases);
