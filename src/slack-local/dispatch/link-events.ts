import { createHmac, timingSafeEqual } from 'node:crypto';
import type { WorkspaceContext } from '../context.ts';
import type { Message } from '../state/model.ts';

/** The source of links in messages that were posted; Slack's other one is the composer, before posting. */
export const POSTED = 'conversations_history';

/**
 * Tells the app of links to its domains, whether or not it is in the channel. Of its own messages it hears
 * nothing.
 */
export function linkShared(ctx: WorkspaceContext, message: Message): void {
  if (message.botId !== undefined || message.subtype !== undefined) return;
  const links = appLinks(ctx, message);
  if (links.length === 0) return;
  const conversation = ctx.state.conversations.get(message.channel);
  ctx.events.send('link_shared', {
    type: 'link_shared',
    user: message.user,
    channel: message.channel,
    message_ts: message.ts,
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    links,
    source: POSTED,
    unfurl_id: unfurlId(ctx, message),
    is_bot_user_member: conversation?.members.includes(ctx.app.botUserId) ?? false,
    event_ts: ctx.state.timestamps.next(),
  });
}

/** The links of the message to the app's domains, each once, with the domain that was registered. */
export function appLinks(ctx: WorkspaceContext, message: Message): { domain: string; url: string }[] {
  const domains = ctx.app.unfurlDomains ?? [];
  const urls = [...message.text.matchAll(/<(https?:\/\/[^>|]+)(?:\|[^>]*)?>/g)].map(([, url = '']) =>
    url.replaceAll('&amp;', '&'),
  );
  return [...new Set(urls)].flatMap((url) => {
    const host = URL.canParse(url) ? new URL(url).hostname : '';
    const domain = domains.find((one) => host === one || host.endsWith(`.${one}`));
    return domain === undefined ? [] : [{ domain, url }];
  });
}

/** Slack's form: the channel, the `ts` and what makes it hard to guess. */
function unfurlId(ctx: WorkspaceContext, { channel, ts }: Pick<Message, 'channel' | 'ts'>): string {
  const proof = createHmac('sha256', ctx.app.signingSecret).update(`unfurl:${channel}.${ts}`).digest('hex');
  return `${channel}.${ts}.${proof}`;
}

/** The message that an `unfurl_id` names. */
export function unfurledMessage(ctx: WorkspaceContext, id: string): Message | undefined {
  const [channel = '', seconds, micros] = id.split('.');
  const message = ctx.state.findMessage(channel, `${seconds}.${micros}`);
  if (!message) return undefined;
  const [given, expected] = [Buffer.from(id), Buffer.from(unfurlId(ctx, message))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? message : undefined;
}
