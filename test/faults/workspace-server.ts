/** The local workspace behind a port of its own, with the lanes of a run and an app that hears nothing. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readManifest } from '../../src/read-manifest.ts';
import type { FaultHooks, RateLimits } from '../../src/slack-local/options.ts';
import { createLocalWorkspace, type LocalWorkspace } from '../../src/slack-local/workspace.ts';
import { BOT_TOKEN, BOT_USER, type Lane, laneChannels, laneUsers } from './lanes.ts';

/** What stands in a conversation: the outbox key that its metadata carries. */
export type Post = { readonly channel: string; readonly ts: string; readonly key: string };

export type WorkspaceServer = {
  readonly workspace: LocalWorkspace;
  readonly apiUrl: string;
  /** Every message that carries an outbox key, those of a conversation in their order. */
  posts(): readonly Post[];
  close(): Promise<void>;
};

export async function startWorkspaceServer(options: {
  readonly lanes: readonly Lane[];
  readonly faults?: FaultHooks;
  readonly rateLimits: RateLimits | null;
}): Promise<WorkspaceServer> {
  const manifest = await readManifest();
  const workspace = createLocalWorkspace({
    seed: {
      team: { id: 'T0FAULTS', name: 'Prova', domain: 'prova' },
      users: laneUsers(options.lanes),
      channels: laneChannels(options.lanes),
    },
    app: {
      id: 'A0ARTI',
      name: 'arti',
      botUserId: BOT_USER,
      botId: 'B0ARTI',
      botToken: BOT_TOKEN,
      signingSecret: 'the-signing-secret',
      scopes: manifest.oauth_config.scopes.bot,
      commands: [],
      requestUrl: 'http://127.0.0.1:9/',
      events: [],
    },
    language: 'it',
    clock: { now: () => new Date() },
    calendar: {
      today: () => new Date().toISOString().slice(0, 10),
      simulated: false,
      setToday: async () => undefined,
    },
    ...(options.faults ? { faults: options.faults } : {}),
    rateLimits: options.rateLimits,
  });
  const server = createServer((request, response) => {
    void workspace.handle(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    workspace,
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/workspace/api/`,
    posts: () =>
      [...workspace.state.conversations.keys()].flatMap((channel) =>
        workspace.state.messagesOf(channel).flatMap(({ ts, metadata }) => {
          const key = metadata?.event_payload.key;
          return typeof key === 'string' ? [{ channel, ts, key }] : [];
        }),
      ),
    async close() {
      server.closeAllConnections();
      server.close();
      await workspace.close();
    },
  };
}
