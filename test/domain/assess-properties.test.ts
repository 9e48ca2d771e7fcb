/** What holds of every plan, whatever was said of it: figures compared as exact fractions. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/domain/assess.ts';
import { phaseCode } from '../../src/domain/codes.ts';
import { addDays, isoDate } from '../../src/domain/dates.ts';
import type { Figure, Term } from '../../src/domain/figure.ts';
import { DEFAULT_HEALTH_RULES } from '../../src/domain/health.ts';
import type { CreditRule, Goal, Phase, Plan } from '../../src/domain/plan.ts';
import { phasesOf } from '../../src/domain/plan.ts';
import type { PlanFigures } from '../../src/domain/plan-figures.ts';
import {
  add,
  compare,
  divide,
  equals,
  isZero,
  multiply,
  ONE,
  ratio,
  subtract,
  sum,
  ZERO,
} from '../../src/domain/ratio.ts';
import {
  buildGoal,
  buildIndicator,
  buildPlan,
  buildTarget,
  decimal,
  firstBaseline,
  measuredRatio,
  neutralisedFrom,
  type PhaseInput,
  print,
  printFigure,
  type ReportInput,
  type Said,
  scheduledGoal,
  standingOf,
  THREE_STRUCTURES,
  unattachedGoal,
} from '../helpers/figures.ts';

type World = {
  readonly goals: readonly Goal[];
  readonly day: string;
  readonly said: Required<Said>;
};

const dayOf2020 = (offset: number): string => addDays(isoDate('2020-01-01'), offset);
const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 2) => fc.option(arbitrary, { nil: null, freq });

const structures = fc.subarray(
  THREE_STRUCTURES.map(({ code }) => code),
  { minLength: 1 },
);
/** Before the year, so that a later day does not change what counts. */
const rarelyNeutralised = fc.oneof(
  { weight: 7, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant(neutralisedFrom('2019-12-31')) },
);

const aPhase: fc.Arbitrary<PhaseInput> = fc
  .record({
    weightBps: fc.integer({ min: 1, max: 10_000 }),
    after: fc.integer({ min: 0, max: 365 }),
    length: fc.integer({ min: 0, max: 200 }),
    structures,
    creditRule: fc.constantFrom<CreditRule>('PERCENT_COMPLETE', 'ZERO_HUNDRED', 'FIFTY_FIFTY', 'UNITS'),
    neutralised: rarelyNeutralised,
  })
  .map(({ weightBps, after, length, ...rest }) => ({
    ...rest,
    weight: weightBps / 100,
    start: dayOf2020(after),
    end: dayOf2020(after + length),
    units: rest.creditRule === 'UNITS' ? { target: 7, name: 'incontri' } : null,
  }));

/** A percentage, or only a block. */
const aReport: fc.Arbitrary<ReportInput | null> = maybe(
  maybe(fc.integer({ min: 0, max: 10_000 }), 8).map((bps) =>
    bps === null ? { percent: null, blockedBecause: 'gara deserta' } : { percent: bps / 100 },
  ),
);

const aFraction = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 200 }))
  .map(([n, d]) => `${n}/${d}`);

/** A goal of each kind, with what was said of it. */
const aGoal = (code: string): fc.Arbitrary<{ goal: Goal; said: Required<Said> }> => {
  const common = {
    weightBps: fc.integer({ min: 1, max: 3_000 }),
    structures,
    neutralised: rarelyNeutralised,
  };
  const bySchedule = fc
    .record({ ...common, phases: fc.array(fc.tuple(aPhase, aReport), { minLength: 1, maxLength: 4 }) })
    .map(({ weightBps, phases, ...input }) => ({
      goal: scheduledGoal(
        code,
        weightBps / 100,
        phases.map(([phase]) => phase),
        input,
      ),
      said: {
        reports: Object.fromEntries(
          phases.flatMap(([, said], index) => (said === null ? [] : [[`${code}.${index + 1}`, said]])),
        ),
        measurements: [],
      },
    }));
  const byFigures = fc
    .record({
      ...common,
      operator: fc.constantFrom('GTE' as const, 'LTE' as const),
      wanted: fc.integer({ min: 1, max: 120 }),
      accumulation: fc.constantFrom('LATEST' as const, 'SUM' as const),
      fractions: fc.array(aFraction, { maxLength: 3 }),
    })
    .map(({ weightBps, operator, wanted, accumulation, fractions, ...input }) => ({
      goal: buildGoal(code, weightBps / 100, {
        ...input,
        indicator: buildIndicator({
          accumulation,
          targets: [buildTarget({ operator, value: decimal(String(wanted)) })],
        }),
      }),
      said: { reports: {}, measurements: fractions.map((each) => measuredRatio(code, each)) },
    }));
  const notAttached = fc.record(common).map(({ weightBps, ...input }) => ({
    goal: unattachedGoal(code, weightBps / 100, input),
    said: { reports: {}, measurements: [] },
  }));
  return fc.oneof(
    { weight: 4, arbitrary: bySchedule },
    { weight: 2, arbitrary: byFigures },
    { weight: 1, arbitrary: notAttached },
  );
};

const CODES = ['1.1', '1.2', '1.3', '3.1', '3.2', '4.1'];

const aWorld: fc.Arbitrary<World> = fc
  .tuple(fc.subarray(CODES, { minLength: 1 }), fc.integer({ min: 0, max: 400 }))
  .chain(([codes, offset]) =>
    fc.tuple(...codes.map(aGoal)).map((parts) => ({
      goals: parts.map(({ goal }) => goal),
      day: dayOf2020(offset),
      said: {
        reports: Object.assign({}, ...parts.map(({ said }) => said.reports)) as Required<Said>['reports'],
        measurements: parts.flatMap(({ said }) => said.measurements),
      },
    })),
  );

function figuresOf({ goals, day, said }: World): PlanFigures {
  const plan: Plan = buildPlan(goals);
  return assess(plan, firstBaseline(plan), standingOf(day, said), DEFAULT_HEALTH_RULES);
}

/** Every figure of the plan by name. Sums carry terms; phases and indicators are leaves. */
function everyFigure(figures: PlanFigures): { name: string; figure: Figure; terms: readonly Term[] }[] {
  return [
    { name: 'plan', ...figures.whole },
    ...figures.areas.map((each) => ({ name: `area ${each.area.code}`, ...each })),
    ...figures.goals.map((each) => ({ name: `goal ${each.goal.code}`, ...each })),
    ...figures.structures.map((each) => ({ name: `structure ${each.structure.code}`, ...each })),
    ...figures.goals
      .flatMap(({ phases }) => phases)
      .map(({ phase, figure }) => ({ name: `phase ${phase.code}`, figure, terms: [] })),
  ].map(({ name, figure, terms }) => ({ name, figure, terms }));
}

const printed = (figures: PlanFigures, but: 'phase' | null = null) =>
  Object.fromEntries(
    everyFigure(figures)
      .filter(({ name }) => but === null || !name.startsWith(but))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, figure }) => [name, printFigure(figure)]),
  );

const withPhases = (goal: Goal, change: (phases: readonly Phase[]) => readonly Phase[]): Goal =>
  goal.schedule?.known
    ? { ...goal, schedule: { ...goal.schedule, phases: change(goal.schedule.phases) } }
    : goal;

const always = (property: (world: World) => void): void => {
  fc.assert(fc.property(aWorld, property), { numRuns: 150 });
};

describe('what does not matter', () => {
  test('the order of goals, of phases and of their structures', () => {
    const keys = fc.array(fc.nat(), { minLength: 30, maxLength: 30 });
    const by = <T>(order: readonly number[], items: readonly T[]): T[] =>
      items
        .map((item, index) => ({ item, key: order[index] ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item);
    fc.assert(
      fc.property(aWorld, keys, (world, order) => {
        const goals = by(order, world.goals).map((goal) =>
          withPhases(goal, (phases) =>
            by(order.slice(6), phases).map((phase) => ({
              ...phase,
              structures: by(order.slice(12), phase.structures),
            })),
          ),
        );
        expect(printed(figuresOf({ ...world, goals }))).toEqual(printed(figuresOf(world)));
      }),
      { numRuns: 150 },
    );
  });

  test('the scale of the goals’ weights', () => {
    fc.assert(
      fc.property(aWorld, fc.integer({ min: 2, max: 1_000 }), (world, factor) => {
        const goals = world.goals.map((goal) => ({ ...goal, weightBps: goal.weightBps * factor }));
        const [before, after] = [figuresOf(world), figuresOf({ ...world, goals })];
        expect(printed(after)).toEqual(printed(before));
        expect(after.whole.points).toEqual(multiply(before.whole.points, ratio(factor)));
      }),
    );
  });

  test('the scale of one goal’s phase weights, for the goal, its area and the plan', () => {
    fc.assert(
      fc.property(aWorld, fc.integer({ min: 2, max: 1_000 }), (world, factor) => {
        const goals = world.goals.map((goal, index) =>
          index > 0
            ? goal
            : withPhases(goal, (phases) =>
                phases.map((each) => ({ ...each, weightBps: each.weightBps * factor })),
              ),
        );
        const pick = (figures: PlanFigures) => [
          printFigure(figures.whole.figure),
          ...figures.areas.map(({ figure }) => printFigure(figure)),
          ...figures.goals.map(({ figure }) => printFigure(figure)),
        ];
        expect(pick(figuresOf({ ...world, goals }))).toEqual(pick(figuresOf(world)));
      }),
    );
  });

  test('whether a phase is one, or two of the same progress and dates: goal, area, plan and structures', () => {
    const SECOND = 99;
    fc.assert(
      fc.property(aWorld, fc.nat(), fc.nat(), (world, which, where) => {
        const splittable = world.goals.flatMap(phasesOf).filter(({ weightBps }) => weightBps > 1);
        fc.pre(splittable.length > 0);
        const whole = splittable[which % splittable.length] as Phase;
        const first = 1 + (where % (whole.weightBps - 1));
        const reports = { ...world.said.reports };
        const goals = world.goals.map((goal) =>
          withPhases(goal, (phases) =>
            phases.flatMap((phase) => {
              if (phase.code !== whole.code) return [phase];
              const second = { ...phase, number: SECOND, code: phaseCode(goal.code, SECOND) };
              const said = reports[phase.code];
              if (said !== undefined) reports[second.code] = said;
              return [
                { ...phase, weightBps: first },
                { ...second, weightBps: whole.weightBps - first },
              ];
            }),
          ),
        );
        const split = figuresOf({ ...world, goals, said: { ...world.said, reports } });
        expect(printed(split, 'phase')).toEqual(printed(figuresOf(world), 'phase'));
      }),
      { numRuns: 150 },
    );
  });

  test('what was said, for planned progress by schedule', () => {
    always((world) => {
      const planned = (figures: PlanFigures) =>
        figures.goals
          .filter(({ goal }) => goal.measuredBy === 'SCHEDULE')
          .map(({ figure }) => [print(figure.planned?.byDeadline), print(figure.planned?.linear)]);
      const silent = figuresOf({ ...world, said: { reports: {}, measurements: [] } });
      expect(planned(figuresOf(world))).toEqual(planned(silent));
    });
  });
});

describe('what holds of every figure', () => {
  test('0 ≤ share ≤ most it could be ≤ 1, and 0 ≤ coverage ≤ 1', () => {
    always((world) => {
      for (const { figure } of everyFigure(figuresOf(world))) {
        const { share, atMost, coverage } = figure;
        if (share === null || atMost === null || coverage === null) {
          expect(figure.share).toBeNull();
          continue;
        }
        const rising = [ZERO, share, atMost, ONE];
        expect(rising.toSorted(compare)).toEqual(rising);
        expect([ZERO, coverage, ONE].toSorted(compare)).toEqual([ZERO, coverage, ONE]);
      }
    });
  });

  test('what is not covered is exactly what could still come: coverage 1 if and only if share = at most', () => {
    always((world) => {
      for (const { figure } of everyFigure(figuresOf(world))) {
        const { share, atMost, coverage } = figure;
        if (share === null || atMost === null || coverage === null) continue;
        expect(atMost).toEqual(add(share, subtract(ONE, coverage)));
        expect(equals(coverage, ONE)).toBe(equals(share, atMost));
      }
    });
  });

  test('the most it could be is what it is once everything not reported is complete', () => {
    always((world) => {
      const before = figuresOf(world);
      fc.pre(before.goals.every(({ figure }) => figure.because === null));
      const open = before.goals
        .flatMap(({ phases }) => phases)
        .filter(({ figure }) => figure.coverage !== null && isZero(figure.coverage));
      const reports = {
        ...world.said.reports,
        ...Object.fromEntries(open.map(({ phase }) => [phase.code, 100])),
      };
      const unmeasured = before.goals.filter(
        ({ achievement }) => achievement?.computable && !achievement.reached,
      );
      const measurements = [
        ...world.said.measurements,
        ...unmeasured.map(({ goal }) =>
          measuredRatio(goal.code, goal.indicator.targets[0]?.operator === 'LTE' ? '0/1' : '2/1'),
        ),
      ];
      const after = figuresOf({ ...world, said: { reports, measurements } });
      expect(after.whole.figure.share).toEqual(before.whole.figure.atMost);
      expect(after.structures.map(({ figure }) => print(figure.share))).toEqual(
        before.structures.map(({ figure }) => print(figure.atMost)),
      );
    });
  });

  test('by deadline never exceeds linear', () => {
    always((world) => {
      for (const { figure } of everyFigure(figuresOf(world))) {
        if (figure.planned === null) continue;
        expect(compare(figure.planned.byDeadline, figure.planned.linear)).toBeLessThanOrEqual(0);
      }
    });
  });

  test('planned progress never falls from a day to a later one', () => {
    fc.assert(
      fc.property(aWorld, fc.integer({ min: 0, max: 400 }), (world, days) => {
        const later = { ...world, day: addDays(isoDate(world.day), days) };
        const [before, after] = [everyFigure(figuresOf(world)), everyFigure(figuresOf(later))];
        for (const [index, { figure }] of before.entries()) {
          const then = after[index]?.figure.planned;
          if (figure.planned === null || !then) continue;
          expect(compare(figure.planned.byDeadline, then.byDeadline)).toBeLessThanOrEqual(0);
          expect(compare(figure.planned.linear, then.linear)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test('its terms add up to it, and their weights to the whole (rule 12)', () => {
    always((world) => {
      for (const { figure, terms } of everyFigure(figuresOf(world))) {
        if (terms.length === 0) continue;
        expect(sum(terms.map(({ contribution }) => contribution))).toEqual(figure.share);
        expect(sum(terms.map(({ weightShare }) => weightShare))).toEqual(ONE);
      }
    });
  });

  test('there is a reason exactly where there is no figure', () => {
    always((world) => {
      for (const { figure } of everyFigure(figuresOf(world))) {
        expect(figure.because === null).toBe(figure.share !== null);
      }
    });
  });
});

describe('conservation', () => {
  test('the plan is the mean of its areas by weight, and its points are theirs', () => {
    always((world) => {
      const { whole, areas } = figuresOf(world);
      expect(whole.ofPoints).toEqual(sum(areas.map(({ ofPoints }) => ofPoints)));
      expect(whole.points).toEqual(sum(areas.map(({ points }) => points)));
      if (whole.figure.share === null) return;
      const weighed = sum(areas.map(({ figure, ofPoints }) => multiply(ofPoints, figure.share ?? ZERO)));
      expect(whole.figure.share).toEqual(divide(weighed, whole.ofPoints));
    });
  });

  test('a neutralised goal might as well not be there', () => {
    always((world) => {
      const { whole } = figuresOf(world);
      const goals = world.goals.filter((goal) => goal.neutralised === null);
      const without = figuresOf({ ...world, goals });
      expect(printFigure(without.whole.figure)).toEqual(printFigure(whole.figure));
      expect(print(without.whole.points)).toBe(print(whole.points));
    });
  });

  test('one structure that answers for everything has the figure of the plan', () => {
    const [everything] = THREE_STRUCTURES;
    always((world) => {
      const own = everything ? [everything.code] : [];
      // As in the annex: the phase weights of each schedule add up to 100 %, and none of them is neutralised.
      const goals = world.goals.map((goal) => ({
        ...withPhases(goal, (phases) =>
          phases.map((phase) => ({
            ...phase,
            structures: own,
            neutralised: null,
            weightBps: phases.length === 3 ? (phase.number === 1 ? 3_334 : 3_333) : 10_000 / phases.length,
          })),
        ),
        structures: own,
      }));
      const { whole, structures: all } = figuresOf({ ...world, goals });
      expect(all[0] && printFigure(all[0].figure)).toEqual(printFigure(whole.figure));
    });
  });
});
