import { expect, test } from 'vitest';
import { untilCommitted } from '../../src/services/until-committed.ts';
import { StoreBusy } from '../../src/store/port.ts';

/** Conflicts so many times before it is committed. */
function conflicting(times: number) {
  let made = 0;
  return {
    made: () => made,
    attempt: async () => {
      made += 1;
      return made > times ? ({ done: true } as const) : 'CONFLICT';
    },
  };
}

test.each([0, 1, 9])('what was overtaken %i times is decided again, and committed', async (times) => {
  const { attempt, made } = conflicting(times);
  expect(await untilCommitted(attempt)).toEqual({ done: true });
  expect(made()).toBe(times + 1);
});

test('what is overtaken ten times in a row may be tried later, as when the database is busy', async () => {
  const { attempt, made } = conflicting(10);
  await expect(untilCommitted(attempt)).rejects.toThrow(StoreBusy);
  expect(made()).toBe(10);
});
