import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { contentTypeOf, mimetypeOf } from './mimetypes.ts';

/** Sends a file of the directory; false if there is none of that name, or the name leads outside. */
export async function sendFile(response: ServerResponse, directory: string, name: string): Promise<boolean> {
  const root = resolve(directory);
  const path = resolve(join(root, name));
  if (!path.startsWith(root + sep)) return false;
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return false;
  response.writeHead(200, {
    'content-type': contentTypeOf(mimetypeOf(path)),
    'content-length': found.size,
    // The names of built assets carry a hash of their contents; the page itself is asked for each time.
    'cache-control': name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  await pipeline(createReadStream(path), response);
  return true;
}
