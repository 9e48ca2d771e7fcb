/** Whose figures change when something is said: see {@link Store.listTouchedDays}. */
import { and, eq, gt, sql } from 'drizzle-orm';
import type { IsoDate } from '../domain/dates.ts';
import type { Database, Query } from './database.ts';
import type { Store } from './port.ts';
import { measurements, reports } from './schema/facts.ts';

const planId = sql.placeholder('planId');
const sequence = sql.placeholder('sequence');

/** Until the phase is reported of again: one seek. Drizzle would write the columns of `reports` without their table. */
const nextReportedOn = sql<IsoDate | null>`(
  SELECT min(later.reported_on) FROM reports AS later
  WHERE later.plan_id = reports.plan_id AND later.phase = reports.phase AND later.reported_on > reports.reported_on
)`;

const touchedQueries = (query: Query) => ({
  byReports: query
    .select({ from: sql<IsoDate>`${reports.reportedOn}`, until: nextReportedOn })
    .from(reports)
    .where(and(eq(reports.planId, planId), gt(reports.sequence, sequence))),
  byMeasurements: query
    .select({ from: sql<IsoDate>`${measurements.reportedOn}` })
    .from(measurements)
    .where(and(eq(measurements.planId, planId), gt(measurements.sequence, sequence))),
});

export function createTouchedDays({ query, read }: Database): Pick<Store, 'listTouchedDays'> {
  const queries = touchedQueries(query);
  const byReports = queries.byReports.prepare();
  const byMeasurements = queries.byMeasurements.prepare();
  return {
    async listTouchedDays(plan, after) {
      const since = { planId: plan, sequence: after };
      return read(() => [
        ...byReports.all(since),
        // An indicator may sum all of its figures: a new one counts on every later day.
        ...byMeasurements.all(since).map(({ from }) => ({ from, until: null })),
      ]);
    },
  };
}
