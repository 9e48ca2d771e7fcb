/** The statements of the history, of reports and of measurements alike: each seeks on an index and never sorts. */
import { and, desc, eq, gt, lt, type SQL, sql } from 'drizzle-orm';
import type { Query } from './database.ts';
import { measurements, reports } from './schema/facts.ts';

const planId = sql.placeholder('planId');
const item = sql.placeholder('item');
const sequence = sql.placeholder('sequence');
const before = sql.placeholder('before');
const actor = sql.placeholder('actor');
const limit = sql.placeholder('limit');

export function reportQueries(query: Query) {
  const ofPlan = eq(reports.planId, planId);
  const where = (condition: SQL) => query.select().from(reports).where(and(ofPlan, condition));
  const ofItem = query
    .select()
    .from(reports)
    .where(and(ofPlan, eq(reports.phase, item), lt(reports.sequence, before)));
  return {
    newest: where(lt(reports.sequence, before)).orderBy(desc(reports.sequence)).limit(limit),
    newestOfItem: ofItem.orderBy(desc(reports.sequence)).limit(limit),
    newestBy: where(eq(reports.actor, actor)).orderBy(desc(reports.sequence)).limit(limit),
    since: where(gt(reports.sequence, sequence)).orderBy(reports.sequence),
    one: where(eq(reports.sequence, sequence)),
    nextItem: query
      .select({ item: reports.phase })
      .from(reports)
      .where(and(ofPlan, gt(reports.phase, item)))
      .orderBy(reports.phase)
      .limit(1),
  };
}

export function measurementQueries(query: Query) {
  const ofPlan = eq(measurements.planId, planId);
  const where = (condition: SQL) => query.select().from(measurements).where(and(ofPlan, condition));
  const ofItem = query
    .select()
    .from(measurements)
    .where(and(ofPlan, eq(measurements.goal, item), lt(measurements.sequence, before)));
  return {
    newest: where(lt(measurements.sequence, before)).orderBy(desc(measurements.sequence)).limit(limit),
    newestOfItem: ofItem.orderBy(desc(measurements.sequence)).limit(limit),
    newestBy: where(eq(measurements.actor, actor)).orderBy(desc(measurements.sequence)).limit(limit),
    since: where(gt(measurements.sequence, sequence)).orderBy(measurements.sequence),
    one: where(eq(measurements.sequence, sequence)),
    nextItem: query
      .select({ item: measurements.goal })
      .from(measurements)
      .where(and(ofPlan, gt(measurements.goal, item)))
      .orderBy(measurements.goal)
      .limit(1),
  };
}
