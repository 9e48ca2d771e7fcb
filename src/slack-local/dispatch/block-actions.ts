import { findElement } from '../blocks/ids.ts';
import { type StateValues, stateValues, valueKey, wholeOptions } from '../blocks/state-values.ts';
import type { WorkspaceContext } from '../context.ts';
import { slackAttachment, slackMessage } from '../objects/slack-message.ts';
import { slackView } from '../objects/slack-view.ts';
import type { Block, Json, Message, StoredView, Unfurl, User } from '../state/model.ts';
import { failureCode } from './app-requests.ts';
import { channelName, payloadBase, responseUrl } from './payloads.ts';

export type ActionContainer =
  | { readonly type: 'message'; readonly message: Message; readonly ephemeral: boolean }
  /** A card under a person's message that the app gave for a link. */
  | { readonly type: 'unfurl'; readonly message: Message; readonly unfurl: Unfurl }
  | { readonly type: 'view'; readonly view: StoredView };

/** Undefined when the app acknowledged; otherwise the error the person is shown. */
export type Failure = { readonly failed: string } | undefined;

/**
 * Sends a press or a choice to the app. What the element is and carries is read from the blocks as the app gave
 * them, and only the choice is taken from the page; `action_not_found` if there is no such element.
 */
export async function sendBlockAction(
  ctx: WorkspaceContext,
  origin: string,
  user: User,
  container: ActionContainer,
  given: Json & { action_id: string; block_id: string },
  values: StateValues,
): Promise<Failure> {
  const blocks = blocksOf(container);
  const element = findElement(blocks, given.block_id, given.action_id);
  if (!element) return { failed: 'action_not_found' };
  const payload = {
    type: 'block_actions',
    ...payloadBase(ctx, user),
    ...payloadOf(ctx, origin, user, container, blocks, values),
    actions: [actionOf(element, given, ctx.options.clock.now())],
  };
  const delivery = await ctx.requests.postForm({ payload: JSON.stringify(payload) });
  return delivery.ok ? undefined : { failed: failureCode(delivery) };
}

function blocksOf(container: ActionContainer): readonly Block[] {
  if (container.type === 'view') return container.view.definition.blocks;
  if (container.type === 'unfurl') return container.unfurl.content.blocks ?? [];
  return container.message.blocks ?? [];
}

function payloadOf(
  ctx: WorkspaceContext,
  origin: string,
  user: User,
  container: ActionContainer,
  blocks: readonly Block[],
  values: StateValues,
): Json {
  if (container.type === 'view') return fromView(ctx, user, container.view, values);
  return container.type === 'unfurl'
    ? fromUnfurl(ctx, origin, user, container, blocks, values)
    : fromMessage(ctx, origin, user, container, blocks, values);
}

/** Slack sends the card along, and not the message of the person whose link it stands under. */
function fromUnfurl(
  ctx: WorkspaceContext,
  origin: string,
  user: User,
  { message, unfurl }: Extract<ActionContainer, { type: 'unfurl' }>,
  blocks: readonly Block[],
  values: StateValues,
): Json {
  const conversation = ctx.state.conversations.get(message.channel);
  const target = { user: user.id, channel: message.channel };
  return {
    container: {
      type: 'message_attachment',
      message_ts: message.ts,
      attachment_id: unfurl.id,
      channel_id: message.channel,
      is_ephemeral: false,
      is_app_unfurl: true,
      app_unfurl_url: unfurl.url,
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    },
    trigger_id: ctx.triggers.issue(user.id),
    channel: { id: message.channel, name: conversation ? channelName(conversation) : '' },
    app_unfurl: slackAttachment(ctx, unfurl),
    state: { values: stateValues(blocks, values) },
    response_url: responseUrl(origin, ctx.responseUrls.issue(target)),
  };
}

function fromMessage(
  ctx: WorkspaceContext,
  origin: string,
  user: User,
  { message, ephemeral }: Extract<ActionContainer, { type: 'message' }>,
  blocks: readonly Block[],
  values: StateValues,
): Json {
  const conversation = ctx.state.conversations.get(message.channel);
  const original = { ts: message.ts, ephemeral };
  const target = { user: user.id, channel: message.channel, original };
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: ephemeral,
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    },
    trigger_id: ctx.triggers.issue(user.id),
    channel: { id: message.channel, name: conversation ? channelName(conversation) : '' },
    // Slack does not send along the message of an ephemeral one: it has not kept it.
    ...(ephemeral ? {} : { message: slackMessage(ctx, message) }),
    state: { values: stateValues(blocks, values) },
    response_url: responseUrl(origin, ctx.responseUrls.issue(target)),
  };
}

function fromView(ctx: WorkspaceContext, user: User, view: StoredView, values: StateValues): Json {
  const isModal = view.definition.type === 'modal';
  return {
    container: { type: 'view', view_id: view.id },
    trigger_id: ctx.triggers.issue(user.id, isModal ? view.id : undefined),
    view: slackView(ctx, view, stateValues(view.definition.blocks, values)),
  };
}

function actionOf(element: Json, given: Json & { action_id: string; block_id: string }, now: Date): Json {
  const type = String(element.type);
  const action: Json = {
    type,
    action_id: given.action_id,
    block_id: given.block_id,
    action_ts: (now.getTime() / 1000).toFixed(6),
  };
  for (const name of ['text', 'value', 'style', 'url', 'placeholder', 'confirm'] as const) {
    if (element[name] !== undefined) action[name] = element[name];
  }
  const key = type === 'overflow' ? 'selected_option' : valueKey(type);
  if (key !== undefined) action[key] = wholeOptions(element, given[key] ?? null);
  return action;
}
