/** What was acknowledged early stays with whoever works on it, however long that takes. */
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createTakeEnvelope } from '../../src/slack/take-envelope.ts';
import { openReceived } from '../../src/store/received.ts';
import { temporaryFile } from '../store/support.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearInterval', 'Date'] }));
afterEach(() => void vi.useRealTimers());

const WORK_MS = 50_000;
const TELLING_MS = 30_000;

function open(file: string) {
  const received = openReceived(file);
  onTestFinished(() => received.close());
  return received;
}

test('no sweep takes what is still worked on or told of, neither this process’s nor another’s', async () => {
  const file = temporaryFile();
  const received = open(file);
  const other = open(file);
  const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const log = vi.fn();
  const take = createTakeEnvelope(received, { info: log, warn: log, error: log }, Date.now);
  const taken = await take({
    body: {},
    replay: null,
    work: after(WORK_MS),
    isPassing: () => false,
    failed: () => undefined,
    patienceMs: 0,
    earlyMs: 0,
  });
  if (taken.kind !== 'GOES_ON') throw new Error('it was not acknowledged early');
  const finished = taken.finish(() => after(TELLING_MS));
  for (let second = 0; second < (WORK_MS + TELLING_MS) / 1000 - 1; second += 1) {
    await vi.advanceTimersByTimeAsync(1000);
    for (const each of [received, other]) expect(each.claim(Date.now(), Date.now() + 1)).toBeUndefined();
    expect(received.count()).toBe(1);
  }
  await vi.advanceTimersByTimeAsync(2000);
  await finished;
  expect(received.count()).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
