import { and, desc, eq, sql } from 'drizzle-orm';
import type { Database, Query } from './database.ts';
import type { NewSummary, Store } from './port.ts';
import { prepareInsert } from './prepare-insert.ts';
import { summaries } from './schema/summaries.ts';

/** Only inside a write transaction. */
export type SummaryWriter = (planId: number, recordedAt: string, summary: NewSummary) => void;

export function createSummaryWriter(query: Query): SummaryWriter {
  const next = query
    .select({ position: sql<number>`coalesce(max(${summaries.position}), 0) + 1` })
    .from(summaries)
    .prepare();
  const insert = prepareInsert(query, summaries);
  return (planId, recordedAt, { id, summary }) => {
    const { position } = next.get() ?? { position: 1 };
    insert({ position, id, planId, structure: summary.structure, recordedAt, summary });
  };
}

const summaryFromRow = ({ id, summary }: typeof summaries.$inferSelect): NewSummary => ({ id, summary });

export function createSummaryReads({ query }: Database): Pick<Store, 'findSummary' | 'listSummaries'> {
  const ofPlan = eq(summaries.planId, sql.placeholder('planId'));
  const ofStructure = eq(summaries.structure, sql.placeholder('structure'));
  const byId = query
    .select()
    .from(summaries)
    .where(eq(summaries.id, sql.placeholder('id')))
    .prepare();
  const newest = query
    .select()
    .from(summaries)
    .where(ofPlan)
    .orderBy(desc(summaries.position))
    .limit(sql.placeholder('limit'))
    .prepare();
  const newestOf = query
    .select()
    .from(summaries)
    .where(and(ofPlan, ofStructure))
    .orderBy(desc(summaries.position))
    .limit(sql.placeholder('limit'))
    .prepare();
  return {
    async findSummary(id) {
      return byId.get({ id })?.summary;
    },
    async listSummaries(planId, structure, limit) {
      const rows =
        structure === null ? newest.all({ planId, limit }) : newestOf.all({ planId, structure, limit });
      return rows.map(summaryFromRow);
    },
  };
}
