import type { WorkspaceContext } from '../context.ts';
import { type Exchange, header, readBody, sendJson } from '../http/exchange.ts';
import type { Fault } from '../options.ts';
import type { Json } from '../state/model.ts';
import { SlackApiError } from './api-error.ts';
import { type Args, parseArguments } from './arguments.ts';
import { requireScope } from './method.ts';
import { apiMethods } from './methods.ts';

const MAX_BODY_BYTES = 4_000_000;

/** `/workspace/api/<method>`: Slack's Web API. Refusals are answered with 200 and `ok: false`, as Slack does. */
export async function answerApiCall(ctx: WorkspaceContext, exchange: Exchange, name: string): Promise<void> {
  const { request, response, origin } = exchange;
  const body = (await readBody(request, MAX_BODY_BYTES)).toString('utf8');
  const headers = { 'x-oauth-scopes': ctx.app.scopes.join(',') };
  let args: Args | undefined;
  let answer: Json;
  try {
    args = parseArguments(body, header(request, 'content-type'), exchange.query);
    authenticate(ctx, header(request, 'authorization'), args);
    if (playFault(exchange, await ctx.options.faults?.beforeCommit?.(name, args.raw))) return;
    answer = { ok: true, ...run(ctx, name, args, origin) };
  } catch (error) {
    if (!(error instanceof SlackApiError)) throw error;
    answer = { ok: false, error: error.code, ...error.details };
  }
  if (args && playFault(exchange, await ctx.options.faults?.afterCommit?.(name, args.raw))) return;
  sendJson(response, 200, answer, headers);
}

function run(ctx: WorkspaceContext, name: string, args: Args, origin: string): Json {
  const method = apiMethods.get(name);
  if (!method) throw new SlackApiError('unknown_method', { req_method: name });
  if (method.scope !== undefined) requireScope(ctx, method.scope);
  return method.run({ ctx, args, origin });
}

/** The token comes in the header or, as in old clients, among the arguments. */
function authenticate(ctx: WorkspaceContext, authorization: string, args: Args): void {
  const token = /^Bearer (.+)$/i.exec(authorization)?.[1] ?? args.text('token');
  if (!token) throw new SlackApiError('not_authed');
  if (token !== ctx.app.botToken) throw new SlackApiError('invalid_auth');
  if (ctx.state.installation === 'token-revoked') throw new SlackApiError('token_revoked');
  if (ctx.state.installation === 'uninstalled') throw new SlackApiError('account_inactive');
}

function playFault({ request, response }: Exchange, fault: Fault): boolean {
  if (fault === undefined) return false;
  if (fault === 'drop') request.socket.destroy();
  else sendJson(response, fault.status, fault.body ?? {}, fault.headers);
  return true;
}
