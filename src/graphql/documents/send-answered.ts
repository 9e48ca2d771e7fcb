import type { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';
import { acceptedEncoding, type Encoding } from '../accepted-encoding.ts';
import type { Answered } from './create-document-edge.ts';

/** What is shorter goes out in one packet either way. */
const WORTH_COMPRESSING_BYTES = 1_400;

const COMPRESS: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  // A level for what is made while somebody waits: near to the best, at a tenth of its time.
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: { [zlib.BROTLI_PARAM_QUALITY]: 5, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes) => promisify(gzip)(bytes),
};

/** Of answers that are kept their short forms are, as long as they: each is made once. */
const shortForms = new WeakMap<Buffer, Map<Encoding, Promise<Buffer>>>();

/**
 * @param acceptEncoding as whoever asks says it; without one nothing is compressed, nor is there any work for it
 * @param more headers of this answer alone
 */
export async function sendAnswered(
  { status, headers, body }: Answered,
  acceptEncoding: string | undefined,
  response: ServerResponse,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  if (body === null || typeof body === 'string' || body.length < WORTH_COMPRESSING_BYTES) {
    response.writeHead(status, { ...headers, ...more }).end(body);
    return;
  }
  const vary = [more.vary, 'accept-encoding'].filter((each) => each !== undefined).join(', ');
  const encoding = acceptedEncoding(acceptEncoding);
  if (encoding === null) {
    response.writeHead(status, { ...headers, ...more, vary }).end(body);
    return;
  }
  const short = await shortForm(body, encoding);
  const { etag } = headers;
  response
    .writeHead(status, {
      ...headers,
      ...more,
      vary,
      'content-encoding': encoding,
      'content-length': String(short.length),
      // The same answer, though not the same bytes.
      ...(etag && { etag: `W/${etag}` }),
    })
    .end(short);
}

function shortForm(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  const known = shortForms.get(bytes) ?? new Map<Encoding, Promise<Buffer>>();
  shortForms.set(bytes, known);
  const made = known.get(encoding) ?? COMPRESS[encoding](bytes);
  known.set(encoding, made);
  return made;
}
