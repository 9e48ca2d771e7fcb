/**
 * More than three hundred requests of people who mean harm. How fast each is answered is for `bench/hostile.ts`: a test
 * does not look at the clock.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOSTILE_CASES } from './cases/all-cases.ts';
import { startHostileApi } from './hostile-api.ts';
import { judgeAnswer, SHOWN } from './judge-answer.ts';
import { sendCase } from './send-case.ts';
import type { StartedApi } from './started-api.ts';

/** What may stay after a round more, which sends some twenty megabytes: kept documents and figures fill up a little still. */
const MARGIN_BYTES = 4_000_000;

let api: StartedApi;
beforeAll(async () => {
  api = await startHostileApi();
});
afterAll(() => api.close());

async function heapAfterCollection(): Promise<number> {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  // What was closed is let go of a turn later.
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise(setImmediate);
    collect();
  }
  return process.memoryUsage().heapUsed;
}

async function sendAll(): Promise<{ readonly problems: readonly string[]; readonly shown: boolean }> {
  const problems: string[] = [];
  let shown = false;
  for (const each of HOSTILE_CASES) {
    const answer = await sendCase(api.port, each);
    const problem = judgeAnswer(each, answer);
    if (problem !== null) problems.push(`${each.family}, ${each.why}: ${problem}`);
    if (each.family === 'rows' && answer.text.includes(SHOWN)) shown = true;
  }
  return { problems, shown };
}

test('there are more than three hundred', () => {
  expect(HOSTILE_CASES.length).toBeGreaterThan(300);
});

describe('whatever comes', { timeout: 180_000 }, () => {
  test('is answered as it should be, in three rounds, and leaves nothing behind', async () => {
    const heaps: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const { problems, shown } = await sendAll();
      expect(problems).toEqual([]);
      // Else a key that sees nothing at all would pass.
      expect(shown).toBe(true);
      heaps.push(await heapAfterCollection());
    }
    const [, second = 0, third = 0] = heaps;
    expect(third - second).toBeLessThan(MARGIN_BYTES);
    expect(api.logged).toEqual([]);
  });
});
