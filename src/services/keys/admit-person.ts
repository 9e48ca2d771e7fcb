import { may } from '../../domain/actor.ts';
import type { Admission } from '../../domain/caller.ts';
import type { Context } from '../context.ts';
import { actorFor } from '../find-person.ts';

/** Letters of other scripts that look alike, or become alike in small letters, are letters of another address. */
const PLAIN_ADDRESS = /^[\x21-\x7e]{3,254}$/;

/**
 * Lets in the person of the directory whose address the agency's identity provider vouches for, to do what they do in
 * Slack.
 */
export async function admitPerson(context: Context, email: string): Promise<Admission> {
  const wanted = email.toLowerCase();
  const people = PLAIN_ADDRESS.test(email) ? await context.store.listPeople() : [];
  const person = people.find((each) => each.email.toLowerCase() === wanted);
  if (person === undefined) return { ok: false, because: 'UNKNOWN' };
  const actor = await actorFor(context, person);
  const introspects = may(actor, 'MANAGE_KEYS');
  return { ok: true, caller: { actor, counted: `person:${person.key}`, introspects } };
}
