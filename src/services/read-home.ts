import { type Actor, may } from '../domain/actor.ts';
import type { PersonSettings } from '../domain/arrangement.ts';
import { waitsToAsk } from '../domain/check-in.ts';
import type { Person } from '../domain/directory.ts';
import type { PlanFigures, StructureFigures } from '../domain/plan-figures.ts';
import { type ItemAtRisk, itemsAtRisk, planItems } from '../domain/plan-items.ts';
import { accepted, type Result } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import { CURRENT, loadFigures } from './load-figures.ts';
import { type CheckInState, readCheckIn } from './read-check-in.ts';
import { type OwnItem, readOwnItems } from './read-items.ts';
import { readLastSaid, type SaidFact } from './read-last-said.ts';
import { type MissingView, readMissing } from './read-missing.ts';
import { listDelegationsOf, type NamedDelegation, readArrangementsOf } from './read-own-arrangements.ts';

/** All that somebody's home tab shows. */
export type Home = {
  readonly person: Person;
  readonly actor: Actor;
  readonly figures: PlanFigures;
  /** Everything the person answers for, in the order of the plan. */
  readonly items: readonly OwnItem[];
  readonly structures: readonly StructureFigures[];
  /** The one that the person can answer now; null when there is none. */
  readonly checkIn: CheckInState | null;
  /** The last things the person said, the newest first. */
  readonly said: readonly SaidFact[];
  readonly settings: PersonSettings;
  /** Whoever else set the absence; null when the person did. */
  readonly awaySetBy: Person | null;
  /** From and to the person, those that are not over. */
  readonly delegations: readonly NamedDelegation[];
  /** Of the whole plan, worst first; null for those who look at their own. */
  readonly risks: readonly ItemAtRisk[] | null;
  /** Null for those who may not see who has not answered. */
  readonly missing: MissingView | null;
};

const SAID_LIMIT = 5;
/** A newer check-in closes the one before: the open one is among the last. */
const CHECK_INS_LIMIT = 3;

/** Refused: NO_PLAN. */
export async function readHome(context: Context, person: Person, actor: Actor): Promise<Result<Home>> {
  const loaded = await loadFigures(context, CURRENT);
  if (!loaded.ok) return loaded;
  const { stored, figures } = loaded.value;
  const items = await readOwnItems(context, person);
  if (!items.ok) return items;
  const missing = may(actor, 'READ_MISSING') ? await readMissing(context, actor) : null;
  if (missing?.ok === false) return missing;
  const arranged = await readArrangementsOf(context, actor, person);
  if (!arranged.ok) return arranged;
  const delegations = await listDelegationsOf(context, person);
  if (!delegations.ok) return delegations;
  return accepted({
    person,
    actor,
    figures,
    items: items.value.items,
    structures: figures.structures.filter(({ structure }) => person.structures.includes(structure.code)),
    checkIn: await openCheckInOf(context, stored.id, person),
    said: await readLastSaid(context, stored.id, figures, { person: person.key, limit: SAID_LIMIT }),
    settings: arranged.value.settings,
    awaySetBy: arranged.value.awaySetBy,
    delegations: delegations.value,
    risks: looksAtAll(actor) ? itemsAtRisk(planItems(figures), figures.day) : null,
    missing: missing?.value ?? null,
  });
}

/** Managers and the planning office look at the whole plan, those who report at their structures. */
const looksAtAll = ({ role }: Actor): boolean => role === 'MANAGER' || role === 'PLANNING';

async function openCheckInOf(
  context: Context,
  planId: number,
  { key }: Person,
): Promise<CheckInState | null> {
  for (const checkIn of await context.store.listCheckInsOf(planId, key, CHECK_INS_LIMIT)) {
    if (waitsToAsk(checkIn)) continue;
    const state = await readCheckIn(context, checkIn.id);
    if (state && state.closedSince === null && state.lines.length > 0) return state;
  }
  return null;
}
