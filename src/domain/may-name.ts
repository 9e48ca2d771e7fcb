import { type Actor, may, mayReadRowsOf } from './actor.ts';
import type { StructureCode } from './codes.ts';

/**
 * Whether people who work in `structures` may be named to `actor`: to whoever may read who has not answered, of a head
 * in the structures they head alone.
 */
export const mayName = (actor: Actor, structures: readonly StructureCode[]): boolean =>
  may(actor, 'READ_MISSING') &&
  mayReadRowsOf(actor, structures) &&
  (actor.role !== 'HEAD' || structures.some((code) => actor.structures.includes(code)));
