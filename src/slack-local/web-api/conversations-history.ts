import type { WorkspaceContext } from '../context.ts';
import { slackMessage } from '../objects/slack-message.ts';
import type { Conversation, Json, Message } from '../state/model.ts';
import { tsMicros } from '../state/timestamps.ts';
import { SlackApiError } from './api-error.ts';
import type { Args } from './arguments.ts';
import { getConversation, threadHead } from './lookups.ts';
import { type ApiMethod, requireScope } from './method.ts';
import { decodeCursor, encodeCursor } from './pages.ts';

/** Newest first, without replies in threads. The cursor holds the `ts` to go on before: new posts don't shift it. */
export const conversationsHistory: ApiMethod = {
  run({ ctx, args }) {
    const conversation = readable(ctx, args.required('channel'));
    const within = inRange(args);
    const before = cursorMicros(args, 'next_ts');
    const found = ctx.state
      .messagesOf(conversation.id)
      .filter((message) => message.threadTs === undefined && within(message))
      .filter((message) => before === undefined || micros(message) < before)
      .toReversed();
    return answer(ctx, args, found, 100, 'next_ts');
  },
};

/** The thread that `ts` belongs to, its head first, then the replies from the oldest. */
export const conversationsReplies: ApiMethod = {
  run({ ctx, args }) {
    const conversation = readable(ctx, args.required('channel'));
    const head = threadHead(ctx, conversation.id, args.required('ts'));
    if (head === undefined) throw new SlackApiError('thread_not_found');
    const within = inRange(args);
    const after = cursorMicros(args, 'after_ts');
    const found = ctx.state
      .messagesOf(conversation.id)
      .filter((message) => message.ts === head || (message.threadTs === head && within(message)))
      .filter((message) => after === undefined || micros(message) > after);
    return answer(ctx, args, found, 1000, 'after_ts');
  },
};

function readable(ctx: WorkspaceContext, id: string): Conversation {
  const conversation = getConversation(ctx, id);
  requireScope(ctx, conversation.kind === 'im' ? 'im:history' : 'channels:history');
  if (!conversation.members.includes(ctx.app.botUserId)) throw new SlackApiError('not_in_channel');
  return conversation;
}

/** `oldest` and `latest` are left out of the range unless `inclusive`; both stand alone or together. */
function inRange(args: Args): (message: Message) => boolean {
  const oldest = bound(args, 'oldest', 'invalid_ts_oldest');
  const latest = bound(args, 'latest', 'invalid_ts_latest');
  const inclusive = args.flag('inclusive');
  return (message) => {
    const at = micros(message);
    if (oldest !== undefined && (inclusive ? at < oldest : at <= oldest)) return false;
    return latest === undefined || (inclusive ? at <= latest : at < latest);
  };
}

/** `oldest=0`, Slack's default, means from the beginning. */
function bound(args: Args, name: string, refusal: string): number | undefined {
  const value = args.text(name);
  if (value === undefined || value === '') return undefined;
  const parsed = tsMicros(value);
  if (parsed === undefined) throw new SlackApiError(refusal);
  return parsed;
}

function answer(
  ctx: WorkspaceContext,
  args: Args,
  found: readonly Message[],
  defaultLimit: number,
  cursorKind: string,
): Json {
  const limit = args.integer('limit', 1, 1000, defaultLimit);
  const withMetadata = args.flag('include_all_metadata');
  const messages = found.slice(0, limit);
  const last = messages.at(-1);
  const more = found.length > limit && last !== undefined;
  return {
    messages: messages.map((message) => slackMessage(ctx, message, withMetadata)),
    has_more: more,
    pin_count: 0,
    ...(more ? { response_metadata: { next_cursor: encodeCursor(cursorKind, last.ts) } } : {}),
  };
}

function cursorMicros(args: Args, kind: string): number | undefined {
  const cursor = args.text('cursor');
  if (!cursor) return undefined;
  const at = tsMicros(decodeCursor(cursor, kind));
  if (at === undefined) throw new SlackApiError('invalid_cursor');
  return at;
}

function micros(message: Message): number {
  return tsMicros(message.ts) ?? 0;
}
