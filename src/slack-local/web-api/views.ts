import type { WorkspaceContext } from '../context.ts';
import { slackView } from '../objects/slack-view.ts';
import type { StoredView, ViewDefinition } from '../state/model.ts';
import { MAX_STACK } from '../state/views.ts';
import { openView, publishHome, pushView, updateView } from '../view-changes.ts';
import { argumentError, problemsError, SlackApiError } from './api-error.ts';
import type { Args } from './arguments.ts';
import { getUser } from './lookups.ts';
import { type ApiMethod, requireScope } from './method.ts';
import { readView } from './view-definition.ts';

export const viewsOpen: ApiMethod = {
  run({ ctx, args }) {
    const definition = viewArgument(ctx, args, 'modal');
    const { user } = exchange(ctx, args);
    return { view: slackView(ctx, openView(ctx, user, definition)) };
  },
};

/** Only from an interaction in an open modal. */
export const viewsPush: ApiMethod = {
  run({ ctx, args }) {
    const definition = viewArgument(ctx, args, 'modal');
    const { user, viewId } = exchange(ctx, args);
    if (viewId === undefined || !ctx.views.find(viewId)) throw new SlackApiError('not_found');
    if (ctx.views.stack(user).length >= MAX_STACK) throw new SlackApiError('push_limit_reached');
    const view = pushView(ctx, user, definition);
    if (!view) throw new SlackApiError('not_found');
    return { view: slackView(ctx, view) };
  },
};

export const viewsUpdate: ApiMethod = {
  run({ ctx, args }) {
    const viewId = args.text('view_id');
    const externalId = args.text('external_id');
    if (!viewId && !externalId)
      throw argumentError('view_id', 'missing required field: view_id or external_id');
    const view = viewId ? ctx.views.find(viewId) : ctx.views.findExternal(String(externalId));
    if (!view) throw new SlackApiError('not_found');
    const definition = viewArgument(ctx, args, 'modal', view);
    checkHash(args, view);
    return { view: slackView(ctx, updateView(ctx, view, definition)) };
  },
};

export const viewsPublish: ApiMethod = {
  run({ ctx, args }) {
    const user = getUser(ctx, args.required('user_id'));
    const definition = viewArgument(ctx, args, 'home');
    checkHash(args, ctx.state.homes.get(user.id));
    return { view: slackView(ctx, publishHome(ctx, user.id, definition)) };
  },
};

function viewArgument(
  ctx: WorkspaceContext,
  args: Args,
  surface: 'modal' | 'home',
  replaced?: StoredView,
): ViewDefinition {
  const value = args.nested('view', 'invalid_arguments');
  if (value === undefined) throw argumentError('view', 'missing required field: view');
  const reading = readView(ctx, value, surface);
  if ('refused' in reading) {
    if (reading.refused === 'missing_scope') requireScope(ctx, 'files:read');
    throw 'problems' in reading
      ? problemsError(reading.refused, reading.problems)
      : new SlackApiError(reading.refused);
  }
  const externalId = reading.definition.external_id;
  const other = typeof externalId === 'string' && externalId !== '' && ctx.views.findExternal(externalId);
  if (other && other !== replaced) throw new SlackApiError('duplicate_external_id');
  return reading.definition;
}

function exchange(ctx: WorkspaceContext, args: Args): { user: string; viewId: string | undefined } {
  const result = ctx.triggers.exchange(args.required('trigger_id'));
  if ('refused' in result) throw new SlackApiError(result.refused);
  return result;
}

/** A hash given names the version the app meant to replace. */
function checkHash(args: Args, view: StoredView | undefined): void {
  const hash = args.text('hash');
  if (hash && view && view.hash !== hash) throw new SlackApiError('hash_conflict');
}
