/** What is set for somebody: absence, hours, time zone, and what they delegated or took over. */
import { type Actor, mayArrangeFor } from '../domain/actor.ts';
import { type Delegation, NO_SETTINGS, type PersonSettings } from '../domain/arrangement.ts';
import { canonicalCode } from '../domain/codes.ts';
import type { Person } from '../domain/directory.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import { findPlan } from './load-figures.ts';

export type PersonArrangements = {
  readonly person: Person;
  readonly settings: PersonSettings;
  /** Who set the absence, where that was somebody else. */
  readonly awaySetBy: Person | null;
};

/** Of oneself, or of somebody for whom the actor arranges. Refused: NO_PLAN, NOT_YOUR_PEOPLE. */
export async function readArrangementsOf(
  context: Context,
  actor: Actor,
  person: Person,
): Promise<Result<PersonArrangements>> {
  const { key, name, structures } = person;
  if (key !== actor.key && !mayArrangeFor(actor, structures)) {
    return refused({ code: 'NOT_YOUR_PEOPLE', person: name, structures });
  }
  const found = await findPlan(context, null);
  if (!found.ok) return found;
  const arrangements = await context.store.loadArrangements(found.value.id);
  const settings = arrangements.settings.get(key) ?? NO_SETTINGS;
  const setBy = settings.away?.setBy ?? key;
  const people = setBy === key ? [] : await context.store.listPeople();
  return accepted({ person, settings, awaySetBy: people.find((each) => each.key === setBy) ?? null });
}

export type NamedDelegation = Omit<Delegation, 'from' | 'to'> & {
  readonly from: Person;
  readonly to: Person;
};

/** Those from and to `person` that hold today or will, in the order in which they begin. Refused: NO_PLAN. */
export async function listDelegationsOf(
  context: Context,
  person: Person,
): Promise<Result<readonly NamedDelegation[]>> {
  const all = await listDelegations(context);
  return all.ok
    ? accepted(all.value.filter(({ from, to }) => from.key === person.key || to.key === person.key))
    : all;
}

/** Everything that `person` gave and that holds today or will; may be nothing. Refused: NO_PLAN. */
export async function listDelegationsBy(
  context: Context,
  person: Person,
): Promise<Result<readonly NamedDelegation[]>> {
  const all = await listDelegations(context);
  return all.ok ? accepted(all.value.filter(({ from }) => from.key === person.key)) : all;
}

/**
 * Those that `person` means by a code: the ones they gave, else the ones they took, else anybody's. Refused: NO_PLAN,
 * NOT_DELEGATED.
 */
export async function findDelegations(
  context: Context,
  person: Person,
  code: string,
): Promise<Result<readonly NamedDelegation[]>> {
  const all = await listDelegations(context);
  if (!all.ok) return all;
  const wanted = canonicalCode(code);
  const ofItem = all.value.filter(({ item }) => item === wanted);
  const given = ofItem.filter(({ from }) => from.key === person.key);
  const taken = ofItem.filter(({ to }) => to.key === person.key);
  const found = [given, taken, ofItem].find((each) => each.length > 0);
  return found ? accepted(found) : refused({ code: 'NOT_DELEGATED', item: code });
}

/** Everybody's that hold today or will, in the order in which they begin. Refused: NO_PLAN. */
export async function listDelegations(context: Context): Promise<Result<readonly NamedDelegation[]>> {
  const found = await findPlan(context, null);
  if (!found.ok) return found;
  const people = await context.store.listPeople();
  const { delegations } = await context.store.loadArrangements(found.value.id);
  const today = context.clock.today();
  const named = delegations
    .filter(({ endsOn }) => endsOn >= today)
    .flatMap((each): readonly NamedDelegation[] => {
      const [from, to] = [each.from, each.to].map((key) => people.find((person) => person.key === key));
      return from && to ? [{ ...each, from, to }] : [];
    });
  return accepted(
    named.sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : a.id - b.id)),
  );
}
