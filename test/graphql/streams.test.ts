import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Admission, Caller } from '../../src/domain/caller.ts';
import { createStreams, STREAM_LIMITS, type Visitor } from '../../src/graphql/streams.ts';
import { PLANNING_OFFICE } from '../helpers/context.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const CALLER: Caller = { actor: PLANNING_OFFICE, counted: 'key:1', introspects: false };

function visit({
  caller = CALLER,
  accept = 'text/event-stream',
  peer = null,
}: {
  caller?: Caller;
  accept?: string;
  peer?: string | null;
} = {}) {
  const gone = new AbortController();
  let cut = false;
  const headers = { authorization: 'Bearer x', accept };
  const visitor: Visitor = {
    caller,
    request: new Request('http://localhost/graphql', { headers, signal: gone.signal }),
    cut: () => {
      cut = true;
    },
    peer,
  };
  return { visitor, leave: () => gone.abort(), wasCut: () => cut };
}

/** Numbers without end, each at once; tells when it was ended. */
function numbers() {
  let ended = false;
  return {
    ended: () => ended,
    async *source(): AsyncGenerator<number, void> {
      try {
        for (let n = 0; ; n += 1) yield n;
      } finally {
        ended = true;
      }
    },
  };
}

/** Nothing, until it is told to end. */
async function* silence(signal: AbortSignal): AsyncGenerator<number, void> {
  await new Promise((resolve) => signal.addEventListener('abort', resolve));
}

const open = (
  admission: () => Promise<Admission> = async () => ({ ok: true, caller: CALLER }),
  silentPeers: () => Promise<ReadonlySet<string>> = async () => new Set(),
) => createStreams({ authenticate: admission, language: 'it', silentPeers });

const MINUTE = 60_000;

describe('a key that no longer holds', () => {
  test.each(['REVOKED', 'EXPIRED'] as const)(
    '%s ends its streams within a minute, with the reason',
    async (because) => {
      let admission: Admission = { ok: true, caller: CALLER };
      const streams = open(async () => admission);
      const waiting = streams.openFor(visit().visitor).start(silence, String).next();
      waiting.catch(() => undefined);
      await vi.advanceTimersByTimeAsync(10 * MINUTE);
      expect(streams.count()).toBe(1);
      admission = { ok: false, because };
      await vi.advanceTimersByTimeAsync(MINUTE);
      await expect(waiting).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
      expect(streams.count()).toBe(0);
    },
  );

  test.each([
    { why: 'the database does not answer', admission: () => Promise.reject(new Error('busy')) },
    {
      why: 'the provider of identities does not',
      admission: async () => ({ ok: false, because: 'UNAVAILABLE' }) as const,
    },
  ])('is not taken for one while $why', async ({ admission }) => {
    const streams = open(admission);
    streams.openFor(visit().visitor).start(silence, String).next();
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(streams.count()).toBe(1);
  });
});

describe('a reader that does not take what is there', () => {
  test('loses its place, and learns from where to go on when it reads again', async () => {
    const streams = open();
    const { source, ended } = numbers();
    const { visitor, wasCut } = visit();
    const stream = streams.openFor(visitor).start(source, String);
    expect((await stream.next()).value).toBe(0);
    await vi.advanceTimersByTimeAsync(90_000);
    expect(streams.count()).toBe(0);
    expect(ended()).toBe(true);
    await expect(stream.next()).rejects.toMatchObject({ extensions: { code: 'READ_TOO_SLOWLY' } });
    expect((await stream.next()).done).toBe(true);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(wasCut()).toBe(false);
  });

  test('is cut off when it does not read that either', async () => {
    const streams = open();
    const { visitor, wasCut } = visit();
    const stream = streams.openFor(visitor).start(numbers().source, String);
    await stream.next();
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(wasCut()).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is not one that waits for something to happen', async () => {
    const streams = open();
    streams.openFor(visit().visitor).start(silence, String).next();
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(streams.count()).toBe(1);
  });
});

describe('a reader that vanished', () => {
  const GONE = '192.0.2.7 40000 3000';
  const OTHER = '192.0.2.7 40001 3000';

  test('leaves its place within half a minute of being known to be silent, and its connection is cut', async () => {
    let silent: readonly string[] = [];
    const streams = open(undefined, async () => new Set(silent));
    const visits = [visit({ peer: GONE }), visit({ peer: OTHER }), visit()];
    const waiting = visits.map(({ visitor }) => streams.openFor(visitor).start(silence, String).next());
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(streams.count()).toBe(3);
    silent = [GONE];
    await vi.advanceTimersByTimeAsync(MINUTE / 2);
    expect(streams.count()).toBe(2);
    expect(visits.map(({ wasCut }) => wasCut())).toEqual([true, false, false]);
    expect((await waiting[0])?.done).toBe(true);
  });

  test('makes room for whoever comes in its stead', async () => {
    const streams = open(undefined, async () => new Set([GONE]));
    for (let n = 0; n < STREAM_LIMITS.ofCaller; n += 1) {
      streams
        .openFor(visit({ peer: GONE }).visitor)
        .start(silence, String)
        .next();
    }
    const another = () =>
      streams
        .openFor(visit({ peer: OTHER }).visitor)
        .start(silence, String)
        .next();
    expect(another).toThrow();
    await vi.advanceTimersByTimeAsync(MINUTE / 2);
    expect(another).not.toThrow();
    expect(streams.count()).toBe(1);
  });

  test('is not looked for where the system tells nothing; keys are looked at all the same', async () => {
    let admission: Admission = { ok: true, caller: CALLER };
    const streams = open(
      async () => admission,
      () => Promise.reject(new Error('no such file')),
    );
    const waiting = streams
      .openFor(visit({ peer: GONE }).visitor)
      .start(silence, String)
      .next();
    waiting.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(streams.count()).toBe(1);
    admission = { ok: false, because: 'REVOKED' };
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(streams.count()).toBe(0);
  });
});

describe('a place is free again', () => {
  test.each([
    { why: 'the connection is gone', end: async ({ leave }: ReturnType<typeof visit>) => leave() },
    {
      why: 'the answer is no longer wanted',
      end: async (_visitor: unknown, stream: AsyncIterableIterator<number>) => void (await stream.return?.()),
    },
  ])('once $why', async ({ end }) => {
    const streams = open();
    const { source, ended } = numbers();
    const visiting = visit();
    const stream = streams.openFor(visiting.visitor).start(source, String);
    await stream.next();
    await end(visiting, stream);
    await vi.advanceTimersByTimeAsync(0);
    expect(streams.count()).toBe(0);
    expect(ended()).toBe(true);
    expect((await stream.next()).done).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('once the source fails, which is passed on', async () => {
    const streams = open();
    const stream = streams.openFor(visit().visitor).start(async function* () {
      yield 1;
      throw new Error('broken');
    }, String);
    await stream.next();
    await expect(stream.next()).rejects.toThrow('broken');
    expect(streams.count()).toBe(0);
  });
});

test('as many as asked for at once do not slip past the limit', () => {
  const streams = open();
  const { start } = streams.openFor(visit().visitor);
  for (let n = 0; n < STREAM_LIMITS.ofCaller; n += 1) start(silence, String);
  expect(() => start(silence, String)).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'TOO_MANY_STREAMS' }) }),
  );
  expect(() =>
    streams.openFor(visit({ caller: { ...CALLER, counted: 'key:2' } }).visitor).start(silence, String),
  ).not.toThrow();
});

test.each([
  { accept: 'text/event-stream', takes: true },
  { accept: 'application/json, text/event-stream;q=0.9', takes: true },
  { accept: '*/*', takes: true },
  { accept: 'application/json', takes: false },
  { accept: 'multipart/mixed', takes: false },
])('Accept: $accept → $takes', ({ accept, takes }) => {
  const ask = () => open().openFor(visit({ accept }).visitor).start(silence, String);
  if (takes) expect(ask).not.toThrow();
  else
    expect(ask).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'NOT_ACCEPTABLE' }) }),
    );
});
