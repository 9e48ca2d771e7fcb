import { isObject } from '../blocks/checks.ts';
import type { WorkspaceContext } from '../context.ts';
import { type Draft, postEphemeral, postMessage } from '../messaging.ts';
import { handleOf } from '../objects/slack-user.ts';
import type { Conversation, Message, User } from '../state/model.ts';
import { SlackApiError } from '../web-api/api-error.ts';
import { MAX_TEXT, readBlocks } from '../web-api/message-content.ts';
import { failureCode } from './app-requests.ts';
import { channelName, responseUrl } from './payloads.ts';

export type CommandOutcome = { readonly shown?: Message } | { readonly failed: string };

/** Sends a slash command to the app and shows what the acknowledgement carries, if anything. */
export async function sendCommand(
  ctx: WorkspaceContext,
  origin: string,
  user: User,
  conversation: Conversation,
  command: string,
  text: string,
): Promise<CommandOutcome> {
  const { team } = ctx.options.seed;
  const target = { user: user.id, channel: conversation.id };
  const delivery = await ctx.requests.postForm({
    token: ctx.requests.verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: conversation.id,
    channel_name: channelName(conversation),
    user_id: user.id,
    user_name: handleOf(user),
    command,
    text,
    api_app_id: ctx.app.id,
    is_enterprise_install: 'false',
    response_url: responseUrl(origin, ctx.responseUrls.issue(target)),
    trigger_id: ctx.triggers.issue(user.id),
  });
  if (!delivery.ok) return { failed: failureCode(delivery) };
  const answer = readAnswer(ctx, delivery.body, delivery.contentType);
  if (answer === 'nothing') return {};
  if (answer === 'invalid') return { failed: 'invalid_command_response' };
  const draft: Draft = {
    channel: conversation.id,
    user: ctx.app.botUserId,
    botId: ctx.app.botId,
    ...answer.content,
  };
  return { shown: answer.inChannel ? postMessage(ctx, draft) : postEphemeral(ctx, user.id, draft) };
}

type Answer = { inChannel: boolean; content: Pick<Message, 'text' | 'blocks'> };

/** JSON with text or blocks, or plain text; ephemeral unless `response_type` is `in_channel`. */
function readAnswer(
  ctx: WorkspaceContext,
  body: string,
  contentType: string,
): Answer | 'nothing' | 'invalid' {
  if (body.trim() === '') return 'nothing';
  if (!contentType.includes('json')) {
    return body.length > MAX_TEXT ? 'invalid' : { inChannel: false, content: { text: body } };
  }
  try {
    const value: unknown = JSON.parse(body);
    if (!isObject(value)) return 'invalid';
    const blocks = readBlocks(ctx, value.blocks);
    const text = typeof value.text === 'string' ? value.text : '';
    if (text === '' && !blocks?.length) return 'nothing';
    if (text.length > MAX_TEXT) return 'invalid';
    return {
      inChannel: value.response_type === 'in_channel',
      content: { text, ...(blocks?.length ? { blocks } : {}) },
    };
  } catch (error) {
    if (error instanceof SlackApiError || error instanceof SyntaxError) return 'invalid';
    throw error;
  }
}
