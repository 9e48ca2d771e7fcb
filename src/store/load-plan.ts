/**
 * Loads plans. A definition is kept in memory by (plan, revision): the head, one indexed read, tells whether the
 * kept one still holds, so an import by another process is seen by the next reader.
 */
import { desc, eq, lte, sql } from 'drizzle-orm';
import type { Plan } from '../domain/plan.ts';
import type { Database, Query } from './database.ts';
import { planFromRows } from './plan-from-rows.ts';
import type { DefinitionRows } from './plan-to-rows.ts';
import type { Store, StoredPlan } from './port.ts';
import { baselines, changes, notes } from './schema/baselines.ts';
import { goalStructures, goals, indicators, targets } from './schema/goals.ts';
import { phaseStructures, phases } from './schema/phases.ts';
import { areas, plans, structureAliases, structures } from './schema/plans.ts';

type Head = typeof plans.$inferSelect;

export type PlanLoading = Pick<
  Store,
  'findPlan' | 'findLatestPlan' | 'listYears' | 'planVersion' | 'planYear'
> & {
  /** Synchronous, for use inside a transaction. @throws Error for a plan that does not exist. */
  readonly getPlan: (planId: number) => Plan;
};

function readDefinition(query: Query, planId: number): DefinitionRows {
  return {
    structures: query
      .select()
      .from(structures)
      .where(eq(structures.planId, planId))
      .orderBy(structures.position)
      .all(),
    structureAliases: query
      .select()
      .from(structureAliases)
      .where(eq(structureAliases.planId, planId))
      .orderBy(structureAliases.position)
      .all(),
    areas: query.select().from(areas).where(eq(areas.planId, planId)).orderBy(areas.position).all(),
    baselines: query
      .select()
      .from(baselines)
      .where(eq(baselines.planId, planId))
      .orderBy(baselines.position)
      .all(),
    changes: query.select().from(changes).where(eq(changes.planId, planId)).orderBy(changes.position).all(),
    goals: query.select().from(goals).where(eq(goals.planId, planId)).orderBy(goals.position).all(),
    goalStructures: query
      .select()
      .from(goalStructures)
      .where(eq(goalStructures.planId, planId))
      .orderBy(goalStructures.position)
      .all(),
    indicators: query.select().from(indicators).where(eq(indicators.planId, planId)).all(),
    targets: query.select().from(targets).where(eq(targets.planId, planId)).orderBy(targets.position).all(),
    phases: query.select().from(phases).where(eq(phases.planId, planId)).orderBy(phases.position).all(),
    phaseStructures: query
      .select()
      .from(phaseStructures)
      .where(eq(phaseStructures.planId, planId))
      .orderBy(phaseStructures.position)
      .all(),
    notes: query.select().from(notes).where(eq(notes.planId, planId)).orderBy(notes.position).all(),
  };
}

function prepareHeads(query: Query) {
  const head = query.select().from(plans);
  return {
    byId: head.where(eq(plans.id, sql.placeholder('planId'))).prepare(),
    byYear: query
      .select()
      .from(plans)
      .where(eq(plans.year, sql.placeholder('year')))
      .prepare(),
    // Its first row is all that is read. A LIMIT would be bound as a REAL, as every number, and take twice as long again.
    latest: query
      .select()
      .from(plans)
      .where(lte(plans.year, sql.placeholder('year')))
      .orderBy(desc(plans.year))
      .prepare(),
    years: query.select({ year: plans.year }).from(plans).orderBy(plans.year).prepare(),
    version: query
      .select({ version: plans.version })
      .from(plans)
      .where(eq(plans.id, sql.placeholder('planId')))
      .prepare(),
  };
}

export function createPlanLoading({ query, read }: Database): PlanLoading {
  const heads = prepareHeads(query);
  const kept = new Map<number, { readonly revision: number; readonly plan: Plan }>();

  function definitionOf(head: Head): Plan {
    const found = kept.get(head.id);
    if (found?.revision === head.revision) return found.plan;
    const plan = planFromRows(head, readDefinition(query, head.id));
    kept.set(head.id, { revision: head.revision, plan });
    return plan;
  }

  const storedPlan = (head: Head): StoredPlan => ({
    id: head.id,
    version: head.version,
    revision: head.revision,
    contentHash: head.contentHash,
    lastSequence: head.lastSequence,
    plan: definitionOf(head),
  });

  function findHead(find: () => Head | undefined): StoredPlan | undefined {
    // One row is a snapshot by itself: a transaction is only for a definition that has to be read with it.
    const current = find();
    if (current && kept.get(current.id)?.revision === current.revision) return storedPlan(current);
    return read(() => {
      const head = find();
      return head && storedPlan(head);
    });
  }

  return {
    findPlan: async (year) => findHead(() => heads.byYear.get({ year })),
    findLatestPlan: async (year) => findHead(() => heads.latest.get({ year })),
    async listYears() {
      return heads.years.all().map(({ year }) => year);
    },
    async planVersion(planId) {
      const found = heads.version.get({ planId });
      if (!found) throw new Error(`no plan ${planId}`);
      return found.version;
    },
    async planYear(planId) {
      const found = heads.byId.get({ planId });
      if (!found) throw new Error(`no plan ${planId}`);
      return found.year;
    },
    getPlan(planId) {
      const head = heads.byId.get({ planId });
      if (!head) throw new Error(`no plan ${planId}`);
      return definitionOf(head);
    },
  };
}
