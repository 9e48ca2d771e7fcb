import type { IsoDate } from '../../domain/dates.ts';
import { isOpenItem } from '../../domain/open-items.ts';
import { type Plan, phasesOf } from '../../domain/plan.ts';
import type { PlanItem } from '../../domain/plan-items.ts';
import type { KnownItem } from './known-item.ts';

/** Of what somebody answers for, what is open on `day`: what a check-in would ask about. */
export const knownItemsOf = (items: readonly PlanItem[], day: IsoDate): readonly KnownItem[] =>
  items
    .filter((item) => isOpenItem(item, day))
    .map((item): KnownItem => {
      const reported = item.lastReportedOn !== null;
      if (item.phase !== null) {
        const { code, units } = item.phase.phase;
        const measure = units === null ? 'PERCENT' : 'UNITS';
        return {
          code,
          goal: item.phase.goal.code,
          kind: 'PHASE',
          measure,
          unit: units?.name ?? null,
          reported,
        };
      }
      const { code, indicator } = item.goal.goal;
      const unit = indicator.measure === 'VALUE' ? indicator.unit : null;
      return { code, goal: code, kind: 'INDICATOR', measure: indicator.measure, unit, reported };
    });

/** Every code that any baseline of `plan` holds: what was eliminated is no slip of the pen. */
export const codesOf = ({ baselines }: Plan): ReadonlySet<string> =>
  new Set(
    baselines
      .flatMap(({ goals }) => goals)
      .flatMap((goal): readonly string[] => [goal.code, ...phasesOf(goal).map(({ code }) => code)]),
  );
