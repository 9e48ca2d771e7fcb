import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerPage } from '../client/endpoint.ts';
import type { WorkspaceContext } from '../context.ts';
import { answerResponseUrl } from '../dispatch/response-endpoint.ts';
import { textsFor } from '../texts.ts';
import { answerApiCall } from '../web-api/endpoint.ts';
import { BodyTooLarge, type Exchange, sendJson, sendText } from './exchange.ts';
import { originOf } from './origin-of.ts';
import { answerPrivateFile } from './private-files.ts';
import { sendFile } from './static-files.ts';
import { answerFile, answerUpload } from './uploads.ts';

const BASE = '/workspace/';

/**
 * Answers requests under `/workspace/`; false for any other, which is then somebody else's to answer. Whoever
 * reaches it may speak as anybody: its host lets nothing through but what comes from this machine.
 */
export async function route(
  ctx: WorkspaceContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const [pathname = '', search = ''] = (request.url ?? '').split('?', 2);
  if (pathname === '/workspace') {
    response.writeHead(302, { location: BASE });
    response.end();
    return true;
  }
  if (!pathname.startsWith(BASE)) return false;
  const path = pathname.slice(BASE.length);
  const query = new URLSearchParams(search);
  const origin = originOf(request);
  ctx.address.origin = origin;
  try {
    await answer(ctx, { request, response, path, query, origin });
  } catch (error) {
    if (error instanceof BodyTooLarge) sendTooLarge(response);
    else sendInternal(ctx, response, pathname, error);
  }
  return true;
}

function answer(ctx: WorkspaceContext, exchange: Exchange): Promise<void> | void {
  const [area = '', name = ''] = exchange.path.split('/');
  switch (area) {
    case 'api':
      return answerApiCall(ctx, exchange, name);
    case 'page':
      return answerPage(ctx, exchange, name);
    case 'response':
      return answerResponseUrl(ctx, exchange, name);
    case 'upload':
      return answerUpload(ctx, exchange, name);
    case 'files':
      return answerFile(ctx, exchange, name);
    case 'files-pri':
      return answerPrivateFile(ctx, exchange, name);
    case 'archives':
      return redirectToMessage(exchange);
    default:
      return answerStatic(ctx, exchange);
  }
}

/** A permalink leads to the page, which opens at the channel that its address names. */
function redirectToMessage({ response, path }: Exchange): void {
  const [, channel = ''] = path.split('/');
  response.writeHead(302, { location: `${BASE}?channel=${encodeURIComponent(channel)}` });
  response.end();
}

async function answerStatic(ctx: WorkspaceContext, { request, response, path }: Exchange): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'GET only');
  const directory = ctx.options.pageDirectory;
  const name = decodePath(path) || 'index.html';
  if (directory !== undefined && (await sendFile(response, directory, name))) return;
  if (name === 'index.html') sendText(response, 503, textsFor(ctx.options.language).pageNotBuilt);
  else sendText(response, 404, 'not found');
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function sendTooLarge(response: ServerResponse): void {
  response.setHeader('connection', 'close');
  sendJson(response, 413, { ok: false, error: 'request_too_large' });
}

/** A fault of the workspace itself: Slack's answer to the caller, and the cause into the log. */
function sendInternal(ctx: WorkspaceContext, response: ServerResponse, path: string, error: unknown): void {
  ctx.log('error', 'the local workspace failed on a request', {
    path,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  if (response.headersSent) response.destroy();
  else sendJson(response, 500, { ok: false, error: 'internal_error' });
}
