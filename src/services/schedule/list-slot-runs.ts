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
  return accepted({ year: plan.year, structure: structure.value, runs: rows, next });
}

export type SlotHistory = SlotRunsView & {
  /** How many there are besides those shown. */
  readonly more: number;
};

const COUNTED_AT_ONCE = 100;

/** The latest ones, and how many more there are. Refused: NO_PLAN, UNKNOWN_STRUCTURE. */
export async function readSlotHistory(
  context: Context,
  query: Omit<SlotRunsQuery, 'before'>,
): Promise<Result<SlotHistory>> {
  const first = await listSlotRuns(context, { ...query, before: null });
  if (!first.ok) return first;
  let more = 0;
  for (let before = first.value.next; before !== null; ) {
    const page = await listSlotRuns(context, { ...query, before, limit: COUNTED_AT_ONCE });
    if (!page.ok) return page;
    more += page.value.runs.length;
    before = page.value.next;
  }
  return accepted({ ...first.value, more });
}
