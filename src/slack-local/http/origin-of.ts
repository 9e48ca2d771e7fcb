import type { IncomingMessage } from 'node:http';

/** The address this request came in on, for URLs that are given to the app. */
export function originOf(request: IncomingMessage): string {
  const { localAddress = '127.0.0.1', localPort } = request.socket;
  const address = localAddress.replace(/^::ffff:/, '');
  return `http://${address.includes(':') ? `[${address}]` : address}:${localPort}`;
}
