/** Slack as several workspaces have it, on a free port: one Web API, where a token tells the workspace. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { acceptSocket, type FakeSocket } from './fake-socket.ts';

type Fields = Readonly<Record<string, unknown>>;
export type Call = {
  readonly method: string;
  /** Undefined for a call without a token of any workspace. */
  readonly team: string | undefined;
  readonly args: Fields;
};

export type Team = {
  readonly id: string;
  readonly name: string;
  /** Slack takes each of these; a new one may be added, an old one taken away. */
  readonly tokens: Set<string>;
  readonly botUser: string;
  /** By user id. */
  readonly emails: Map<string, string>;
  /** What else Slack says of a user, by id: that they are a guest, for one. */
  readonly said: Map<string, Fields>;
  /** By name. */
  readonly channels: Map<string, string>;
};

export type FakeWorkspaces = Awaited<ReturnType<typeof startFakeWorkspaces>>;

export const APP_TOKEN = 'xapp-test';

export async function startFakeWorkspaces() {
  const calls: Call[] = [];
  const responses: Fields[] = [];
  const teams = new Map<string, Team>();
  const errors = new Map<string, string>();
  const holds = new Map<string, Promise<unknown>>();
  const grants = new Map<string, Fields>();
  const sockets: FakeSocket[] = [];
  const connections = new Set<Socket>();
  let refuseSockets = false;

  const teamOf = (token: string | undefined): Team | undefined =>
    [...teams.values()].find(({ tokens }) => token !== undefined && tokens.has(token));

  function answerOf(method: string, team: Team, args: Fields): Fields {
    const user = (id: string, email: string) => ({
      id,
      team_id: team.id,
      profile: { email },
      ...team.said.get(id),
    });
    switch (method) {
      case 'auth.test':
        return { team_id: team.id, user_id: team.botUser, bot_id: 'B0BOT' };
      case 'auth.revoke':
        return { revoked: true };
      case 'users.info': {
        const email = team.emails.get(String(args.user));
        return email === undefined ? { error: 'user_not_found' } : { user: user(String(args.user), email) };
      }
      case 'users.lookupByEmail': {
        const found = [...team.emails].find(([, email]) => email === args.email);
        return found ? { user: user(...found) } : { error: 'users_not_found' };
      }
      case 'conversations.open':
        return { channel: { id: `D${args.users}` } };
      case 'conversations.list':
        return { channels: [...team.channels].map(([name, id]) => ({ id, name })) };
      case 'conversations.history':
        return { messages: [] };
      case 'chat.postMessage':
        return { channel: args.channel, ts: `1600070400.${String(calls.length).padStart(6, '0')}` };
      case 'chat.update':
        return { channel: args.channel, ts: args.ts };
      case 'chat.postEphemeral':
        return { message_ts: '1600070400.000001' };
      case 'views.open':
      case 'views.update':
        return { view: { id: 'V0OPENED', ...(args.view as object) } };
      case 'chat.unfurl':
        return {};
      case 'views.publish':
        return { view: { id: 'V0HOME' } };
      default:
        return { error: 'unknown_method' };
    }
  }

  async function answer(method: string, token: string | undefined, args: Fields): Promise<Fields> {
    const team = teamOf(token);
    calls.push({ method, team: team?.id, args });
    await holds.get(method);
    if (method === 'oauth.v2.access')
      return { ok: true, ...(grants.get(String(args.code)) ?? { ok: false, error: 'invalid_code' }) };
    if (method === 'apps.connections.open') {
      if (refuseSockets) return { ok: false, error: 'internal_error' };
      return token === APP_TOKEN
        ? { ok: true, url: `ws${url.slice(4)}/socket` }
        : { ok: false, error: 'invalid_auth' };
    }
    const error = errors.get(method) ?? (team ? undefined : 'token_revoked');
    if (!team || error !== undefined) return { ok: false, error };
    const given = answerOf(method, team, args);
    return { ok: !('error' in given), ...given };
  }

  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    const [, method] = /^\/api\/(.+)$/.exec(request.url ?? '') ?? [];
    if (request.url?.startsWith('/elsewhere')) {
      response.writeHead(307, { location: '/response' }).end();
      return;
    }
    if (method === undefined) responses.push(JSON.parse(body));
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const content = method === undefined ? { ok: true } : await answer(method, token, argumentsOf(body));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(content));
  });
  server.on('connection', (connection) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  server.on('upgrade', (request, connection) => {
    const socket = acceptSocket(request, connection as Socket);
    sockets.push(socket);
    socket.send({ type: 'hello', num_connections: 1 });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    apiUrl: `${url}/api/`,
    responseUrl: `${url}/response`,
    calls,
    responses,
    /** Socket Mode's connections, oldest first. */
    sockets,
    called: (method: string, team?: string) =>
      calls.filter((call) => call.method === method && (team === undefined || call.team === team)),
    addTeam(
      id: string,
      parts: { tokens?: readonly string[]; emails?: Fields; channels?: Fields } = {},
    ): Team {
      const team: Team = {
        id,
        name: `Area ${id}`,
        tokens: new Set(parts.tokens ?? [`xoxb-${id}`]),
        botUser: `U0BOT${id}`,
        emails: new Map(Object.entries(parts.emails ?? {}) as [string, string][]),
        said: new Map(),
        channels: new Map(Object.entries(parts.channels ?? {}) as [string, string][]),
      };
      teams.set(id, team);
      return team;
    },
    /** From now on `method` answers that error; null ends it. */
    fail(method: string, error: string | null) {
      if (error === null) errors.delete(method);
      else errors.set(method, error);
    },
    /** From now on `method` does not answer until the function returned is called. */
    hold(method: string): () => void {
      let release = () => {};
      holds.set(method, new Promise((resolve) => (release = () => resolve(undefined))));
      return () => {
        holds.delete(method);
        release();
      };
    },
    /** What Slack gives for an authorization code. */
    grant: (code: string, fields: Fields) => void grants.set(code, fields),
    refuseSockets(refuse: boolean) {
      refuseSockets = refuse;
    },
    async close() {
      for (const connection of connections) connection.destroy();
      server.close();
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Slack's client sends a form in which whatever is no text is JSON. */
const argumentsOf = (body: string): Fields =>
  Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      /^[[{]/.test(value) ? JSON.parse(value) : value,
    ]),
  );
