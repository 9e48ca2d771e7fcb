import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createChanges } from '../../../src/services/changes/create-changes.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open() {
  const versions = new Map([
    [1, 1],
    [2, 1],
  ]);
  let day = '2020-09-14';
  let reads = 0;
  const changes = createChanges({
    versionOf: async (planId) => {
      reads += 1;
      return versions.get(planId) ?? 0;
    },
    today: () => day,
    pollMs: 300,
    restMs: 100,
  });
  return {
    changes,
    commit: (planId: number) => versions.set(planId, (versions.get(planId) ?? 0) + 1),
    moveTo: (to: string) => {
      day = to;
    },
    reads: () => reads,
  };
}

/** Watches, past the first look, which comes for nothing. */
async function watch(changes: ReturnType<typeof open>['changes'], planId = 1) {
  let looks = 0;
  const end = changes.watch(planId, () => {
    looks += 1;
  });
  await vi.advanceTimersByTimeAsync(400);
  const before = looks;
  return { end, looks: () => looks - before };
}

test('a commit of this process is told of at once', async () => {
  const { changes, commit } = open();
  const { looks } = await watch(changes);
  commit(1);
  changes.tell();
  await vi.advanceTimersByTimeAsync(0);
  expect(looks()).toBe(1);
});

test('one of another process within a turn', async () => {
  const { changes, commit } = open();
  const { looks } = await watch(changes);
  commit(1);
  await vi.advanceTimersByTimeAsync(300);
  expect(looks()).toBe(1);
});

test('a day that passed too', async () => {
  const { changes, moveTo } = open();
  const { looks } = await watch(changes);
  moveTo('2020-09-15');
  await vi.advanceTimersByTimeAsync(300);
  expect(looks()).toBe(1);
});

test('a commit between two looks is not lost, and many are told of together', async () => {
  const { changes, commit } = open();
  const { looks } = await watch(changes);
  for (let n = 0; n < 50; n += 1) {
    commit(1);
    changes.tell();
    await vi.advanceTimersByTimeAsync(1);
  }
  commit(1);
  changes.tell();
  await vi.advanceTimersByTimeAsync(100);
  expect(looks()).toBe(2);
});

test('a commit to another plan says nothing', async () => {
  const { changes, commit } = open();
  const { looks } = await watch(changes, 1);
  commit(2);
  changes.tell();
  await vi.advanceTimersByTimeAsync(1000);
  expect(looks()).toBe(0);
});

test('whoever joins is told once for nothing: what was committed before the first look is not missed', async () => {
  const { changes } = open();
  let looks = 0;
  changes.watch(1, () => {
    looks += 1;
  });
  await vi.advanceTimersByTimeAsync(2000);
  expect(looks).toBe(1);
});

test('while nobody watches nothing is read', async () => {
  const { changes, reads } = open();
  const { end } = await watch(changes);
  end();
  await vi.advanceTimersByTimeAsync(200);
  const before = reads();
  changes.tell();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(reads()).toBe(before);
  expect(vi.getTimerCount()).toBe(0);
});

test('a database that does not answer for a while is looked at again', async () => {
  let answers = false;
  const changes = createChanges({
    versionOf: async () => {
      if (!answers) throw new Error('busy');
      return 1;
    },
    today: () => '2020-09-14',
  });
  let looks = 0;
  changes.watch(1, () => {
    looks += 1;
  });
  await vi.advanceTimersByTimeAsync(2000);
  expect(looks).toBe(0);
  answers = true;
  await vi.advanceTimersByTimeAsync(500);
  expect(looks).toBe(1);
});
