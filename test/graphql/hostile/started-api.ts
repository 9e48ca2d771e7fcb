/** The API behind the product's own HTTP server, on a port, with whatever keys are given. */
import type { Server } from 'node:http';
import type { Authenticate, Caller } from '../../../src/domain/caller.ts';
import { createGraphqlHandler } from '../../../src/graphql/create-graphql-handler.ts';
import type { Context } from '../../../src/services/context.ts';
import { closeServer, createWebServer, listen } from '../../../src/web/server.ts';

export type StartedApi = {
  readonly address: string;
  readonly url: string;
  readonly port: number;
  readonly server: Server;
  /** What was logged as an error. */
  readonly logged: Record<string, unknown>[];
  close(): Promise<void>;
};

export type StartOptions = {
  readonly context: Context;
  /** Whoever is admitted, by key. */
  readonly callers: Readonly<Record<string, Caller>>;
  readonly expired?: readonly string[];
  readonly revoked?: readonly string[];
  readonly requestsPerMinute?: number;
  readonly corsOrigins?: readonly string[];
};

export async function startApi(options: StartOptions): Promise<StartedApi> {
  const { context, requestsPerMinute = 10_000_000, corsOrigins = [] } = options;
  const logged: Record<string, unknown>[] = [];
  const graphql = createGraphqlHandler({
    context,
    language: 'it',
    playground: null,
    authenticate: authenticateBy(options),
    requestsPerMinute,
    corsOrigins,
    logger: { error: (details, message) => logged.push({ ...details, message }) },
  });
  const server = createWebServer({
    ready: async () => ({ ready: true }),
    graphql: graphql.handle,
    metrics: async (_request, response) => void response.end(),
    slack: async (_request, response) => void response.end(),
    session: async (_request, response) => void response.end(),
    workspace: null,
    dashboard: async () => false,
    slackPaths: [],
    onError: (err) => logged.push({ err, message: 'a request failed' }),
  });
  const address = await listen(server, 0, '127.0.0.1');
  return {
    address,
    url: `${address}/graphql`,
    port: Number(new URL(address).port),
    server,
    logged,
    async close() {
      graphql.close();
      await closeServer(server, 500);
    },
  };
}

const authenticateBy =
  ({ callers, expired = [], revoked = [] }: StartOptions): Authenticate =>
  async (authorization) => {
    if (authorization === null) return { ok: false, because: 'MISSING' };
    const given = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
    const caller = Object.hasOwn(callers, given) ? callers[given] : undefined;
    if (caller) return { ok: true, caller };
    if (expired.includes(given)) return { ok: false, because: 'EXPIRED' };
    return { ok: false, because: revoked.includes(given) ? 'REVOKED' : 'UNKNOWN' };
  };

export const callerOf = (key: string, over: Partial<Caller['actor']> = {}, introspects = false): Caller => ({
  actor: { key: `key:${key}`, role: 'READER', structures: [], ...over },
  counted: key,
  introspects,
});
