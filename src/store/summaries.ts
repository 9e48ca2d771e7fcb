import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { Database, Query } from './database.ts';
import type { NewSummary, Store, StoredSummary } from './port.ts';
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
    const { kind } = summary;
    const structure = kind === 'STRUCTURE_WEEK' ? summary.structure : null;
    insert({ position, id, planId, kind, structure, recordedAt, summary });
  };
}

const summaryFromRow = ({
  id,
  position,
  recordedAt,
  summary,
}: typeof summaries.$inferSelect): StoredSummary => ({ id, position, recordedAt, summary });

export function createSummaryReads({ query }: Database): Pick<Store, 'findSummary' | 'listSummaries'> {
  const byId = query
    .select()
    .from(summaries)
    .where(eq(summaries.id, sql.placeholder('id')))
    .prepare();
  return {
    async findSummary(id) {
      const row = byId.get({ id });
      return row && summaryFromRow(row);
    },
    async listSummaries(planId, { kind, structure, before, limit }) {
      const wanted: SQL[] = [eq(summaries.planId, planId)];
      if (kind !== null) wanted.push(eq(summaries.kind, kind));
      if (structure !== null) wanted.push(eq(summaries.structure, structure));
      if (before !== null) wanted.push(lt(summaries.position, before));
      const found = query
        .select()
        .from(summaries)
        .where(and(...wanted))
        .orderBy(desc(summaries.position))
        .limit(limit + 1)
        .all();
      const rows = found.slice(0, limit).map(summaryFromRow);
      return { rows, next: found.length > limit ? (rows.at(-1)?.position ?? null) : null };
    },
  };
}
