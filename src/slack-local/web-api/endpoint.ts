import type { WorkspaceContext } from '../context.ts';
import { type Exchange, header, readBody, sendJson } from '../http/exchange.ts';
import type { Fault, LateCommit, Silence } from '../options.ts';
import type { Json } from '../state/model.ts';
import { SlackApiError } from './api-error.ts';
import { type Args, parseArguments } from './arguments.ts';
import { requireScope } from './method.ts';
import { apiMethods } from './methods.ts';

const MAX_BODY_BYTES = 4_000_000;

/** `/workspace/api/<method>`: Slack's Web API. Refusals are answered with 200 and `ok: false`, as Slack does. */
export async function answerApiCall(ctx: WorkspaceContext, exchange: Exchange, name: string): Promise<void> {
  const { request, response } = exchange;
  const body = (await readBody(request, MAX_BODY_BYTES)).toString('utf8');
  const headers = { 'x-oauth-scopes': ctx.app.scopes.join(',') };
  let args: Args | undefined;
  let answer: Json;
  try {
    args = parseArguments(body, header(request, 'content-type'), exchange.query);
    authenticate(ctx, header(request, 'authorization'), args);
    const retryAfter = ctx.rateLimiter.retryAfter(name, args.raw);
    if (retryAfter !== undefined) return sendRateLimited(exchange, retryAfter);
    const call: Call = { ctx, name, args, exchange };
    const fault = await ctx.options.faults?.beforeCommit?.(name, args.raw);
    if (isLateCommit(fault)) return commitLate(call, fault);
    if (playFault(call, fault)) return;
    answer = { ok: true, ...run(call) };
  } catch (error) {
    if (!(error instanceof SlackApiError)) throw error;
    answer = { ok: false, error: error.code, ...error.details };
  }
  if (args) {
    const fault = await ctx.options.faults?.afterCommit?.(name, args.raw);
    if (playFault({ ctx, name, args, exchange }, fault)) return;
  }
  sendJson(response, 200, answer, headers);
}

type Call = {
  readonly ctx: WorkspaceContext;
  readonly name: string;
  readonly args: Args;
  readonly exchange: Exchange;
};

function run({ ctx, name, args, exchange: { origin } }: Call): Json {
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

function sendRateLimited({ response }: Exchange, seconds: number): void {
  sendJson(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(seconds) });
}

function playFault({ ctx, name, args, exchange }: Call, fault: Fault): boolean {
  if (fault === undefined) return false;
  if (fault === 'drop' || fault === 'hang') {
    fallSilent(exchange, fault);
    return true;
  }
  const retryAfter = Number(fault.headers?.['retry-after']);
  if (fault.status === 429 && retryAfter > 0) ctx.rateLimiter.toldToWait(name, args.raw, retryAfter);
  sendJson(exchange.response, fault.status, fault.body ?? {}, fault.headers);
  return true;
}

/** A call that hangs is ended by its caller, or with the server. */
function fallSilent({ request }: Exchange, silence: Silence): void {
  if (silence === 'drop') request.socket.destroy();
}

const isLateCommit = (fault: Fault | LateCommit): fault is LateCommit =>
  typeof fault === 'object' && 'lateByMs' in fault;

function commitLate(call: Call, { lateByMs, silence }: LateCommit): void {
  fallSilent(call.exchange, silence);
  const commit = () => {
    try {
      run(call);
    } catch (error) {
      if (error instanceof SlackApiError) return;
      call.ctx.log('error', 'the local workspace failed on a late commit', { error: String(error) });
    }
  };
  setTimeout(commit, lateByMs).unref();
}
