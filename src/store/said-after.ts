import { and, eq, gt, sql } from 'drizzle-orm';
import type { SaidFact } from '../domain/said-fact.ts';
import type { Database } from './database.ts';
import { measurementFromRow, reportFromRow } from './fact-rows.ts';
import type { Store } from './port.ts';
import { measurements, reports } from './schema/facts.ts';

const MAX_PAGE = 100;

const planId = sql.placeholder('planId');
const sequence = sql.placeholder('sequence');
const limit = sql.placeholder('limit');

/** The history forwards: one seek a table, then as many rows as a page holds, merged by their common sequence. */
export function createSaidAfter({ query, read }: Database): Pick<Store, 'listSaidAfter'> {
  const afterIn = {
    reports: query
      .select()
      .from(reports)
      .where(and(eq(reports.planId, planId), gt(reports.sequence, sequence)))
      .orderBy(reports.sequence)
      .limit(limit)
      .prepare(),
    measurements: query
      .select()
      .from(measurements)
      .where(and(eq(measurements.planId, planId), gt(measurements.sequence, sequence)))
      .orderBy(measurements.sequence)
      .limit(limit)
      .prepare(),
  };
  return {
    async listSaidAfter(plan, after, most) {
      if (!Number.isInteger(most) || most < 1 || most > MAX_PAGE) {
        throw new RangeError(`a page holds 1 to ${MAX_PAGE} rows, not ${most}`);
      }
      const from = { planId: plan, sequence: after, limit: most };
      // One snapshot: a row that one table shows and the other not yet would be left out for ever.
      const said = read((): SaidFact[] => [
        ...afterIn.reports.all(from).map((row) => ({ kind: 'REPORT', fact: reportFromRow(row) }) as const),
        ...afterIn.measurements
          .all(from)
          .map((row) => ({ kind: 'MEASUREMENT', fact: measurementFromRow(row) }) as const),
      ]);
      return said.sort((a, b) => a.fact.sequence - b.fact.sequence).slice(0, most);
    },
  };
}
