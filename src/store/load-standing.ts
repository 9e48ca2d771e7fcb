/** What was said up to a day and still counts: see {@link Standing}. */
import type { GoalCode, PhaseCode } from '../domain/codes.ts';
import type { IsoDate } from '../domain/dates.ts';
import type { Measurement, PhaseStanding, Standing } from '../domain/facts.ts';
import { type Goal, type Plan, phasesOf } from '../domain/plan.ts';
import type { Database, Query } from './database.ts';
import { measurementFromRow, reportFromRow } from './fact-rows.ts';
import type { PlanLoading } from './load-plan.ts';
import type { Store } from './port.ts';
import { standingQueries } from './standing-queries.ts';

/**
 * What to look for, of all baselines: what was said of an item that a later one eliminated is readable in the
 * older (rule 7). Lists of codes as JSON, as the statements take them.
 */
type TrackedItems = {
  readonly phases: string;
  /** Goals measured by figures that only ever take the latest one. */
  readonly latest: string;
  /** Those of which some baseline adds the figures up, and so needs every day. */
  readonly daily: string;
};

const sumsUp = (goal: Goal): boolean => goal.indicator.accumulation === 'SUM';

function trackedItems(plan: Plan): TrackedItems {
  const goals = plan.baselines.flatMap((baseline) => baseline.goals);
  const byFigures = goals.filter(({ measuredBy }) => measuredBy === 'FIGURES');
  const daily = new Set(byFigures.filter(sumsUp).map(({ code }) => code));
  const latest = new Set(byFigures.map(({ code }) => code).filter((code) => !daily.has(code)));
  const phases = new Set(goals.flatMap((goal) => phasesOf(goal).map(({ code }) => code)));
  return {
    phases: JSON.stringify([...phases]),
    latest: JSON.stringify([...latest]),
    daily: JSON.stringify([...daily]),
  };
}

/** By reporting day, as {@link Standing} lists them. */
function groupByGoal(measurements: readonly Measurement[]): Standing['measurements'] {
  const groups = new Map<GoalCode, Measurement[]>();
  for (const measurement of measurements) {
    const group = groups.get(measurement.goal);
    if (group) group.push(measurement);
    else groups.set(measurement.goal, [measurement]);
  }
  for (const group of groups.values()) group.sort((a, b) => (a.reportedOn < b.reportedOn ? -1 : 1));
  return groups;
}

function prepareStandings(query: Query) {
  const queries = standingQueries(query);
  const latestReports = queries.latestReports.prepare();
  const completedSince = queries.completedSince.prepare();
  const latestMeasurements = queries.latestMeasurements.prepare();
  const dailyMeasurements = queries.dailyMeasurements.prepare();

  function phaseStandings(planId: number, day: IsoDate, items: string): Standing['phases'] {
    const latest = latestReports.all({ planId, day, items }).map(reportFromRow);
    const complete = latest.filter(({ completes }) => completes).map(({ phase }) => phase);
    const since = new Map(
      completedSince
        .all({ planId, day, items: JSON.stringify(complete) })
        .map((row) => [row.phase as PhaseCode, row.since as IsoDate]),
    );
    return new Map<PhaseCode, PhaseStanding>(
      latest.map((report) => [
        report.phase,
        { latest: report, completedOn: since.get(report.phase) ?? null },
      ]),
    );
  }

  function goalMeasurements(planId: number, day: IsoDate, items: TrackedItems): Standing['measurements'] {
    const rows = [
      ...latestMeasurements.all({ planId, day, items: items.latest }),
      ...dailyMeasurements.all({ planId, day, items: items.daily }),
    ];
    return groupByGoal(rows.map(measurementFromRow));
  }

  return (planId: number, day: IsoDate, items: TrackedItems): Standing => ({
    day,
    phases: phaseStandings(planId, day, items.phases),
    measurements: goalMeasurements(planId, day, items),
  });
}

export function createStandingLoading(
  { query, read }: Database,
  { getPlan }: Pick<PlanLoading, 'getPlan'>,
): Pick<Store, 'loadStanding'> {
  const standing = prepareStandings(query);
  const itemsOf = new WeakMap<Plan, TrackedItems>();

  function itemsToLoad(plan: Plan): TrackedItems {
    const items = itemsOf.get(plan) ?? trackedItems(plan);
    itemsOf.set(plan, items);
    return items;
  }

  return {
    async loadStanding(planId, day) {
      return read(() => standing(planId, day, itemsToLoad(getPlan(planId))));
    },
  };
}
