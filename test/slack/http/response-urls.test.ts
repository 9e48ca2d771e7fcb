/** What is posted to a `response_url`: to Slack alone, five times, within half an hour. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createResponseUrls, ResponseRefused } from '../../../src/slack/http/response-urls.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const MINUTE_MS = 60_000;

async function start() {
  const posted: string[] = [];
  const server = createServer((request, response) => {
    posted.push(request.url ?? '');
    if (request.url === '/redirects') response.writeHead(302, { location: '/response' }).end();
    else response.writeHead(200).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const logged: object[] = [];
  const logger = {
    info: () => {},
    warn: (fields: object) => void logged.push(fields),
    error: () => {},
  };
  const time = { now: Date.parse('2026-02-03T10:00:00Z') };
  const peer = `http://127.0.0.1:${port}`;
  const own = (base: string | null) => createResponseUrls(base, logger, () => time.now);
  return { posted, logged, time, peer, port, slack: own(null), local: own(`${peer}/workspace/api/`) };
}

const post = { method: 'POST', body: '{}' };

test.each([
  { why: 'another host', url: 'https://example.org/commands/T1/1/x' },
  { why: 'Slack’s by HTTP', url: 'http://hooks.slack.com/commands/T1/1/x' },
  { why: 'another port', url: 'https://hooks.slack.com:8443/commands/T1/1/x' },
  { why: 'a host that only begins like Slack’s', url: 'https://hooks.slack.com.example.org/x' },
  { why: 'a host that only ends like it', url: 'https://evil-hooks.slack.com/x' },
  { why: 'Slack’s as a user name', url: 'https://hooks.slack.com@example.org/x' },
  { why: 'a user name before Slack’s', url: 'https://a:b@hooks.slack.com/x' },
  { why: 'this machine', url: 'http://127.0.0.1:9/x' },
  { why: 'metadata of a cloud', url: 'http://169.254.169.254/latest' },
  { why: 'a file', url: 'file:///etc/passwd' },
  { why: 'no address', url: 'response' },
  { why: 'nothing', url: '' },
])('$why: refused, and logged without its path', async ({ url }) => {
  const { slack, logged } = await start();
  slack.received(url);
  await expect(slack.fetch(url, post)).rejects.toBeInstanceOf(ResponseRefused);
  expect(logged).toHaveLength(1);
  expect(JSON.stringify(logged)).not.toContain('commands');
});

describe('in local mode', () => {
  test('the workspace’s own origin is answered', async () => {
    const { local, peer, posted } = await start();
    local.received(`${peer}/response`);
    expect((await local.fetch(`${peer}/response`, post)).ok).toBe(true);
    expect(posted).toEqual(['/response']);
  });

  test.each(['https://hooks.slack.com/commands/x', 'http://localhost:PORT/response'])(
    '%s is another one',
    async (pattern) => {
      const { local, port } = await start();
      const url = pattern.replace('PORT', String(port));
      local.received(url);
      await expect(local.fetch(url, post)).rejects.toBeInstanceOf(ResponseRefused);
    },
  );

  test('a redirect is not followed', async () => {
    const { local, peer, posted } = await start();
    local.received(`${peer}/redirects`);
    await expect(local.fetch(`${peer}/redirects`, post)).rejects.toThrow();
    expect(posted).toEqual(['/redirects']);
  });
});

test('five answers and no more, also when several are on the way', async () => {
  const { local, peer, posted } = await start();
  const url = `${peer}/response`;
  local.received(url);
  const outcomes = await Promise.allSettled(Array.from({ length: 7 }, () => local.fetch(url, post)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  // Brought by another request, it is still the same address.
  local.received(url);
  await expect(local.fetch(url, post)).rejects.toBeInstanceOf(ResponseRefused);
  expect(posted).toHaveLength(5);
});

test.each([
  { minutes: 0, ok: true },
  { minutes: 30, ok: true },
  { minutes: 30.01, ok: false },
])('$minutes minutes after the request: $ok', async ({ minutes, ok }) => {
  const { local, peer, time } = await start();
  local.received(`${peer}/response`);
  time.now += minutes * MINUTE_MS;
  const outcome = await local.fetch(`${peer}/response`, post).then(
    () => true,
    () => false,
  );
  expect(outcome).toBe(ok);
});

test('an address that no request brought is not answered', async () => {
  const { local, peer, posted } = await start();
  await expect(local.fetch(`${peer}/response`, post)).rejects.toBeInstanceOf(ResponseRefused);
  expect(posted).toEqual([]);
});
