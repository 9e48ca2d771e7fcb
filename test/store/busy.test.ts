/** Another process that holds the write lock: nobody else stands still, and nothing is half written. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { StoreBusy } from '../../src/store/port.ts';
import { decision, getPlan, openRaw, report, storeWithPlan } from './support.ts';

async function locked() {
  const opened = await storeWithPlan();
  const other = openRaw(opened.file);
  other.exec('BEGIN IMMEDIATE');
  return { ...opened, release: () => other.exec('ROLLBACK') };
}

/** The longest time in which the event loop did not turn, while `work` was under way. */
async function longestStandstill(work: Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 5);
  await work.catch(() => undefined);
  clearInterval(timer);
  return longest;
}

const say = (planId: number, code = '1.1.1') => decision(planId, { reports: [report(code, '2020-09-14')] });

test('what waits is written once the lock is free, in its order, and meanwhile reads are answered', async () => {
  const { store, planId, release } = await locked();
  const phases = ['1.1.1', '1.1.2', '1.1.1', '1.1.2', '1.1.1'];
  const commits = Promise.all(phases.map((code) => store.commit(say(planId, code))));
  const standstill = longestStandstill(commits);
  await pause(400);
  expect((await getPlan(store)).lastSequence).toBe(0);
  release();
  expect((await commits).map((each) => each.outcome)).toEqual(phases.map(() => 'COMMITTED'));
  expect(await standstill).toBeLessThan(250);
  const { rows } = await store.listReports(planId, { phase: null, before: null, limit: 10 });
  expect(rows.toReversed().map(({ phase }) => phase)).toEqual(phases);
});

describe('held for too long', () => {
  test('every waiting write gives up in time, with an error of its own, and nothing is written', async () => {
    const { store, planId, release } = await locked();
    const from = performance.now();
    const writes = [
      ...Array.from({ length: 20 }, () => store.commit(say(planId))),
      store.setSetting('today', '2020-09-14'),
      store.claimOutbox({
        now: '2020-09-14T09:00:00Z',
        clockNow: '2020-09-14T09:00:00Z',
        limit: 1,
        claimSeconds: 60,
      }),
      store.linkSlack('PERSON', 'T1', 'a', 'U1'),
      store.replaceDirectory({
        people: [],
        channels: [{ name: 'a', topic: '', structure: null, purpose: 'GENERAL' }],
      }),
    ];
    const settled = Promise.allSettled<unknown>(writes);
    const standstill = await longestStandstill(settled);
    for (const each of await settled) {
      expect(each).toMatchObject({ status: 'rejected', reason: expect.any(StoreBusy) });
    }
    expect(performance.now() - from).toBeLessThan(4_000);
    expect(standstill).toBeLessThan(250);
    release();
    expect(await getPlan(store)).toMatchObject({ version: 1, lastSequence: 0 });
    expect(await store.getSetting('today')).toBeUndefined();
    expect(await store.commit(say(planId))).toMatchObject({ outcome: 'COMMITTED', sequences: [1] });
  });
});
