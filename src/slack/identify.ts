import type { Actor } from '../domain/actor.ts';
import type { Person } from '../domain/directory.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import {
  actorFor,
  findLinkedPerson,
  findPerson,
  forgetSlackUser,
  listContacts,
} from '../services/find-person.ts';
import type { Environment } from './environment.ts';
import { findMember } from './find-member.ts';
import { isStillMember, noteMember } from './recheck-link.ts';

/** Who speaks: the entry of the directory, and what they may do today. */
export type Caller = { readonly person: Person; readonly actor: Actor };

/**
 * Who is behind a Slack user id; only members of our own workspace are believed, and looked at again from time to time.
 * Refused: UNKNOWN_PERSON, with whom to ask, for whoever the directory does not hold.
 */
export async function identify(environment: Environment, slackUser: string): Promise<Result<Caller>> {
  const { context } = environment;
  const person = await findCaller(environment, slackUser);
  if (person) return accepted({ person, actor: await actorFor(context, person) });
  return refused({ code: 'UNKNOWN_PERSON', given: slackUser, contacts: await listContacts(context) });
}

async function findCaller(environment: Environment, slackUser: string): Promise<Person | undefined> {
  const { context, team } = environment;
  const user = { team, id: slackUser };
  const linked = await findLinkedPerson(context, user);
  if (!linked) {
    return findPerson(context, user, async (id) => {
      const member = await findMember(environment, id);
      if (member) noteMember(environment, id);
      return member?.email ?? undefined;
    });
  }
  if (await isStillMember(environment, slackUser)) return linked;
  // Nor is a message sent to them any more.
  await forgetSlackUser(context, user);
  return undefined;
}
