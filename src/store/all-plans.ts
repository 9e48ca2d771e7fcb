/**
 * What was last said of every plan, in one statement a kind: the definitions in force are walked, and of each phase and
 * each goal measured by figures one seek finds the latest. A statement a plan would take as long in calls as in seeks.
 */
import { sql } from 'drizzle-orm';
import type { GoalCode, PhaseCode } from '../domain/codes.ts';
import type { Measurement, StatusReport } from '../domain/facts.ts';
import { atFirstUse } from './at-first-use.ts';
import type { Database, Query } from './database.ts';
import { type MeasurementRow, measurementFromRow } from './fact-rows.ts';
import type { PlanHead, SaidOfPlan, Store } from './port.ts';
import { measurements } from './schema/facts.ts';
import { plans } from './schema/plans.ts';

const day = sql.placeholder('day');

/** The baseline in force on the day, the first one before them all; it stands first in each statement (rule 9). */
const inForce = sql`
  SELECT b.plan_id, coalesce(max(CASE WHEN b.effective_from <= ${day} THEN b.number END), min(b.number)) AS baseline
  FROM baselines AS b GROUP BY b.plan_id`;

const lastReports = sql`(
  WITH in_force AS (${inForce})
  SELECT p.plan_id, p.code, r.percent_bps, r.units
  FROM in_force AS f
  JOIN phases AS p ON p.plan_id = f.plan_id AND p.baseline = f.baseline
  JOIN reports AS r ON r.plan_id = p.plan_id AND r.sequence = (
    SELECT l.sequence FROM reports AS l
    WHERE l.plan_id = p.plan_id AND l.phase = p.code AND l.reported_on <= ${day}
    ORDER BY l.reported_on DESC, l.sequence DESC LIMIT 1
  )
) AS said`;

const goalsByFigures = sql`
  SELECT g.plan_id, g.code AS goal, i.accumulation
  FROM in_force AS f
  JOIN goals AS g ON g.plan_id = f.plan_id AND g.baseline = f.baseline AND g.measured_by = 'FIGURES'
  JOIN indicators AS i ON i.plan_id = g.plan_id AND i.baseline = g.baseline AND i.goal = g.code`;

/** Of an indicator that sums, the last of each reporting day: from one day to the one before, past its corrections. */
const lastMeasurements = sql`(
  WITH RECURSIVE in_force AS (${inForce}), by_figures AS (${goalsByFigures}),
  said_on (plan_id, goal, accumulation, reported_on) AS (
    SELECT w.plan_id, w.goal, w.accumulation, (
      SELECT max(m.reported_on) FROM measurements AS m
      WHERE m.plan_id = w.plan_id AND m.goal = w.goal AND m.reported_on <= ${day}
    ) FROM by_figures AS w
    UNION ALL
    SELECT s.plan_id, s.goal, s.accumulation, (
      SELECT max(m.reported_on) FROM measurements AS m
      WHERE m.plan_id = s.plan_id AND m.goal = s.goal AND m.reported_on < s.reported_on
    ) FROM said_on AS s WHERE s.reported_on IS NOT NULL AND s.accumulation = 'SUM'
  )
  SELECT s.plan_id AS of_plan, (
    SELECT max(m.sequence) FROM measurements AS m
    WHERE m.plan_id = s.plan_id AND m.goal = s.goal AND m.reported_on = s.reported_on
  ) AS of_sequence FROM said_on AS s
) AS said`;

const allPlansQueries = (query: Query) => ({
  heads: query
    .select({ id: plans.id, year: plans.year, revision: plans.revision })
    .from(plans)
    .orderBy(plans.year),
  reports: query
    .select({
      planId: sql<number>`said.plan_id`,
      phase: sql<PhaseCode>`said.code`,
      percentBps: sql<number | null>`said.percent_bps`,
      units: sql<number | null>`said.units`,
    })
    .from(lastReports),
  measurements: query
    .select({ measurement: measurements })
    .from(lastMeasurements)
    .innerJoin(
      measurements,
      sql`${measurements.planId} = said.of_plan AND ${measurements.sequence} = said.of_sequence`,
    ),
});

function prepareAllPlans(query: Query) {
  const { heads, reports, measurements: ofMeasurements } = allPlansQueries(query);
  return { heads: heads.prepare(), reports: reports.prepare(), ofMeasurements: ofMeasurements.prepare() };
}

export function createAllPlans({ query, read }: Database): Pick<Store, 'loadLastSaid'> {
  const statements = atFirstUse(() => prepareAllPlans(query));
  return {
    async loadLastSaid(onDay) {
      const { heads, reports, ofMeasurements } = statements();
      return read(() => {
        const said = new Map<number, Mutable>();
        const all = heads.all().map((head) => said.set(head.id, emptyOf(head)).get(head.id) as Mutable);
        // Raw rows: an object for each would take as long as finding it.
        for (const row of reports.values({ day: onDay }) as unknown as ReportColumns[]) {
          said.get(row[0])?.phases.set(row[1], { percentBps: row[2], units: row[3] });
        }
        for (const { measurement } of ofMeasurements.all({ day: onDay })) {
          putMeasurement(said.get(measurement.planId), measurement);
        }
        for (const { measurements: byGoal } of all)
          for (const list of byGoal.values()) list.sort(byReportingDay);
        return all;
      });
    },
  };
}

type ReportColumns = [planId: number, phase: PhaseCode, percentBps: number | null, units: number | null];

type Mutable = Pick<SaidOfPlan, 'head'> & {
  readonly phases: Map<PhaseCode, Pick<StatusReport, 'percentBps' | 'units'>>;
  readonly measurements: Map<GoalCode, Measurement[]>;
};

const emptyOf = (head: PlanHead): Mutable => ({ head, phases: new Map(), measurements: new Map() });

function putMeasurement(said: Mutable | undefined, row: MeasurementRow): void {
  const measurement = measurementFromRow(row);
  const before = said?.measurements.get(measurement.goal);
  if (before) before.push(measurement);
  else said?.measurements.set(measurement.goal, [measurement]);
}

const byReportingDay = (a: Measurement, b: Measurement): number => (a.reportedOn < b.reportedOn ? -1 : 1);
