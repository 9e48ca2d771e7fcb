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

type SlackUser = UsersInfoResponse['user'];

/** The member behind a Slack user id; undefined for whoever is none (`memberOf`). */
export async function findMember(
  { client, team }: Pick<Environment, 'client' | 'team'>,
  user: string,
): Promise<Member | undefined> {
  return memberOf(await findSlackUser(client, user), team);
}

/**
 * What Slack tells of a user, as a member of the workspace `team`; undefined for guests, bots, who was deactivated, and
 * people of another organisation in a shared channel: of those the e-mail address is what somebody else says it is.
 */
export function memberOf(user: SlackUser, team: string): Member | undefined {
  const outsider =
    user?.is_stranger || user?.is_restricted || user?.is_ultra_restricted || user?.team_id !== team;
  if (!user?.id || outsider || user.is_bot || user.deleted || user.id === SLACKBOT) return undefined;
  const { id, profile } = user;
  return {
    id,
    name: profile?.real_name || user.real_name || profile?.display_name || user.name || id,
    title: profile?.title ?? '',
    email: profile?.email ?? null,
  };
}

/** Slack says of its own bot that it is none. */
const SLACKBOT = 'USLACKBOT';

/** Slack shows no more of some people than their id: they are not of our workspace either. */
const NOT_SHOWN = new Set(['user_not_found', 'user_not_visible', 'users_not_found']);

const findSlackUser = async (client: WebClient, user: string): Promise<SlackUser> =>
  client.users.info({ user }).then(
    (answer) => answer.user,
    (error: unknown) => {
      if (NOT_SHOWN.has(platformError(error) ?? '')) return undefined;
      throw error;
    },
  );
