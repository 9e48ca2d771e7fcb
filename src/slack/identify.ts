import type { Actor } from '../domain/actor.ts';
import type { Person } from '../domain/directory.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { Context } from '../services/context.ts';
import {
  actorFor,
  findLinkedPerson,
  findPerson,
  forgetSlackUser,
  listContacts,
  type SlackUser,
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
  const caller = await findCaller(environment, slackUser);
  if (caller) return accepted(caller);
  return refused({ code: 'UNKNOWN_PERSON', given: slackUser, contacts: await listContacts(context) });
}

async function findCaller(environment: Environment, slackUser: string): Promise<Caller | undefined> {
  const { context, team } = environment;
  const user = { team, id: slackUser };
  const linked = await findLinked(context, user);
  if (!linked) {
    const person = await findPerson(context, user, async (id) => {
      const member = await findMember(environment, id);
      if (member) noteMember(environment, id);
      return member?.email ?? undefined;
    });
    return person && callerOf(context, person);
  }
  if (await isStillMember(environment, slackUser)) return linked;
  // Nor is a message sent to them any more.
  await forgetSlackUser(context, user);
  return undefined;
}

const callerOf = async (context: Context, person: Person): Promise<Caller> => ({
  person,
  actor: await actorFor(context, person),
});

/** Who they were is so as long as nothing at all was committed, by whichever process, and no day has passed. */
type Kept = { readonly stamp: string; readonly caller: Caller };
const MOST_KEPT = 1000;
const keptBy = new WeakMap<Context, Map<string, Kept>>();

async function findLinked(context: Context, user: SlackUser): Promise<Caller | undefined> {
  const known = keptBy.get(context) ?? new Map<string, Kept>();
  keptBy.set(context, known);
  const key = `${user.team}/${user.id}`;
  const stamp = `${await context.store.changeStamp()} ${context.clock.today()}`;
  const kept = known.get(key);
  if (kept?.stamp === stamp) return kept.caller;
  const person = await findLinkedPerson(context, user);
  if (!person) return undefined;
  const caller = await callerOf(context, person);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, { stamp, caller });
  return caller;
}
