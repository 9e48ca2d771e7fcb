import type { UsersInfoResponse, WebClient } from '@slack/web-api';
import type { Actor } from '../domain/actor.ts';
import type { Person } from '../domain/directory.ts';
import { accepted, type Result, refused } from '../domain/refusal.ts';
import { actorFor, findPerson, listContacts } from '../services/find-person.ts';
import type { Environment } from './environment.ts';
import { platformError } from './platform-error.ts';

/** Who speaks: the entry of the directory, and what they may do today. */
export type Caller = { readonly person: Person; readonly actor: Actor };

/**
 * Who is behind a Slack user id. Only members of our own workspace are believed: of a guest, or of somebody of
 * another organisation in a shared channel, the e-mail address is what somebody else says it is.
 * Refused: UNKNOWN_PERSON, with whom to ask, for whoever the directory does not hold.
 */
export async function identify(environment: Environment, slackUser: string): Promise<Result<Caller>> {
  const { context, client, team } = environment;
  const person = await findPerson(context, { team, id: slackUser }, async (user) => {
    const found = await findUser(client, user);
    const outsider =
      found?.is_stranger || found?.is_restricted || found?.is_ultra_restricted || found?.team_id !== team;
    return !found || outsider || found.is_bot || found.deleted ? undefined : found.profile?.email;
  });
  if (person) return accepted({ person, actor: await actorFor(context, person) });
  return refused({ code: 'UNKNOWN_PERSON', given: slackUser, contacts: await listContacts(context) });
}

/** Slack shows no more of some people than their id: they are not of our workspace either. */
const NOT_SHOWN = new Set(['user_not_found', 'user_not_visible', 'users_not_found']);

const findUser = async (client: WebClient, user: string): Promise<UsersInfoResponse['user']> =>
  client.users.info({ user }).then(
    (answer) => answer.user,
    (error: unknown) => {
      if (NOT_SHOWN.has(platformError(error) ?? '')) return undefined;
      throw error;
    },
  );
