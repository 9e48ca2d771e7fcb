/** Two ways to load a server: as fast as it answers, and at a rate of our own. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, openConnection } from './connection.ts';
import type { Answer } from './read-answer.ts';

export type Load = {
  readonly address: string;
  /** The next request; it may change what is to be read, which is not timed. */
  readonly next: () => Buffer;
  /** Whether the answer is what was asked for. */
  readonly isRight: (answer: Answer) => boolean;
};

/** Milliseconds of each request that was answered. */
export type Timed = { readonly latencies: readonly number[]; readonly elapsedMs: number };

function check(answer: Answer, { isRight }: Load): void {
  if (!isRight(answer)) throw new Error(`answered ${answer.status}: ${answer.body.slice(0, 500)}`);
}

/** Each connection asks again as soon as it is answered. */
export async function closedLoop(load: Load, connections: number, forMs: number): Promise<Timed> {
  const open = await openAll(load.address, connections);
  const latencies: number[] = [];
  const from = performance.now();
  const askOn = async (connection: Connection) => {
    for (;;) {
      const request = load.next();
      const sent = performance.now();
      if (sent - from >= forMs) return;
      const answer = await connection.send(request);
      latencies.push(performance.now() - sent);
      check(answer, load);
    }
  };
  try {
    await Promise.all(open.map(askOn));
    return { latencies, elapsedMs: performance.now() - from };
  } finally {
    for (const connection of open) connection.close();
  }
}

/**
 * `perSecond` requests, whether the ones before are answered or not. Each is timed from the moment at which it was due,
 * not from when a connection was free for it: else a server that stands still would leave out whom it kept waiting.
 */
export async function openLoop(load: Load, perSecond: number, forMs: number): Promise<Timed> {
  const open = await openAll(load.address, CONNECTIONS_AT_A_RATE);
  const free = [...open];
  const latencies: number[] = [];
  const due: number[] = [];
  const underWay = new Set<Promise<void>>();
  const ask = async (connection: Connection, dueAt: number) => {
    const answer = await connection.send(load.next());
    latencies.push(performance.now() - dueAt);
    check(answer, load);
    free.push(connection);
    sendDue();
  };
  function sendDue(): void {
    while (due.length > 0 && free.length > 0) {
      const [dueAt, connection] = [due.shift(), free.pop()];
      if (dueAt === undefined || !connection) return;
      const asked = ask(connection, dueAt).finally(() => underWay.delete(asked));
      underWay.add(asked);
    }
  }
  const from = performance.now();
  try {
    for (let count = 0; ; ) {
      const elapsed = Math.min(performance.now() - from, forMs);
      for (; (count * 1000) / perSecond < elapsed; count += 1) due.push(from + (count * 1000) / perSecond);
      sendDue();
      if (elapsed === forMs) break;
      await pause(1);
    }
    while (underWay.size > 0) await Promise.all(underWay);
    return { latencies, elapsedMs: performance.now() - from };
  } finally {
    for (const connection of open) connection.close();
  }
}

const CONNECTIONS_AT_A_RATE = 32;

const openAll = (address: string, count: number): Promise<readonly Connection[]> =>
  Promise.all(Array.from({ length: count }, () => openConnection(address)));
