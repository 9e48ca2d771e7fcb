import { type Actor, mayReadRowsOf } from '../domain/actor.ts';
import { mayName } from '../domain/may-name.ts';
import { openItems } from '../domain/open-items.ts';
import { accepted, type Result } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import { readOrphans } from './read-orphans.ts';
import { resolveStructure } from './read-structure.ts';
import { type PlanItemView, planItemView } from './views/plan-item-view.ts';
import { type StructureReference, structureReferences } from './views/reference-view.ts';

export type OrphanView = {
  readonly item: PlanItemView;
  /** In which nobody but a head answers for it. */
  readonly structure: StructureReference;
  readonly hasHead: boolean;
  /** Names; null where the actor may not be told who. */
  readonly heads: readonly string[] | null;
};

/**
 * Open items that nobody but a head answers for, or nobody at all, in the order of the plan; a head sees their own, and
 * a key of some structures those. Refused: NO_PLAN, UNKNOWN_STRUCTURE.
 */
export async function listOrphans(
  context: Context,
  actor: Actor,
  given: string | null,
): Promise<Result<readonly OrphanView[]>> {
  const read = await readOrphans(context, actor);
  if (!read.ok) return read;
  const { figures, orphans } = read.value;
  const only = given === null ? null : resolveStructure(figures.plan, given);
  if (only?.ok === false) return only;
  const items = new Map(openItems(figures).map((item) => [item.code, item]));
  return accepted(
    orphans
      .filter(({ structure }) => only === null || structure === only.value.code)
      .filter(({ structure }) => mayReadRowsOf(actor, [structure]))
      .flatMap(({ item: code, structure, heads }): readonly OrphanView[] => {
        const item = items.get(code);
        const [reference] = structureReferences(figures.plan, [structure]);
        if (!item || !reference) return [];
        const named = mayName(actor, [structure]) ? heads.map(({ name }) => name) : null;
        return [
          {
            item: planItemView(figures, item),
            structure: reference,
            hasHead: heads.length > 0,
            heads: named,
          },
        ];
      }),
  );
}
