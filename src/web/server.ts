import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { REQUEST_TEXTS } from '../messages/request-texts.ts';
import { answerBadConnection } from './bad-connection.ts';
import { METRICS_PATH } from './metrics.ts';
import { readBody } from './read-body.ts';
import { SESSION_PATH } from './sessions/session-routes.ts';
import { comesFromThisMachine } from './this-machine.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What `/ready` answers, with 200 or 503. */
export type Readiness = { readonly ready: boolean } & Readonly<Record<string, unknown>>;

export type Routes = {
  /** Tells whether the product serves; throws when its database does not answer. */
  readonly ready: () => Promise<Readiness>;
  /** Takes the request with its body read. */
  readonly graphql: (
    request: IncomingMessage & { readonly body?: string },
    response: ServerResponse,
  ) => Promise<void>;
  /** Figures for whoever watches the service; asks for the same key as `graphql`. */
  readonly metrics: Handler;
  readonly slack: Handler;
  /** Signing in to the dashboard. */
  readonly session: Handler;
  /**
   * Answers what lies under `/workspace/` and tells whether it did; null outside local mode. In local mode all
   * but `/ready` answers this machine alone.
   */
  readonly workspace: ((request: IncomingMessage, response: ServerResponse) => Promise<boolean>) | null;
  /** Answers the dashboard's addresses and tells whether it did. */
  readonly dashboard: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  readonly slackPaths: readonly string[];
  readonly onError: (error: unknown, errorId: string, request: IncomingMessage) => void;
};

/** Of a GraphQL request. */
const BODY_LIMIT_BYTES = 1_000_000;

/** In which a request has to be here whole: a body that trickles holds a connection. What is answered may take longer. */
const REQUEST_TIMEOUT_MS = 30_000;

/** The one HTTP server of the product. */
export function createWebServer(routes: Routes): Server {
  const server = createServer((request, response) => {
    route(routes, request, response).catch((error: unknown) => {
      // Whoever went away while their request came in; nothing of it was taken up.
      if (isCutOff(error) && !request.complete) {
        response.destroy();
        return;
      }
      const errorId = randomUUID().slice(0, 8);
      routes.onError(error, errorId, request);
      if (response.headersSent) response.destroy();
      else send(response, 500, { error: 'internal', errorId });
    });
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.on('checkExpectation', (_request, response) => send(response, 417, { error: 'expectation_failed' }));
  return server.on('clientError', answerBadConnection);
}

const isCutOff = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ECONNRESET';

async function route(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (path === '/ready') return answerReady(routes, response);
  if (routes.workspace && !comesFromThisMachine(request)) {
    return send(response, 403, { error: 'not_this_machine', accepted: ['127.0.0.1', 'localhost', '[::1]'] });
  }
  if (path === '/graphql' || path.startsWith('/graphql/')) return answerGraphql(routes, request, response);
  if (path === SESSION_PATH) return routes.session(request, response);
  if (path === METRICS_PATH) return routes.metrics(request, response);
  if (routes.slackPaths.includes(path)) return routes.slack(request, response);
  if (routes.workspace && (await routes.workspace(request, response))) return;
  if (await routes.dashboard(request, response)) return;
  send(response, 404, {
    error: 'not_found',
    paths: ['/', '/ready', '/graphql', METRICS_PATH, ...routes.slackPaths],
  });
}

/** Yoga would read a body of any length. */
async function answerGraphql(
  routes: Routes,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') return routes.graphql(request, response);
  const body = await readBody(request, BODY_LIMIT_BYTES);
  if (body !== null) return routes.graphql(Object.assign(request, { body }), response);
  response.setHeader('connection', 'close');
  const [messageIt, messageEn] = [REQUEST_TEXTS.it, REQUEST_TEXTS.en].map((texts) =>
    texts.bodyTooLarge(BODY_LIMIT_BYTES),
  );
  const extensions = { code: 'BODY_TOO_LARGE', messageIt, messageEn, limit: BODY_LIMIT_BYTES };
  send(response, 413, { errors: [{ message: messageEn, extensions }] });
}

async function answerReady(routes: Routes, response: ServerResponse): Promise<void> {
  const readiness = await routes.ready().catch(() => ({ ready: false, reason: 'database' }));
  send(response, readiness.ready ? 200 : 503, readiness);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

/** The address that people open. @throws when the port is taken, with the port in the message. */
export async function listen(server: Server, port: number, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${actual}`;
}

/** Stops taking connections, lets running requests end, and cuts what is left after `graceMs`. */
export async function closeServer(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection kept alive becomes idle only when its request ends, and would then hold the server open.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(idle);
  clearTimeout(timer);
}
