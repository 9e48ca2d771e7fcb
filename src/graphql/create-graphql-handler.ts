import { randomInt, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { createYoga, type GraphiQLOptions } from 'graphql-yoga';
import type { Authenticate, Caller } from '../domain/caller.ts';
import type { Language } from '../messages/language.ts';
import type { Context } from '../services/context.ts';
import { compiledExecution } from './compiled/compiled-execution.ts';
import { createReader } from './compiled/create-reader.ts';
import type { GraphqlContext } from './context.ts';
import { createDocumentEdge } from './documents/create-document-edge.ts';
import type { RawRequest } from './documents/document-request.ts';
import { createRecentAnswers, requestText } from './documents/recent-answers.ts';
import { sendAnswered } from './documents/send-answered.ts';
import { eventStreams } from './event-streams.ts';
import {
  createGate,
  type GateRequest,
  GRAPHQL_PATH,
  notAdmitted,
  type Passed,
  type SessionCookies,
  type Stopped,
} from './gate.ts';
import { introspectionForFew } from './introspection.ts';
import { codedErrors } from './limits/coded-errors.ts';
import { costLimit } from './limits/cost-limit.ts';
import { createDocumentCache, NO_ERRORS_KEPT } from './limits/document-cache.ts';
import { wordedErrors } from './limits/worded-errors.ts';
import { createErrorMask, type ErrorLogger } from './mask-errors.ts';
import { requestLimits } from './request-limits.ts';
import { schema } from './schema.ts';
import { type Peer, peerOf } from './silent-peers.ts';
import { createStreams } from './streams.ts';

/** What GraphiQL opens on: something to run at once. */
const FIRST_QUERY = `{
  plan(year: 2020, asOf: "2020-09-30", baseline: 1) {
    progress { percent coverage planned { byDeadline linear } }
    goals { code title weightBps progress { percent health } }
    structures { code name progress { percent coverage } }
  }
}
`;

/** The page to try queries on, for whoever opens it in a browser: it shows nothing by itself. */
export type Playground = {
  /** Makes the page. Yoga's own loads its code from another host. */
  readonly render: (options: GraphiQLOptions) => string | Promise<string>;
  /** Which the page sends along with what is tried; null leaves it to whoever tries. */
  readonly authorization: string | null;
};

export type GraphqlHandlerOptions = {
  readonly context: Context;
  readonly authenticate: Authenticate;
  /** The sessions of people at the dashboard; left out where there are none. */
  readonly sessions?: SessionCookies;
  readonly language: Language;
  readonly playground: Playground | null;
  readonly logger: ErrorLogger;
  readonly newErrorId?: () => string;
  /** Of one key. */
  readonly requestsPerMinute?: number;
  /** Origins whose pages may read what is answered. */
  readonly corsOrigins?: readonly string[];
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
  /** Connections of which nothing has been heard for long; what the system tells unless told. */
  readonly silentPeers?: () => Promise<ReadonlySet<Peer>>;
};

export type GraphqlHandler = {
  /** Takes the request of `node:http` with its body read. */
  handle(request: IncomingMessage & { readonly body?: string }, response: ServerResponse): Promise<void>;
  /** The same without a port. */
  fetch(request: Request): Promise<Response>;
  /** Ends the streams of subscriptions, and lets none begin any more. */
  close(): void;
};

/** Ten a second: a wall of screens that each ask every minute, and people who look up things beside it. */
export const USUAL_REQUESTS_PER_MINUTE = 600;

/** What a request has passed the gate with. */
type Admitted = {
  readonly caller: Caller;
  /** The body where it was read already; null where it is still to be. */
  readonly body: string | null;
  readonly cut: () => void;
  readonly peer: Peer | null;
};

/** The API: the gate, then whatever answers. */
export function createGraphqlHandler(options: GraphqlHandlerOptions): GraphqlHandler {
  const { context, language, playground, logger, newErrorId = randomUUID } = options;
  const maskError = createErrorMask(language, logger, newErrorId);
  const gate = createGate({
    ...options,
    requestsPerMinute: options.requestsPerMinute ?? USUAL_REQUESTS_PER_MINUTE,
    corsOrigins: options.corsOrigins ?? [],
    now: options.now ?? (() => performance.now()),
    seed: randomInt(2 ** 32),
  });
  const streams = createStreams(options);
  const reader = createReader();
  const named = createDocumentEdge({ schema, reader, language, maskError, failed });
  const recent = createRecentAnswers(options.now ?? (() => performance.now()));
  /** Null when the database does not say: whoever answers then meets it again. */
  const stateNow = (): Promise<string | null> =>
    context.store.changeStamp().then(
      (stamp) => `${stamp} ${context.clock.today()}`,
      () => null,
    );
  const contextOf = (caller: Caller): GraphqlContext => ({
    services: context,
    actor: caller.actor,
    caller,
    language,
  });
  const yoga = createYoga<Admitted, GraphqlContext>({
    schema,
    graphqlEndpoint: GRAPHQL_PATH,
    context: ({ caller, request, cut, peer }) => ({
      ...contextOf(caller),
      stream: streams.openFor({ caller, request, cut, peer }),
    }),
    graphiql: playground === null ? false : graphiqlOptions(playground),
    ...(playground && { renderGraphiQL: playground.render }),
    maskedErrors: { maskError },
    plugins: [
      requestLimits(language),
      introspectionForFew(language),
      costLimit(language),
      codedErrors(language),
      wordedErrors(schema, language),
      eventStreams(streams.eventIdOf),
      compiledExecution(reader),
    ],
    // Bodies come read and counted; Yoga would pass each through a stream to count it again.
    maxRequestBodySize: false,
    parserAndValidationCache: { documentCache: createDocumentCache(), errorCache: NO_ERRORS_KEPT },
    landingPage: false,
    multipart: false,
    batching: false,
    cors: false,
    logging: false,
  });
  const pass = async (request: GateRequest): Promise<Passed | Stopped> => {
    if (playground !== null && wantsPage(request)) return PAGE;
    return gate.pass(request).catch((error: unknown) => failed(maskError(error)));
  };
  return {
    async handle(request, response) {
      const repeatable = requestText(request);
      const state = repeatable === null ? null : await stateNow();
      const last = repeatable !== null && state !== null ? recent.find(repeatable, state) : undefined;
      const again = last && gate.again(last.caller);
      const encoding = request.headers['accept-encoding'];
      if (last && again) return sendAnswered(last.answered, encoding, response, again);
      const { method = 'GET', url = '', body } = request;
      const header = (name: string) => headerOf(request, name);
      const path = url.split('?')[0] ?? '';
      const passed = await pass({ method, path, header, address: request.socket.remoteAddress ?? '' });
      for (const [name, value] of Object.entries(passed.headers)) response.setHeader(name, value);
      if (!passed.ok) return answerStopped(passed, response);
      const { caller } = passed;
      if (passed !== PAGE) {
        const found = await named({ method, url, body }, header, contextOf(caller));
        if (found.kind === 'STOPPED') return answerStopped(found, response);
        if (found.kind === 'ANSWERED') {
          if (repeatable !== null && state !== null && found.lasts)
            recent.keep(repeatable, state, { caller, answered: found });
          return sendAnswered(found, encoding, response, passed.headers);
        }
        if (caller.isPublic && !found.isTrusted)
          return answerStopped(notAdmitted('MISSING', language), response);
        Object.assign(request, found.request);
      }
      const { body: whole = null } = request;
      // Yoga's adapter would list the keys of the text, one a letter: half a second for a megabyte.
      if (whole !== null) Object.assign(request, { body: READ_ALREADY });
      const peer = peerOf(request.socket);
      await yoga.handle(request, response, { caller, body: whole, cut: () => response.destroy(), peer });
    },
    async fetch(request) {
      const { method, headers } = request;
      const { pathname, search } = new URL(request.url);
      const header = (name: string) => headers.get(name);
      const passed = await pass({ method, path: pathname, header, address: '' });
      if (!passed.ok) return stoppedResponse(passed);
      const { caller } = passed;
      const body = method === 'POST' ? await request.clone().text() : undefined;
      const found = await named({ method, url: pathname + search, body }, header, contextOf(caller));
      if (found.kind === 'STOPPED') return stoppedResponse(found);
      if (found.kind === 'ASK_YOGA' && caller.isPublic && !found.isTrusted) {
        return stoppedResponse(notAdmitted('MISSING', language));
      }
      const response =
        found.kind === 'ANSWERED'
          ? new Response(
              typeof found.body === 'object' && found.body ? new Uint8Array(found.body) : found.body,
              found,
            )
          : await yoga.fetch(asked(request, found.request), {
              caller,
              body: null,
              cut: () => undefined,
              peer: null,
            });
      for (const [name, value] of Object.entries(passed.headers)) response.headers.set(name, value);
      return response;
    },
    close: streams.close,
  };
}

/** Who asks could not be found out: the same request may be made again when the database was only busy. */
const failed = (error: Error): Stopped => {
  const extensions = error instanceof GraphQLError ? error.extensions : {};
  const isBusy = extensions.code === 'DATABASE_BUSY';
  return {
    ok: false,
    status: isBusy ? 503 : 500,
    headers: isBusy ? { 'retry-after': '1' } : {},
    body: { errors: [{ message: error.message, extensions }] },
  };
};

/** Stands for a body that `codedErrors` parses; an empty one would be looked for on the connection. */
const READ_ALREADY = ' ';

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

const headerOf = ({ headers }: IncomingMessage, name: string): string | null => {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
};

/** The same request, with what Yoga is to be asked in its place. */
const asked = (request: Request, { url, body }: RawRequest): Request =>
  body === undefined && request.url.endsWith(url)
    ? request
    : new Request(new URL(url, request.url), {
        method: request.method,
        headers: request.headers,
        body: body ?? null,
        signal: request.signal,
      });

const stoppedResponse = ({ status, headers, body }: Stopped): Response =>
  new Response(body && JSON.stringify(body), { status, headers: { ...JSON_HEADERS, ...headers } });

function answerStopped({ status, body }: Stopped, response: ServerResponse): void {
  response.writeHead(status, JSON_HEADERS).end(body === null ? undefined : JSON.stringify(body));
}

/** A browser that opens the address; what the page then asks comes with a key. */
const wantsPage = ({ method, path, header }: GateRequest): boolean =>
  method === 'GET' &&
  path === GRAPHQL_PATH &&
  header('authorization') === null &&
  (header('accept') ?? '').includes('text/html');

/** The page alone is made for it: nothing of the plan is read. */
const PAGE: Passed = {
  ok: true,
  caller: {
    actor: { key: 'playground', role: 'READER', structures: [] },
    counted: 'playground',
    introspects: true,
  },
  headers: {},
};

const graphiqlOptions = ({ authorization }: Playground): GraphiQLOptions => ({
  title: 'ARTI · GraphQL',
  defaultQuery: FIRST_QUERY,
  ...(authorization !== null && { headers: JSON.stringify({ authorization }, null, 2) }),
});
