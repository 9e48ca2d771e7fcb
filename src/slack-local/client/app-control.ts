import type { WorkspaceContext } from '../context.ts';
import { install, revokeToken, uninstall } from '../installation.ts';
import type { PageAnswer } from '../page-api.ts';
import type { CallBodies } from './call-bodies.ts';
import { getPerson } from './lookups.ts';
import { PageError } from './page-error.ts';

const CHANGES = { 'revoke-token': revokeToken, uninstall, install };

/** What an admin of the workspace may do with the app. */
export function app(ctx: WorkspaceContext, body: CallBodies['app']): PageAnswer {
  if (!getPerson(ctx, body.user).isAdmin) throw new PageError('not_allowed');
  CHANGES[body.change](ctx);
  return { ok: true };
}
