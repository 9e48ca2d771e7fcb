import { isObject } from '../blocks/checks.ts';
import { withIds } from '../blocks/ids.ts';
import { blockTextLength, MAX_BLOCK_TEXT, validateBlocks } from '../blocks/validate.ts';
import type { WorkspaceContext } from '../context.ts';
import type { Block, Json, Metadata } from '../state/model.ts';
import { problemsError, SlackApiError } from './api-error.ts';
import type { Args } from './arguments.ts';
import { slackFileProblems } from './slack-files.ts';

/** Slack cuts text above this, with a warning; here it is refused, so that no text is lost unnoticed. */
export const MAX_TEXT = 40_000;

/** Slack: "metadata is too large" from 16 KB on. */
const MAX_METADATA = 16_000;

export type MessageContent = {
  text: string | undefined;
  blocks: Block[] | undefined;
  metadata: Metadata | undefined;
};

/**
 * Reads `text`, `blocks` and `metadata` of a message. Throws `invalid_blocks_format`, `invalid_blocks`,
 * `msg_blocks_too_long`, `msg_too_long`, `invalid_metadata_format`, `metadata_too_large`; attachments, which
 * this workspace does not render, are `invalid_attachments`.
 */
export function readContent(ctx: WorkspaceContext, args: Args): MessageContent {
  const attachments = args.nested('attachments', 'invalid_attachments');
  if (Array.isArray(attachments) ? attachments.length > 0 : attachments !== undefined) {
    throw new SlackApiError('invalid_attachments');
  }
  const text = args.text('text');
  if (text !== undefined && text.length > MAX_TEXT) throw new SlackApiError('msg_too_long');
  return {
    text,
    blocks: readBlocks(ctx, args.nested('blocks', 'invalid_blocks_format')),
    metadata: readMetadata(args),
  };
}

/** Undefined when there are none; an empty array is kept, `chat.update` uses it to remove blocks. */
export function readBlocks(ctx: WorkspaceContext, value: unknown): Block[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw new SlackApiError('invalid_blocks_format');
  const problems = [...validateBlocks(value, 'message'), ...slackFileProblems(ctx, value, '/blocks')];
  if (problems.length > 0) throw problemsError('invalid_blocks', problems);
  if (blockTextLength(value) > MAX_BLOCK_TEXT) throw new SlackApiError('msg_blocks_too_long');
  return withIds(value as Json[]);
}

function readMetadata(args: Args): Metadata | undefined {
  const value = args.nested('metadata', 'invalid_metadata_format');
  if (value === undefined) return undefined;
  if (!isObject(value) || typeof value.event_type !== 'string' || value.event_type === '') {
    throw new SlackApiError('invalid_metadata_format');
  }
  const { event_type, event_payload } = value;
  if (!isObject(event_payload)) throw new SlackApiError('invalid_metadata_format');
  if (JSON.stringify(value).length > MAX_METADATA) throw new SlackApiError('metadata_too_large');
  return { event_type, event_payload };
}
