/** The product beside a Slack that does not answer, refuses, or answers too late: faked at the wire. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OPERATOR, openContext } from '../../src/compose.ts';
import { parseConfig } from '../../src/config.ts';
import { type Product, startProduct } from '../../src/product.ts';
import { importFile } from '../../src/services/import-file.ts';
import { openCheckIns } from '../../src/services/open-check-ins.ts';
import { StartError } from '../../src/start-error.ts';
import { temporaryDirectory } from '../services/real-context.ts';

const KEY = 'the-key-of-the-operator';
const TEAM = { ok: true, team_id: 'T1', user_id: 'U1', bot_id: 'B1' };

let answerCall: (method: string, response: ServerResponse) => void;
let calls: string[];
const json = (response: ServerResponse, body: object, status = 200) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

const slack = createServer((request, response) => {
  const method = (request.url ?? '').slice('/api/'.length);
  calls.push(method);
  request.resume().on('end', () => answerCall(method, response));
});

let product: Product | undefined;
beforeEach(async () => {
  calls = [];
  slack.listen(0, '127.0.0.1');
  await once(slack, 'listening');
});
afterEach(async () => {
  await product?.stop();
  product = undefined;
  slack.closeAllConnections();
  await new Promise((resolve) => slack.close(resolve));
});

const configIn = (directory: string) =>
  parseConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    ARTI_DATABASE: join(directory, 'arti.db'),
    ARTI_TODAY: '2020-09-14',
    ARTI_ADMIN_KEY: KEY,
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_SIGNING_SECRET: 's',
  });

async function start(directory = temporaryDirectory()): Promise<Product> {
  const api = `http://127.0.0.1:${(slack.address() as AddressInfo).port}/api/`;
  product = await startProduct(configIn(directory), pino({ level: 'silent' }), api);
  return product;
}

const ready = async ({ address }: Product) => {
  const response = await fetch(`${address}/ready`);
  return { status: response.status, ...((await response.json()) as object) };
};

async function until<T>(look: () => Promise<T>, holds: (value: T) => boolean, ms = 8000): Promise<T> {
  const deadline = Date.now() + ms;
  for (;;) {
    const value = await look();
    if (holds(value) || Date.now() > deadline) return value;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

test('Slack down at the start: the API serves, /ready says why not, and the bot connects later', async () => {
  let down = true;
  answerCall = (_method, response) => (down ? json(response, {}, 503) : json(response, TEAM));
  const running = await start();
  const waiting = await until(
    () => ready(running),
    (answer) => !('reason' in answer) || answer.reason !== 'starting',
  );
  expect(waiting).toEqual({
    status: 503,
    ready: false,
    reason: expect.stringMatching(/^Slack: ./),
    outbox: { pending: 0, dead: 0, doubtful: 0 },
  });
  const asked = await fetch(`${running.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
    body: JSON.stringify({ query: '{ today }' }),
  });
  expect(await asked.json()).toMatchObject({ data: { today: expect.any(String) } });
  expect((await fetch(`${running.address}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(503);

  down = false;
  await running.connected;
  expect(await ready(running)).toEqual({
    status: 200,
    ready: true,
    outbox: { pending: 0, dead: 0, doubtful: 0 },
  });
});

test('a connection that breaks: /ready says what the network said', async () => {
  answerCall = (_method, response) => response.destroy();
  const running = await start();
  const waiting = await until(
    () => ready(running),
    (answer) => !('reason' in answer) || answer.reason !== 'starting',
  );
  expect(waiting).toMatchObject({
    status: 503,
    reason: expect.stringMatching(/^Slack: (UND_ERR_SOCKET|ECONNRESET)$/),
  });
});

test.each(['invalid_auth', 'account_inactive', 'token_revoked', 'not_authed', 'missing_scope'])(
  '%s is definite: the operator is told, and nobody tries again',
  async (error) => {
    answerCall = (_method, response) => json(response, { ok: false, error });
    const running = await start();
    await expect(running.connected).rejects.toThrow(new StartError(`Slack: ${error}`));
    expect(calls).toHaveLength(1);
  },
);

test('the API answers nobody without the key, whatever is asked', async () => {
  answerCall = (_method, response) => json(response, TEAM);
  const { address } = await start();
  for (const headers of [{}, { authorization: 'Bearer wrong' }, { authorization: KEY }]) {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: '{ plann }' }),
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('Bearer');
    expect(await response.text()).not.toMatch(/plann\b|Cannot query|Did you mean/);
  }
});

test('stopping while Slack hangs takes no longer than promised', { timeout: 20_000 }, async () => {
  const directory = temporaryDirectory();
  await leaveSomethingToSend(directory);
  answerCall = (method, response) => {
    if (method === 'auth.test') json(response, TEAM);
    // Anything else is never answered.
  };
  const running = await start(directory);
  await running.connected;
  await until(
    async () => calls.filter((call) => call !== 'auth.test').length,
    (count) => count > 0,
  );
  const before = Date.now();
  await running.stop();
  product = undefined;
  expect(Date.now() - before).toBeLessThan(8000);
});

/** As another process would: a check-in for somebody of the directory. */
async function leaveSomethingToSend(directory: string): Promise<void> {
  const context = await openContext(configIn(directory), { seed: false });
  for (const name of ['arti-2020.yaml', 'directory-local.yaml']) {
    const bytes = await readFile(new URL(`../../plans/${name}`, import.meta.url));
    expect(await importFile(context, OPERATOR, { bytes, name })).toMatchObject({ ok: true });
  }
  await openCheckIns(context, OPERATOR);
  expect((await context.store.countOutbox()).pending).toBeGreaterThan(0);
  await context.store.close();
}
