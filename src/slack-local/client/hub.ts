import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { PageEvent } from '../page-api.ts';

/** Events remembered for each person, to be sent again to a stream that was cut and came back. */
const REMEMBERED = 500;

export type PageHub = {
  push(user: string, event: PageEvent): void;
  pushToAll(event: PageEvent): void;
  /** Streams to `response` until it closes; `lastEventId` is where a stream that was cut had arrived. */
  attach(user: string, response: ServerResponse, lastEventId: string | undefined): void;
  close(): void;
};

/** The open streams of server-sent events, one for each page that shows the workspace as somebody. */
export function createPageHub(userIds: () => readonly string[], heartbeatMs: number): PageHub {
  /** Ids of another run mean nothing to this one. */
  const run = randomBytes(4).toString('hex');
  const streams = new Map<string, Set<ServerResponse>>();
  const recent = new Map<string, { sequence: number; text: string }[]>();
  let sequence = 0;

  const heartbeat = setInterval(() => {
    for (const set of streams.values()) for (const response of set) response.write(': still here\n\n');
  }, heartbeatMs);
  heartbeat.unref();

  function push(user: string, event: PageEvent): void {
    sequence += 1;
    const text = `id: ${run}-${sequence}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
    recent.set(user, [...(recent.get(user) ?? []), { sequence, text }].slice(-REMEMBERED));
    for (const response of streams.get(user) ?? []) response.write(text);
  }

  return {
    push,
    pushToAll(event) {
      for (const user of userIds()) push(user, event);
    },
    attach(user, response, lastEventId) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      response.write('retry: 1000\n\n');
      const [ofRun, reached] = (lastEventId ?? '').split('-');
      if (ofRun === run) {
        for (const event of recent.get(user) ?? []) {
          if (event.sequence > Number(reached)) response.write(event.text);
        }
      }
      const set = streams.get(user) ?? new Set();
      streams.set(user, set);
      set.add(response);
      response.on('close', () => set.delete(response));
    },
    close() {
      clearInterval(heartbeat);
      for (const set of streams.values()) for (const response of set) response.end();
      streams.clear();
    },
  };
}
