/**
 * How a subscription is answered: as the “distinct connections” of GraphQL over SSE, with an `id` for each event, which
 * clients send back by themselves after a cut.
 */
import { isAsyncIterable, type Plugin } from 'graphql-yoga';

/** Lines without meaning keep proxies from closing, and are what a reader that is gone leaves unanswered. */
const PING = ':\n\n';
const PING_MS = 12_000;

/** @param eventIdOf of the event that was taken last for a request */
export const eventStreams = (eventIdOf: (request: Request) => string | undefined): Plugin => ({
  onResultProcess({ request, result, setResultProcessor }) {
    // What is refused is answered by Yoga, as any error.
    if (!isAsyncIterable(result)) return;
    const events = result[Symbol.asyncIterator]();
    setResultProcessor((_result, { ReadableStream, Response, TextEncoder }) => {
      const encoder = new TextEncoder();
      let ping: NodeJS.Timeout | undefined;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const send = () => controller.enqueue(encoder.encode(PING));
          // Some clients take the answer as begun only once something of it has come.
          send();
          ping = setInterval(send, PING_MS).unref();
        },
        async pull(controller) {
          const { value, done } = await events.next();
          if (value !== undefined) {
            controller.enqueue(encoder.encode(printEvent('next', eventIdOf(request), JSON.stringify(value))));
          }
          if (!done) return;
          clearInterval(ping);
          controller.enqueue(encoder.encode(printEvent('complete', undefined, '')));
          controller.close();
        },
        async cancel() {
          clearInterval(ping);
          await events.return?.();
        },
      });
      return new Response(body, { status: 200, headers: HEADERS });
    }, 'text/event-stream');
  },
});

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  connection: 'keep-alive',
  // nginx would collect events before it passes them on.
  'x-accel-buffering': 'no',
};

const printEvent = (event: string, id: string | undefined, data: string): string =>
  `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${data}\n\n`;
