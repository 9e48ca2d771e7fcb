/** A stop: first it is said, then nothing more is taken, then all ends. */
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { afterEach, expect, test, vi } from 'vitest';
import { parseConfig } from '../../../src/config.ts';
import { startProduct } from '../../../src/product.ts';
import { temporaryDirectory } from '../../store/support.ts';
import { startFakeWorkspaces } from './fake-workspaces.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function start() {
  const slack = await startFakeWorkspaces();
  closing.push(() => slack.close());
  slack.addTeam('T1', { emails: { U1: 'nessuno@example.org' } });
  const config = parseConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    ARTI_DATABASE: join(temporaryDirectory(), 'arti.db'),
    SLACK_SIGNING_SECRET: 'secret',
    SLACK_BOT_TOKEN: 'xoxb-T1',
  });
  const product = await startProduct(config, pino({ level: 'silent' }), slack.apiUrl);
  await product.connected;
  let commands = 0;
  const command = async (): Promise<number | null> => {
    const body = new URLSearchParams({
      command: '/arti',
      text: 'help',
      user_id: 'U1',
      team_id: 'T1',
      channel_id: 'D1',
      trigger_id: `t${++commands}`,
      response_url: slack.responseUrl,
    }).toString();
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', 'secret').update(`v0:${timestamp}:${body}`).digest('hex');
    return fetch(`${product.address}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
      },
      body,
    }).then(
      ({ status }) => status,
      () => null,
    );
  };
  const ready = () =>
    fetch(`${product.address}/ready`).then(
      async (response) => ({ status: response.status, ...((await response.json()) as object) }),
      () => null,
    );
  return { slack, product, command, ready };
}

test('/ready is false at once, commands are answered for a while, then nobody is', async () => {
  const { product, command, ready } = await start();
  expect(await ready()).toMatchObject({ status: 200 });
  const stopped = product.stop(1500);
  expect(await ready()).toMatchObject({ status: 503, reason: 'stopping' });
  expect(await command()).toBe(200);
  await stopped;
  expect(await ready()).toBeNull();
  expect(await command()).toBeNull();
});

test('what Slack was told of is finished before the end', async () => {
  const { product, command, slack } = await start();
  const release = slack.hold('users.info');
  expect(await command()).toBe(200);
  const stopped = product.stop();
  await pause(100);
  release();
  await stopped;
  expect(slack.responses).toHaveLength(1);
});

test('what takes too long is left to whoever starts next, and the end comes all the same', async () => {
  const { product, command, slack } = await start();
  slack.hold('users.info');
  expect(await command()).toBe(200);
  const from = performance.now();
  await product.stop();
  expect(performance.now() - from).toBeLessThan(9500);
  await vi.waitFor(() => expect(slack.responses).toEqual([]));
});
