import { type Orphan, orphansOf } from '../domain/answerers.ts';
import type { Channel, Person } from '../domain/directory.ts';
import { openItems } from '../domain/open-items.ts';
import type { Plan, Structure } from '../domain/plan.ts';
import type { PlanFigures } from '../domain/plan-figures.ts';
import type { PlanItem } from '../domain/plan-items.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import { findStructure } from '../domain/resolve.ts';
import type { Context } from './context.ts';
import { CURRENT, loadFigures } from './load-figures.ts';

/** Who works in a structure, and what it has to answer for. */
export type StructureView = {
  readonly figures: PlanFigures;
  readonly structure: Structure;
  /** Where its summaries go; null while it has none. */
  readonly channel: Channel | null;
  readonly heads: readonly Person[];
  /** Everybody else who works there. */
  readonly members: readonly Person[];
  readonly open: readonly PlanItem[];
  /** Open items that in this structure nobody but a head answers for. */
  readonly orphans: readonly Orphan[];
};

/** By code, name or alias. Refused: NO_PLAN, UNKNOWN_STRUCTURE. */
export async function readStructure(context: Context, given: string): Promise<Result<StructureView>> {
  const loaded = await loadFigures(context, CURRENT);
  if (!loaded.ok) return loaded;
  const { stored, figures } = loaded.value;
  const found = resolveStructure(figures.plan, given);
  if (!found.ok) return found;
  const structure = found.value;
  const { code } = structure;
  const everybody = await context.store.listPeople();
  const people = everybody.filter(({ structures }) => structures.includes(code));
  const channels = await context.store.listChannels();
  const arrangements = await context.store.loadArrangements(stored.id);
  const open = openItems(figures).filter(({ structures }) => structures.includes(code));
  return accepted({
    figures,
    structure,
    channel: channels.find((channel) => channel.structure === code) ?? null,
    heads: people.filter(({ role }) => role === 'HEAD'),
    members: people.filter(({ role }) => role !== 'HEAD'),
    open,
    orphans: orphansOf(open, everybody, arrangements).filter((orphan) => orphan.structure === code),
  });
}

/** Refused: UNKNOWN_STRUCTURE. */
export function resolveStructure(plan: Plan, given: string): Result<Structure> {
  const structure = findStructure(plan, given);
  if (structure) return accepted(structure);
  const known = plan.structures.map(({ code }) => code);
  return refused({ code: 'UNKNOWN_STRUCTURE', given: given.trim(), known });
}
