import type { ItemCode } from '../domain/codes.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Measurement, StatusReport } from '../domain/facts.ts';
import type { Said } from '../domain/notice.ts';
import type { Plan } from '../domain/plan.ts';
import type { PlanFigures } from '../domain/plan-figures.ts';
import { findItem } from '../domain/resolve.ts';
import { saidOfMeasurement, saidOfReport } from '../domain/said.ts';
import type { Context } from './context.ts';

/** What somebody said of an item, once. */
export type SaidFact = {
  readonly item: ItemCode;
  readonly sequence: number;
  readonly said: Said;
  readonly reportedOn: IsoDate;
  readonly note: string | null;
  /** Whether the baseline in force still holds the item. */
  readonly inForce: boolean;
};

/** The last `limit` things that the person of that key said of the plan, the newest first. */
export async function readLastSaid(
  { store }: Context,
  planId: number,
  { plan, baseline }: PlanFigures,
  query: { readonly person: string; readonly limit: number },
): Promise<readonly SaidFact[]> {
  const { reports, measurements } = await store.listSaidBy(planId, query.person, query.limit);
  const facts = [
    ...reports.map((report) => ({ ...common(report), item: report.phase, said: saidIn(plan, report) })),
    ...measurements.map((each) => ({ ...common(each), item: each.goal, said: measuredIn(plan, each) })),
  ];
  return facts
    .sort((a, b) => b.sequence - a.sequence)
    .slice(0, query.limit)
    .map((fact) => ({ ...fact, inForce: findItem(baseline, fact.item) !== undefined }));
}

const common = ({ sequence, reportedOn, note }: StatusReport | Measurement) => ({
  sequence,
  reportedOn,
  note,
});

/** In the words of the latest baseline that holds the item: what an act eliminated was said all the same. */
function saidIn({ baselines }: Plan, report: StatusReport): Said {
  const holder = baselines.findLast((each) => findItem(each, report.phase) !== undefined);
  const item = holder && findItem(holder, report.phase);
  return saidOfReport(report, item?.kind === 'PHASE' ? item.phase : { units: null });
}

function measuredIn({ baselines }: Plan, measurement: Measurement): Said {
  const holder = baselines.findLast((each) => findItem(each, measurement.goal) !== undefined);
  const item = holder && findItem(holder, measurement.goal);
  return saidOfMeasurement(measurement, item?.goal.indicator ?? { unit: '' });
}
