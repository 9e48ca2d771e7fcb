import type { Structure } from '../../domain/plan.ts';
import { accepted, type Result } from '../../domain/refusal.ts';
import type { SlotKind } from '../../domain/schedule/schedule.ts';
import type { StoredSlotRun } from '../../store/port.ts';
import type { Context } from '../context.ts';
import { findPlan } from '../load-figures.ts';
import { resolveStructure } from '../read-structure.ts';

export type { StoredSlotRun } from '../../store/port.ts';

export type SlotRunsQuery = {
  readonly year: number | null;
  /** Code, name or alias; null asks for all, and for those of the whole plan. */
  readonly structure: string | null;
  readonly kind: SlotKind | null;
  /** Id, exclusive; null begins with the latest. */
  readonly before: number | null;
  /** 1–100. */
  readonly limit: number;
};

export type SlotRunsView = {
  readonly year: number;
  readonly structure: Structure | null;
  /** The latest first. */
  readonly runs: readonly StoredSlotRun[];
  /** Where the next page begins; null on the last one. */
  readonly next: number | null;
};

/** What became of the slots of a schedule. Refused: NO_PLAN, UNKNOWN_STRUCTURE. */
export async function listSlotRuns(context: Context, query: SlotRunsQuery): Promise<Result<SlotRunsView>> {
  const page = await pageOf(context, query);
  return page.ok ? accepted(page.value.view) : page;
}

async function pageOf(
  context: Context,
  query: SlotRunsQuery,
): Promise<Result<{ readonly planId: number; readonly view: SlotRunsView }>> {
  const found = await findPlan(context, query.year);
  if (!found.ok) return found;
  const { id, plan } = found.value;
  const structure = query.structure === null ? accepted(null) : resolveStructure(plan, query.structure);
  if (!structure.ok) return structure;
  const { rows, next } = await context.store.listSlotRuns(id, {
    kind: query.kind,
    structure: structure.value?.code ?? null,
    before: query.before,
    limit: query.limit,
  });
  return accepted({
    planId: id,
    view: { year: plan.year, structure: structure.value, runs: rows, next },
  });
}

export type SlotHistory = SlotRunsView & {
  /** How many there are besides those shown. */
  readonly more: number;
};

/** The latest ones, and how many more there are. Refused: NO_PLAN, UNKNOWN_STRUCTURE. */
export async function readSlotHistory(
  context: Context,
  query: Omit<SlotRunsQuery, 'before'>,
): Promise<Result<SlotHistory>> {
  const first = await pageOf(context, { ...query, before: null });
  if (!first.ok) return first;
  const { planId, view } = first.value;
  const structure = view.structure?.code ?? null;
  const all = view.next === null ? null : { kind: query.kind, structure };
  const count = all === null ? view.runs.length : await context.store.countSlotRunsOf(planId, all);
  return accepted({ ...view, more: count - view.runs.length });
}
