import { presentChannel } from './client/present.ts';
import type { WorkspaceContext } from './context.ts';
import { postMessage } from './messaging.ts';
import type { Conversation, User } from './state/model.ts';
import { textsFor } from './texts.ts';

/** Who is in a channel: changed at the page, told to the app while it is in the channel itself. */

/** Nothing if they are in it already. */
export function joinChannel(ctx: WorkspaceContext, channel: Conversation, member: User, inviter: User): void {
  if (channel.members.includes(member.id)) return;
  channel.members.push(member.id);
  channel.joined = [...without(channel.joined, member.id), member.id];
  channel.left = without(channel.left, member.id);
  ctx.state.changed();
  show(ctx, channel, []);
  postMessage(ctx, {
    channel: channel.id,
    user: member.id,
    text: textsFor(ctx.options.language).joined(member.id),
    subtype: 'channel_join',
  });
  if (!channel.members.includes(ctx.app.botUserId)) return;
  ctx.events.send('member_joined_channel', {
    type: 'member_joined_channel',
    user: member.id,
    channel: channel.id,
    channel_type: 'C',
    team: ctx.options.seed.team.id,
    inviter: inviter.id,
    event_ts: ctx.state.timestamps.next(),
  });
}

/** Nothing if they are not in it. */
export function leaveChannel(
  ctx: WorkspaceContext,
  channel: Conversation,
  member: User,
  remover: User,
): void {
  if (!channel.members.includes(member.id)) return;
  channel.members = without(channel.members, member.id);
  channel.joined = without(channel.joined, member.id);
  channel.left = [...without(channel.left, member.id), member.id];
  ctx.state.changed();
  show(ctx, channel, [member.id]);
  postMessage(ctx, {
    channel: channel.id,
    user: member.id,
    text: textsFor(ctx.options.language).left(member.id),
    subtype: 'channel_leave',
  });
  const event_ts = ctx.state.timestamps.next();
  if (member.id === ctx.app.botUserId) {
    ctx.events.send('channel_left', {
      type: 'channel_left',
      channel: channel.id,
      actor_id: remover.id,
      event_ts,
    });
  } else if (channel.members.includes(ctx.app.botUserId)) {
    ctx.events.send('member_left_channel', {
      type: 'member_left_channel',
      user: member.id,
      channel: channel.id,
      channel_type: 'C',
      team: ctx.options.seed.team.id,
      event_ts,
    });
  }
}

function show(ctx: WorkspaceContext, channel: Conversation, gone: readonly string[]): void {
  for (const user of [...channel.members, ...gone]) {
    if (user !== ctx.app.botUserId) {
      ctx.hub.push(user, { type: 'channel_changed', channel: presentChannel(channel) });
    }
  }
}

const without = (ids: readonly string[], id: string) => ids.filter((other) => other !== id);
