/** The fake workspace, with user groups, channels and unfurling besides: what the commands that arrange things ask of it. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import type { Language } from '../../src/messages/language.ts';
import { voiceOf } from '../../src/slack/blocks/voice.ts';
import { createChartTools } from '../../src/slack/charts/chart-tools.ts';
import type { Environment } from '../../src/slack/environment.ts';
import { validateBlocks } from '../../src/slack-local/blocks/validate.ts';
import type { TestContext } from '../helpers/context.ts';
import { type FakeSlack, startFakeSlack, TEAM } from '../helpers/fake-slack.ts';

type Fields = Readonly<Record<string, unknown>>;

export type ArrangingSlack = {
  readonly slack: FakeSlack;
  readonly environment: Environment;
  /** Members of a user group, by their ids. */
  addGroup(id: string, users: readonly string[]): void;
  /** A public channel that the app is in, unless `fields` say otherwise. */
  addChannel(id: string, name: string, fields?: Fields): void;
  /** The arguments of every `chat.unfurl`. */
  readonly unfurls: readonly Fields[];
  /** From now on `chat.unfurl` answers that error. */
  failUnfurl(error: string): void;
};

/** Answers a few methods itself, and passes the others on. */
export async function startArrangingSlack(
  context: TestContext,
  language: Language = 'it',
): Promise<ArrangingSlack> {
  const slack = await startFakeSlack();
  onTestFinished(() => slack.close());
  const groups = new Map<string, readonly string[]>();
  const channels = new Map<string, Fields>();
  const unfurls: Fields[] = [];
  let unfurlError: string | undefined;
  const answers: Readonly<Record<string, (args: URLSearchParams) => Fields>> = {
    'usergroups.users.list': (args) => {
      const users = groups.get(args.get('usergroup') ?? '');
      return users ? { ok: true, users } : { ok: false, error: 'no_such_subteam' };
    },
    'conversations.info': (args) => {
      const channel = channels.get(args.get('channel') ?? '');
      return channel ? { ok: true, channel } : { ok: false, error: 'channel_not_found' };
    },
    'conversations.list': () => ({ ok: true, channels: [...channels.values()] }),
    'chat.unfurl': (args) => {
      unfurls.push({ ...Object.fromEntries(args), unfurls: JSON.parse(args.get('unfurls') ?? '{}') });
      return unfurlError === undefined ? { ok: true } : { ok: false, error: unfurlError };
    },
  };
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    const method = request.url?.split('/').at(-1) ?? '';
    const own = answers[method]?.(new URLSearchParams(body));
    const headers = { 'content-type': request.headers['content-type'] ?? '' };
    const answer =
      own ?? (await (await fetch(`${slack.apiUrl}${method}`, { method: 'POST', headers, body })).json());
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const client = new WebClient('xoxb-test', {
    slackApiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    retryConfig: { retries: 0 },
  });
  const quiet = () => undefined;
  return {
    slack,
    environment: {
      context,
      voice: voiceOf(language),
      client,
      team: TEAM,
      logger: { info: quiet, warn: quiet, error: quiet },
      charts: createChartTools(async () => Buffer.alloc(0)),
    },
    addGroup: (id, users) => void groups.set(id, users),
    addChannel: (id, name, fields = {}) =>
      void channels.set(id, {
        id,
        name,
        is_channel: true,
        is_member: true,
        is_private: false,
        is_archived: false,
        topic: { value: 'Settore OSRU' },
        ...fields,
      }),
    unfurls,
    failUnfurl: (error) => {
      unfurlError = error;
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** All that a message says, and nothing that Slack would not take. */
export function saidIn(content: { readonly text: string; readonly blocks: readonly object[] }): string {
  const problems = validateBlocks(content.blocks, 'message');
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const said: string[] = [];
  JSON.stringify(content.blocks, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') said.push(value);
    return value;
  });
  return said.join('\n');
}
