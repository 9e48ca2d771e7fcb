import type { WorkspaceContext } from '../context.ts';
import { slackMessage } from '../objects/slack-message.ts';
import type { Conversation, Json, Message } from '../state/model.ts';

/** Tells the app of a new message, its own ones included: Slack does too, and leaves it to the app to skip them. */
export function messagePosted(ctx: WorkspaceContext, message: Message): void {
  const conversation = heardConversation(ctx, message);
  if (!conversation) return;
  const event = {
    ...slackMessage(ctx, message),
    channel: message.channel,
    event_ts: message.ts,
  };
  send(ctx, conversation, { ...event, type: 'message' });
  const mention = message.text.includes(`<@${ctx.app.botUserId}>`);
  const isSaid = message.botId === undefined && message.subtype === undefined;
  if (mention && conversation.kind === 'channel' && isSaid) {
    ctx.events.send('app_mention', { ...event, type: 'app_mention' });
  }
}

export function messageChanged(ctx: WorkspaceContext, message: Message, previous: Message): void {
  const conversation = heardConversation(ctx, message);
  if (!conversation) return;
  const ts = ctx.state.timestamps.next();
  send(ctx, conversation, {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: message.channel,
    message: slackMessage(ctx, message),
    previous_message: slackMessage(ctx, previous),
    ts,
    event_ts: ts,
  });
}

export function messageDeleted(ctx: WorkspaceContext, message: Message): void {
  const conversation = heardConversation(ctx, message);
  if (!conversation) return;
  const ts = ctx.state.timestamps.next();
  send(ctx, conversation, {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    channel: message.channel,
    deleted_ts: message.ts,
    previous_message: slackMessage(ctx, message),
    ts,
    event_ts: ts,
  });
}

/** The conversation, if the app is in it: it hears nothing of channels that it was not invited to. */
function heardConversation(ctx: WorkspaceContext, message: Message): Conversation | undefined {
  const conversation = ctx.state.conversations.get(message.channel);
  return conversation?.members.includes(ctx.app.botUserId) ? conversation : undefined;
}

function send(ctx: WorkspaceContext, conversation: Conversation, event: Json & { type: string }): void {
  const name = conversation.kind === 'im' ? 'message.im' : 'message.channels';
  ctx.events.send(name, { ...event, channel_type: conversation.kind });
}
