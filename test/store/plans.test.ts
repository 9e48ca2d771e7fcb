import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parsePlanFile } from '../../src/plan-file/parse-plan-file.ts';
import { openStore } from '../../src/store/open-store.ts';
import { sampleGoal, samplePhase, samplePlan } from '../helpers/sample-plan.ts';
import {
  decision,
  getPlan,
  importSample,
  openRaw,
  openTestStore,
  RECORDED_AT,
  report,
  storeWithPlan,
} from './support.ts';

describe('a plan comes back as it was imported', () => {
  test('every field, every order', async () => {
    const { store, planId } = await storeWithPlan();
    const stored = await getPlan(store);
    expect(stored.plan).toEqual(samplePlan());
    expect(stored).toMatchObject({
      id: planId,
      version: 1,
      revision: 1,
      contentHash: 'sha-1',
      lastSequence: 0,
    });
  });

  test('from another connection too, so from the rows and not from memory', async () => {
    const { file } = await storeWithPlan();
    expect((await getPlan(await openTestStore(file))).plan).toEqual(samplePlan());
  });

  test('with more goals than one INSERT holds', async () => {
    const goals = Array.from({ length: 700 }, (_, i) =>
      sampleGoal(`1.${i + 1}`, [samplePhase(`1.${i + 1}`, 1)], { weightBps: 1 }),
    );
    const [first] = samplePlan().baselines;
    if (!first) throw new Error('the sample has a baseline');
    const plan = samplePlan({ baselines: [{ ...first, goals }] });
    const { store } = await storeWithPlan(undefined, plan);
    expect((await getPlan(store)).plan).toEqual(plan);
  });

  test('ARTI’s own', async () => {
    const parsed = parsePlanFile(readFileSync('plans/arti-2020.yaml'), 'arti-2020.yaml');
    if (!parsed.ok) throw new Error('the plan file has problems');
    const { store } = await storeWithPlan(undefined, parsed.plan);
    expect((await getPlan(store)).plan).toEqual(parsed.plan);
  });

  test('in memory, without a file', async () => {
    const store = await openStore({ file: ':memory:' });
    await importSample(store);
    expect((await getPlan(store)).plan).toEqual(samplePlan());
    await store.close();
  });
});

describe('importing again', () => {
  test('the same content changes nothing', async () => {
    const { store, file, planId } = await storeWithPlan();
    expect(await importSample(store)).toEqual({ outcome: 'UNCHANGED', planId, version: 1 });
    expect(await store.planVersion(planId)).toBe(1);
    expect(openRaw(file).prepare('SELECT count(*) FROM audit_entries').pluck().get()).toBe(1);
  });

  test('other content replaces the definition and keeps what was said', async () => {
    const { store, planId } = await storeWithPlan();
    await store.commit(decision(planId, { reports: [report('1.1.1', '2020-03-01')] }));
    const other = samplePlan({
      title: 'PQPO 2020, corretto',
      structures: samplePlan().structures.toReversed(),
    });

    expect(await importSample(store, other, 'sha-2')).toEqual({ outcome: 'REPLACED', planId, version: 3 });
    const stored = await getPlan(store);
    expect(stored).toMatchObject({ revision: 2, version: 3, contentHash: 'sha-2', lastSequence: 1 });
    expect(stored.plan).toEqual(other);
    expect(await store.listReportedItems(planId)).toEqual(['1.1.1']);
  });

  test('more was said since it was checked: a conflict, and nothing is written', async () => {
    const { store, planId } = await storeWithPlan();
    const other = samplePlan({ title: 'altro' });
    const audit = { kind: 'PLAN_IMPORTED', actor: 'pianificazione', body: {} };
    const checked = { plan: other, contentHash: 'sha-2', lastSequence: 0, recordedAt: RECORDED_AT, audit };
    await store.commit(decision(planId, { reports: [report('1.1.1', '2020-03-01')] }));
    expect(await store.importPlan(checked)).toEqual({ outcome: 'CONFLICT', planId, version: 2 });
    expect(await store.importPlan({ ...checked, lastSequence: null })).toMatchObject({ outcome: 'CONFLICT' });
    expect((await getPlan(store)).plan).toEqual(samplePlan());
    expect(await store.importPlan({ ...checked, lastSequence: 1 })).toMatchObject({ outcome: 'REPLACED' });
  });

  test('a decision upon the definition of before is a conflict, and writes nothing', async () => {
    const { store, planId } = await storeWithPlan();
    await importSample(store, samplePlan({ title: 'altro' }), 'sha-2');
    const late = decision(planId, { revision: 1, reports: [report('1.1.1', '2020-03-01')] });
    expect(await store.commit(late)).toEqual({ outcome: 'CONFLICT' });
    expect(await getPlan(store)).toMatchObject({ version: 2, lastSequence: 0 });
    expect(await store.listReportedItems(planId)).toEqual([]);
  });

  test('a plan that breaks a rule of the tables leaves the one before', async () => {
    const { store } = await storeWithPlan();
    const structures = samplePlan().structures.slice(1);
    await expect(importSample(store, samplePlan({ structures }), 'sha-2')).rejects.toThrow(/FOREIGN KEY/);
    expect(await getPlan(store)).toMatchObject({ revision: 1, contentHash: 'sha-1' });
    expect((await getPlan(store)).plan).toEqual(samplePlan());
  });
});

test('plans are found by year', async () => {
  const store = await openTestStore();
  expect(await store.findPlan(2020)).toBeUndefined();
  const { planId } = await importSample(store, samplePlan({ year: 2021 }));
  await importSample(store, samplePlan({ year: 2020 }));
  expect(await store.listYears()).toEqual([2020, 2021]);
  expect(await store.planYear(planId)).toBe(2021);
  await expect(store.planYear(99)).rejects.toThrow('no plan 99');
  expect((await store.findPlan(2020))?.plan.year).toBe(2020);
  expect(await store.findPlan(2019)).toBeUndefined();
  await expect(store.planVersion(99)).rejects.toThrow('no plan 99');
});
