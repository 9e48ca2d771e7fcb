import type { WorkspaceContext } from '../context.ts';
import { MAX_FILE_BYTES } from '../web-api/files.ts';
import { type Exchange, header, readBody, sendText } from './exchange.ts';
import { contentTypeOf } from './mimetypes.ts';

/**
 * `POST /workspace/upload/<id>`: the contents of a file, bare or as the one part of a form, as Slack takes
 * them. The id, known only to who asked for it, is the permission.
 */
export async function answerUpload(ctx: WorkspaceContext, exchange: Exchange, id: string): Promise<void> {
  const { request, response } = exchange;
  const file = ctx.state.files.get(id);
  if (file?.status !== 'awaiting') return sendText(response, 404, 'file_not_found');
  if (request.method !== 'POST') return sendText(response, 405, 'POST only');
  // A form has some hundred bytes of its own around the contents.
  const body = await readBody(request, MAX_FILE_BYTES + 10_000);
  const contents = await contentsOf(body, header(request, 'content-type'));
  if (!contents) return sendText(response, 400, 'no_file_data');
  if (contents.length !== file.size) {
    return sendText(response, 400, `length_mismatch: ${file.size} announced, ${contents.length} sent`);
  }
  ctx.contents.put(id, contents);
  ctx.state.files.set(id, { ...file, status: 'uploaded' });
  ctx.state.changed();
  sendText(response, 200, `OK - ${contents.length}`);
}

async function contentsOf(body: Buffer, contentType: string): Promise<Buffer | undefined> {
  if (!contentType.startsWith('multipart/form-data')) return body;
  // Node parses forms only as a part of fetch's Response.
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => undefined);
  for (const [, part] of form ?? []) {
    if (typeof part !== 'string') return Buffer.from(await part.arrayBuffer());
  }
  return undefined;
}

/** `GET /workspace/files/<id>/<name>`: the contents, to download; only images are shown in the page itself. */
export function answerFile(ctx: WorkspaceContext, exchange: Exchange, id: string): void {
  const file = ctx.state.files.get(id);
  const contents = file && file.status === 'complete' ? ctx.contents.get(id) : undefined;
  if (!file || !contents) {
    sendText(exchange.response, 404, 'file_not_found');
    return;
  }
  const inline = /^image\/(png|jpeg|gif|webp)$/.test(file.mimetype);
  exchange.response.writeHead(200, {
    'content-type': contentTypeOf(file.mimetype),
    'content-length': contents.length,
    'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'x-content-type-options': 'nosniff',
  });
  exchange.response.end(contents);
}
