/** The peer as a process of its own, and what people do in it. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { vi } from 'vitest';

export const BOT_USER = 'U0ARTIBOT';
export const CREDENTIALS = {
  botToken: 'xoxb-peer',
  appToken: 'xapp-peer',
  signingSecret: 'peer-signing-secret',
} as const;

export type PeerMessage = {
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly PeerBlock[];
};
export type PeerElement = {
  readonly type: string;
  readonly action_id?: string;
  readonly value?: string;
  readonly initial_date?: string;
};
export type PeerBlock = {
  readonly type: string;
  readonly block_id?: string;
  readonly elements?: readonly PeerElement[];
  readonly element?: PeerElement;
  readonly accessory?: PeerElement;
};
export type PeerView = { readonly callback_id?: string; readonly blocks: readonly PeerBlock[] };

/** What the peer noted of a call of the Web API. */
type Logged = { readonly kind: string; readonly summary: string; readonly detail?: unknown };

export type PeerOptions = {
  readonly binary: string;
  readonly directory: string;
  readonly mode: 'socket' | 'events';
  /** Where the product takes events, by HTTP. */
  readonly requestUrl: string;
  readonly users: readonly { readonly id: string; readonly name: string; readonly email: string }[];
  readonly channels: readonly { readonly id: string; readonly name: string }[];
};

export type Peer = Awaited<ReturnType<typeof startPeer>>;

const TIMEOUT = { timeout: 15_000, interval: 100 };

export async function startPeer(options: PeerOptions) {
  const port = await freePort();
  const file = join(options.directory, 'peer.json');
  const members = [BOT_USER, ...options.users.map(({ id }) => id)];
  writeFileSync(
    file,
    JSON.stringify({
      workspace: { name: 'Prova', domain: 'prova', teamId: 'T0PEER' },
      apps: [
        {
          appId: 'A0ARTI',
          botUserId: BOT_USER,
          botName: 'arti',
          ...CREDENTIALS,
          mode: options.mode,
          requestUrl: options.requestUrl,
        },
      ],
      users: options.users,
      channels: options.channels.map((channel) => ({ ...channel, members })),
    }),
  );
  const child = spawn(
    options.binary,
    ['--config', file, '--port', String(port), '--base-host', '127.0.0.1', '--files-dir', options.directory],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const url = `http://127.0.0.1:${port}`;

  async function control<T>(path: string, body?: object): Promise<T> {
    const response = await fetch(`${url}/_control/${path}`, {
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      headers: { 'content-type': 'application/json' },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
  await vi
    .waitFor(() => control('state'), TIMEOUT)
    .catch((error: unknown) => {
      throw new Error(`the peer did not start:\n${output}`, { cause: error });
    });

  type State = { readonly channels: readonly { id: string; is_im: boolean; members: readonly string[] }[] };
  /** The person's conversation with the bot, once there is one. */
  const imOf = async (user: string): Promise<string> => {
    const { channels } = await control<State>('state');
    const im = channels.find((each) => each.is_im && each.members.includes(user));
    if (!im) throw new Error(`${user} has no conversation with the bot`);
    return im.id;
  };
  const messagesIn = async (channel: string): Promise<readonly PeerMessage[]> =>
    (await control<{ messages: readonly PeerMessage[] }>(`messages/${channel}`)).messages;
  const log = async (): Promise<readonly Logged[]> => (await control<{ log: readonly Logged[] }>('log')).log;

  return {
    url,
    apiUrl: `${url}/api/`,
    imOf,
    messagesIn,
    command: (user: string, channel: string, text: string) =>
      control('command', { appId: 'A0ARTI', user, channel, command: '/arti', text }),
    say: (user: string, channel: string, text: string, threadTs?: string) =>
      control('message', { user, channel, text, ...(threadTs ? { thread_ts: threadTs } : {}) }),
    press: (user: string, channel: string, message: PeerMessage, { type, action_id, value }: PeerElement) =>
      control('interact', { user, channel, messageTs: message.ts, action: { type, action_id, value } }),
    openHome: (user: string) => control('open-home', { appId: 'A0ARTI', user }),
    /** The first message of the bot in `channel` that has such a text, once it is there. */
    waitForMessage: (channel: string | (() => Promise<string>), text: string | RegExp) =>
      vi.waitFor(async () => {
        const messages = await messagesIn(typeof channel === 'string' ? channel : await channel());
        const found = messages
          .filter(({ user }) => user === BOT_USER)
          .findLast((each) => matches(each, text));
        if (!found)
          throw new Error(`no message says ${text}; the last are ${said(messages)}\n${await tail()}`);
        return found;
      }, TIMEOUT),
    /** The arguments of the last call of `method`, once there was one after `after` of them. */
    waitForCall: <T>(method: string, after = 0) =>
      vi.waitFor(async () => {
        const calls = (await log()).filter(({ kind, summary }) => kind === 'web_api' && summary === method);
        if (calls.length <= after) throw new Error(`${calls.length} calls of ${method}\n${await tail()}`);
        return calls.at(-1)?.detail as T;
      }, TIMEOUT),
    countCalls: async (method: string) =>
      (await log()).filter(({ kind, summary }) => kind === 'web_api' && summary === method).length,
    /** Submits the modal that is open. */
    submit: (user: string, values: object) => sendOnce(port, { t: 'view_submit', user, values }),
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };

  async function tail(): Promise<string> {
    return (await log())
      .slice(-12)
      .map(({ kind, summary }) => `${kind} ${summary}`)
      .join('\n');
  }
}

const matches = (message: PeerMessage, text: string | RegExp): boolean =>
  typeof text === 'string' ? JSON.stringify(message).includes(text) : text.test(JSON.stringify(message));

const said = (messages: readonly PeerMessage[]): string =>
  messages
    .slice(-5)
    .map(({ user, text }) => `${user}: ${text}`)
    .join('\n');

/** A port that nobody listens on now: the peer and the product must know each other's before they start. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** One message over the connection of the peer's own page: a modal is submitted there and nowhere else. */
async function sendOnce(port: number, message: object): Promise<void> {
  const upgrade = request({
    port,
    host: '127.0.0.1',
    path: '/ui',
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
    },
  });
  upgrade.end();
  const [, socket] = (await once(upgrade, 'upgrade')) as [unknown, Duplex];
  const content = Buffer.from(JSON.stringify(message));
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length);
  // A mask of zeros is one too: it leaves the content as it is.
  const head = Buffer.concat([Buffer.from([0x81, 0x80 | 126]), length, Buffer.alloc(4)]);
  socket.resume();
  socket.write(Buffer.concat([head, content]));
  await new Promise((resolve) => setTimeout(resolve, 200));
  socket.destroy();
}
