import { createHash } from 'node:crypto';
import type { WorkspaceContext } from '../context.ts';
import type { Json, Message, Unfurl } from '../state/model.ts';
import { slackFile } from './slack-file.ts';

/** Slack's own bot: what is left of a deleted message is its. */
const SLACKBOT = 'USLACKBOT';

/** A message as Slack's API and events show it. */
export function slackMessage(ctx: WorkspaceContext, message: Message, withMetadata = true): Json {
  const replies = message.threadTs === undefined ? ctx.state.repliesTo(message.channel, message.ts) : [];
  const files = (message.files ?? []).flatMap((id) => ctx.state.files.get(id) ?? []);
  const isTombstone = message.subtype === 'tombstone';
  return {
    type: 'message',
    user: isTombstone ? SLACKBOT : message.user,
    text: message.text,
    ts: message.ts,
    ...teamFields(ctx, message),
    ...(message.subtype ? { subtype: message.subtype } : {}),
    ...(isTombstone ? { hidden: true } : {}),
    ...(message.botId ? botFields(ctx, message.botId) : {}),
    ...(message.botId || message.subtype ? {} : { client_msg_id: clientMessageId(message) }),
    ...(message.blocks ? { blocks: message.blocks } : {}),
    ...(message.unfurls?.length
      ? { attachments: message.unfurls.map((one) => slackAttachment(ctx, one)) }
      : {}),
    ...(message.metadata && withMetadata ? { metadata: message.metadata } : {}),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(files.length > 0 ? { files: files.map((file) => slackFile(ctx, file)), upload: false } : {}),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.threadTs === undefined
      ? {}
      : { parent_user_id: ctx.state.findMessage(message.channel, message.threadTs)?.user }),
    ...threadFields(message, replies),
  };
}

/** A person of another workspace brings its id along. */
function teamFields(ctx: WorkspaceContext, message: Message): Json {
  const home = ctx.options.seed.team.id;
  const team = ctx.state.users.get(message.user)?.teamId ?? home;
  return team === home ? { team } : { team, user_team: team, source_team: team };
}

/** The id that Slack's client gives to what a person writes; the same for an edited message. */
function clientMessageId({ channel, ts }: Message): string {
  const hash = createHash('sha256').update(`${channel} ${ts}`).digest('hex');
  const [, ...parts] = /^(.{8})(.{4})(.{4})(.{4})(.{12})/.exec(hash) ?? [];
  return parts.join('-');
}

function botFields(ctx: WorkspaceContext, botId: string): Json {
  const { id, name } = ctx.app;
  const profile = { id: botId, app_id: id, name, team_id: ctx.options.seed.team.id, deleted: false };
  return { bot_id: botId, app_id: id, bot_profile: profile };
}

/** A card under a message, as an attachment of it. */
export function slackAttachment(ctx: WorkspaceContext, { url, id, content }: Unfurl): Json {
  return {
    id,
    from_url: url,
    app_unfurl_url: url,
    is_app_unfurl: true,
    app_id: ctx.app.id,
    bot_id: ctx.app.botId,
    bot_team_id: ctx.options.seed.team.id,
    fallback: '[no preview available]',
    ...content,
  };
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
