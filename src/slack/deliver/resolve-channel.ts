import type { Destination } from '../../domain/notice.ts';
import { findPersonByKey } from '../../services/find-person.ts';
import { rememberSlackId, slackIdOf } from '../../services/slack-links.ts';
import type { Environment } from '../environment.ts';
import { memberOf } from '../find-member.ts';
import { platformError } from '../platform-error.ts';

/** The message can never be delivered as things stand: somebody has to put it right. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
  /** What is wrong, as Slack would say it: the rest of the message may name somebody, and is shown to nobody. */
  readonly word: string;

  constructor(message: string) {
    super(message);
    this.word = /^[^:]*/.exec(message)?.[0] ?? message;
  }
}

/** Slack's id of the conversation behind a destination; what was looked up once is remembered. */
export async function resolveChannel(environment: Environment, destination: Destination): Promise<string> {
  switch (destination.kind) {
    case 'CONVERSATION':
      return destination.channel;
    case 'PERSON':
      return openDirectMessage(environment, destination.person);
    case 'CHANNEL': {
      const { context, team } = environment;
      const channel =
        (await slackIdOf(context, 'CHANNEL', team, destination.name)) ??
        (await findChannel(environment, destination.name));
      if (channel === undefined) throw new Undeliverable(`channel_not_found: #${destination.name}`);
      return channel;
    }
  }
}

async function openDirectMessage(environment: Environment, key: string): Promise<string> {
  const { context, client, team } = environment;
  const user = (await slackIdOf(context, 'PERSON', team, key)) ?? (await findUser(environment, key));
  if (user === undefined) throw new Undeliverable('users_not_found');
  const { channel } = await client.conversations.open({ users: user });
  if (!channel?.id) throw new Undeliverable('channel_not_found');
  return channel.id;
}

/**
 * Asks Slack which member of our workspace has the address of that person of the directory, and remembers it;
 * undefined when none has.
 *
 * @throws Undeliverable when the directory does not hold the person
 */
export async function findUser(
  { context, client, team }: Environment,
  key: string,
): Promise<string | undefined> {
  const person = await findPersonByKey(context, key);
  if (!person) throw new Undeliverable('person_not_in_directory');
  const user = await client.users.lookupByEmail({ email: person.email }).then(
    // Whoever is refused as a guest is not let in by being written to either.
    (answer) => memberOf(answer.user, team)?.id,
    (error: unknown) => {
      if (platformError(error) === 'users_not_found') return undefined;
      throw error;
    },
  );
  if (user !== undefined) await rememberSlackId(context, 'PERSON', team, key, user);
  return user;
}

const PAGE = 200;

/** Asks Slack which public channel has that name now, and remembers it; undefined when none has. */
export async function findChannel(
  { context, client, team }: Environment,
  name: string,
): Promise<string | undefined> {
  let cursor: string | undefined;
  do {
    const page = await client.conversations.list({
      limit: PAGE,
      exclude_archived: true,
      types: 'public_channel',
      ...(cursor ? { cursor } : {}),
    });
    const found = page.channels?.find((channel) => channel.name === name)?.id;
    if (found) {
      await rememberSlackId(context, 'CHANNEL', team, name, found);
      return found;
    }
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return undefined;
}
