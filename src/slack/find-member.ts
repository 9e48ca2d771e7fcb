import type { UsersInfoResponse, WebClient } from '@slack/web-api';
import type { Environment } from './environment.ts';
import { platformError } from './platform-error.ts';

/** A person of our own workspace, as Slack knows them. */
export type Member = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** Null where Slack does not show it. */
  readonly email: string | null;
};

/**
 * The member behind a Slack user id; undefined for guests, bots, who was deactivated, and people of another
 * organisation in a shared channel: of those the e-mail address is what somebody else says it is.
 */
export async function findMember(
  { client, team }: Pick<Environment, 'client' | 'team'>,
  user: string,
): Promise<Member | undefined> {
  const found = await findSlackUser(client, user);
  const outsider =
    found?.is_stranger || found?.is_restricted || found?.is_ultra_restricted || found?.team_id !== team;
  if (!found || outsider || found.is_bot || found.deleted || user === SLACKBOT) return undefined;
  const { profile } = found;
  return {
    id: user,
    name: profile?.real_name || found.real_name || profile?.display_name || found.name || user,
    title: profile?.title ?? '',
    email: profile?.email ?? null,
  };
}

/** Slack says of its own bot that it is none. */
const SLACKBOT = 'USLACKBOT';

/** Slack shows no more of some people than their id: they are not of our workspace either. */
const NOT_SHOWN = new Set(['user_not_found', 'user_not_visible', 'users_not_found']);

export const findSlackUser = async (client: WebClient, user: string): Promise<UsersInfoResponse['user']> =>
  client.users.info({ user }).then(
    (answer) => answer.user,
    (error: unknown) => {
      if (NOT_SHOWN.has(platformError(error) ?? '')) return undefined;
      throw error;
    },
  );
