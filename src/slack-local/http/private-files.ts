import type { WorkspaceContext } from '../context.ts';
import { type Exchange, header, sendText } from './exchange.ts';
import { contentTypeOf } from './mimetypes.ts';

/**
 * `GET /workspace/files-pri/<team>-<file>/[download/]<name>`: the contents for the app, which shows its token and
 * holds `files:read`. Anybody else is led to a page to sign in, as in Slack: whoever follows gets HTML with
 * status 200 in the place of the file.
 */
export function answerPrivateFile(ctx: WorkspaceContext, exchange: Exchange, place: string): void {
  const { request, response } = exchange;
  if (!mayRead(ctx, header(request, 'authorization'))) {
    response.writeHead(302, { location: '/workspace/' });
    response.end();
    return;
  }
  const [team, id = ''] = place.split('-', 2);
  const file = team === ctx.options.seed.team.id ? ctx.state.files.get(id) : undefined;
  const contents = file?.status === 'complete' ? ctx.contents.get(id) : undefined;
  if (!file || !contents) {
    sendText(response, 404, 'file_not_found');
    return;
  }
  response.writeHead(200, {
    'content-type': contentTypeOf(file.mimetype),
    'content-length': contents.length,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'x-content-type-options': 'nosniff',
  });
  response.end(contents);
}

function mayRead(ctx: WorkspaceContext, authorization: string): boolean {
  const token = /^Bearer (.+)$/i.exec(authorization)?.[1];
  return (
    token === ctx.app.botToken &&
    ctx.state.installation === 'installed' &&
    ctx.app.scopes.includes('files:read')
  );
}
