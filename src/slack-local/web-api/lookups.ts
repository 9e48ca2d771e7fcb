import type { WorkspaceContext } from '../context.ts';
import type { Conversation, Message, User } from '../state/model.ts';
import { imId } from '../state/seed.ts';
import { SlackApiError } from './api-error.ts';

/** The conversation, if there is one the bot may know of: channels are public, direct messages only its own. */
export function getConversation(ctx: WorkspaceContext, id: string): Conversation {
  const conversation = ctx.state.conversations.get(id);
  if (!conversation) throw new SlackApiError('channel_not_found');
  return conversation;
}

/**
 * Where the bot may post: a conversation it is in and that is not archived. A person's id stands for the direct
 * messages with them, as in Slack's `chat.postMessage`.
 */
export function getPostable(ctx: WorkspaceContext, id: string): Conversation {
  const conversation = getConversation(ctx, ctx.state.users.has(id) ? imId(id) : id);
  if (conversation.isArchived) throw new SlackApiError('is_archived');
  if (!conversation.members.includes(ctx.app.botUserId)) throw new SlackApiError('not_in_channel');
  return conversation;
}

export function getMessage(ctx: WorkspaceContext, channel: string, ts: string): Message {
  const message = ctx.state.findMessage(channel, ts);
  if (!message || message.subtype === 'tombstone') throw new SlackApiError('message_not_found');
  return message;
}

/** Throws `user_not_found`. */
export function getUser(ctx: WorkspaceContext, id: string): User {
  const user = ctx.state.users.get(id);
  if (!user) throw new SlackApiError('user_not_found');
  return user;
}

/** The head of the thread that `ts` belongs to; a reply's `ts` stands for its thread. */
export function threadHead(ctx: WorkspaceContext, channel: string, ts: string): string | undefined {
  const message = ctx.state.findMessage(channel, ts);
  return message && (message.threadTs ?? message.ts);
}
