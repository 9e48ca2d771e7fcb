/** Slack's Web API on a free port, no more than the listeners ask of it: answers as told, records every call. */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The workspace that the bot is installed in. */
export const TEAM = 'T1';

type Fields = Readonly<Record<string, unknown>>;
type Call = { readonly method: string; readonly args: Fields };

export type FakeSlack = {
  /** For the client, with a trailing slash. */
  readonly apiUrl: string;
  /** What a slash command carries as its `response_url`. */
  readonly responseUrl: string;
  /** Every call of the Web API, oldest first. */
  readonly calls: readonly Call[];
  /** What was posted to `responseUrl`. */
  readonly responses: readonly Fields[];
  /** The arguments of every call of one method. */
  called(method: string): readonly Fields[];
  /** A member of the workspace unless `fields` say otherwise. */
  addUser(id: string, email: string, fields?: Fields): void;
  /** From now on `method` answers that error. */
  fail(method: string, error: string): void;
  /** From now on `method` does not answer until the function returned is called. */
  hold(method: string): () => void;
  close(): Promise<void>;
};

export async function startFakeSlack(): Promise<FakeSlack> {
  const calls: Call[] = [];
  const responses: Fields[] = [];
  const users = new Map<string, { readonly email: string; readonly fields: Fields }>();
  const errors = new Map<string, string>();
  const holds = new Map<string, Promise<unknown>>();

  const userObject = (id: string) => {
    const user = users.get(id);
    return user && { id, team_id: TEAM, profile: { email: user.email }, ...user.fields };
  };
  const answers: Record<string, (args: Fields) => Fields> = {
    'auth.test': () => ({ ok: true, team_id: TEAM, user_id: 'U0BOT', bot_id: 'B0BOT' }),
    'users.info': ({ user }) => {
      const found = userObject(String(user));
      return found ? { ok: true, user: found } : { ok: false, error: 'user_not_found' };
    },
    'users.lookupByEmail': ({ email }) => {
      const id = [...users].find(([, user]) => user.email === email)?.[0];
      return id ? { ok: true, user: userObject(id) } : { ok: false, error: 'users_not_found' };
    },
    'conversations.open': ({ users: user }) => ({ ok: true, channel: { id: imOf(String(user)) } }),
    'chat.postMessage': ({ channel }) => ({ ok: true, channel, ts: `1600070400.${calls.length}` }),
    'chat.postEphemeral': () => ({ ok: true, message_ts: `1600070400.${calls.length}` }),
    'chat.update': ({ channel, ts }) => ({ ok: true, channel, ts }),
    'views.update': ({ view_id, view }) => ({ ok: true, view: { id: view_id, ...(view as object) } }),
    'views.open': ({ view }) => ({ ok: true, view: { id: 'V0OPENED', ...(view as object) } }),
  };
  const answer = async (method: string, args: Fields): Promise<Fields> => {
    calls.push({ method, args });
    await holds.get(method);
    const error = errors.get(method);
    if (error !== undefined) return { ok: false, error };
    return answers[method]?.(args) ?? { ok: false, error: 'unknown_method' };
  };

  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    const [, method] = /^\/api\/(.+)$/.exec(request.url ?? '') ?? [];
    if (method === undefined) responses.push(JSON.parse(body));
    const content = method === undefined ? { ok: true } : await answer(method, argumentsOf(body));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(content));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl: `${url}/api/`,
    responseUrl: `${url}/response`,
    calls,
    responses,
    called: (method) => calls.filter((call) => call.method === method).map(({ args }) => args),
    addUser: (id, email, fields = {}) => void users.set(id, { email, fields }),
    fail: (method, error) => void errors.set(method, error),
    hold(method) {
      let release = () => {};
      holds.set(method, new Promise((resolve) => (release = () => resolve(undefined))));
      return release;
    },
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The conversation of the bot with a user. */
export const imOf = (user: string): string => `D${user}`;

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
