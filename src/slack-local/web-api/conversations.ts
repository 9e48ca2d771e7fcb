import type { WorkspaceContext } from '../context.ts';
import { slackConversation } from '../objects/slack-conversation.ts';
import type { Conversation } from '../state/model.ts';
import { imId } from '../state/seed.ts';
import { argumentError, SlackApiError } from './api-error.ts';
import { getConversation } from './lookups.ts';
import { type ApiMethod, requireScope } from './method.ts';
import { page } from './pages.ts';

/** Direct messages with one person; they exist from the start, so opening them is always a `no_op`. */
export const conversationsOpen: ApiMethod = {
  scope: 'im:write',
  run({ ctx, args }) {
    const channel = args.text('channel');
    const users = (args.text('users') ?? '').split(',').filter((id) => id !== '');
    if (!channel && users.length === 0) throw new SlackApiError('users_list_not_supplied');
    if (users.length > 1) throw argumentError('users', 'group direct messages are not supported here');
    const [user] = users;
    if (user !== undefined && ctx.state.users.get(user)?.isBot !== false) {
      throw new SlackApiError(user === ctx.app.botUserId ? 'cannot_dm_bot' : 'user_not_found');
    }
    if (user !== undefined && ctx.state.users.get(user)?.deleted) throw new SlackApiError('user_disabled');
    const conversation = getConversation(ctx, user === undefined ? String(channel) : imId(user));
    if (conversation.kind !== 'im') throw new SlackApiError('method_not_supported_for_channel_type');
    const shown = args.flag('return_im') ? slackConversation(ctx, conversation) : { id: conversation.id };
    return { no_op: true, already_open: true, channel: shown };
  },
};

export const conversationsList: ApiMethod = {
  run({ ctx, args }) {
    const types = (args.text('types') ?? 'public_channel').split(',').map((type) => type.trim());
    const known = ['public_channel', 'private_channel', 'mpim', 'im'];
    if (types.some((type) => !known.includes(type))) throw new SlackApiError('invalid_types');
    if (types.includes('public_channel')) requireScope(ctx, 'channels:read');
    if (types.includes('private_channel')) requireScope(ctx, 'groups:read');
    if (types.includes('mpim')) requireScope(ctx, 'mpim:read');
    if (types.includes('im')) requireScope(ctx, 'im:read');
    const withoutArchived = args.flag('exclude_archived');
    const matching = [...ctx.state.conversations.values()].filter(
      (conversation) =>
        types.includes(conversation.kind === 'im' ? 'im' : 'public_channel') &&
        !(withoutArchived && conversation.isArchived),
    );
    const { items, next_cursor } = page(args, matching, 100, 1000);
    return {
      channels: items.map((conversation) => slackConversation(ctx, conversation)),
      response_metadata: { next_cursor },
    };
  },
};

export const conversationsInfo: ApiMethod = {
  run({ ctx, args }) {
    const conversation = readable(ctx, args.required('channel'));
    return { channel: slackConversation(ctx, conversation) };
  },
};

export const conversationsMembers: ApiMethod = {
  run({ ctx, args }) {
    const conversation = readable(ctx, args.required('channel'));
    const { items, next_cursor } = page(args, conversation.members, 100, 1000);
    return { members: items, response_metadata: { next_cursor } };
  },
};

function readable(ctx: WorkspaceContext, id: string): Conversation {
  const conversation = getConversation(ctx, id);
  requireScope(ctx, conversation.kind === 'im' ? 'im:read' : 'channels:read');
  return conversation;
}
