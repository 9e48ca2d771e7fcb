import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import type { LocalApp, LocalWorkspaceOptions, WorkspaceSeed } from '../../src/slack-local/options.ts';
import type { PageAnswer, PageCalls } from '../../src/slack-local/page-api.ts';
import { createLocalWorkspace } from '../../src/slack-local/workspace.ts';
import { workspaceClient } from '../helpers/workspace-client.ts';
import { startFakeApp } from './fake-app.ts';

export const TOKEN = 'xoxb-local-token';
export const SECRET = 'the-signing-secret';
export const ADA = 'U0ADA';
export const BRUNO = 'U0BRUNO';
export const BOT = 'U0BOT';
export const GENERAL = 'C0GENERAL';
export const WITHOUT_BOT = 'C0PRIVATE';
export const ARCHIVED = 'C0ARCHIVED';
export const ADA_IM = 'D0ADA';

export const SCOPES = [
  'chat:write',
  'channels:read',
  'channels:history',
  'im:read',
  'im:write',
  'im:history',
  'users:read',
  'users:read.email',
  'files:write',
  'app_mentions:read',
];

export const SEED: WorkspaceSeed = {
  team: { id: 'T0TEAM', name: 'Prova', domain: 'prova' },
  users: [
    { id: ADA, name: 'Ada', title: 'Direzione', email: 'ada@example.org', isAdmin: true },
    { id: BRUNO, name: 'Bruno', title: 'Ufficio', email: 'bruno@example.org' },
  ],
  channels: [
    { id: GENERAL, name: 'generale', topic: 'Tutti', members: [ADA, BRUNO, BOT] },
    { id: WITHOUT_BOT, name: 'senza-bot', topic: '', members: [ADA] },
    { id: ARCHIVED, name: 'vecchio', topic: '', members: [ADA, BOT], isArchived: true },
  ],
};

export type Overrides = Partial<Omit<LocalWorkspaceOptions, 'app'>> & { app?: Partial<LocalApp> };

/** A workspace behind a real server on a free port, with an app that answers as told. */
export async function startWorkspace(overrides: Overrides = {}) {
  const app = await startFakeApp();
  const time = { day: '2020-06-15', clock: Date.parse('2020-06-15T08:00:00Z'), real: Date.now() };
  const logged: { level: string; message: string }[] = [];
  const options: LocalWorkspaceOptions = {
    seed: SEED,
    language: 'en',
    clock: { now: () => new Date(time.clock) },
    calendar: {
      today: () => time.day,
      simulated: true,
      setToday: async (day) => {
        time.day = day;
      },
    },
    realTime: () => time.real,
    ackTimeoutMs: 400,
    retryDelaysMs: [0, 5, 10],
    log: (level, message) => logged.push({ level, message }),
    ...overrides,
    app: {
      id: 'A0APP',
      name: 'arti',
      botUserId: BOT,
      botId: 'B0BOT',
      botToken: TOKEN,
      signingSecret: SECRET,
      scopes: SCOPES,
      commands: [{ command: '/arti', description: 'Il piano', usageHint: 'status 1.4' }],
      requestUrl: app.url,
      ...overrides.app,
    },
  };
  const workspace = createLocalWorkspace(options);
  const server = createServer((request, response) => {
    void workspace.handle(request, response).then((handled) => {
      if (!handled) response.writeHead(404).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clients: { stop(): void }[] = [];

  return {
    app,
    time,
    logged,
    workspace,
    baseUrl,
    api: (token: string | undefined = TOKEN, more: WebClientOptions = {}) =>
      new WebClient(token, {
        slackApiUrl: `${baseUrl}/workspace/api/`,
        retryConfig: { retries: 0 },
        logger: silent,
        ...more,
      }),
    /** A page that speaks as somebody and already listens. */
    async as(userId: string) {
      const client = workspaceClient(baseUrl, userId);
      clients.push(client);
      await client.ready;
      return client;
    },
    /** A call of the page for which the client has no verb. */
    async call<Name extends keyof PageCalls>(name: Name, body: PageCalls[Name]): Promise<PageAnswer> {
      const response = await fetch(`${baseUrl}/workspace/page/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return (await response.json()) as PageAnswer;
    },
    /** A file that somebody chose at the page. */
    async upload(userId: string, name: string, contents: string): Promise<PageAnswer> {
      const query = new URLSearchParams({ user: userId, name });
      const headers = { 'content-type': 'application/octet-stream' };
      const url = `${baseUrl}/workspace/page/upload?${query}`;
      const response = await fetch(url, { method: 'POST', headers, body: contents });
      return (await response.json()) as PageAnswer;
    },
    async close() {
      for (const client of clients) client.stop();
      await workspace.close();
      server.closeAllConnections();
      server.close();
      await app.close();
    },
  };
}

export type Running = Awaited<ReturnType<typeof startWorkspace>>;

/** Slack's answer to a refused call, as the client keeps it. */
// biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely by tests
export async function refusal(call: Promise<unknown>): Promise<any> {
  try {
    await call;
  } catch (error) {
    return (error as { data?: unknown }).data ?? error;
  }
  throw new Error('the call was not refused');
}

const nothing = () => undefined;
const silent: NonNullable<WebClientOptions['logger']> = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};

export const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

export const button = (action_id: string, value = 'v') => ({
  type: 'actions',
  block_id: 'buttons',
  elements: [{ type: 'button', action_id, value, text: { type: 'plain_text', text: 'Press' } }],
});

/** A modal with one input of whole per cents and one optional note. */
// biome-ignore lint/suspicious/noExplicitAny: malformed variants are built from it
export const modal = (over: Record<string, unknown> = {}): any => ({
  type: 'modal',
  callback_id: 'report',
  private_metadata: '{"phase":"1.1.3"}',
  title: { type: 'plain_text', text: 'Report' },
  submit: { type: 'plain_text', text: 'Save' },
  blocks: [
    {
      type: 'input',
      block_id: 'percent',
      label: { type: 'plain_text', text: 'Percent' },
      element: {
        type: 'number_input',
        action_id: 'value',
        is_decimal_allowed: false,
        min_value: '0',
        max_value: '100',
      },
    },
    {
      type: 'input',
      block_id: 'note',
      optional: true,
      label: { type: 'plain_text', text: 'Note' },
      element: { type: 'plain_text_input', action_id: 'text', initial_value: 'as before' },
    },
  ],
  ...over,
});
