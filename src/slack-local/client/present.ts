import type { KnownBlock, View } from '@slack/types';
import { isObject } from '../blocks/checks.ts';
import type { WorkspaceContext } from '../context.ts';
import { handleOf } from '../objects/slack-user.ts';
import type { PageChannel, PageFile, PageMessage, PageUnfurl, PageUser, PageView } from '../page-api.ts';
import type { Block, Conversation, FileRecord, Message, StoredView, Unfurl, User } from '../state/model.ts';
import { findSlackFile } from '../web-api/slack-files.ts';

export function presentUser(user: User): PageUser {
  const { id, name, title, email, isBot, isAdmin } = user;
  return { id, name, handle: handleOf(user), title, email, isBot, isAdmin };
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
    return [presentFile(file)];
  });
  return {
    channel: message.channel,
    ts: message.ts,
    ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
    user: message.user,
    text: message.text,
    ...(message.blocks ? { blocks: presentBlocks(ctx, message.blocks) } : {}),
    ...(message.unfurls?.length
      ? { unfurls: message.unfurls.map((unfurl) => presentUnfurl(ctx, unfurl)) }
      : {}),
    ...(message.subtype === 'channel_join' || message.subtype === 'channel_leave' ? { system: true } : {}),
    edited: message.edited !== undefined,
    ephemeral,
    replyCount: ephemeral ? 0 : ctx.state.repliesTo(message.channel, message.ts).length,
    ...(files.length > 0 ? { files } : {}),
  };
}

export function presentView(ctx: WorkspaceContext, view: StoredView): PageView {
  const definition = { ...view.definition, blocks: presentBlocks(ctx, view.definition.blocks) };
  return { ...(definition as unknown as View), id: view.id, hash: view.hash };
}

export function presentFile({ id, name, mimetype, altText }: FileRecord): PageFile {
  return { id, name, url: fileUrl(id, name), mimetype, ...(altText === undefined ? {} : { altText }) };
}

function presentUnfurl(ctx: WorkspaceContext, { url, id, content }: Unfurl): PageUnfurl {
  const text = [content.title, content.text, content.fallback].find((one) => typeof one === 'string');
  return {
    url,
    id,
    ...(content.blocks ? { blocks: presentBlocks(ctx, content.blocks) } : {}),
    ...(typeof text === 'string' ? { text } : {}),
  };
}

/** Blocks as the page draws them: images among the workspace's own files by their address on this server. */
function presentBlocks(ctx: WorkspaceContext, blocks: readonly Block[]): KnownBlock[] {
  return blocks.map((block) => withFileAddresses(ctx, block)) as unknown as KnownBlock[];
}

function withFileAddresses(ctx: WorkspaceContext, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry) => withFileAddresses(ctx, entry));
  if (!isObject(value)) return value;
  const { slack_file: given, ...rest } = value;
  const file = isObject(given) ? findSlackFile(ctx, given) : undefined;
  const entries = Object.entries(rest).map(([name, entry]) => [name, withFileAddresses(ctx, entry)]);
  return {
    ...Object.fromEntries(entries),
    ...(file ? { image_url: fileUrl(file.id, file.name) } : {}),
  };
}

/** Path of a file's contents on this server. */
export function fileUrl(id: string, name: string): string {
  return `/workspace/files/${id}/${encodeURIComponent(name)}`;
}
