import type { WorkspaceContext } from '../context.ts';
import { type Exchange, header, readBody, sendJson } from '../http/exchange.ts';
import { mimetypeOf } from '../http/mimetypes.ts';
import type { FileRecord } from '../state/model.ts';
import { MAX_FILE_BYTES, newFileId } from '../web-api/files.ts';
import { getPerson } from './lookups.ts';
import { PageError } from './page-error.ts';
import { presentFile } from './present.ts';

/**
 * `POST /workspace/page/upload?user=U…&name=…`: a file that a person chooses for a field of a view. It is theirs
 * alone until the view is submitted.
 */
export async function answerPageUpload(ctx: WorkspaceContext, exchange: Exchange): Promise<void> {
  const { request, response, query } = exchange;
  // Other sites cannot send this type without asking first, and they are not allowed to.
  if (header(request, 'content-type') !== 'application/octet-stream') {
    return sendJson(response, 415, { ok: false, error: 'invalid_content_type' });
  }
  const user = getPerson(ctx, query.get('user') ?? '');
  const name = query.get('name') ?? '';
  if (name === '' || name.length > 255) throw new PageError('invalid_arguments', 'name');
  const contents = await readBody(request, MAX_FILE_BYTES);
  if (contents.length === 0) throw new PageError('no_file_data');
  const file: FileRecord = {
    id: newFileId(),
    name,
    title: name,
    mimetype: mimetypeOf(name),
    size: contents.length,
    user: user.id,
    created: Math.floor(ctx.options.clock.now().getTime() / 1000),
    status: 'complete',
    channels: [],
  };
  ctx.contents.put(file.id, contents);
  ctx.state.files.set(file.id, file);
  ctx.state.changed();
  sendJson(response, 200, { ok: true, file: presentFile(file) });
}
