import { changeMessage, type Draft, deleteMessage, postEphemeral, postMessage } from '../messaging.ts';
import { slackMessage } from '../objects/slack-message.ts';
import type { Json, Message } from '../state/model.ts';
import { textsFor } from '../texts.ts';
import { SlackApiError } from './api-error.ts';
import { getConversation, getMessage, getPostable, threadHead } from './lookups.ts';
import { type MessageContent, readContent } from './message-content.ts';
import type { ApiCall, ApiMethod } from './method.ts';

export const chatPostMessage: ApiMethod = {
  scope: 'chat:write',
  run(call) {
    const { ctx, args } = call;
    const conversation = getPostable(ctx, args.required('channel'));
    const message = postMessage(ctx, draft(call, conversation.id, writable(readContent(ctx, args))));
    return { channel: conversation.id, ts: message.ts, message: slackMessage(ctx, message) };
  },
};

/** The answer's `message_ts` names what is not kept: it can't be updated, deleted or read back. */
export const chatPostEphemeral: ApiMethod = {
  scope: 'chat:write',
  run(call) {
    const { ctx, args } = call;
    const conversation = getPostable(ctx, args.required('channel'));
    const user = args.required('user');
    if (!conversation.members.includes(user)) throw new SlackApiError('user_not_in_channel');
    const content = writable(readContent(ctx, args));
    return { message_ts: postEphemeral(ctx, user, draft(call, conversation.id, content)).ts };
  },
};

/**
 * Blocks that are not given stay, unless text is given: then they go, and the message is shown by its text.
 * Only a change of text alone marks the message as edited.
 */
export const chatUpdate: ApiMethod = {
  scope: 'chat:write',
  run({ ctx, args }) {
    const conversation = getConversation(ctx, args.required('channel'));
    if (conversation.isArchived) throw new SlackApiError('is_archived');
    const message = getMessage(ctx, conversation.id, args.required('ts'));
    if (message.user !== ctx.app.botUserId) throw new SlackApiError('cant_update_message');
    const content = readContent(ctx, args);
    const { text, blocks, metadata } = content;
    if (text === undefined && blocks === undefined && metadata === undefined) {
      throw new SlackApiError('no_text');
    }
    const change: Partial<Message> = {};
    if (text !== undefined) change.text = text;
    if (blocks !== undefined || text !== undefined) change.blocks = blocks?.length ? blocks : undefined;
    if (metadata !== undefined) change.metadata = metadata;
    if ((change.text ?? message.text) === '' && !('blocks' in change ? change.blocks : message.blocks)) {
      throw new SlackApiError('no_text');
    }
    if (blocks === undefined && text !== undefined) {
      change.edited = { user: ctx.app.botUserId, ts: ctx.state.timestamps.next() };
    }
    changeMessage(ctx, message, change);
    const shown: Json = slackMessage(ctx, message);
    return { channel: conversation.id, ts: message.ts, text: message.text, message: shown };
  },
};

export const chatDelete: ApiMethod = {
  scope: 'chat:write',
  run({ ctx, args }) {
    const conversation = getConversation(ctx, args.required('channel'));
    const message = getMessage(ctx, conversation.id, args.required('ts'));
    if (message.user !== ctx.app.botUserId) throw new SlackApiError('cant_delete_message');
    deleteMessage(ctx, message, textsFor(ctx.options.language).deleted);
    return { channel: conversation.id, ts: message.ts };
  },
};

export const chatGetPermalink: ApiMethod = {
  run({ ctx, args, origin }) {
    const channel = getConversation(ctx, args.required('channel')).id;
    const { ts } = getMessage(ctx, channel, args.required('message_ts'));
    return { channel, permalink: `${origin}/workspace/archives/${channel}/p${ts.replace('.', '')}` };
  },
};

/** A message needs text or blocks; both may be there, the text then serves notifications. */
function writable(content: MessageContent): MessageContent {
  if (!content.text?.trim() && !content.blocks?.length) throw new SlackApiError('no_text');
  return content;
}

function draft({ ctx, args }: ApiCall, channel: string, content: MessageContent): Draft {
  const thread = args.text('thread_ts');
  const head = thread ? threadHead(ctx, channel, thread) : undefined;
  if (thread && head === undefined) throw new SlackApiError('thread_not_found');
  return {
    channel,
    user: ctx.app.botUserId,
    botId: ctx.app.botId,
    text: content.text ?? '',
    ...(content.blocks?.length ? { blocks: content.blocks } : {}),
    ...(content.metadata ? { metadata: content.metadata } : {}),
    ...(head === undefined ? {} : { threadTs: head }),
  };
}
