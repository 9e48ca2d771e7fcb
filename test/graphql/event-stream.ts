/** The API on a port, and a reader of its event streams as a dashboard has one. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import {
  createGraphqlHandler,
  type GraphqlHandler,
  type GraphqlHandlerOptions,
} from '../../src/graphql/create-graphql-handler.ts';
import { readBody } from '../../src/web/read-body.ts';
import type { Answer, Api } from './support.ts';

export type ServedApi = { readonly url: string; readonly handler: GraphqlHandler };

export async function serve(options: GraphqlHandlerOptions): Promise<ServedApi> {
  const handler = createGraphqlHandler(options);
  const server = createServer(async (request, response) => {
    const body = request.method === 'POST' ? ((await readBody(request, 1_000_000)) ?? '') : undefined;
    await handler.handle(Object.assign(request, body === undefined ? {} : { body }), response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    handler.close();
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, handler };
}

/** An event of the stream; `data` of `complete` is null. */
export type StreamEvent = {
  readonly event: string;
  /** Null of an event without one. */
  readonly id: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: an event has the shape of its subscription
  readonly data: any;
};

export type EventStream = {
  readonly status: number;
  readonly headers: Headers;
  /** The next event; undefined once the stream has ended. */
  next(): Promise<StreamEvent | undefined>;
  /** As a client whose connection is cut. */
  cut(): void;
};

export type Subscription = {
  /** Its text, or the id of a known document. */
  readonly query: string;
  readonly variables?: object;
  readonly by?: 'GET' | 'POST';
  readonly headers?: Record<string, string>;
};

export async function subscribe(
  url: string,
  { query, variables = {}, by = 'POST', headers = {} }: Subscription,
): Promise<EventStream> {
  const cutting = new AbortController();
  onTestFinished(() => cutting.abort());
  const asked = { accept: 'text/event-stream', authorization: 'Bearer prova', ...headers };
  const document = query.startsWith('sha256:') ? { documentId: query } : { query };
  const asParameters = new URLSearchParams({ ...document, variables: JSON.stringify(variables) });
  const response = await (by === 'GET'
    ? fetch(`${url}?${asParameters}`, { headers: asked, signal: cutting.signal })
    : fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...asked },
        body: JSON.stringify({ ...document, variables }),
        signal: cutting.signal,
      }));
  const events = response.body ? readEvents(response.body) : null;
  return {
    status: response.status,
    headers: response.headers,
    next: async () => {
      const next = await events?.next();
      return next?.done ? undefined : next?.value;
    },
    cut: () => cutting.abort(),
  };
}

async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent, undefined> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const event = parseEvent(text.slice(0, end));
      text = text.slice(end + 2);
      if (event) yield event;
    }
  }
  return undefined;
}

/** Undefined for a comment: what keeps the line. */
function parseEvent(block: string): StreamEvent | undefined {
  const lines = block.split('\n').filter((line) => !line.startsWith(':'));
  const read = (field: string) =>
    lines
      .find((line) => line.startsWith(`${field}:`))
      ?.slice(field.length + 1)
      .trim();
  const event = read('event');
  const data = read('data');
  return event === undefined
    ? undefined
    : { event, id: read('id') ?? null, data: data ? JSON.parse(data) : null };
}

/** The first event of a subscription that is asked for without a port. */
export async function firstEvent(
  api: Pick<Api, 'fetch'>,
  query: string,
  variables: object,
): Promise<Pick<Answer, 'data' | 'errors'>> {
  const gone = new AbortController();
  const response = await api.fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: 'Bearer prova',
    },
    body: JSON.stringify({ query, variables }),
    signal: gone.signal,
  });
  if (!response.body) throw new Error(`no stream: ${response.status}`);
  for await (const { data } of readEvents(response.body)) {
    gone.abort();
    return { errors: [], ...data };
  }
  throw new Error('the stream ended without an event');
}
