import type { Duplex } from 'node:stream';

/** Node's own codes for what never became a request, or not in time; whatever else came is no HTTP. */
const ANSWERS: Readonly<Record<string, { readonly status: string; readonly error: string }>> = {
  HPE_HEADER_OVERFLOW: { status: '431 Request Header Fields Too Large', error: 'headers_too_large' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: '413 Payload Too Large', error: 'chunk_extensions_too_large' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: '408 Request Timeout', error: 'request_timeout' },
};
const NO_HTTP = { status: '400 Bad Request', error: 'bad_request' };

/** Node would answer the same without a body; a program that expects JSON gets some. */
export function answerBadConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  // Whoever is gone, or is being answered already, cannot be told any more.
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy(error);
    return;
  }
  const { status, error: name } = ANSWERS[error.code ?? ''] ?? NO_HTTP;
  const body = JSON.stringify({ error: name });
  const headers = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${body.length}`,
    'connection: close',
  ];
  socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy(error));
}
