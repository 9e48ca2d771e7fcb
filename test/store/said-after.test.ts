import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/port.ts';
import { decision, ratioMeasurement, report, storeWithPlan } from './support.ts';

/** Reports and measurements by turns: sequences 1, 3, 5 … are reports. */
async function sayByTurns(store: Store, planId: number, count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    const said =
      n % 2 === 1
        ? { reports: [report('1.1.1', '2020-09-01')] }
        : { measurements: [ratioMeasurement('2.1', '2020-09-01', String(n))] };
    await store.commit(decision(planId, said));
  }
}

const read = async (store: Store, planId: number, after: number, limit: number) =>
  (await store.listSaidAfter(planId, after, limit)).map(({ kind, fact }) => `${fact.sequence} ${kind}`);

describe('the history forwards, from both tables in their common order', () => {
  test.each([
    { why: 'from the beginning', after: 0, limit: 3, said: ['1 REPORT', '2 MEASUREMENT', '3 REPORT'] },
    { why: 'from within', after: 4, limit: 100, said: ['5 REPORT', '6 MEASUREMENT', '7 REPORT'] },
    { why: 'the last', after: 6, limit: 1, said: ['7 REPORT'] },
    { why: 'after the last', after: 7, limit: 10, said: [] },
  ])('$why', async ({ after, limit, said }) => {
    const { store, planId } = await storeWithPlan();
    await sayByTurns(store, planId, 7);
    expect(await read(store, planId, after, limit)).toEqual(said);
  });
});

test('what was committed together is read together', async () => {
  const { store, planId } = await storeWithPlan();
  const reports = [report('1.1.1', '2020-09-01'), report('1.1.2', '2020-09-01')];
  await store.commit(
    decision(planId, { reports, measurements: [ratioMeasurement('2.1', '2020-09-01', '7')] }),
  );
  expect(await read(store, planId, 0, 10)).toEqual(['1 REPORT', '2 REPORT', '3 MEASUREMENT']);
});

test('of another plan there is nothing', async () => {
  const { store, planId } = await storeWithPlan();
  await sayByTurns(store, planId, 2);
  expect(await read(store, planId + 1, 0, 10)).toEqual([]);
});

test.each([0, 101, 1.5])('a page of %d is refused', async (limit) => {
  const { store, planId } = await storeWithPlan();
  await expect(store.listSaidAfter(planId, 0, limit)).rejects.toThrow(RangeError);
});
