import { accepted, type Result, refused } from '../domain/refusal.ts';
import type { Reference } from './commands/mentions.ts';
import { findChannel, Undeliverable } from './deliver/resolve-channel.ts';
import type { Environment } from './environment.ts';
import { platformError } from './platform-error.ts';

export type PublicChannel = { readonly id: string; readonly name: string; readonly topic: string };

/** A public channel in which the app is: elsewhere it could not write. Refused: UNKNOWN_CHANNEL. */
export async function findPublicChannel(
  environment: Environment,
  reference: Reference,
): Promise<Result<PublicChannel>> {
  const unknown = refused({ code: 'UNKNOWN_CHANNEL', given: reference.given });
  const id = reference.kind === 'CHANNEL' ? reference.id : await findByName(environment, reference.given);
  if (id === undefined) return unknown;
  const channel = await readChannel(environment, id);
  const fits = channel?.is_channel && channel.is_member && !channel.is_private && !channel.is_archived;
  if (!fits || !channel.name) return unknown;
  return accepted({ id, name: channel.name, topic: channel.topic?.value || channel.purpose?.value || '' });
}

const findByName = (environment: Environment, name: string): Promise<string | undefined> =>
  findChannel(environment, name).catch((error: unknown) => {
    if (error instanceof Undeliverable) return undefined;
    throw error;
  });

const readChannel = ({ client }: Environment, channel: string) =>
  client.conversations.info({ channel }).then(
    (answer) => answer.channel,
    (error: unknown) => {
      if (platformError(error) === 'channel_not_found') return undefined;
      throw error;
    },
  );
