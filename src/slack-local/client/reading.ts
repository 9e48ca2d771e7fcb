import type { WorkspaceContext } from '../context.ts';
import type { PageBootstrap, PageHistory, PageUser } from '../page-api.ts';
import { getOwnConversation, getPerson } from './lookups.ts';
import { PageError } from './page-error.ts';
import { presentChannel, presentMessage, presentUser, presentView } from './present.ts';

/** The newest messages that a conversation opens with. */
const HISTORY_LIMIT = 500;

/** The people one can speak as. */
export function people(ctx: WorkspaceContext): readonly PageUser[] {
  return [...ctx.state.users.values()].filter((user) => !user.isBot && !user.deleted).map(presentUser);
}

export function bootstrap(ctx: WorkspaceContext, userId: string): PageBootstrap {
  const me = getPerson(ctx, userId);
  const { seed, language, calendar } = ctx.options;
  const home = ctx.state.homes.get(me.id);
  return {
    team: { id: seed.team.id, name: seed.team.name },
    language,
    today: calendar.today(),
    dayIsSimulated: calendar.simulated,
    me: presentUser(me),
    users: [...ctx.state.users.values()].map(presentUser),
    channels: [...ctx.state.conversations.values()]
      .filter((conversation) => conversation.members.includes(me.id) && !conversation.isArchived)
      .map(presentChannel),
    commands: ctx.app.commands,
    userGroups: (seed.userGroups ?? [])
      .filter((group) => !group.isDisabled)
      .map(({ id, handle, name }) => ({ id, handle, name })),
    botUserId: ctx.app.botUserId,
    installed: ctx.state.installation === 'installed',
    ...(home ? { homeView: presentView(ctx, home) } : {}),
  };
}

/** The conversation without its replies, or one thread with its head; oldest first. */
export function history(
  ctx: WorkspaceContext,
  userId: string,
  channel: string,
  threadTs: string | undefined,
): PageHistory {
  const conversation = getOwnConversation(ctx, getPerson(ctx, userId), channel);
  if (threadTs !== undefined && !ctx.state.findMessage(conversation.id, threadTs)) {
    throw new PageError('thread_not_found');
  }
  const messages = ctx.state
    .messagesOf(conversation.id)
    .filter((message) =>
      threadTs === undefined
        ? message.threadTs === undefined
        : message.ts === threadTs || message.threadTs === threadTs,
    )
    .slice(-HISTORY_LIMIT);
  return { messages: messages.map((message) => presentMessage(ctx, message)) };
}
