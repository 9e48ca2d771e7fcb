import { isObject } from '../blocks/checks.ts';
import type { WorkspaceContext } from '../context.ts';
import { appLinks, POSTED, unfurledMessage } from '../dispatch/link-events.ts';
import { changeMessage } from '../messaging.ts';
import type { Message, Unfurl } from '../state/model.ts';
import { SlackApiError } from './api-error.ts';
import type { Args } from './arguments.ts';
import { readBlocks } from './message-content.ts';
import type { ApiMethod } from './method.ts';

/** Draws cards under a person's message, one for each of its links to the app's domains. */
export const chatUnfurl: ApiMethod = {
  scope: 'links:write',
  run({ ctx, args }) {
    const given = args.nested('unfurls', 'invalid_unfurls_format');
    if (given === undefined) throw new SlackApiError('missing_unfurls');
    if (!isObject(given)) throw new SlackApiError('invalid_unfurls_format');
    const message = messageOf(ctx, args);
    const links = appLinks(ctx, message).map(({ url }) => url);
    const unfurls = Object.entries(given).map(([url, content], index): Unfurl => {
      if (!links.includes(url)) throw new SlackApiError('cannot_unfurl_url');
      return { url, id: index + 1, content: readCard(ctx, content) };
    });
    const kept = (message.unfurls ?? []).filter((old) => !unfurls.some(({ url }) => url === old.url));
    const all = [...kept, ...unfurls].map((one, index) => ({ ...one, id: index + 1 }));
    changeMessage(ctx, message, { unfurls: all });
    return {};
  },
};

/** By `channel` and `ts`, or by `unfurl_id` and `source`. */
function messageOf(ctx: WorkspaceContext, args: Args): Message {
  const id = args.text('unfurl_id');
  const source = args.text('source');
  if (id || source) {
    if (!id) throw new SlackApiError('missing_unfurl_id');
    if (!source) throw new SlackApiError('missing_source');
    if (source !== 'composer' && source !== POSTED) throw new SlackApiError('invalid_source');
    const message = unfurledMessage(ctx, id);
    if (!message) throw new SlackApiError('invalid_unfurl_id');
    return message;
  }
  const channel = args.text('channel');
  const ts = args.text('ts');
  if (!channel) throw new SlackApiError('missing_channel');
  if (!ts) throw new SlackApiError('missing_ts');
  if (!ctx.state.conversations.has(channel)) throw new SlackApiError('cannot_find_channel');
  const message = ctx.state.findMessage(channel, ts);
  if (!message) throw new SlackApiError('cannot_find_message');
  return message;
}

/** A card of blocks, or of the older fields of an attachment. */
function readCard(ctx: WorkspaceContext, value: unknown): Unfurl['content'] {
  if (!isObject(value)) throw new SlackApiError('cannot_parse_attachment');
  const { blocks: given, ...rest } = value;
  try {
    const blocks = readBlocks(ctx, given);
    return { ...rest, ...(blocks ? { blocks } : {}) };
  } catch (error) {
    if (error instanceof SlackApiError) throw new SlackApiError('cannot_parse_attachment', error.details);
    throw error;
  }
}
