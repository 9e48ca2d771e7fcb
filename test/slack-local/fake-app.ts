import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = {
  readonly body: string;
  readonly headers: Record<string, string | string[] | undefined>;
  /** The fields of a command, the payload of an interaction or the envelope of an event. */
  // biome-ignore lint/suspicious/noExplicitAny: payloads are looked into freely by tests
  readonly data: any;
};

export type Reply = { status?: number; body?: unknown; headers?: Record<string, string>; hold?: boolean };

/** An app behind a request URL: it remembers what it was sent, and answers as the test tells it to. */
export async function startFakeApp() {
  const received: Received[] = [];
  const requests = () => received.filter((one) => one.data.type !== 'event_callback');
  let answer: (received: Received) => Reply | Promise<Reply> = () => ({});
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const json = request.headers['content-type'] === 'application/json';
    const fields = Object.fromEntries(new URLSearchParams(json ? '' : body));
    const data = json ? JSON.parse(body) : fields.payload ? JSON.parse(fields.payload) : fields;
    const one = { body, headers: request.headers, data };
    received.push(one);
    const reply = await answer(one);
    if (reply.hold) return;
    const text = typeof reply.body === 'string' || reply.body === undefined ? (reply.body ?? '') : undefined;
    response.writeHead(reply.status ?? 200, {
      'content-type': text === undefined ? 'application/json' : 'text/plain',
      ...reply.headers,
    });
    response.end(text ?? JSON.stringify(reply.body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/slack/events`,
    received,
    events: () => received.filter((one) => one.data.type === 'event_callback').map((one) => one.data.event),
    /** Commands and interactions: events arrive in the background, in between. */
    requests,
    last: () => requests().at(-1)!,
    answer(next: typeof answer | Reply) {
      answer = typeof next === 'function' ? next : () => next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
