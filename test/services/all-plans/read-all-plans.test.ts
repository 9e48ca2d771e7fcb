/** All plans at once: each is what its own figures are. */
import { expect, test } from 'vitest';
import { type IsoDate, isoDate } from '../../../src/domain/dates.ts';
import { readAllPlans } from '../../../src/services/all-plans/read-all-plans.ts';
import type { Context } from '../../../src/services/context.ts';
import { loadFigures } from '../../../src/services/load-figures.ts';
import { ARTI, openTestContext } from '../../helpers/context.ts';
import { print } from '../../helpers/figures.ts';
import { samplePlan } from '../../helpers/sample-plan.ts';
import { decision, importSample, ratioMeasurement, report, valueMeasurement } from '../../store/support.ts';

/** ARTI's plan of 2020, and those made by hand of 2019 and 2021, which have every kind of phase and indicator. */
async function openThreePlans() {
  const context = await openTestContext();
  const { store, planId } = context;
  const [before, after] = [
    await importSample(store, samplePlan({ year: 2019 }), 'sha-2019'),
    await importSample(store, samplePlan({ year: 2021 }), 'sha-2021'),
  ];
  await store.commit(
    decision(planId, {
      reports: [report('1.1.1', '2020-03-10'), report('1.1.1', '2020-03-02', { percentBps: 9_000 })],
    }),
  );
  for (const each of [before, after]) {
    await store.commit(
      decision(each.planId, {
        reports: [
          report('1.1.1', '2020-05-01', { percentBps: 2_000 }),
          report('1.1.1', '2020-05-01', { percentBps: 3_000 }),
          report('1.1.2', '2020-05-01', { percentBps: null, blockedBecause: 'gara deserta' }),
          report('1.1.4', '2020-03-01', { percentBps: null, units: 2_500 }),
        ],
        measurements: [
          valueMeasurement('3.3', '2020-03-01', '7'),
          valueMeasurement('3.3', '2020-03-01', '8'),
          valueMeasurement('3.3', '2020-05-01', '30'),
          ratioMeasurement('3.1', '2020-02-01', '9000'),
          ratioMeasurement('3.1', '2020-06-01', '20015'),
        ],
      }),
    );
  }
  return context;
}

async function expected(context: Context, asOf: IsoDate) {
  return Promise.all(
    [2019, 2020, 2021].map(async (year) => {
      const loaded = await loadFigures(context, { year, asOf, baseline: null });
      if (!loaded.ok) throw new Error(loaded.refusal.code);
      const { whole, structures, baseline } = loaded.value.figures;
      return {
        year,
        baseline: baseline.number,
        shares: [whole.figure, ...structures.map(({ figure }) => figure)].map(({ share, coverage }) => [
          print(share),
          print(coverage),
        ]),
      };
    }),
  );
}

async function found(context: Context, asOf: IsoDate | null) {
  const all = await readAllPlans(context, asOf);
  return all.map(({ plan: { year }, baseline, sums: { whole, structures } }) => ({
    year,
    baseline,
    shares: [whole, ...structures.map(({ figure }) => figure)].map(({ share, coverage }) => [
      print(share),
      print(coverage),
    ]),
  }));
}

test.each(['2019-11-30', '2020-03-05', '2020-05-01', '2020-07-31', '2020-12-31'])('as of %s', async (day) => {
  const context = await openThreePlans();
  const asOf = isoDate(day);
  expect(await found(context, asOf)).toEqual(await expected(context, asOf));
});

test('after more was said, and after a plan was imported anew', async () => {
  const context = await openThreePlans();
  const today = context.clock.today();
  await found(context, null);
  await context.store.commit(decision(context.planId, { reports: [report('1.4.1', '2020-09-10')] }));
  expect(await found(context, null)).toEqual(await expected(context, today));
  const [approved] = ARTI.baselines;
  if (!approved) throw new Error('no baseline');
  await importSample(context.store, { ...ARTI, baselines: [approved] }, 'sha-again');
  const again = await found(context, null);
  expect(again).toEqual(await expected(context, today));
  expect(again.map(({ baseline }) => baseline)).toEqual([1, 0, 1]);
});

test('for two days at once, as for each alone', async () => {
  const context = await openThreePlans();
  const days = [isoDate('2020-03-05'), isoDate('2020-12-31')];
  const both = await Promise.all(days.map((day) => found(context, day)));
  expect(both).toEqual(await Promise.all(days.map((day) => expected(context, day))));
});
