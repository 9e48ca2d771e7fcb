import { type Actor, actorOf } from '../domain/actor.ts';
import { holdsOn } from '../domain/arrangement.ts';
import type { Person } from '../domain/directory.ts';
import type { Context } from './context.ts';
import { findPlan } from './load-figures.ts';

/** Who is known to Slack under `slackUser` in the workspace `team`. */
export type SlackUser = { readonly team: string; readonly id: string };

/** The person of the directory to whom a Slack user was linked earlier. */
export async function findLinkedPerson({ store }: Context, user: SlackUser): Promise<Person | undefined> {
  const key = await store.findSlackKey('PERSON', user.team, user.id);
  return key === undefined ? undefined : (await store.listPeople()).find((person) => person.key === key);
}

/** Forgets whom a Slack user was linked to: they are found anew, by their address, or not at all. */
export const forgetSlackUser = ({ store }: Context, { team, id }: SlackUser): Promise<void> =>
  store.unlinkSlack('PERSON', team, id);

/**
 * The person of the directory behind a Slack user: by the link made earlier, else by the e-mail address that
 * Slack knows, which is then remembered. Undefined for somebody who is not in the directory.
 */
export async function findPerson(
  context: Context,
  user: SlackUser,
  emailOf: (slackUser: string) => Promise<string | undefined>,
): Promise<Person | undefined> {
  const linked = await findLinkedPerson(context, user);
  if (linked) return linked;
  const email = (await emailOf(user.id))?.toLowerCase();
  if (email === undefined) return undefined;
  const people = await context.store.listPeople();
  const found = people.find((person) => person.email.toLowerCase() === email);
  if (found) await context.store.linkSlack('PERSON', user.team, found.key, user.id);
  return found;
}

export const findPersonByKey = async (context: Context, key: string): Promise<Person | undefined> =>
  (await context.store.listPeople()).find((person) => person.key === key);

/** The person as who they act today, with what was delegated to them. */
export async function actorFor(context: Context, person: Person): Promise<Actor> {
  const plan = await findPlan(context, null);
  if (!plan.ok) return actorOf(person);
  const today = context.clock.today();
  const { delegations } = await context.store.loadArrangements(plan.value.id);
  return actorOf(
    person,
    delegations.filter((each) => each.to === person.key && holdsOn(each, today)).map(({ item }) => item),
  );
}

/** Names of those who can let somebody in: the planning office. */
export const listContacts = async ({ store }: Context): Promise<readonly string[]> =>
  (await store.listPeople()).filter(({ role }) => role === 'PLANNING').map(({ name }) => name);
