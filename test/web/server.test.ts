/** The server itself, with routes that only tell that they were reached. */
import { once } from 'node:events';
import { type OutgoingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWebServer, type Readiness, type Routes } from '../../src/web/server.ts';

let server: ReturnType<typeof createWebServer>;
let port: number;
let bodies: (string | undefined)[];
let readiness: () => Promise<Readiness>;

async function start(over: Partial<Routes> = {}): Promise<void> {
  bodies = [];
  readiness = async () => ({ ready: true });
  server = createWebServer({
    ready: () => readiness(),
    graphql: async (asked, response) => {
      bodies.push(asked.body);
      response.end('graphql');
    },
    metrics: async (_asked, response) => {
      response.end('metrics');
    },
    slack: async (_asked, response) => {
      response.end('slack');
    },
    session: async (_asked, response) => {
      response.end('session');
    },
    workspace: async (asked, response) => {
      if (!asked.url?.startsWith('/workspace/')) return false;
      response.end('workspace');
      return true;
    },
    dashboard: async (asked, response) => {
      if (asked.url !== '/') return false;
      response.end('dashboard');
      return true;
    },
    slackPaths: ['/slack/events'],
    onError: (error) => {
      throw error;
    },
    ...over,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
}

beforeEach(() => start());
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

type Asked = { path: string; headers?: OutgoingHttpHeaders; method?: string; parts?: readonly string[] };

/** A request with headers that fetch would not let us set; `{port}` in one is the server's. */
async function ask({ path, headers = {}, method = 'GET', parts = [] }: Asked) {
  const filled = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value).replace('{port}', String(port))]),
  );
  const sent = request({
    host: '127.0.0.1',
    port,
    path,
    method,
    headers: { connection: 'close', ...filled },
  });
  for (const part of parts) sent.write(part);
  sent.end();
  const [response] = await once(sent, 'response');
  let text = '';
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode as number, text };
}

const ROUTES = ['/graphql', '/graphql/x', '/metrics', '/slack/events', '/workspace/', '/', '/nowhere'];

describe('in local mode', () => {
  test.each([
    { why: 'its address', headers: { host: '127.0.0.1:{port}' } },
    { why: 'its name', headers: { host: 'localhost:{port}' } },
    { why: 'a forwarded port', headers: { host: '[::1]:8080' } },
    { why: 'its own page', headers: { host: 'localhost:{port}', origin: 'http://127.0.0.1:{port}' } },
    { why: 'its own page on HTTP’s port', headers: { host: 'localhost', origin: 'http://localhost' } },
  ])('answers $why', async ({ headers }) => {
    for (const path of ROUTES) expect((await ask({ path, headers })).status).not.toBe(403);
  });

  test.each([
    { why: 'a name that was made to point here', headers: { host: 'evil.example:{port}' } },
    { why: 'a name that begins with ours', headers: { host: 'localhost.evil.example' } },
    { why: 'a name that begins with our address', headers: { host: '127.0.0.1.evil.example:{port}' } },
    { why: 'a page of a website', headers: { host: 'localhost:{port}', origin: 'https://evil.example' } },
    { why: 'a page of a file', headers: { host: 'localhost:{port}', origin: 'null' } },
    {
      why: 'a page of another program of this machine',
      headers: { host: 'localhost:{port}', origin: 'http://localhost:1' },
    },
    { why: 'an origin that is none', headers: { host: 'localhost:{port}', origin: 'localhost:{port}' } },
  ])('refuses $why, on every route but /ready', async ({ headers }) => {
    for (const path of ROUTES) {
      for (const method of ['GET', 'POST']) {
        const { status, text } = await ask({ path, headers, method });
        expect({ path, status, text }).toMatchObject({
          path,
          status: 403,
          text: expect.stringContaining('not_this_machine'),
        });
      }
    }
    expect(bodies).toEqual([]);
    expect((await ask({ path: '/ready', headers })).status).toBe(200);
  });
});

test('with a workspace of Slack’s own, any name will do', async () => {
  server.close();
  await start({ workspace: null });
  expect((await ask({ path: '/graphql', headers: { host: 'arti.example' } })).text).toBe('graphql');
});

describe('the body of a GraphQL request', () => {
  const chunked = { 'transfer-encoding': 'chunked', 'content-type': 'application/json' };

  test('may come in chunks, without its length', async () => {
    const parts = ['{"query":', '"{ today } # però"}'];
    expect((await ask({ path: '/graphql', method: 'POST', headers: chunked, parts })).status).toBe(200);
    expect(bodies).toEqual(['{"query":"{ today } # però"}']);
  });

  test('has at most a megabyte, counted while it comes', async () => {
    const parts = Array.from({ length: 11 }, () => 'x'.repeat(100_000));
    expect((await ask({ path: '/graphql', method: 'POST', headers: chunked, parts })).status).toBe(413);
    expect(
      (await ask({ path: '/graphql', method: 'POST', headers: chunked, parts: parts.slice(1) })).status,
    ).toBe(200);
  });

  test('is refused unread when it is announced as longer', async () => {
    const headers = { 'content-length': '1000001' };
    const sent = request({ host: '127.0.0.1', port, path: '/graphql', method: 'POST', headers });
    sent.on('error', () => undefined);
    sent.flushHeaders();
    const [response] = await once(sent, 'response');
    expect(response.statusCode).toBe(413);
    sent.destroy();
  });
});

describe('/ready', () => {
  test('says why not', async () => {
    readiness = async () => ({
      ready: false,
      reason: 'Slack: ECONNREFUSED',
      outbox: { pending: 1, dead: 0 },
    });
    const { status, text } = await ask({ path: '/ready' });
    expect(status).toBe(503);
    expect(JSON.parse(text)).toEqual({
      ready: false,
      reason: 'Slack: ECONNREFUSED',
      outbox: { pending: 1, dead: 0 },
    });
  });

  test('does not serve when the database does not answer', async () => {
    readiness = () => Promise.reject(new Error('database is closed'));
    const { status, text } = await ask({ path: '/ready' });
    expect({ status, ...JSON.parse(text) }).toEqual({ status: 503, ready: false, reason: 'database' });
  });
});
