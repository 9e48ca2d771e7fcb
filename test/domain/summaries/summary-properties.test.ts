/** Whatever was said and whenever: no summary of ARTI’s plan contradicts itself, or another one of the same day. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../../../src/domain/assess.ts';
import { addDays, type IsoDate, isoDate } from '../../../src/domain/dates.ts';
import { DEFAULT_HEALTH_RULES } from '../../../src/domain/health.ts';
import { baselineInForce, phasesOf } from '../../../src/domain/plan.ts';
import type { PlanFigures } from '../../../src/domain/plan-figures.ts';
import { planItems } from '../../../src/domain/plan-items.ts';
import { summarisePlan } from '../../../src/domain/summaries/summarise-plan.ts';
import { summariseStructure } from '../../../src/domain/summaries/summarise-structure.ts';
import { ARTI } from '../../helpers/context.ts';
import { type ReportInput, standingOf } from '../../helpers/figures.ts';

const PHASES = [
  ...new Set(ARTI.baselines.flatMap(({ goals }) => goals.flatMap(phasesOf)).map(({ code }) => code)),
];

type Report = {
  readonly phase: string;
  readonly day: IsoDate;
  readonly percent: number | null;
  readonly blocked: boolean;
};

const dayOfYear = fc.integer({ min: 0, max: 400 }).map((days) => addDays(isoDate('2020-01-01'), days));
const report: fc.Arbitrary<Report> = fc.record({
  phase: fc.constantFrom(...PHASES),
  day: dayOfYear,
  percent: fc.option(fc.constantFrom(0, 25, 50, 99, 100)),
  blocked: fc.boolean(),
});

/** As known on `day`, the latest of each phase. */
function figuresOn(day: IsoDate, reports: readonly Report[]): PlanFigures {
  const latest: Record<string, ReportInput> = {};
  for (const { phase, percent, blocked, ...each } of reports.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    if (each.day > day) continue;
    const completedOn = percent === 100 ? (latest[phase]?.completedOn ?? each.day) : null;
    const blockedBecause = blocked ? 'ricorso' : null;
    latest[phase] = { percent, completedOn, reportedOn: each.day, blockedBecause };
  }
  const standing = standingOf(day, { reports: latest });
  return assess(ARTI, baselineInForce(ARTI, day), standing, DEFAULT_HEALTH_RULES);
}

const codes = (items: readonly { readonly item: string }[]) => items.map(({ item }) => item);
const both = (some: readonly string[], others: readonly string[]) =>
  some.filter((each) => others.includes(each));

test('each item stands where it belongs, and the plan’s lists are those of its structures', () => {
  fc.assert(
    fc.property(dayOfYear, fc.array(report, { maxLength: 30 }), (day, reports) => {
      const now = figuresOn(day, reports);
      const before = figuresOn(addDays(day, -7), reports);
      const until = addDays(day, 14);
      const plan = summarisePlan({
        kind: 'PLAN_WEEK',
        now,
        before,
        until,
        notAnswered: new Map(),
        curve: null,
        slot: null,
      });
      const structures = ARTI.structures.map(({ code }) => summariseStructure(now, before, code));
      for (const one of structures) {
        const mine = planItems(now)
          .filter((item) => item.structures.includes(one.structure))
          .map(({ code }): string => code);
        for (const list of [one.moved, one.lateOrBlocked, one.unreported, one.dueSoon]) {
          const order = codes(list).map((code) => mine.indexOf(code));
          expect(order).not.toContain(-1);
          expect(order).toEqual([...new Set(order)].toSorted((a, b) => a - b));
        }
        expect(both(codes(one.moved), codes(one.unreported))).toEqual([]);
        const overdue = one.lateOrBlocked.filter(({ health }) => health === 'OVERDUE');
        expect(both(codes(one.dueSoon), codes(overdue))).toEqual([]);
        expect(plan.structures.find(({ structure }) => structure === one.structure)).toMatchObject({
          now: one.now,
          before: one.before,
          late: overdue.length,
          blocked: one.lateOrBlocked.length - overdue.length,
        });
      }
      for (const name of ['moved', 'lateOrBlocked', 'dueSoon'] as const) {
        const ofStructures = new Set(structures.flatMap((each) => codes(each[name])));
        expect(new Set(codes(plan[name]))).toEqual(ofStructures);
      }
      expect(both(codes(plan.completed), codes(plan.moved))).toEqual(codes(plan.completed));
      expect(plan.weightBps).toBe(8600);
      expect(plan.structures).toHaveLength(3);
      expect(JSON.parse(JSON.stringify([plan, structures]))).toEqual([plan, structures]);
    }),
    { numRuns: 60 },
  );
});
