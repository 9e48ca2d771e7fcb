import type { Person } from '../domain/directory.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import { findPerson } from '../services/find-person.ts';
import type { Environment } from './environment.ts';

/** Who is behind a Slack user id. Refused: UNKNOWN_PERSON for whoever the directory does not hold. */
export async function identify({ context, client }: Environment, slackUser: string): Promise<Result<Person>> {
  const person = await findPerson(context, slackUser, async (user) => {
    const answer = await client.users.info({ user });
    const { is_bot: isBot, deleted, profile } = answer.user ?? {};
    return isBot || deleted ? undefined : profile?.email;
  });
  return person ? accepted(person) : refused({ code: 'UNKNOWN_PERSON', given: slackUser });
}
