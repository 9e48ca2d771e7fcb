/** Several workspaces by OAuth, over the wire: the page, Slack's answer, and what is kept. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { slackMessages } from '../../../src/messages/slack.ts';
import { createInstallState } from '../../../src/slack/http/install-state.ts';
import { openTestContext } from '../../helpers/context.ts';
import { startFakeWorkspaces } from './fake-workspaces.ts';
import {
  CLIENT_SECRET,
  closeAll,
  type Installing,
  type RunningApp,
  SCOPES,
  startApp,
} from './running-app.ts';

afterEach(closeAll);

const TOKEN = 'xoxb-granted-very-secret';

const granted = (team: string, more: object = {}) => ({
  app_id: 'A0ARTI',
  authed_user: { id: 'U0ADMIN' },
  scope: SCOPES.join(','),
  token_type: 'bot',
  access_token: TOKEN,
  bot_user_id: 'U0BOT',
  team: { id: team, name: `Ente <${team}>` },
  enterprise: null,
  is_enterprise_install: false,
  ...more,
});

async function start(more: Partial<Installing> = {}) {
  const running = await startApp({ botToken: null, ...more });
  running.slack.addTeam('T1', { tokens: [TOKEN] });
  running.slack.grant('good', granted('T1'));
  return running;
}

async function openPage({ url }: RunningApp) {
  const response = await fetch(`${url}/slack/install`);
  const page = await response.text();
  const address = /href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const cookie = response.headers.get('set-cookie') ?? '';
  return { response, page, cookie, address: new URL(address), pair: cookie.split(';')[0] ?? '' };
}

const back = ({ url }: RunningApp, query: Record<string, string>, cookie: string) =>
  fetch(`${url}/slack/oauth_redirect?${new URLSearchParams(query)}`, { headers: { cookie } });

async function install(running: RunningApp, code = 'good') {
  const { address, pair } = await openPage(running);
  return back(running, { code, state: address.searchParams.get('state') ?? '' }, pair);
}

describe('the page', () => {
  test('leads to Slack with the scopes of the manifest, where to come back, and a state', async () => {
    const { response, page, cookie, address, pair } = await openPage(await start());
    expect(response.status).toBe(200);
    expect(page).toContain('Aggiungi a Slack');
    expect(address.pathname).toBe('/oauth/v2/authorize');
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      client_id: '1.2',
      scope: SCOPES.join(','),
      redirect_uri: 'https://arti.example/slack/oauth_redirect',
    });
    expect(pair.split('=')[1]).toBe(address.searchParams.get('state'));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/Secure/);
  });

  test('loads nothing from elsewhere and tells nobody its address', async () => {
    const { response } = await openPage(await start());
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test.each(['POST', 'DELETE'])('is not for %s', async (method) => {
    const { url } = await start();
    expect((await fetch(`${url}/slack/install`, { method })).status).toBe(405);
  });

  test('is not there for a bot token', async () => {
    const running = await startToken();
    expect((await fetch(`${running.url}/slack/install`)).status).not.toBe(200);
  });
});

async function startToken() {
  const slack = await startFakeWorkspaces();
  slack.addTeam('T1');
  return startApp({ botToken: 'xoxb-T1', slack });
}

describe('installed', () => {
  test('the workspace is kept, with its token sealed', async () => {
    const running = await start();
    const { context, slack } = running;
    const response = await install(running);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Ente &lt;T1&gt;');
    expect(slack.called('oauth.v2.access')[0]?.args).toMatchObject({
      code: 'good',
      redirect_uri: 'https://arti.example/slack/oauth_redirect',
    });
    expect(await context.store.findInstallation('T1')).toMatchObject({
      team: 'T1',
      teamName: 'Ente <T1>',
      botUser: 'U0BOT',
      scopes: SCOPES,
      revoked: null,
    });
    const bytes = [context.file, `${context.file}-wal`].map((file) => readFileSync(file).toString('latin1'));
    expect(bytes.join('')).toContain('Ente <T1>');
    expect(bytes.join('')).not.toContain(TOKEN);
    expect(JSON.stringify(running.logged)).not.toContain(TOKEN);
  });

  test('the workspace is served at once, and after a restart', async () => {
    const running = await start();
    await install(running);
    expect((await running.command('T1', 'U1', 'help')).text).not.toBe('');
    const again = await startApp({ botToken: null, slack: running.slack, context: running.context });
    expect((await again.command('T1', 'U1', 'help')).text).not.toBe('');
  });

  test('another client secret opens nothing: the workspace is held, and the operator told', async () => {
    const running = await start();
    await install(running);
    const other = await startApp({
      botToken: null,
      slack: running.slack,
      context: running.context,
      clientSecret: 'another',
    });
    const calls = running.slack.calls.length;
    const { text } = await other.command('T1', 'U1', 'help');
    expect(JSON.parse(text).text).toBe(slackMessages('it').workspaceHeld);
    expect(running.slack.calls).toHaveLength(calls);
    expect((await other.app.status()).problem).toBe('sealed_with_another_client_secret');
    expect(other.errors()).toHaveLength(1);
  });
});

describe('a state', () => {
  test('is good for one use', async () => {
    const running = await start();
    const { address, pair } = await openPage(running);
    const query = { code: 'good', state: address.searchParams.get('state') ?? '' };
    const first = await back(running, query, pair);
    expect(first.status).toBe(200);
    expect(first.headers.get('set-cookie')).toContain('deleted');
    expect((await back(running, query, pair)).status).toBe(400);
    expect(running.slack.called('oauth.v2.access')).toHaveLength(1);
  });

  test('of before a restart is still good', async () => {
    const running = await start();
    const { address, pair } = await openPage(running);
    const again = await startApp({ botToken: null, slack: running.slack, context: running.context });
    const query = { code: 'good', state: address.searchParams.get('state') ?? '' };
    expect((await back(again, query, pair)).status).toBe(200);
  });

  const state = createInstallState(CLIENT_SECRET);
  const at = new Date('2026-02-03T10:00:00Z');
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);

  test.each([
    { why: 'expired', when: later(601), given: state.generate(at) },
    { why: 'from ahead', when: later(-1), given: state.generate(at) },
    { why: 'of another secret', when: at, given: createInstallState('other').generate(at) },
    { why: 'made younger', when: at, given: state.generate(at).replace(/^\d+/, String(at.getTime() - 1)) },
    { why: 'nothing', when: at, given: '' },
    { why: 'dots', when: at, given: '..' },
  ])('$why: not taken', ({ when, given }) => {
    expect(() => state.take(when, given)).toThrow();
  });

  test('is taken to its last second', () => {
    expect(() => state.take(later(600), state.generate(at))).not.toThrow();
  });

  test.each([
    { why: 'without its cookie', change: () => ({ cookie: '' }) },
    { why: 'with the cookie of another browser', change: () => ({ cookie: 'slack-app-oauth-state=1.a.b' }) },
    { why: 'not given back', change: () => ({ query: { code: 'good' } }) },
  ])('$why: nothing is asked of Slack', async ({ change }) => {
    const running = await start();
    const { address, pair } = await openPage(running);
    const own = { code: 'good', state: address.searchParams.get('state') ?? '' };
    const { cookie = pair, query = own }: { cookie?: string; query?: Record<string, string> } = change();
    const response = await back(running, query, cookie);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('/slack/install');
    expect(running.slack.called('oauth.v2.access')).toEqual([]);
    expect(await running.context.store.listInstallations()).toEqual([]);
  });
});

describe('refused, told why, and the token given back', () => {
  test.each([
    {
      why: 'a whole organisation',
      grant: granted('T1', {
        is_enterprise_install: true,
        team: null,
        enterprise: { id: 'E1', name: 'Ente' },
      }),
      says: 'organizzazione Enterprise',
    },
    { why: 'a workspace that is not the agency’s', grant: granted('T9'), says: 'T9' },
    {
      why: 'a token that expires',
      grant: granted('T1', { refresh_token: 'xoxe-1', expires_in: 43_200 }),
      says: 'token_rotation_enabled',
    },
  ])('$why', async ({ grant, says }) => {
    const running = await start();
    running.slack.grant('other', grant);
    const response = await install(running, 'other');
    expect(response.status).toBe(403);
    expect(await response.text()).toContain(says);
    expect(await running.context.store.listInstallations()).toEqual([]);
    expect(running.slack.called('auth.revoke')).toHaveLength(1);
  });

  test('cancelled by the person: said so', async () => {
    const running = await start();
    const response = await back(running, { error: 'access_denied' }, '');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('annullata');
  });

  test('a code that Slack does not take', async () => {
    const running = await start();
    const response = await install(running, 'bad');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('invalid_code');
    expect(await running.context.store.listInstallations()).toEqual([]);
  });
});

test('nobody has installed it yet: it is ready, to be installed', async () => {
  const running = await startApp({ botToken: null, context: await openTestContext() });
  expect(await running.app.status()).toEqual({ problem: null, held: [] });
});
