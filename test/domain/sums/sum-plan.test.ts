/** The quick sums are the figures of a whole assessment, exact, whatever the plan and whatever was said of it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../../../src/domain/assess.ts';
import { addDays, isoDate } from '../../../src/domain/dates.ts';
import { DEFAULT_HEALTH_RULES } from '../../../src/domain/health.ts';
import { type CreditRule, type Goal, type Plan, phasesOf } from '../../../src/domain/plan.ts';
import type { DayFigure } from '../../../src/domain/series/day-figures.ts';
import { outlinePlan } from '../../../src/domain/sums/plan-outline.ts';
import { sumPlan } from '../../../src/domain/sums/sum-plan.ts';
import { ARTI } from '../../helpers/context.ts';
import {
  buildGoal,
  buildIndicator,
  buildPlan,
  buildTarget,
  decimal,
  firstBaseline,
  measuredRatio,
  neutralisedFrom,
  print,
  type Said,
  scheduledGoal,
  standingOf,
  THREE_STRUCTURES,
  unattachedGoal,
} from '../../helpers/figures.ts';

const dayOf2020 = (offset: number) => addDays(isoDate('2020-01-01'), offset);
const structures = fc.subarray(THREE_STRUCTURES.map(({ code }) => code));
const neutralised = fc.option(fc.constantFrom(neutralisedFrom('2020-01-15'), neutralisedFrom('2020-07-01')), {
  nil: null,
  freq: 3,
});
const percent = (max: number) => fc.integer({ min: 0, max }).map((bps) => bps / 100);

const phase = fc
  .record({
    weight: fc.oneof(percent(10_000), fc.constant(0)),
    after: fc.integer({ min: 0, max: 365 }),
    length: fc.integer({ min: 0, max: 200 }),
    structures,
    creditRule: fc.constantFrom<CreditRule>('PERCENT_COMPLETE', 'ZERO_HUNDRED', 'FIFTY_FIFTY', 'UNITS'),
    neutralised,
  })
  .map(({ after, length, ...rest }) => ({
    ...rest,
    start: dayOf2020(after),
    end: dayOf2020(after + length),
    units: rest.creditRule === 'UNITS' ? { target: 7, name: 'incontri' } : null,
  }));

const common = { structures, neutralised };
const weight = fc.oneof(percent(3_000), fc.constant(0));

const goalOf = (code: string): fc.Arbitrary<Goal> =>
  fc.oneof(
    fc
      .record({ weight, phases: fc.array(phase, { maxLength: 4 }), input: fc.record(common) })
      .map(({ weight: points, phases, input }) => scheduledGoal(code, points, phases, input)),
    fc
      .record({ weight, input: fc.record(common) })
      .map(({ weight: points, input }) => unattachedGoal(code, points, input)),
    fc
      .record({
        weight,
        input: fc.record(common),
        value: fc.constantFrom('40', '0', '0.3', null),
        operator: fc.constantFrom('GTE' as const, 'LTE' as const),
        accumulation: fc.constantFrom('LATEST' as const, 'SUM' as const),
      })
      .map(({ weight: points, input, value, operator, accumulation }) =>
        buildGoal(code, points, {
          ...input,
          indicator: buildIndicator({
            accumulation,
            targets: [buildTarget({ operator, value: value === null ? null : decimal(value) })],
          }),
        }),
      ),
  );

const aPlan: fc.Arbitrary<Plan> = fc
  .tuple(goalOf('1.1'), goalOf('1.2'), goalOf('3.1'), goalOf('4.1'))
  .chain((goals) => fc.integer({ min: 0, max: 4 }).map((count) => buildPlan(goals.slice(0, count))));

/** Of each phase and each goal: a percentage, a count, a block alone, nothing; and figures of which some divide by 0. */
const saidOf = (plan: Plan): fc.Arbitrary<Said> => {
  const { goals } = firstBaseline(plan);
  const codes = goals.flatMap((goal) => phasesOf(goal).map(({ code }) => code));
  const report = fc.option(
    fc.oneof(
      percent(10_000).map((points) => ({ percent: points })),
      fc.integer({ min: 0, max: 9 }).map((units) => ({ percent: null, units })),
      fc.constant({ percent: null, blockedBecause: 'gara deserta' }),
    ),
    { nil: null },
  );
  const fraction = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 200 }));
  return fc
    .tuple(
      fc.array(report, { minLength: codes.length, maxLength: codes.length }),
      fc.array(fc.array(fraction, { maxLength: 3 }), { minLength: goals.length, maxLength: goals.length }),
    )
    .map(([reports, figures]) => ({
      reports: Object.fromEntries(
        codes.flatMap((code, index) => {
          const said = reports[index];
          return said ? [[code, said]] : [];
        }),
      ),
      measurements: goals.flatMap(({ code }, index) =>
        (figures[index] ?? []).map(([n, d], place) =>
          measuredRatio(code, `${n}/${d}`, `2020-0${place + 1}-10`),
        ),
      ),
    }));
};

const printed = ({ share, because, coverage, planned }: DayFigure) => ({
  share: print(share),
  because,
  coverage: print(coverage),
  byDeadline: print(planned?.byDeadline),
  linear: print(planned?.linear),
});

function expectSameSums(plan: Plan, baseline: Plan['baselines'][number], day: string, said: Said): void {
  const standing = standingOf(day, said);
  const figures = assess(plan, baseline, standing, DEFAULT_HEALTH_RULES);
  const sums = sumPlan(outlinePlan(plan, baseline, standing.day), {
    phases: new Map([...standing.phases].map(([code, { latest }]) => [code, latest])),
    measurements: standing.measurements,
  });
  expect(printed(sums.whole)).toEqual(printed(figures.whole.figure));
  expect(sums.structures.map(({ structure, figure }) => [structure.code, printed(figure)])).toEqual(
    figures.structures.map(({ structure, figure }) => [structure.code, printed(figure)]),
  );
}

test('of any plan, on any day', () => {
  const world = aPlan.chain((plan) =>
    fc.record({ plan: fc.constant(plan), said: saidOf(plan), day: fc.integer({ min: 0, max: 400 }) }),
  );
  fc.assert(
    fc.property(world, ({ plan, said, day }) => {
      expectSameSums(plan, firstBaseline(plan), dayOf2020(day), said);
    }),
    { numRuns: 200 },
  );
});

test.each(['2020-03-01', '2020-06-30', '2020-09-30'])('of ARTI’s plan, either baseline, on %s', (day) => {
  for (const baseline of ARTI.baselines) {
    expectSameSums(ARTI, baseline, day, {
      reports: { '1.1.1': 60, '1.2.1': 100, '1.4.4': { percent: null, units: 5_000 } },
    });
  }
});
