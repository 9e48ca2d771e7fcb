import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createYoga, type GraphiQLOptions } from 'graphql-yoga';
import type { Authenticate, Caller } from '../domain/caller.ts';
import type { Language } from '../messages/language.ts';
import type { Context } from '../services/context.ts';
import type { GraphqlContext } from './context.ts';
import { createGate, type GateRequest, type Passed, type Stopped } from './gate.ts';
import { createErrorMask, type ErrorLogger } from './mask-errors.ts';
import { requestLimits } from './request-limits.ts';
import { schema } from './schema.ts';

export const GRAPHQL_PATH = '/graphql';

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
  readonly language: Language;
  readonly playground: Playground | null;
  readonly logger: ErrorLogger;
  readonly newErrorId?: () => string;
};

export type GraphqlHandler = {
  /** Takes the request of `node:http` with its body read. */
  handle(request: IncomingMessage & { readonly body?: string }, response: ServerResponse): Promise<void>;
  /** The same without a port. */
  fetch(request: Request): Promise<Response>;
};

/** What a request has passed the gate with. */
type Admitted = { readonly caller: Caller };

/** The API: the gate, then whatever answers. */
export function createGraphqlHandler(options: GraphqlHandlerOptions): GraphqlHandler {
  const { context, language, playground, logger, newErrorId = randomUUID } = options;
  const gate = createGate(options);
  const yoga = createYoga<Admitted, GraphqlContext>({
    schema,
    graphqlEndpoint: GRAPHQL_PATH,
    context: ({ caller }) => ({ services: context, actor: caller.actor, caller, language }),
    graphiql: playground === null ? false : graphiqlOptions(playground),
    ...(playground && { renderGraphiQL: playground.render }),
    maskedErrors: { maskError: createErrorMask(language, logger, newErrorId) },
    plugins: [requestLimits(language)],
    landingPage: false,
    multipart: false,
    batching: false,
    cors: false,
    logging: false,
  });
  const pass = async (request: GateRequest): Promise<Passed | Stopped> =>
    playground !== null && wantsPage(request) ? PAGE : gate(request);
  return {
    async handle(request, response) {
      const passed = await pass({
        method: request.method ?? 'GET',
        header: (name) => headerOf(request, name),
      });
      for (const [name, value] of Object.entries(passed.headers)) response.setHeader(name, value);
      if (passed.ok) await yoga.handle(request, response, { caller: passed.caller });
      else answerStopped(passed, response);
    },
    async fetch(request) {
      const passed = await pass({ method: request.method, header: (name) => request.headers.get(name) });
      if (!passed.ok) {
        return new Response(passed.body && JSON.stringify(passed.body), {
          status: passed.status,
          headers: { ...JSON_HEADERS, ...passed.headers },
        });
      }
      const response = await yoga.fetch(request, { caller: passed.caller });
      for (const [name, value] of Object.entries(passed.headers)) response.headers.set(name, value);
      return response;
    },
  };
}

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };

const headerOf = ({ headers }: IncomingMessage, name: string): string | null => {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
};

function answerStopped({ status, body }: Stopped, response: ServerResponse): void {
  response.writeHead(status, JSON_HEADERS).end(body === null ? undefined : JSON.stringify(body));
}

/** A browser that opens the address; what the page then asks comes with a key. */
const wantsPage = ({ method, header }: GateRequest): boolean =>
  method === 'GET' && header('authorization') === null && (header('accept') ?? '').includes('text/html');

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
