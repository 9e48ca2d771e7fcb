import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { comesFromThisMachine } from '../../src/web/this-machine.ts';

test.each([
  { remoteAddress: '127.0.0.1', ours: true },
  { remoteAddress: '127.8.0.1', ours: true },
  { remoteAddress: '::1', ours: true },
  { remoteAddress: '::ffff:127.0.0.1', ours: true },
  { remoteAddress: '192.168.1.7', ours: false },
  { remoteAddress: '::ffff:192.168.1.7', ours: false },
  { remoteAddress: 'fe80::1', ours: false },
  { remoteAddress: undefined, ours: false },
])('a connection from $remoteAddress: $ours', ({ remoteAddress, ours }) => {
  const request = { headers: { host: 'localhost:3000' }, socket: { remoteAddress } };
  expect(comesFromThisMachine(request as IncomingMessage)).toBe(ours);
});

test('a request without a name is nobody’s', () => {
  const request = { headers: {}, socket: { remoteAddress: '127.0.0.1' } };
  expect(comesFromThisMachine(request as IncomingMessage)).toBe(false);
});
