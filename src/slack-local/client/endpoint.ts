import type { z } from 'zod';
import type { WorkspaceContext } from '../context.ts';
import { type Exchange, header, readBody, sendJson } from '../http/exchange.ts';
import type { PageAnswer } from '../page-api.ts';
import { app } from './app-control.ts';
import { callBodies } from './call-bodies.ts';
import { day } from './day.ts';
import { action, close, openHome, submit } from './interacting.ts';
import { getPerson } from './lookups.ts';
import { member } from './members.ts';
import { PageError } from './page-error.ts';
import { bootstrap, history, people } from './reading.ts';
import { answerPageUpload } from './uploading.ts';
import { edit, remove, send } from './writing.ts';

const MAX_BODY_BYTES = 1_000_000;

type Handler = (ctx: WorkspaceContext, body: unknown, origin: string) => PageAnswer | Promise<PageAnswer>;

function handler<Body>(
  schema: z.ZodType<Body>,
  run: (ctx: WorkspaceContext, body: Body, origin: string) => PageAnswer | Promise<PageAnswer>,
): Handler {
  return (ctx, given, origin) => {
    const parsed = schema.safeParse(given);
    if (parsed.success) return run(ctx, parsed.data, origin);
    const [issue] = parsed.error.issues;
    throw new PageError('invalid_arguments', `${issue?.path.join('.')}: ${issue?.message}`);
  };
}

const handlers: ReadonlyMap<string, Handler> = new Map(
  Object.entries({
    send: handler(callBodies.send, send),
    edit: handler(callBodies.edit, edit),
    delete: handler(callBodies.delete, remove),
    action: handler(callBodies.action, action),
    submit: handler(callBodies.submit, submit),
    close: handler(callBodies.close, close),
    openHome: handler(callBodies.openHome, openHome),
    member: handler(callBodies.member, member),
    app: handler(callBodies.app, app),
    day: handler(callBodies.day, day),
  }),
);

/** `/workspace/page/<call>`: what Slack's own client would do, for the page. */
export async function answerPage(ctx: WorkspaceContext, exchange: Exchange, call: string): Promise<void> {
  try {
    await (exchange.request.method === 'GET' ? read(ctx, exchange, call) : write(ctx, exchange, call));
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
    const detail = error.detail === undefined ? {} : { detail: error.detail };
    // A refused call is an answer of its own; a refused reading has none, and says so by its status.
    const status = exchange.request.method === 'GET' ? 404 : 200;
    sendJson(exchange.response, status, { ok: false, error: error.code, ...detail });
  }
}

async function write(ctx: WorkspaceContext, exchange: Exchange, call: string): Promise<void> {
  const { request, response, origin } = exchange;
  if (call === 'upload' && request.method === 'POST') return answerPageUpload(ctx, exchange);
  const found = handlers.get(call);
  if (!found || request.method !== 'POST') {
    return sendJson(response, found ? 405 : 404, { ok: false, error: 'unknown_call' });
  }
  // Other sites cannot send JSON without asking first, and they are not allowed to.
  if (!/^application\/json\b/i.test(header(request, 'content-type'))) {
    return sendJson(response, 415, { ok: false, error: 'invalid_content_type' });
  }
  const body = parse((await readBody(request, MAX_BODY_BYTES)).toString('utf8'));
  sendJson(response, 200, await found(ctx, body, origin));
}

async function read(ctx: WorkspaceContext, exchange: Exchange, call: string): Promise<void> {
  const { request, response, query } = exchange;
  const user = query.get('user') ?? '';
  switch (call) {
    case 'users':
      return sendJson(response, 200, people(ctx));
    case 'bootstrap':
      return sendJson(response, 200, bootstrap(ctx, user));
    case 'history': {
      const thread = query.get('threadTs') ?? undefined;
      return sendJson(response, 200, history(ctx, user, query.get('channel') ?? '', thread));
    }
    case 'stream':
      return ctx.hub.attach(getPerson(ctx, user).id, response, header(request, 'last-event-id') || undefined);
    default:
      return sendJson(response, 404, { ok: false, error: 'unknown_call' });
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new PageError('invalid_json');
  }
}
