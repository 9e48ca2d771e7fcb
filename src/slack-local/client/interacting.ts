import { enteredValueErrors } from '../blocks/entered-values.ts';
import type { WorkspaceContext } from '../context.ts';
import { type ActionContainer, sendBlockAction } from '../dispatch/block-actions.ts';
import { sendClosed, sendSubmission } from '../dispatch/view-submissions.ts';
import { slackView } from '../objects/slack-view.ts';
import type { PageAnswer } from '../page-api.ts';
import type { User } from '../state/model.ts';
import { imId } from '../state/seed.ts';
import { textsFor } from '../texts.ts';
import { clearViews, closeView } from '../view-changes.ts';
import type { CallBodies } from './call-bodies.ts';
import { withFiles } from './entered-files.ts';
import { getOwnConversation, getOwnView, getPerson, requireInstalled } from './lookups.ts';
import { PageError } from './page-error.ts';

/** A press on a button or a choice in a menu. */
export async function action(
  ctx: WorkspaceContext,
  body: CallBodies['action'],
  origin: string,
): Promise<PageAnswer> {
  const user = getPerson(ctx, body.user);
  requireInstalled(ctx);
  const container = containerOf(ctx, user, body.container);
  const values = withFiles(ctx, user, body.values ?? {});
  const failure = await sendBlockAction(ctx, origin, user, container, body.action, values);
  if (failure) throw interactionError(ctx, failure.failed);
  return { ok: true };
}

/** Submits a modal. Errors the app, or Slack's own checks, find in it are an answer, not a refusal. */
export async function submit(ctx: WorkspaceContext, body: CallBodies['submit']): Promise<PageAnswer> {
  const user = getPerson(ctx, body.user);
  const view = getOwnView(ctx, user, body.viewId);
  if (view.definition.type !== 'modal') throw new PageError('view_not_found');
  requireInstalled(ctx);
  const texts = textsFor(ctx.options.language);
  const values = withFiles(ctx, user, body.values);
  const errors = enteredValueErrors(view.definition.blocks, values, texts);
  if (Object.keys(errors).length > 0) return { ok: true, errors };
  const outcome = await sendSubmission(ctx, user, view, values);
  if (!outcome) return { ok: true };
  if ('failed' in outcome) throw interactionError(ctx, outcome.failed);
  return { ok: true, errors: outcome.errors };
}

/** Closes a modal without submitting it, or its whole stack where the view says `clear_on_close`. */
export function close(ctx: WorkspaceContext, body: CallBodies['close']): PageAnswer {
  const user = getPerson(ctx, body.user);
  const view = getOwnView(ctx, user, body.viewId);
  if (view.definition.type !== 'modal') throw new PageError('view_not_found');
  const cleared = view.definition.clear_on_close === true;
  const closed = cleared ? clearViews(ctx, user.id) : closeView(ctx, view);
  for (const one of closed) void sendClosed(ctx, user, one, cleared);
  return { ok: true };
}

/** The person looks at a tab of the app; the app hears of it and may publish a view for its home. */
export function openHome(ctx: WorkspaceContext, body: CallBodies['openHome']): PageAnswer {
  const user = getPerson(ctx, body.user);
  const tab = body.tab ?? 'home';
  const view = tab === 'home' ? ctx.state.homes.get(user.id) : undefined;
  ctx.events.send('app_home_opened', {
    type: 'app_home_opened',
    user: user.id,
    channel: imId(user.id),
    tab,
    ...(view ? { view: slackView(ctx, view) } : {}),
    event_ts: ctx.state.timestamps.next(),
  });
  return { ok: true };
}

function containerOf(
  ctx: WorkspaceContext,
  user: User,
  container: CallBodies['action']['container'],
): ActionContainer {
  if (container.type === 'view') return { type: 'view', view: getOwnView(ctx, user, container.viewId) };
  const { channel, ts } = container;
  getOwnConversation(ctx, user, channel);
  const message = ctx.state.findMessage(channel, ts);
  if (message && container.unfurl !== undefined) {
    const unfurl = message.unfurls?.find(({ id }) => id === container.unfurl);
    if (!unfurl) throw new PageError('message_not_found');
    return { type: 'unfurl', message, unfurl };
  }
  if (message) return { type: 'message', message, ephemeral: false };
  const ephemeral = ctx.ephemerals.find(user.id, channel, ts);
  if (!ephemeral) throw new PageError('message_not_found');
  return { type: 'message', message: ephemeral, ephemeral: true };
}

function interactionError(ctx: WorkspaceContext, code: string): PageError {
  const texts = textsFor(ctx.options.language);
  const unreachable = code === 'operation_timeout' || code === 'dispatch_failed';
  return new PageError(code, unreachable ? texts.appUnreachable(code) : texts.interactionFailed(code));
}
