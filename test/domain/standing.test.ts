/** The figures of an answer are computed before it is written: they must be those that are read afterwards. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/domain/assess.ts';
import { addDays, isoDate } from '../../src/domain/dates.ts';
import { decideStatement } from '../../src/domain/decide-statement.ts';
import type { DecidedFact } from '../../src/domain/decided-fact.ts';
import type { Standing } from '../../src/domain/facts.ts';
import { DEFAULT_HEALTH_RULES } from '../../src/domain/health.ts';
import { baselineInForce, type Plan } from '../../src/domain/plan.ts';
import { printRatio } from '../../src/domain/ratio.ts';
import { withFacts } from '../../src/domain/standing.ts';
import type { SaidFigure, Statement } from '../../src/domain/statement.ts';
import type { Store } from '../../src/store/port.ts';
import { PLANNING_OFFICE, statement } from '../helpers/context.ts';
import { decimal, measuredValue, phaseCodeOf, standingOf } from '../helpers/figures.ts';
import { goalCode, samplePlan } from '../helpers/sample-plan.ts';
import { decision, storeWithPlan } from '../store/support.ts';

/** On which the first, approved baseline is in force: it holds an indicator that sums and every credit rule. */
const TODAY = isoDate('2020-05-20');
const START = isoDate('2020-05-01');

const PLAN: Plan = samplePlan();

function sharesOf(plan: Plan, standing: Standing): readonly string[] {
  const figures = assess(plan, baselineInForce(plan, standing.day), standing, DEFAULT_HEALTH_RULES);
  const print = (name: string, { share, coverage, atMost }: (typeof figures.whole)['figure']) =>
    [name, ...[share, coverage, atMost].map((each) => (each ? printRatio(each) : '-'))].join(' ');
  return [
    print('plan', figures.whole.figure),
    ...figures.structures.map((each) => print(each.structure.code, each.figure)),
    ...figures.goals.flatMap((each) => [
      print(each.goal.code, each.figure),
      ...each.phases.map(({ phase, figure, lastReport }) =>
        print(`${phase.code} ${lastReport?.reportedOn} ${figure.health?.health}`, figure),
      ),
    ]),
  ];
}

const day = fc.integer({ min: 0, max: 19 }).map((days) => addDays(START, days));
const percent = fc
  .integer({ min: 0, max: 100 })
  .map((value): SaidFigure => ({ kind: 'PERCENT', percent: decimal(String(value)) }));
const done = fc.constant<SaidFigure>({ kind: 'DONE' });
const unchanged = fc.constant<SaidFigure>({ kind: 'UNCHANGED' });
const count = fc
  .integer({ min: 0, max: 12_000 })
  .map((value): SaidFigure => ({ kind: 'NUMBER', number: decimal(String(value)), unit: null }));
const fraction = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 200 })).map(
  ([n, d]): SaidFigure => ({
    kind: 'RATIO',
    numerator: decimal(String(n)),
    denominator: decimal(String(d)),
  }),
);

const about = (items: readonly string[], figure: fc.Arbitrary<SaidFigure | null>) =>
  fc.record({ item: fc.constantFrom(...items), figure, reportedOn: day, blocked: fc.boolean() }).map(
    ({ item, figure: said, reportedOn, blocked }): Statement =>
      statement(item, {
        figure: said,
        reportedOn,
        blockedBecause: (blocked || said === null) && item.startsWith('1.1.') ? 'ricorso' : null,
      }),
  );

const said = fc.oneof(
  about(['1.1.1', '1.1.2', '1.1.3'], fc.oneof(percent, done, unchanged, fc.constant(null))),
  about(['1.1.4'], fc.oneof(count, percent, done, unchanged, fc.constant(null))),
  about(['3.1'], fraction),
  about(['3.3'], count),
);

async function commit(store: Store, planId: number, facts: readonly DecidedFact[]): Promise<void> {
  await store.commit(
    decision(planId, {
      reports: facts.flatMap((fact) => (fact.kind === 'STATUS' ? [fact.report] : [])),
      measurements: facts.flatMap((fact) => (fact.kind === 'MEASUREMENT' ? [fact.measurement] : [])),
    }),
  );
}

test('foreseen and read back, the figures are the same, whatever was said in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(said, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
      async (replies) => {
        const { store, planId } = await storeWithPlan(':memory:', PLAN);
        for (const reply of replies) {
          const facts: DecidedFact[] = [];
          for (const each of reply) {
            const standing = withFacts(await store.loadStanding(planId, each.reportedOn ?? TODAY), facts);
            const result = decideStatement(each, {
              plan: PLAN,
              actor: PLANNING_OFFICE,
              source: 'SLACK',
              today: TODAY,
              standing,
            });
            if (result.ok) facts.push(result.value);
            else expect(result.refusal.code).toBe('NOTHING_TO_REPEAT');
          }
          const foreseen = new Map<string, readonly string[]>();
          const days = [START, addDays(START, 10), TODAY];
          for (const on of days) {
            foreseen.set(on, sharesOf(PLAN, withFacts(await store.loadStanding(planId, on), facts)));
          }
          await commit(store, planId, facts);
          for (const on of days) {
            expect(sharesOf(PLAN, await store.loadStanding(planId, on))).toEqual(foreseen.get(on));
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

describe('one fact', () => {
  const decided = (code: string, on: string, points: number): DecidedFact => {
    const result = decideStatement(
      statement(code, {
        figure: { kind: 'PERCENT', percent: decimal(String(points)) },
        reportedOn: isoDate(on),
      }),
      {
        plan: PLAN,
        actor: PLANNING_OFFICE,
        source: 'SLACK',
        today: isoDate('2020-05-31'),
        standing: standingOf(on),
      },
    );
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  };
  const phase = phaseCodeOf('1.1.1');
  const before = standingOf('2020-05-20', {
    reports: { '1.1.1': { percent: 50, reportedOn: '2020-05-10' } },
  });

  test.each([
    { why: 'a later day counts', on: '2020-05-11', bps: 7_000 },
    { why: 'the same day counts: it arrived last', on: '2020-05-10', bps: 7_000 },
    { why: 'an earlier day is superseded', on: '2020-05-09', bps: 5_000 },
    { why: 'the standing’s own day counts', on: '2020-05-20', bps: 7_000 },
    { why: 'a day after the standing’s does not', on: '2020-05-21', bps: 5_000 },
  ])('$why', ({ on, bps }) => {
    expect(withFacts(before, [decided('1.1.1', on, 70)]).phases.get(phase)?.latest.percentBps).toBe(bps);
    expect(before.phases.get(phase)?.latest.percentBps).toBe(5_000);
  });

  test('a measurement takes the place of that day’s own, and stands among the others by day', () => {
    const known = standingOf('2020-05-20', {
      measurements: [measuredValue('3.3', '7', '2020-05-01'), measuredValue('3.3', '2', '2020-05-10')],
    });
    const measured = (value: string, on: string): DecidedFact => {
      const result = decideStatement(
        statement('3.3', {
          figure: { kind: 'NUMBER', number: decimal(value), unit: null },
          reportedOn: isoDate(on),
        }),
        { plan: PLAN, actor: PLANNING_OFFICE, source: 'SLACK', today: TODAY, standing: known },
      );
      if (!result.ok) throw new Error(result.refusal.code);
      return result.value;
    };
    const after = withFacts(known, [measured('3', '2020-05-10'), measured('1', '2020-05-05')]);
    expect(
      after.measurements.get(goalCode('3.3'))?.map(({ reportedOn, value }) => [reportedOn, value]),
    ).toEqual([
      ['2020-05-01', '7'],
      ['2020-05-05', '1'],
      ['2020-05-10', '3'],
    ]);
  });

  test('no facts, no difference', () => {
    expect(withFacts(before, [])).toEqual(before);
  });
});
