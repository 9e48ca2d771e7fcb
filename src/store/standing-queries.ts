/**
 * The statements of a standing. Each takes a list of codes as JSON and makes a seek on an index for each of them,
 * whatever the length of the history: one call, since calling costs more than seeking. A window function over all
 * reports would read them all: measured, 743 ms against 49 µs with a million reports.
 */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Query } from './database.ts';
import { measurements, reports } from './schema/facts.ts';

const planId = sql.placeholder('planId');
const day = sql.placeholder('day');
/** A JSON array of codes. */
const items = sql.placeholder('items');

/** Of each phase: the latest report by reporting day, then by arrival. */
const latestReportSequences = sql`(
  SELECT (
    SELECT r.sequence FROM reports AS r
    WHERE r.plan_id = ${planId} AND r.phase = item.value AND r.reported_on <= ${day}
    ORDER BY r.reported_on DESC, r.sequence DESC LIMIT 1
  ) FROM json_each(${items}) AS item
)`;

/**
 * Of a phase whose latest report completes it: the day of the first report after the last that did not, or of its
 * very first. `completes = 0` is a literal: a bound parameter would not let SQLite use the partial index.
 */
const completedSince = sql<string>`coalesce((
  SELECT f.reported_on FROM reports AS f
  WHERE f.plan_id = ${planId} AND f.phase = item.value AND (f.reported_on, f.sequence) > (
    SELECT i.reported_on, i.sequence FROM reports AS i
    WHERE i.plan_id = ${planId} AND i.phase = item.value AND i.reported_on <= ${day} AND i.completes = 0
    ORDER BY i.reported_on DESC, i.sequence DESC LIMIT 1
  )
  ORDER BY f.reported_on, f.sequence LIMIT 1
), (
  SELECT f.reported_on FROM reports AS f
  WHERE f.plan_id = ${planId} AND f.phase = item.value
  ORDER BY f.reported_on, f.sequence LIMIT 1
))`;

const latestMeasurementSequences = sql`(
  SELECT (
    SELECT m.sequence FROM measurements AS m
    WHERE m.plan_id = ${planId} AND m.goal = item.value AND m.reported_on <= ${day}
    ORDER BY m.reported_on DESC, m.sequence DESC LIMIT 1
  ) FROM json_each(${items}) AS item
)`;

/** Of each goal and reporting day, the last to arrive: from one day to the one before, past its corrections. */
const dailyMeasurementSequences = sql`(
  WITH RECURSIVE said (goal, reported_on) AS (
    SELECT item.value, (
      SELECT max(m.reported_on) FROM measurements AS m
      WHERE m.plan_id = ${planId} AND m.goal = item.value AND m.reported_on <= ${day}
    ) FROM json_each(${items}) AS item
    UNION ALL
    SELECT said.goal, (
      SELECT max(m.reported_on) FROM measurements AS m
      WHERE m.plan_id = ${planId} AND m.goal = said.goal AND m.reported_on < said.reported_on
    ) FROM said WHERE said.reported_on IS NOT NULL
  )
  SELECT (
    SELECT max(m.sequence) FROM measurements AS m
    WHERE m.plan_id = ${planId} AND m.goal = said.goal AND m.reported_on = said.reported_on
  ) FROM said
)`;

export const standingQueries = (query: Query) => ({
  latestReports: query
    .select()
    .from(reports)
    .where(and(eq(reports.planId, planId), inArray(reports.sequence, latestReportSequences))),
  completedSince: query
    .select({ phase: sql<string>`item.value`, since: completedSince })
    .from(sql`json_each(${items}) AS item`),
  latestMeasurements: query
    .select()
    .from(measurements)
    .where(and(eq(measurements.planId, planId), inArray(measurements.sequence, latestMeasurementSequences))),
  dailyMeasurements: query
    .select()
    .from(measurements)
    .where(and(eq(measurements.planId, planId), inArray(measurements.sequence, dailyMeasurementSequences))),
});
