import { type Actor, mayReadRowsOf } from '../domain/actor.ts';
import type { StructureCode } from '../domain/codes.ts';
import type { StructureReference } from '../services/views/reference-view.ts';

/** Whether rows about something that `structures` answer for may be shown to `actor`. */
export const mayReadRows = (actor: Actor, structures: readonly StructureReference[]): boolean =>
  actor.rowsOf === undefined ||
  mayReadRowsOf(
    actor,
    structures.map(({ code }) => code as StructureCode),
  );
