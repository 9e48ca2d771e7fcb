/** Envelopes that were acknowledged and not done: tried again, more and more rarely, and given up in the end. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MOST_TRIES, pauseAfter, type Received } from '../../../src/slack/http/received.ts';
import { createReplays } from '../../../src/slack/http/replays.ts';
import type { Replay } from '../../../src/slack/take-envelope.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A journal in memory, with one envelope in it. */
function kept() {
  let envelope: { id: number; body: string; tries: number; freeFrom: number } | undefined = {
    id: 1,
    body: '{"type":"x"}',
    tries: 0,
    freeFrom: 0,
  };
  const received: Received = {
    keep: async () => 1,
    strike: () => {
      envelope = undefined;
    },
    postpone: (_id, until) => {
      if (envelope) envelope.freeFrom = until;
    },
    claim: (now, until) => {
      if (!envelope || envelope.freeFrom > now) return undefined;
      envelope = { ...envelope, tries: envelope.tries + 1, freeFrom: until };
      return envelope;
    },
    hold: () => () => undefined,
  };
  return { received, left: () => envelope };
}

function start(replay: (body: object, replay: Replay) => Promise<void>) {
  const journal = kept();
  const log = vi.fn();
  const replays = createReplays({
    received: journal.received,
    logger: { info: log, warn: log, error: log },
    now: Date.now,
    replay,
  });
  replays.start();
  return { ...journal, replays, log };
}

test('one that succeeds is struck out', async () => {
  const replay = vi.fn(async () => undefined);
  const { left } = start(replay);
  await vi.advanceTimersByTimeAsync(0);
  expect(replay).toHaveBeenCalledExactlyOnceWith({ type: 'x' }, { isLast: false });
  expect(left()).toBeUndefined();
});

test('one that fails is tried at longer and longer pauses, the last time as the last, and given up', async () => {
  const at: number[] = [];
  const lasts: boolean[] = [];
  const from = Date.now();
  const { left } = start(async (_body, { isLast }) => {
    at.push(Date.now() - from);
    lasts.push(isLast);
    throw new Error('not yet');
  });
  await vi.advanceTimersByTimeAsync(2 * 3_600_000);
  expect(at).toHaveLength(MOST_TRIES);
  expect(lasts).toEqual(at.map((_, index) => index === MOST_TRIES - 1));
  const pauses = at.slice(1).map((each, index) => each - (at[index] ?? 0));
  for (const [index, each] of pauses.entries()) expect(each).toBeGreaterThanOrEqual(pauseAfter(index + 1));
  expect(at.at(-1)).toBeLessThan(90 * 60_000);
  expect(left()).toBeUndefined();
});

test('one that takes longer than the lease is begun once, and struck out at its end', async () => {
  const replay = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 50_000)));
  const { left } = start(replay);
  await vi.advanceTimersByTimeAsync(49_000);
  expect(left()).toMatchObject({ tries: 1 });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(left()).toBeUndefined();
  expect(replay).toHaveBeenCalledTimes(1);
});

test('one that hangs is left to its lease, and holds up no stop', async () => {
  const { left, replays } = start(() => new Promise(() => undefined));
  const stopped = replays.stop();
  await vi.advanceTimersByTimeAsync(15_000);
  await stopped;
  expect(left()?.tries).toBe(1);
});

test('after a stop nothing more is taken', async () => {
  const replay = vi.fn(async () => {
    throw new Error('not yet');
  });
  const { replays } = start(replay);
  await vi.advanceTimersByTimeAsync(0);
  await replays.stop();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(replay).toHaveBeenCalledTimes(1);
});
