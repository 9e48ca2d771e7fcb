/** Writes a plan's definition: anew, in the place of the one before, or not at all when it is the same. */
import { eq } from 'drizzle-orm';
import type { AuditAppender } from './audit.ts';
import type { Database, Query } from './database.ts';
import { createInbox } from './inbox.ts';
import { definitionRows } from './plan-to-rows.ts';
import type { ImportResult, Store } from './port.ts';
import { insertAll } from './prepare-insert.ts';
import { baselines, changes, notes } from './schema/baselines.ts';
import { goalStructures, goals, indicators, targets } from './schema/goals.ts';
import { phaseStructures, phases } from './schema/phases.ts';
import { areas, plans, structureAliases, structures } from './schema/plans.ts';

type ImportInput = Parameters<Store['importPlan']>[0];

const headColumns = ({ plan, contentHash }: ImportInput) => ({
  year: plan.year,
  agencyCode: plan.agency.code,
  agencyName: plan.agency.name,
  title: plan.title,
  contentHash,
});

/** Parents before children. */
function insertDefinition(query: Query, planId: number, plan: ImportInput['plan']): void {
  const rows = definitionRows(planId, plan);
  insertAll(query, structures, rows.structures);
  insertAll(query, structureAliases, rows.structureAliases);
  insertAll(query, areas, rows.areas);
  insertAll(query, baselines, rows.baselines);
  insertAll(query, changes, rows.changes);
  insertAll(query, goals, rows.goals);
  insertAll(query, goalStructures, rows.goalStructures);
  insertAll(query, indicators, rows.indicators);
  insertAll(query, targets, rows.targets);
  insertAll(query, phases, rows.phases);
  insertAll(query, phaseStructures, rows.phaseStructures);
  insertAll(query, notes, rows.notes);
}

/** Goals, phases and the rest go with their baseline (ON DELETE CASCADE). What was said stays. */
function deleteDefinition(query: Query, planId: number): void {
  query.delete(notes).where(eq(notes.planId, planId)).run();
  query.delete(baselines).where(eq(baselines.planId, planId)).run();
  query.delete(areas).where(eq(areas.planId, planId)).run();
  query.delete(structures).where(eq(structures.planId, planId)).run();
}

export function createPlanImport(
  { query, write }: Database,
  appendAudit: AuditAppender,
): Pick<Store, 'importPlan'> {
  const inbox = createInbox(query);
  const versionOf = (planId: number): number =>
    query.select({ version: plans.version }).from(plans).where(eq(plans.id, planId)).get()?.version ?? 0;

  function create(input: ImportInput) {
    const { id } = query
      .insert(plans)
      .values({ ...headColumns(input), version: 1, revision: 1, lastSequence: 0 })
      .returning({ id: plans.id })
      .get();
    insertDefinition(query, id, input.plan);
    appendAudit(id, input.recordedAt, [input.audit]);
    return { outcome: 'CREATED', planId: id, version: 1 } as const;
  }

  function replace(stored: typeof plans.$inferSelect, input: ImportInput) {
    const version = stored.version + 1;
    deleteDefinition(query, stored.id);
    query
      .update(plans)
      .set({ ...headColumns(input), version, revision: stored.revision + 1 })
      .where(eq(plans.id, stored.id))
      .run();
    insertDefinition(query, stored.id, input.plan);
    appendAudit(stored.id, input.recordedAt, [input.audit]);
    return { outcome: 'REPLACED', planId: stored.id, version } as const;
  }

  function bringIn(input: ImportInput): ImportResult {
    const stored = query.select().from(plans).where(eq(plans.year, input.plan.year)).get();
    if (!stored) return create(input);
    const { id: planId, version } = stored;
    if (stored.contentHash === input.contentHash) return { outcome: 'UNCHANGED', planId, version };
    if (stored.lastSequence !== input.lastSequence) return { outcome: 'CONFLICT', planId, version };
    return replace(stored, input);
  }

  return {
    async importPlan(input) {
      return write(() => {
        const earlier = inbox.repeated(input.inbox);
        if (earlier) return { ...earlier, version: versionOf(earlier.planId) };
        const result = bringIn(input);
        // Also of a plan that stood there already: a late repetition would undo what is imported after it.
        if (result.outcome !== 'CONFLICT') {
          inbox.putDown(input.inbox, { planId: result.planId, recordedAt: input.recordedAt });
        }
        return result;
      });
    },
  };
}
