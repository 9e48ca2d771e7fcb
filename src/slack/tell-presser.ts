import type { Press } from './actions/press.ts';
import { plainMessage } from './blocks/help-blocks.ts';
import { escapeText } from './blocks/parts.ts';
import type { Environment } from './environment.ts';

/** Tells who used a control one plain sentence: where the control stands, seen by them alone, else in a direct message. */
export async function tellPresser(
  { client }: Environment,
  press: Pick<Press, 'user' | 'channel'>,
  sentence: string,
): Promise<void> {
  const content = plainMessage(escapeText(sentence));
  if (press.channel === null) await client.chat.postMessage({ channel: press.user, ...content });
  else await client.chat.postEphemeral({ channel: press.channel, user: press.user, ...content });
}
