import type { Actor } from '../domain/actor.ts';
import type { Person } from '../domain/directory.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import { actorFor, findPerson, listContacts } from '../services/find-person.ts';
import type { Environment } from './environment.ts';
import { findMember } from './find-member.ts';

/** Who speaks: the entry of the directory, and what they may do today. */
export type Caller = { readonly person: Person; readonly actor: Actor };

/**
 * Who is behind a Slack user id; only members of our own workspace are believed. Refused: UNKNOWN_PERSON, with whom
 * to ask, for whoever the directory does not hold.
 */
export async function identify(environment: Environment, slackUser: string): Promise<Result<Caller>> {
  const { context, team } = environment;
  const emailOf = async (user: string) => (await findMember(environment, user))?.email ?? undefined;
  const person = await findPerson(context, { team, id: slackUser }, emailOf);
  if (person) return accepted({ person, actor: await actorFor(context, person) });
  return refused({ code: 'UNKNOWN_PERSON', given: slackUser, contacts: await listContacts(context) });
}
