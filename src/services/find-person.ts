import type { Person } from '../domain/directory.ts';
import type { Context } from './context.ts';

/**
 * The person of the directory behind a Slack user: by the link made earlier, else by the e-mail address that
 * Slack knows, which is then remembered. Undefined for somebody who is not in the directory.
 */
export async function findPerson(
  context: Context,
  slackUser: string,
  emailOf: (slackUser: string) => Promise<string | undefined>,
): Promise<Person | undefined> {
  const people = await context.store.listPeople();
  const key = await context.store.findSlackKey('PERSON', slackUser);
  const linked = people.find((person) => person.key === key);
  if (linked) return linked;
  const email = (await emailOf(slackUser))?.toLowerCase();
  const found =
    email === undefined ? undefined : people.find((person) => person.email.toLowerCase() === email);
  if (found) await context.store.linkSlack('PERSON', found.key, slackUser);
  return found;
}

export const findPersonByKey = async (context: Context, key: string): Promise<Person | undefined> =>
  (await context.store.listPeople()).find((person) => person.key === key);
