import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRequestsPerMinute } from '../../../src/graphql/requests-per-minute.ts';

/** A clock that is moved by hand, in milliseconds. */
function windowOf(limit: number, mostCounted?: number) {
  const clock = { now: 5_000_000 };
  return { clock, requests: createRequestsPerMinute(limit, () => clock.now, mostCounted) };
}

test('as many as the limit at once, and not one more', () => {
  const { requests } = windowOf(3);
  expect([1, 2, 3, 4].map(() => requests.take('a').left)).toEqual([2, 1, 0, 0]);
  expect(requests.take('a').allowed).toBe(false);
  expect(requests.take('b').allowed).toBe(true);
});

test('one that is refused does not count', () => {
  const { clock, requests } = windowOf(1);
  requests.take('a');
  for (let second = 0; second < 59; second += 1) {
    clock.now += 1000;
    requests.take('a');
  }
  clock.now += 2000;
  expect(requests.take('a').allowed).toBe(true);
});

test('after the pause that was told one passes, and a second before it none does', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 60 }),
      (limit, pauses) => {
        const { clock, requests } = windowOf(limit);
        for (const pause of pauses) {
          clock.now += pause;
          const told = requests.take('a');
          if (told.allowed) continue;
          clock.now += (told.backInSeconds - 1) * 1000;
          if (told.backInSeconds > 1) expect(requests.look('a').allowed).toBe(false);
          clock.now += 1000;
          expect(requests.look('a').allowed).toBe(true);
        }
      },
    ),
  );
});

test('no sixty seconds hold more than the limit', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9000 }), { maxLength: 200 }), (pauses) => {
      const { clock, requests } = windowOf(7);
      const passed: number[] = [];
      for (const pause of pauses) {
        clock.now += pause;
        if (requests.take('a').allowed) passed.push(clock.now);
      }
      for (const start of passed) {
        expect(passed.filter((each) => each >= start && each < start + 60_000).length).toBeLessThanOrEqual(7);
      }
    }),
  );
});

test('whoever was silent for a minute is forgotten, and no more are counted than may be', () => {
  const { clock, requests } = windowOf(1, 100);
  for (let who = 0; who < 1000; who += 1) requests.take(`caller ${who}`);
  expect(requests.size()).toBe(100);
  expect(requests.take('caller 999').allowed).toBe(false);
  clock.now += 61_000;
  requests.take('another');
  expect(requests.size()).toBe(1);
});
