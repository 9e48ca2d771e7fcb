import { type Actor, may } from '../domain/actor.ts';
import { type Orphan, orphansOf } from '../domain/answerers.ts';
import type { StructureCode } from '../domain/codes.ts';
import { type MissingByStructure, missingAnswers } from '../domain/missing.ts';
import { openItems } from '../domain/open-items.ts';
import type { PlanFigures } from '../domain/plan-figures.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import { findUnanswered, structuresIn } from './find-unanswered.ts';
import { loadResponsibilities } from './load-responsibilities.ts';
import { resolveStructure } from './read-structure.ts';

export type MissingView = {
  readonly figures: PlanFigures;
  /** The only one that was looked at; absent of all that the actor may see. */
  readonly structure?: StructureCode;
  readonly missing: readonly MissingByStructure[];
  /** Open items, structure by structure, that nobody but the head answers for, or nobody at all. */
  readonly orphans: readonly Orphan[];
  /** Whether anybody was ever asked. */
  readonly everAsked: boolean;
};

/**
 * Who has not answered the latest check-in; a head sees the structures they head. Refused: ROLE_MAY_NOT, NO_PLAN,
 * UNKNOWN_STRUCTURE.
 * @param given code, name or alias of the only structure to look at
 */
export async function readMissing(
  context: Context,
  actor: Actor,
  given: string | null = null,
): Promise<Result<MissingView>> {
  if (!may(actor, 'READ_MISSING')) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'READ_MISSING' });
  }
  const loaded = await loadResponsibilities(context);
  if (!loaded.ok) return loaded;
  const { figures, people, arrangements } = loaded.value;
  const seen = structuresFor(actor, figures);
  const only = given === null ? accepted(null) : resolveStructure(figures.plan, given);
  if (!only.ok) return only;
  const structure = only.value?.code;
  // A head sees that of the structures they head alone.
  if (structure !== undefined && !seen.includes(structure)) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'READ_MISSING' });
  }
  const structures = structure === undefined ? seen : [structure];
  const { unanswered, everAsked } = await findUnanswered(context, loaded.value);
  return accepted({
    figures,
    ...(structure === undefined ? {} : { structure }),
    missing: missingAnswers(structures, {
      unanswered,
      people,
      arrangements,
      structuresOf: structuresIn(figures),
      today: figures.day,
    }),
    orphans: orphansOf(openItems(figures), people, arrangements).filter(({ structure }) =>
      structures.includes(structure),
    ),
    everAsked,
  });
}

const structuresFor = (actor: Actor, { plan }: PlanFigures): readonly StructureCode[] =>
  plan.structures
    .map(({ code }) => code)
    .filter((code) => actor.role !== 'HEAD' || actor.structures.includes(code));
