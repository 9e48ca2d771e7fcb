import { isObject } from '../blocks/checks.ts';
import type { WorkspaceContext } from '../context.ts';
import { type Exchange, readBody, sendJson } from '../http/exchange.ts';
import {
  changeEphemeral,
  changeMessage,
  type Draft,
  deleteEphemeral,
  deleteMessage,
  postEphemeral,
  postMessage,
} from '../messaging.ts';
import type { Block, Json, Message } from '../state/model.ts';
import type { ResponseTarget } from '../state/response-urls.ts';
import { textsFor } from '../texts.ts';
import { SlackApiError } from '../web-api/api-error.ts';
import { threadHead } from '../web-api/lookups.ts';
import { MAX_TEXT, readBlocks } from '../web-api/message-content.ts';

const MAX_BODY_BYTES = 1_000_000;

/** `POST /workspace/response/<id>`: a later answer to a command or an interaction, without a token. */
export async function answerResponseUrl(
  ctx: WorkspaceContext,
  exchange: Exchange,
  id: string,
): Promise<void> {
  const { request, response } = exchange;
  const body = parse((await readBody(request, MAX_BODY_BYTES)).toString('utf8'));
  const target = ctx.responseUrls.use(id);
  if ('refused' in target) return sendJson(response, 404, { ok: false, error: target.refused });
  try {
    if (!body) throw new SlackApiError('invalid_payload');
    respond(ctx, target, body);
    sendJson(response, 200, { ok: true });
  } catch (error) {
    if (!(error instanceof SlackApiError)) throw error;
    sendJson(response, 400, { ok: false, error: error.code, ...error.details });
  }
}

/** Slack's defaults: a new message, and that ephemeral. */
function respond(ctx: WorkspaceContext, target: ResponseTarget, body: Json): void {
  if (body.delete_original === true) {
    deleteOriginal(ctx, target);
    return;
  }
  const content = readContent(ctx, body);
  if (body.replace_original === true) {
    replaceOriginal(ctx, target, content);
    return;
  }
  const draft = draftOf(ctx, target, content, body.thread_ts);
  if (body.response_type === 'in_channel') postMessage(ctx, draft);
  else postEphemeral(ctx, target.user, draft);
}

function readContent(ctx: WorkspaceContext, body: Json): Content {
  const text = typeof body.text === 'string' ? body.text : '';
  if (text.length > MAX_TEXT) throw new SlackApiError('msg_too_long');
  const blocks = readBlocks(ctx, body.blocks);
  if (text.trim() === '' && !blocks?.length) throw new SlackApiError('no_text');
  return { text, blocks: blocks?.length ? blocks : undefined };
}

type Content = { text: string; blocks: Block[] | undefined };

function draftOf(ctx: WorkspaceContext, target: ResponseTarget, content: Content, thread: unknown): Draft {
  const head = typeof thread === 'string' ? threadHead(ctx, target.channel, thread) : undefined;
  return {
    channel: target.channel,
    user: ctx.app.botUserId,
    botId: ctx.app.botId,
    text: content.text,
    ...(content.blocks ? { blocks: content.blocks } : {}),
    ...(head === undefined ? {} : { threadTs: head }),
  };
}

function replaceOriginal(ctx: WorkspaceContext, target: ResponseTarget, content: Content): void {
  const { message, ephemeral } = originalOf(ctx, target);
  if (ephemeral) changeEphemeral(ctx, target.user, message, content);
  else changeMessage(ctx, message, content);
}

function deleteOriginal(ctx: WorkspaceContext, target: ResponseTarget): void {
  const { message, ephemeral } = originalOf(ctx, target);
  if (ephemeral) deleteEphemeral(ctx, target.user, message);
  else deleteMessage(ctx, message, textsFor(ctx.options.language).deleted);
}

function originalOf(ctx: WorkspaceContext, target: ResponseTarget): { message: Message; ephemeral: boolean } {
  const { original, channel, user } = target;
  const ephemeral = original?.ephemeral ?? false;
  const message =
    original &&
    (ephemeral
      ? ctx.ephemerals.find(user, channel, original.ts)
      : ctx.state.findMessage(channel, original.ts));
  if (!message) throw new SlackApiError('message_not_found');
  return { message, ephemeral };
}

function parse(body: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
