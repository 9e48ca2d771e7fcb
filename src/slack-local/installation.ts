import type { WorkspaceContext } from './context.ts';

/** The app's token and its place in the workspace; each change is shown on every page. */

/** The token no longer works, and the app is told. Nothing if it did not work before. */
export function revokeToken(ctx: WorkspaceContext): void {
  if (ctx.state.installation !== 'installed') return;
  ctx.events.send('tokens_revoked', {
    type: 'tokens_revoked',
    tokens: { oauth: [], bot: [ctx.app.botUserId] },
    event_ts: ctx.state.timestamps.next(),
  });
  change(ctx, 'token-revoked');
}

/** The app is removed: its token is revoked with it, and it is told of both, in no certain order. */
export function uninstall(ctx: WorkspaceContext): void {
  if (ctx.state.installation === 'uninstalled') return;
  revokeToken(ctx);
  sayUninstalled(ctx);
  change(ctx, 'uninstalled');
}

/** Slack takes an app whose last token is revoked for removed. Later calls answer `token_revoked` all the same. */
export function revokeLastToken(ctx: WorkspaceContext): void {
  revokeToken(ctx);
  sayUninstalled(ctx);
}

/** The same token works again. */
export function install(ctx: WorkspaceContext): void {
  change(ctx, 'installed');
}

function sayUninstalled(ctx: WorkspaceContext): void {
  ctx.events.send('app_uninstalled', {
    type: 'app_uninstalled',
    event_ts: ctx.state.timestamps.next(),
  });
}

function change(ctx: WorkspaceContext, installation: WorkspaceContext['state']['installation']): void {
  ctx.state.installation = installation;
  ctx.hub.pushToAll({ type: 'app_changed', installed: installation === 'installed' });
}
