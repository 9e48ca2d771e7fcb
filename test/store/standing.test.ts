import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/domain/dates.ts';
import type { NewStatusReport } from '../../src/store/port.ts';
import { standingQueries } from '../../src/store/standing-queries.ts';
import { goalCode } from '../helpers/sample-plan.ts';
import {
  decision,
  openRaw,
  phase,
  ratioMeasurement,
  report,
  say,
  stepsOf,
  storeWithPlan,
  valueMeasurement,
} from './support.ts';

const PHASE = phase('1.1.1');

/** The standing of phase 1.1.1 on `day`, after `reports` arrived in their order. */
async function standingOf(reports: readonly NewStatusReport[], day: string) {
  const { store, planId } = await storeWithPlan();
  await say(store, planId, reports);
  return (await store.loadStanding(planId, isoDate(day))).phases.get(PHASE);
}

describe('the latest report counts', () => {
  const march = report('1.1.1', '2020-03-01', { percentBps: 1_000 });
  const may = report('1.1.1', '2020-05-01', { percentBps: 5_000 });
  const mayCorrected = report('1.1.1', '2020-05-01', { percentBps: 4_000 });
  test.each([
    { why: 'nothing said yet', said: [], day: '2020-12-31', percentBps: undefined },
    { why: 'said after the day', said: [march], day: '2020-02-29', percentBps: undefined },
    { why: 'said on the day itself', said: [march], day: '2020-03-01', percentBps: 1_000 },
    { why: 'the later day wins', said: [march, may], day: '2020-12-31', percentBps: 5_000 },
    { why: 'also when it arrived first', said: [may, march], day: '2020-12-31', percentBps: 5_000 },
    { why: 'before it, the earlier one', said: [may, march], day: '2020-04-30', percentBps: 1_000 },
    {
      why: 'on one day, the last to arrive',
      said: [may, mayCorrected],
      day: '2020-05-01',
      percentBps: 4_000,
    },
    { why: 'and its other order', said: [mayCorrected, may], day: '2020-05-01', percentBps: 5_000 },
  ])('$why', async ({ said, day, percentBps }) => {
    expect((await standingOf(said, day))?.latest.percentBps).toBe(percentBps);
  });
});

describe('complete since', () => {
  const yes = (day: string) => report('1.1.1', day, { percentBps: 10_000, completes: true });
  const no = (day: string) => report('1.1.1', day);
  test.each([
    { why: 'not complete', said: [no('2020-03-01')], day: '2020-12-31', since: null },
    { why: 'complete at once', said: [yes('2020-03-01')], day: '2020-12-31', since: '2020-03-01' },
    {
      why: 'the first of a run',
      said: [no('2020-02-01'), yes('2020-03-01'), yes('2020-04-01')],
      day: '2020-12-31',
      since: '2020-03-01',
    },
    { why: 'taken back', said: [yes('2020-03-01'), no('2020-04-01')], day: '2020-12-31', since: null },
    {
      why: 'taken back, then complete again',
      said: [yes('2020-03-01'), no('2020-04-01'), yes('2020-05-01')],
      day: '2020-12-31',
      since: '2020-05-01',
    },
    {
      why: 'before it was taken back',
      said: [yes('2020-03-01'), no('2020-04-01')],
      day: '2020-03-31',
      since: '2020-03-01',
    },
    {
      why: 'corrected on the same day',
      said: [no('2020-03-01'), yes('2020-03-01')],
      day: '2020-12-31',
      since: '2020-03-01',
    },
    {
      why: 'a late arrival starts the run earlier',
      said: [yes('2020-05-01'), yes('2020-03-01')],
      day: '2020-12-31',
      since: '2020-03-01',
    },
    {
      why: 'a late arrival breaks the run',
      said: [yes('2020-03-01'), yes('2020-05-01'), no('2020-04-01')],
      day: '2020-12-31',
      since: '2020-05-01',
    },
  ])('$why → $since', async ({ said, day, since }) => {
    expect((await standingOf(said, day))?.completedOn ?? null).toBe(since);
  });
});

test('a report comes back as it was said', async () => {
  const { store, planId } = await storeWithPlan();
  const said = report('1.1.4', '2020-09-14', {
    percentBps: null,
    units: 8_006,
    note: 'bando «pubblicato» 🎉',
    evidence: 'https://example.org/atto',
    blockedBecause: 'manca il parere',
    source: 'COMMAND_LINE',
  });
  await say(store, planId, [said]);
  const { latest } =
    (await store.loadStanding(planId, isoDate('2020-09-14'))).phases.get(phase('1.1.4')) ?? {};
  expect(latest).toEqual({ ...said, sequence: 1, recordedAt: '2020-09-14T08:30:00.000Z' });
});

describe('measurements', () => {
  const firms = goalCode('3.1');
  const events = goalCode('3.3');

  test('of an indicator that takes the latest figure, only the last', async () => {
    const { store, planId } = await storeWithPlan();
    const said = [
      ratioMeasurement('3.1', '2020-06-30', '5000'),
      ratioMeasurement('3.1', '2020-03-31', '900'),
    ];
    await store.commit(decision(planId, { measurements: said }));
    const { measurements } = await store.loadStanding(planId, isoDate('2020-12-31'));
    expect(measurements.get(firms)).toEqual([
      { ...said[0], sequence: 1, recordedAt: '2020-09-14T08:30:00.000Z' },
    ]);
    expect(measurements.has(events)).toBe(false);
    expect((await store.loadStanding(planId, isoDate('2020-04-01'))).measurements.get(firms)).toMatchObject([
      { numerator: '900', denominator: '20015', value: null },
    ]);
  });

  test('of one that adds up, the last arrival of each day, oldest day first', async () => {
    const { store, planId } = await storeWithPlan();
    const said = [
      valueMeasurement('3.3', '2020-05-01', '7'),
      valueMeasurement('3.3', '2020-03-01', '2'),
      valueMeasurement('3.3', '2020-03-01', '2.5'),
      valueMeasurement('3.3', '2020-09-01', '1'),
    ];
    await store.commit(decision(planId, { measurements: said }));
    const valuesOn = async (day: string) =>
      (await store.loadStanding(planId, isoDate(day))).measurements.get(events)?.map(({ value }) => value);
    expect(await valuesOn('2020-12-31')).toEqual(['2.5', '7', '1']);
    expect(await valuesOn('2020-05-01')).toEqual(['2.5', '7']);
    expect(await valuesOn('2020-02-29')).toBeUndefined();
  });
});

test('the order of arrival of reports of different days does not matter', async () => {
  const shuffled = fc
    .uniqueArray(fc.record({ day: fc.integer({ min: 1, max: 28 }), completes: fc.boolean() }), {
      selector: ({ day }) => day,
      minLength: 1,
      maxLength: 8,
    })
    .chain((said) =>
      fc.tuple(
        fc.constant(said),
        fc.shuffledSubarray(said, { minLength: said.length }),
        fc.integer({ min: 1, max: 28 }),
      ),
    );
  const onDay = (day: number) => `2020-03-${String(day).padStart(2, '0')}`;

  await fc.assert(
    fc.asyncProperty(shuffled, async ([said, otherOrder, asOf]) => {
      const { store, planId } = await storeWithPlan(':memory:');
      const reports = (list: typeof said, code: string) =>
        list.map(({ day, completes }) => report(code, onDay(day), { percentBps: day * 100, completes }));
      await say(store, planId, reports(said, '1.1.1'));
      await say(store, planId, reports(otherOrder, '1.1.2'));
      const { phases } = await store.loadStanding(planId, isoDate(onDay(asOf)));
      const told = (code: string) => {
        const standing = phases.get(phase(code));
        return standing && [standing.latest.reportedOn, standing.latest.percentBps, standing.completedOn];
      };
      expect(told('1.1.1')).toEqual(told('1.1.2'));
    }),
    { numRuns: 60 },
  );
});

test('every statement of a standing seeks on the index meant for it, and none reads a table through', async () => {
  const { file } = await storeWithPlan();
  const raw = openRaw(file);
  const queries = standingQueries(drizzle(new Sqlite(':memory:')));
  const expected: Record<keyof typeof queries, readonly string[]> = {
    latestReports: ['sqlite_autoindex_reports_1', 'reports_as_of'],
    completedSince: ['reports_as_of', 'reports_incomplete', 'reports_as_of'],
    latestMeasurements: ['sqlite_autoindex_measurements_1', 'measurements_as_of'],
    dailyMeasurements: ['sqlite_autoindex_measurements_1', ...Array(3).fill('measurements_as_of')],
  };
  for (const [name, indexes] of Object.entries(expected)) {
    const steps = stepsOf(raw, queries[name as keyof typeof queries]);
    const ofFacts = steps.filter((step) => !/^SCAN (item|said)\b/.test(step));
    expect(
      ofFacts.filter((step) => /SCAN|TEMP B-TREE/.test(step)),
      name,
    ).toEqual([]);
    const searches = steps.filter((step) => step.startsWith('SEARCH'));
    expect(
      searches.map((step) => / INDEX (\w+) \(plan_id=\?/.exec(step)?.[1]),
      name,
    ).toEqual(indexes);
  }
});
