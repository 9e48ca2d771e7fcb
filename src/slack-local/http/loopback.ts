import type { IncomingMessage } from 'node:http';
import { header } from './exchange.ts';

/**
 * The workspace trusts whoever can reach it: anybody at the page may speak as anybody. A website can make a
 * browser send requests to this machine under a name of its own (DNS rebinding), so only requests under a
 * loopback name are answered, and only from pages of a loopback name.
 */
export function isFromThisMachine(request: IncomingMessage): boolean {
  const origin = header(request, 'origin');
  return isLoopbackHost(header(request, 'host')) && (origin === '' || isLoopbackOrigin(origin));
}

/** `host` as in the header, with or without a port. */
export function isLoopbackHost(host: string): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i.test(host);
}

function isLoopbackOrigin(origin: string): boolean {
  const match = /^https?:\/\/(.*)$/.exec(origin);
  return match?.[1] !== undefined && isLoopbackHost(match[1]);
}

/** The address this request came in on, for URLs that are given to the app. */
export function originOf(request: IncomingMessage): string {
  const { localAddress = '127.0.0.1', localPort } = request.socket;
  const address = localAddress.replace(/^::ffff:/, '');
  return `http://${address.includes(':') ? `[${address}]` : address}:${localPort}`;
}
