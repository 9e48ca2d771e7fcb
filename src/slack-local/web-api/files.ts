import { randomBytes } from 'node:crypto';
import { isObject } from '../blocks/checks.ts';
import { mimetypeOf } from '../http/mimetypes.ts';
import { postMessage } from '../messaging.ts';
import { slackFile } from '../objects/slack-file.ts';
import type { FileRecord } from '../state/model.ts';
import { argumentError, SlackApiError } from './api-error.ts';
import { getPostable, threadHead } from './lookups.ts';
import { readBlocks } from './message-content.ts';
import type { ApiMethod } from './method.ts';

/** Slack allows 1 GB; a workspace on one machine for trying things out allows 20 MB. */
export const MAX_FILE_BYTES = 20_000_000;

/** Slack's limit of `alt_txt`. */
const MAX_ALT_TEXT = 1000;

export function newFileId(): string {
  return `F${randomBytes(6).toString('hex').toUpperCase().slice(0, 10)}`;
}

/** A file the app uploaded, or that a person gave it. Files of others that it was never shown are not found. */
export const filesInfo: ApiMethod = {
  scope: 'files:read',
  run({ ctx, args }) {
    const file = ctx.state.files.get(args.required('file'));
    if (file?.status !== 'complete') throw new SlackApiError('file_not_found');
    return { file: slackFile(ctx, file), comments: [], response_metadata: { next_cursor: '' } };
  },
};

/** First of Slack's three steps: an address to send the contents to. */
export const filesGetUploadUrlExternal: ApiMethod = {
  scope: 'files:write',
  run({ ctx, args, origin }) {
    const name = args.required('filename');
    const size = args.integer('length', 1, Number.MAX_SAFE_INTEGER, 0);
    if (size === 0) throw argumentError('length', 'missing required field: length');
    if (size > MAX_FILE_BYTES) throw new SlackApiError('file_upload_size_restricted');
    const altText = args.text('alt_txt');
    if (altText !== undefined && altText.length > MAX_ALT_TEXT) throw argumentError('alt_txt', 'too long');
    const id = newFileId();
    ctx.state.files.set(id, {
      id,
      name,
      title: name,
      ...(altText ? { altText } : {}),
      mimetype: mimetypeOf(name),
      size,
      user: ctx.app.botUserId,
      created: Math.floor(ctx.options.clock.now().getTime() / 1000),
      status: 'awaiting',
      channels: [],
    });
    ctx.state.changed();
    return { upload_url: `${origin}/workspace/upload/${id}`, file_id: id };
  },
};

/**
 * Last step: the uploaded files become visible, in a conversation if one is given. Without one they stay the
 * app's own, to be named by a `slack_file` of a block.
 */
export const filesCompleteUploadExternal: ApiMethod = {
  scope: 'files:write',
  run({ ctx, args }) {
    const entries = args.nested('files', 'invalid_arguments');
    if (!Array.isArray(entries) || entries.length === 0)
      throw argumentError('files', 'must provide an array');
    const files = entries.map((entry: unknown): FileRecord => {
      const file = isObject(entry) ? ctx.state.files.get(String(entry.id)) : undefined;
      if (file?.status !== 'uploaded') throw new SlackApiError('file_not_found');
      return isObject(entry) && typeof entry.title === 'string'
        ? { ...file, title: entry.title }
        : { ...file };
    });
    const blocks = readBlocks(ctx, args.nested('blocks', 'invalid_blocks_format'));
    const comment = args.text('initial_comment') ?? '';
    if (blocks && comment !== '') throw argumentError('blocks', 'not allowed beside initial_comment');
    const channelId = args.text('channel_id') ?? args.text('channels');
    const channel = channelId ? getPostable(ctx, channelId).id : undefined;
    const thread = args.text('thread_ts');
    const head = thread && channel ? threadHead(ctx, channel, thread) : undefined;
    if (thread && head === undefined) throw new SlackApiError('thread_not_found');
    for (const file of files) {
      ctx.state.files.set(file.id, { ...file, status: 'complete', channels: channel ? [channel] : [] });
    }
    ctx.state.changed();
    if (channel) {
      postMessage(ctx, {
        channel,
        user: ctx.app.botUserId,
        botId: ctx.app.botId,
        text: comment,
        ...(blocks?.length ? { blocks } : {}),
        files: files.map((file) => file.id),
        ...(head === undefined ? {} : { threadTs: head }),
      });
    }
    return { files: files.map((file) => slackFile(ctx, ctx.state.files.get(file.id) ?? file)) };
  },
};
