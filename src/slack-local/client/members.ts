import type { WorkspaceContext } from '../context.ts';
import { joinChannel, leaveChannel } from '../membership.ts';
import type { PageAnswer } from '../page-api.ts';
import type { Conversation, User } from '../state/model.ts';
import { textsFor } from '../texts.ts';
import type { CallBodies } from './call-bodies.ts';
import { escapeText } from './escape-text.ts';
import { getOwnConversation, getPerson, nameable } from './lookups.ts';
import { PageError } from './page-error.ts';

/** Invites somebody into a channel, the app too, or removes them. Whoever is in a channel may do both. */
export function member(ctx: WorkspaceContext, body: CallBodies['member']): PageAnswer {
  const user = getPerson(ctx, body.user);
  const channel = getOwnConversation(ctx, user, body.channel);
  return change(ctx, user, channel, body.member, body.joins);
}

/** Slack's own commands `/invite @name` and `/remove @name`; undefined for any other line. */
export function changeMembers(
  ctx: WorkspaceContext,
  user: User,
  channel: Conversation,
  line: string,
): PageAnswer | undefined {
  const [, command = '', typed = ''] = /^(\/(?:invite|remove|kick))(?:\s+(.*))?$/s.exec(line) ?? [];
  if (command === '') return undefined;
  const [, id] = /^<@(\w+)>$/.exec(escapeText(typed.trim(), nameable(ctx))) ?? [];
  if (id === undefined) {
    throw new PageError('user_not_found', textsFor(ctx.options.language).whomToInvite(command));
  }
  return change(ctx, user, channel, id, command === '/invite');
}

function change(
  ctx: WorkspaceContext,
  user: User,
  channel: Conversation,
  id: string,
  joins: boolean,
): PageAnswer {
  const found = ctx.state.users.get(id);
  if (!found || found.deleted) throw new PageError('user_not_found');
  if (channel.kind !== 'channel') throw new PageError('method_not_supported_for_channel_type');
  if (channel.isArchived) throw new PageError('is_archived');
  if (channel.members.includes(id) === joins) {
    throw new PageError(joins ? 'already_in_channel' : 'not_in_channel');
  }
  if (joins) joinChannel(ctx, channel, found, user);
  else leaveChannel(ctx, channel, found, user);
  return { ok: true };
}
