import type { WorkspaceContext } from './context.ts';
import type { Conversation, FileRecord, Json, Message, StoredView, User } from './state/model.ts';

/** Objects as Slack's API shows them. */

export function slackMessage(ctx: WorkspaceContext, message: Message, withMetadata = true): Json {
  const replies = message.threadTs === undefined ? ctx.state.repliesTo(message.channel, message.ts) : [];
  const files = (message.files ?? []).flatMap((id) => ctx.state.files.get(id) ?? []);
  return {
    type: 'message',
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: ctx.options.seed.team.id,
    ...(message.subtype ? { subtype: message.subtype, hidden: true } : {}),
    ...(message.botId ? botFields(ctx, message.botId) : {}),
    ...(message.blocks ? { blocks: message.blocks } : {}),
    ...(message.metadata && withMetadata ? { metadata: message.metadata } : {}),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(files.length > 0 ? { files: files.map((file) => slackFile(ctx, file)) } : {}),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.threadTs === undefined
      ? {}
      : { parent_user_id: ctx.state.findMessage(message.channel, message.threadTs)?.user }),
    ...threadFields(message, replies),
  };
}

function botFields(ctx: WorkspaceContext, botId: string): Json {
  const { id, name } = ctx.app;
  const profile = { id: botId, app_id: id, name, team_id: ctx.options.seed.team.id, deleted: false };
  return { bot_id: botId, app_id: id, bot_profile: profile };
}

function threadFields(message: Message, replies: readonly Message[]): Json {
  const last = replies.at(-1);
  if (!last) return {};
  const users = [...new Set(replies.map((reply) => reply.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: users,
    reply_users_count: users.length,
    latest_reply: last.ts,
  };
}

/** `withEmail` only for tokens that hold `users:read.email`. */
export function slackUser(ctx: WorkspaceContext, user: User, withEmail: boolean): Json {
  return {
    id: user.id,
    team_id: ctx.options.seed.team.id,
    name: handleOf(user),
    real_name: user.name,
    deleted: user.deleted,
    tz: user.tz,
    is_admin: user.isAdmin,
    is_owner: false,
    is_bot: user.isBot,
    is_app_user: false,
    updated: 0,
    locale: ctx.options.language === 'it' ? 'it-IT' : 'en-US',
    profile: {
      title: user.title,
      real_name: user.name,
      real_name_normalized: user.name,
      display_name: user.name,
      display_name_normalized: user.name,
      team: ctx.options.seed.team.id,
      ...(withEmail && user.email !== '' ? { email: user.email } : {}),
      ...(user.isBot ? { bot_id: ctx.app.botId, api_app_id: ctx.app.id } : {}),
    },
  };
}

/** The old-style user name that payloads still carry: the local part of the address, or the name in small. */
export function handleOf(user: User): string {
  return user.email.split('@')[0] || user.name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '.');
}

export function slackConversation(ctx: WorkspaceContext, conversation: Conversation): Json {
  const { id, created, isArchived } = conversation;
  if (conversation.kind === 'im') {
    const other = conversation.members.find((member) => member !== ctx.app.botUserId);
    return { id, created, is_im: true, is_archived: isArchived, user: other, is_user_deleted: false };
  }
  const topic = { value: conversation.topic, creator: '', last_set: 0 };
  return {
    id,
    name: conversation.name,
    name_normalized: conversation.name,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: false,
    is_private: false,
    is_general: false,
    is_shared: false,
    is_archived: isArchived,
    is_member: conversation.members.includes(ctx.app.botUserId),
    created,
    context_team_id: ctx.options.seed.team.id,
    topic,
    purpose: { value: '', creator: '', last_set: 0 },
    num_members: conversation.members.length,
  };
}

export function slackFile(ctx: WorkspaceContext, file: FileRecord): Json {
  const url = `/workspace/files/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.name.split('.').at(-1) ?? '',
    user: file.user,
    user_team: ctx.options.seed.team.id,
    size: file.size,
    mode: 'hosted',
    url_private: url,
    url_private_download: url,
    channels: file.channels,
  };
}

/** A view as payloads and `views.*` answers carry it; `values` is what the person has entered so far. */
export function slackView(ctx: WorkspaceContext, view: StoredView, values: Json = {}): Json {
  const { definition } = view;
  return {
    title: null,
    submit: null,
    close: null,
    ...definition,
    id: view.id,
    team_id: ctx.options.seed.team.id,
    private_metadata: definition.private_metadata ?? '',
    callback_id: definition.callback_id ?? '',
    external_id: definition.external_id ?? '',
    state: { values },
    hash: view.hash,
    clear_on_close: definition.clear_on_close ?? false,
    notify_on_close: definition.notify_on_close ?? false,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: ctx.app.id,
    app_installed_team_id: ctx.options.seed.team.id,
    bot_id: ctx.app.botId,
  };
}
