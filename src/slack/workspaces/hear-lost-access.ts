import type { App } from '@slack/bolt';
import type { Workspaces } from './workspaces.ts';

/** Slack tells when an administrator removes the app or revokes its token: from then on nothing is sent there. */
export function hearLostAccess(app: App, workspaces: Pick<Workspaces, 'lose'>): void {
  const atOf = ({ event_time: seconds }: { readonly event_time?: unknown }): number | null =>
    typeof seconds === 'number' ? seconds * 1000 : null;
  app.event('app_uninstalled', ({ body }) =>
    workspaces.lose({ team: body.team_id, because: 'app_uninstalled', at: atOf(body) }),
  );
  app.event('tokens_revoked', async ({ body, event }) => {
    // Of people's tokens there are none of ours.
    if ((event.tokens.bot ?? []).length === 0) return;
    await workspaces.lose({ team: body.team_id, because: 'tokens_revoked', at: atOf(body) });
  });
}
