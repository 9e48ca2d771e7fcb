import type { Actor } from '../domain/actor.ts';
import { type Orphan, orphansOf } from '../domain/answerers.ts';
import { openItems } from '../domain/open-items.ts';
import type { PlanFigures } from '../domain/plan-figures.ts';
import { accepted, type Result } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import { CURRENT, loadFigures } from './load-figures.ts';

export type OrphansView = {
  readonly figures: PlanFigures;
  readonly orphans: readonly Orphan[];
  /** Whether only the structures were looked at that the actor heads. */
  readonly own: boolean;
};

/** Open items that nobody but a head answers for, or nobody at all; a head sees their own. Refused: NO_PLAN. */
export async function readOrphans(context: Context, actor: Actor): Promise<Result<OrphansView>> {
  const loaded = await loadFigures(context, CURRENT);
  if (!loaded.ok) return loaded;
  const { stored, figures } = loaded.value;
  const people = await context.store.listPeople();
  const arrangements = await context.store.loadArrangements(stored.id);
  const own = actor.role === 'HEAD';
  const orphans = orphansOf(openItems(figures), people, arrangements);
  return accepted({
    figures,
    orphans: orphans.filter(({ structure }) => !own || actor.structures.includes(structure)),
    own,
  });
}
