import { presentView } from './client/present.ts';
import type { WorkspaceContext } from './context.ts';
import type { StoredView, ViewDefinition } from './state/model.ts';
import { newHash, newViewId } from './state/views.ts';

/** Changes of views, each shown at once to the person whose view it is. */

export function openView(ctx: WorkspaceContext, user: string, definition: ViewDefinition): StoredView {
  for (const replaced of ctx.views.clear(user)) {
    ctx.hub.push(user, { type: 'view_closed', viewId: replaced.id });
  }
  const view = ctx.views.open(user, definition);
  ctx.hub.push(user, { type: 'view_opened', view: presentView(ctx, view) });
  return view;
}

/** Undefined when three views are open already, or none is. */
export function pushView(
  ctx: WorkspaceContext,
  user: string,
  definition: ViewDefinition,
): StoredView | undefined {
  const view = ctx.views.push(user, definition);
  if (view) ctx.hub.push(user, { type: 'view_opened', view: presentView(ctx, view) });
  return view;
}

export function updateView(ctx: WorkspaceContext, view: StoredView, definition: ViewDefinition): StoredView {
  ctx.views.update(view, definition);
  ctx.hub.push(view.user, { type: 'view_updated', view: presentView(ctx, view) });
  return view;
}

/** Publishes the App Home of a person; it keeps its id over publications and takes a new hash. */
export function publishHome(ctx: WorkspaceContext, user: string, definition: ViewDefinition): StoredView {
  const id = ctx.state.homes.get(user)?.id ?? newViewId();
  const hash = newHash(ctx.realTime());
  const view: StoredView = { id, user, hash, definition, rootId: id, previousId: null };
  ctx.state.homes.set(user, view);
  ctx.state.changed();
  ctx.hub.push(user, { type: 'home_published', view: presentView(ctx, view) });
  return view;
}

export function closeView(ctx: WorkspaceContext, view: StoredView): readonly StoredView[] {
  return announceClosed(ctx, view.user, ctx.views.close(view));
}

export function clearViews(ctx: WorkspaceContext, user: string): readonly StoredView[] {
  return announceClosed(ctx, user, ctx.views.clear(user));
}

function announceClosed(ctx: WorkspaceContext, user: string, closed: readonly StoredView[]) {
  for (const view of closed) ctx.hub.push(user, { type: 'view_closed', viewId: view.id });
  return closed;
}
