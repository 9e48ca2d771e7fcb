import type { KnownBlock, View } from '@slack/types';
import type { WorkspaceContext } from '../context.ts';
import type { PageChannel, PageMessage, PageUser, PageView } from '../page-api.ts';
import type { Conversation, Message, StoredView, User } from '../state/model.ts';

export function presentUser(user: User): PageUser {
  const { id, name, title, email, isBot, isAdmin } = user;
  return { id, name, title, email, isBot, isAdmin };
}

export function presentChannel(conversation: Conversation): PageChannel {
  const { id, name, kind, topic, members } = conversation;
  return { id, name, kind, topic, members };
}

/** The blocks passed the validator on arrival, which is what makes the conversion to Slack's types true. */
export function presentMessage(ctx: WorkspaceContext, message: Message, ephemeral = false): PageMessage {
  const files = (message.files ?? []).flatMap((id) => {
    const file = ctx.state.files.get(id);
    if (!file) return [];
    return [{ id, name: file.name, url: fileUrl(id, file.name), mimetype: file.mimetype }];
  });
  return {
    channel: message.channel,
    ts: message.ts,
    ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
    user: message.user,
    text: message.text,
    ...(message.blocks ? { blocks: message.blocks as unknown as KnownBlock[] } : {}),
    edited: message.edited !== undefined,
    ephemeral,
    replyCount: ephemeral ? 0 : ctx.state.repliesTo(message.channel, message.ts).length,
    ...(files.length > 0 ? { files } : {}),
  };
}

export function presentView(view: StoredView): PageView {
  return { ...(view.definition as unknown as View), id: view.id, hash: view.hash };
}

/** Path of a file's contents on this server. */
export function fileUrl(id: string, name: string): string {
  return `/workspace/files/${id}/${encodeURIComponent(name)}`;
}
