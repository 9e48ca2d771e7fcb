import type { Destination } from '../../domain/notice.ts';
import { findPersonByKey } from '../../services/find-person.ts';
import { rememberSlackId, slackIdOf } from '../../services/slack-links.ts';
import type { Environment } from '../environment.ts';

/** The message can never be delivered as things stand: somebody has to put it right. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}

/** Slack's id of the conversation behind a destination; what was looked up once is remembered. */
export async function resolveChannel(environment: Environment, destination: Destination): Promise<string> {
  switch (destination.kind) {
    case 'CONVERSATION':
      return destination.channel;
    case 'PERSON':
      return openDirectMessage(environment, destination.person);
    case 'CHANNEL':
      return (
        (await slackIdOf(environment.context, 'CHANNEL', destination.name)) ??
        findChannel(environment, destination.name)
      );
  }
}

async function openDirectMessage({ context, client }: Environment, key: string): Promise<string> {
  let user = await slackIdOf(context, 'PERSON', key);
  if (user === undefined) {
    const person = await findPersonByKey(context, key);
    if (!person) throw new Undeliverable(`person_not_in_directory: ${key}`);
    user = (await client.users.lookupByEmail({ email: person.email })).user?.id;
    if (user === undefined) throw new Undeliverable('users_not_found');
    await rememberSlackId(context, 'PERSON', key, user);
  }
  const { channel } = await client.conversations.open({ users: user });
  if (!channel?.id) throw new Undeliverable('channel_not_found');
  return channel.id;
}

const PAGE = 200;

/** Asks Slack which public channel has that name now, and remembers it. @throws Undeliverable when none has. */
export async function findChannel({ context, client }: Environment, name: string): Promise<string> {
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
      await rememberSlackId(context, 'CHANNEL', name, found);
      return found;
    }
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  throw new Undeliverable(`channel_not_found: #${name}`);
}
