import { presentMessage } from './client/present.ts';
import type { WorkspaceContext } from './context.ts';
import { linkShared } from './dispatch/link-events.ts';
import { messageChanged, messageDeleted, messagePosted } from './dispatch/message-events.ts';
import type { Message } from './state/model.ts';

/** A message as its author gives it; the workspace adds the `ts`. */
export type Draft = Omit<Message, 'ts'>;

/** Posts to the conversation: kept, shown to its members, told to the app. */
export function postMessage(ctx: WorkspaceContext, draft: Draft): Message {
  const message: Message = { ...draft, ts: ctx.state.timestamps.next() };
  ctx.state.addMessage(message);
  show(ctx, message, 'message');
  showParent(ctx, message);
  messagePosted(ctx, message);
  linkShared(ctx, message);
  return message;
}

/** Changes the message in place; `change` is laid over it, and an undefined value removes a field. */
export function changeMessage(ctx: WorkspaceContext, message: Message, change: Partial<Message>): Message {
  const previous = { ...message };
  Object.assign(message, change);
  ctx.state.changed();
  show(ctx, message, 'message_changed');
  messageChanged(ctx, message, previous);
  return message;
}

/** Deletes it; one that has replies leaves a tombstone in its place, so that the thread keeps its head. */
export function deleteMessage(ctx: WorkspaceContext, message: Message, tombstoneText: string): void {
  if (ctx.state.repliesTo(message.channel, message.ts).length > 0) {
    changeMessage(ctx, message, {
      subtype: 'tombstone',
      text: tombstoneText,
      blocks: undefined,
      metadata: undefined,
      files: undefined,
      unfurls: undefined,
    });
    return;
  }
  ctx.state.removeMessage(message.channel, message.ts);
  for (const user of viewers(ctx, message.channel)) {
    ctx.hub.push(user, { type: 'message_deleted', channel: message.channel, ts: message.ts });
  }
  showParent(ctx, message);
  messageDeleted(ctx, message);
}

/** Shows a message to one person only; it is not kept in the conversation and the app hears nothing of it. */
export function postEphemeral(ctx: WorkspaceContext, user: string, draft: Draft): Message {
  const message: Message = { ...draft, ts: ctx.state.timestamps.next() };
  ctx.ephemerals.add(user, message);
  ctx.hub.push(user, { type: 'message', message: presentMessage(ctx, message, true) });
  return message;
}

export function changeEphemeral(
  ctx: WorkspaceContext,
  user: string,
  message: Message,
  change: Partial<Message>,
): void {
  Object.assign(message, change);
  ctx.hub.push(user, { type: 'message_changed', message: presentMessage(ctx, message, true) });
}

export function deleteEphemeral(ctx: WorkspaceContext, user: string, message: Message): void {
  ctx.ephemerals.remove(user, message.ts);
  ctx.hub.push(user, { type: 'message_deleted', channel: message.channel, ts: message.ts });
}

function show(ctx: WorkspaceContext, message: Message, type: 'message' | 'message_changed'): void {
  const shown = presentMessage(ctx, message);
  for (const user of viewers(ctx, message.channel)) ctx.hub.push(user, { type, message: shown });
}

/** A reply changes how many replies its thread's head shows. */
function showParent(ctx: WorkspaceContext, message: Message): void {
  if (message.threadTs === undefined) return;
  const parent = ctx.state.findMessage(message.channel, message.threadTs);
  if (parent) show(ctx, parent, 'message_changed');
}

function viewers(ctx: WorkspaceContext, channel: string): readonly string[] {
  const members = ctx.state.conversations.get(channel)?.members ?? [];
  return members.filter((id) => id !== ctx.app.botUserId);
}
