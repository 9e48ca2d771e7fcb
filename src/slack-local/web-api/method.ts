import type { WorkspaceContext } from '../context.ts';
import type { Json } from '../state/model.ts';
import { SlackApiError } from './api-error.ts';
import type { Args } from './arguments.ts';

export type ApiCall = {
  readonly ctx: WorkspaceContext;
  readonly args: Args;
  /** Scheme, address and port of this server, to make absolute URLs from. */
  readonly origin: string;
};

/** One method of the Web API; a refusal is a thrown {@link SlackApiError}. */
export type ApiMethod = {
  /** What the token must hold; methods whose need depends on the conversation call `requireScope` themselves. */
  readonly scope?: string;
  run(call: ApiCall): Json;
};

/** Throws `missing_scope` with what is needed and what the token holds. */
export function requireScope(ctx: WorkspaceContext, scope: string): void {
  if (ctx.app.scopes.includes(scope)) return;
  throw new SlackApiError('missing_scope', { needed: scope, provided: ctx.app.scopes.join(',') });
}
