/** The app over real stores, met by Slack over the wire: by signed requests, or through Socket Mode's connection. */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deliverOutbox } from '../../../src/services/outbox.ts';
import { createSlackApp, SLACK_PATH } from '../../../src/slack/app.ts';
import type { Received } from '../../../src/store/received.ts';
import { openTestContext, type TestContext } from '../../helpers/context.ts';
import { APP_TOKEN, type FakeWorkspaces, startFakeWorkspaces } from './fake-workspaces.ts';

export const SECRET = 'the-signing-secret';
export const CLIENT_SECRET = 'the-client-secret';
export const SCOPES = ['chat:write', 'commands'];

export type Logged = { readonly level: string; readonly fields: object; readonly message: string };

export type RunningApp = Awaited<ReturnType<typeof startApp>>;

export type Installing = {
  /** Null installs by OAuth. */
  readonly botToken: string | null;
  readonly socketMode?: boolean;
  readonly context?: TestContext;
  readonly clientSecret?: string;
  readonly teams?: readonly string[];
  readonly slack?: FakeWorkspaces;
  /** Where what was acknowledged before it was done is kept; unless given, nowhere. */
  readonly received?: Received;
};

const closing: (() => Promise<unknown>)[] = [];

/** To be called after each test. */
export async function closeAll(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
}

export async function startApp(installing: Installing) {
  const slack = installing.slack ?? (await startFakeWorkspaces());
  if (!installing.slack) closing.push(() => slack.close());
  const context = installing.context ?? (await openTestContext());
  const logged: Logged[] = [];
  const log = (level: string) => (fields: object, message: string) => logged.push({ level, fields, message });
  const app = createSlackApp({
    context,
    language: 'it',
    ...(installing.botToken === null
      ? {
          botToken: null,
          oauth: {
            clientId: '1.2',
            clientSecret: installing.clientSecret ?? CLIENT_SECRET,
            redirectUrl: 'https://arti.example/slack/oauth_redirect',
            teams: installing.teams ?? ['T1', 'T2', 'T3'],
            scopes: SCOPES,
          },
        }
      : { botToken: installing.botToken }),
    received: installing.received ?? null,
    signingSecret: SECRET,
    appToken: installing.socketMode ? APP_TOKEN : null,
    apiUrl: slack.apiUrl,
    renderChart: async () => Buffer.alloc(0),
    logger: { info: log('info'), warn: log('warn'), error: log('error') },
  });
  await app.start();
  closing.push(() => app.stop());
  const server = createServer((request, response) => {
    app.handle(request, response).catch(() => response.writeHead(500).end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  let requests = 0;
  const nextId = (prefix: string) => `${prefix}${++requests}`;

  type Sent = { readonly headers?: Readonly<Record<string, string>>; readonly timestamp?: string };
  /** Each is signed anew unless a timestamp is given: the same body a second later has another signature. */
  async function post(type: string, body: string, { headers = {}, timestamp }: Sent = {}) {
    const at = timestamp ?? String(Math.floor(Date.now() / 1000) + ++requests);
    const signature = createHmac('sha256', SECRET).update(`v0:${at}:${body}`).digest('hex');
    const response = await fetch(`${url}${SLACK_PATH}`, {
      method: 'POST',
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': at,
        'x-slack-signature': `v0=${signature}`,
        ...headers,
      },
      body,
    });
    return { status: response.status, text: await response.text() };
  }

  const form = (fields: Readonly<Record<string, string>>, sent?: Sent) =>
    post('application/x-www-form-urlencoded', new URLSearchParams(fields).toString(), sent);

  return {
    slack,
    app,
    context,
    url,
    logged,
    errors: () => logged.filter(({ level }) => level === 'error'),
    form,
    /** What was said of phases, newest first. */
    reports: async () =>
      (await context.store.listReports(context.planId, { phase: null, before: null, limit: 100 })).rows,
    /** Sends what may be sent now; the number of messages taken. */
    deliver: () => deliverOutbox(context, app.deliver),
    event: (
      team: string,
      event: object,
      { eventId = nextId('Ev'), ...sent }: Sent & { eventId?: string } = {},
      more: object = {},
    ) => post('application/json', JSON.stringify(eventBody(team, event, eventId, more)), sent),
    command: (
      team: string,
      user: string,
      text: string,
      more: Readonly<Record<string, string>> = {},
      sent?: Sent,
    ) =>
      form(
        {
          command: '/arti',
          text,
          user_id: user,
          team_id: team,
          channel_id: `D${user}`,
          trigger_id: nextId('trigger-'),
          response_url: slack.responseUrl,
          ...more,
        },
        sent,
      ),
    interact: (team: string, payload: object, sent?: Sent) =>
      form({ payload: JSON.stringify({ team: { id: team }, token: '', ...payload }) }, sent),
  };
}

export const eventBody = (team: string, event: object, eventId: string, more: object = {}) => ({
  type: 'event_callback',
  team_id: team,
  event_id: eventId,
  event_time: 1_900_000_000,
  event,
  ...more,
});

/** A direct message of a person to the bot. */
export const directMessage = (user: string, text: string, more: object = {}) => ({
  type: 'message',
  channel_type: 'im',
  channel: `D${user}`,
  ts: '1600074000.000100',
  user,
  text,
  ...more,
});
