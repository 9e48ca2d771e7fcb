import { type Actor, may, mayArrangeFor } from '../domain/actor.ts';
import type { Person } from '../domain/directory.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { Context } from './context.ts';
import { findColleague } from './find-colleague.ts';
import { findPersonByKey } from './find-person.ts';

/**
 * For whom `actor` acts in what is a person's own: for themselves, or for whoever is named, if they may arrange for
 * them. A program is nobody: it names somebody always, and learns nothing of people for whom it may not arrange.
 * Refused: PERSON_EXPECTED, ROLE_MAY_NOT, UNKNOWN_COLLEAGUE, NOT_YOUR_PEOPLE.
 * @param given address, key or full name, as somebody wrote it; null is the actor
 */
export async function findPersonActedFor(
  context: Context,
  actor: Actor,
  given: string | null,
): Promise<Result<Person>> {
  const own = await findPersonByKey(context, actor.key);
  if (given === null) return own ? accepted(own) : refused({ code: 'PERSON_EXPECTED' });
  if (!own && !arranges(actor)) {
    return refused({ code: 'ROLE_MAY_NOT', role: actor.role, permission: 'ARRANGE_OWN_STRUCTURES' });
  }
  const found = await findColleague(context, given);
  if (!found.ok) return found;
  const { key, name, structures } = found.value;
  if (key === actor.key || mayArrangeFor(actor, structures)) return found;
  return refused({ code: 'NOT_YOUR_PEOPLE', person: name, structures });
}

/** Whether they arrange for anybody at all. */
export const arranges = (actor: Actor): boolean =>
  may(actor, 'ADMINISTER') || may(actor, 'ARRANGE_OWN_STRUCTURES');
