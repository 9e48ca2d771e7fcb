import type { IncomingMessage } from 'node:http';

const LOOPBACK_ADDRESS = /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1)$/i;
const LOOPBACK_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::(\d{1,5}))?$/i;

/**
 * Local mode trusts whoever reaches it: anybody at the page may speak as anybody, and GraphiQL comes with a key to read.
 * A website can make a browser send requests to this machine under a name of the site's own (DNS rebinding),
 * or from its own pages: so only who connects from this machine, under a loopback name, is answered, and of
 * pages only our own, which have the same port.
 */
export function comesFromThisMachine(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  const port = loopbackPort(host ?? '');
  if (port === null || !LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? '')) return false;
  if (origin === undefined) return true;
  return origin.startsWith('http://') && loopbackPort(origin.slice('http://'.length)) === port;
}

/** The port in `host`, by default HTTP's; null when the name is not one of this machine's own. */
function loopbackPort(host: string): number | null {
  const match = LOOPBACK_HOST.exec(host);
  return match && Number(match[1] ?? 80);
}
