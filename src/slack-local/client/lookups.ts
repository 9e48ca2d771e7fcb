import type { WorkspaceContext } from '../context.ts';
import type { Conversation, Message, StoredView, User } from '../state/model.ts';
import { textsFor } from '../texts.ts';
import type { Nameable } from './escape-text.ts';
import { PageError } from './page-error.ts';

/** Who the page speaks as: a person, never the bot. */
export function getPerson(ctx: WorkspaceContext, id: string): User {
  const user = ctx.state.users.get(id);
  if (!user || user.isBot || user.deleted) throw new PageError('user_not_found');
  return user;
}

/** A conversation the person is in; one they are not in is as good as none. */
export function getOwnConversation(ctx: WorkspaceContext, user: User, id: string): Conversation {
  const conversation = ctx.state.conversations.get(id);
  if (!conversation?.members.includes(user.id)) throw new PageError('channel_not_found');
  return conversation;
}

/** A message the person wrote. */
export function getOwnMessage(ctx: WorkspaceContext, user: User, channel: string, ts: string): Message {
  getOwnConversation(ctx, user, channel);
  const message = ctx.state.findMessage(channel, ts);
  if (!message || message.subtype === 'tombstone') throw new PageError('message_not_found');
  if (message.user !== user.id) throw new PageError('not_allowed');
  return message;
}

/** A view that is open, or published as the person's App Home. */
export function getOwnView(ctx: WorkspaceContext, user: User, viewId: string): StoredView {
  const home = ctx.state.homes.get(user.id);
  const view = home?.id === viewId ? home : ctx.views.find(viewId);
  if (!view || view.user !== user.id) throw new PageError('view_not_found');
  return view;
}

/** Who and what a person may name in a text. */
export function nameable({ state, options }: WorkspaceContext): Nameable {
  return {
    users: state.users.values(),
    channels: state.conversations.values(),
    groups: options.seed.userGroups ?? [],
  };
}

/** Throws `app_not_installed`: what would go to the app goes nowhere. */
export function requireInstalled(ctx: WorkspaceContext): void {
  if (ctx.state.installation === 'installed') return;
  throw new PageError('app_not_installed', textsFor(ctx.options.language).appNotInstalled);
}
