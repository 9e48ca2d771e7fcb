/** The whole product with Slack: what it tells whoever watches it. */
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseConfig } from '../../../src/config.ts';
import { type Product, startProduct } from '../../../src/product.ts';
import { temporaryDirectory } from '../../store/support.ts';
import { APP_TOKEN, startFakeWorkspaces } from './fake-workspaces.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const OAUTH = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'the-client-secret',
  SLACK_REDIRECT_URL: 'https://arti.example/slack/oauth_redirect',
  SLACK_TEAMS: 'T1',
};

async function start(settings: Readonly<Record<string, string>>) {
  const slack = await startFakeWorkspaces();
  closing.push(() => slack.close());
  const team = slack.addTeam('T1');
  const config = parseConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    ARTI_DATABASE: join(temporaryDirectory(), 'arti.db'),
    SLACK_SIGNING_SECRET: 'secret',
    ...settings,
  });
  const lines: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line) => void lines.push(line) });
  const product = await startProduct(config, logger, slack.apiUrl);
  closing.push(() => product.stop());
  await product.connected;
  return { slack, team, product, lines };
}

async function ready({ address }: Product) {
  const response = await fetch(`${address}/ready`);
  return { status: response.status, body: await response.json() };
}

describe('ready', () => {
  test('with a token that Slack takes', async () => {
    const { product } = await start({ SLACK_BOT_TOKEN: 'xoxb-T1' });
    expect(await ready(product)).toMatchObject({ status: 200, body: { ready: true } });
  });

  test('while nobody has installed it yet: it must be reached to be installed', async () => {
    const { product } = await start(OAUTH);
    expect(await ready(product)).toMatchObject({ status: 200, body: { ready: true } });
  });

  test('the page on which it is installed is served, and with a bot token there is none', async () => {
    const { product } = await start(OAUTH);
    const page = await fetch(`${product.address}/slack/install`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('client_id=1.2');
    const { product: other } = await start({ SLACK_BOT_TOKEN: 'xoxb-T1' });
    expect((await fetch(`${other.address}/slack/install`)).status).toBe(404);
  });

  test('once connected by Socket Mode, and no more when the connection stays away', async () => {
    const { product, slack } = await start({ SLACK_BOT_TOKEN: 'xoxb-T1', SLACK_APP_TOKEN: APP_TOKEN });
    expect((await ready(product)).status).toBe(200);
    expect(slack.sockets).toHaveLength(1);
    const stopped = product.stop();
    await vi.waitFor(() => expect(slack.sockets[0]?.isOpen()).toBe(false), { timeout: 8000 });
    await stopped;
  });
});

test('not ready, with Slack’s reason, once the token was revoked; the operator is told once', async () => {
  const { product, team, lines, slack } = await start({ SLACK_BOT_TOKEN: 'xoxb-T1' });
  team.tokens.clear();
  const body = new URLSearchParams({
    command: '/arti',
    text: 'help',
    user_id: 'U1',
    team_id: 'T1',
    channel_id: 'D1',
    trigger_id: 't1',
    response_url: slack.responseUrl,
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  await fetch(`${product.address}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${createHmac('sha256', 'secret').update(`v0:${timestamp}:${body}`).digest('hex')}`,
    },
    body,
  });
  expect(await ready(product)).toMatchObject({
    status: 503,
    body: {
      ready: false,
      reason: 'Slack: token_revoked',
      held: [{ team: 'T1', because: 'token_revoked' }],
    },
  });
  expect(lines.filter((line) => line.includes('takes the bot’s token no more'))).toHaveLength(1);
});
