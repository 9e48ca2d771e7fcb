import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { readCard } from '../../services/read-card.ts';
import { itemCard } from '../blocks/card-blocks.ts';
import type { Environment } from '../environment.ts';
import { findMember } from '../find-member.ts';
import { platformError } from '../platform-error.ts';
import { codeOfLink } from '../unfurl/code-of-link.ts';
import type { EventListener } from './event-listener.ts';

const linkShared = z.object({
  channel: z.string(),
  message_ts: z.string(),
  user: z.string(),
  is_bot_user_member: z.literal(true),
  // In the composer nobody has said anything yet: Slack tells again once the message is posted.
  source: z.literal('conversations_history').nullish(),
  links: z.array(z.object({ url: z.string() })),
});

/** What Slack says when the message or its link went away meanwhile: there is nothing left to draw a card under. */
const GONE = new Set([
  'cannot_unfurl_url',
  'cannot_unfurl_message',
  'cannot_find_message',
  'message_not_found',
]);

/**
 * Links to a goal or a phase in the dashboard get a card under the message, where the app was invited. Not where
 * people of other organisations would see it, nor for guests and people of other workspaces.
 */
export const unfurlLinks: EventListener = async (environment, { event, isExternallyShared }) => {
  const { client } = environment;
  if (isExternallyShared) return;
  const parsed = linkShared.safeParse(event);
  if (!parsed.success) return;
  const { channel, message_ts: ts, user, links } = parsed.data;
  const cards = await cardsOf(
    environment,
    links.map(({ url }) => url),
  );
  if (Object.keys(cards).length === 0) return;
  if (!(await findMember(environment, user))) return;
  await client.chat.unfurl({ channel, ts, unfurls: cards }).catch((error: unknown) => {
    if (!GONE.has(platformError(error) ?? '')) throw error;
  });
};

/** By URL, of those that show an item of the plan in force. */
async function cardsOf(
  { context, voice }: Environment,
  urls: readonly string[],
): Promise<Record<string, { blocks: KnownBlock[] }>> {
  const cards: Record<string, { blocks: KnownBlock[] }> = {};
  for (const url of urls) {
    const code = codeOfLink(url);
    const view = code === undefined ? undefined : await readCard(context, code);
    if (view) cards[url] = { blocks: itemCard(view, voice).blocks };
  }
  return cards;
}
