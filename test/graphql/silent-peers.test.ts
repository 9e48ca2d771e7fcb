import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import { endianness, platform } from 'node:os';
import { describe, expect, onTestFinished, test } from 'vitest';
import { peerOf, readSilentPeers, silentPeersIn } from '../../src/graphql/silent-peers.ts';

const HEAD =
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode';

type Row = { readonly remote: string; readonly state?: string; readonly sentAgain: string };

/** A line as Linux writes it, of the local port 3000. */
const line = ({ remote, state = '01', sentAgain }: Row): string =>
  `   1: 0100007F:0BB8 ${remote} ${state} 00000003:00000000 01:0000028C ${sentAgain}     0        0 21569 2`;

const tableOf = (...rows: readonly Row[]): string => [HEAD, ...rows.map(line), ''].join('\n');

describe('of the table of connections', () => {
  test.each([
    { why: 'sent again seven times', sentAgain: '00000007', found: ['127.0.0.1 40000 3000'] },
    { why: 'in hexadecimal digits', sentAgain: '0000000A', found: ['127.0.0.1 40000 3000'] },
    { why: 'sent again a few times: the line is bad', sentAgain: '00000006', found: [] },
    { why: 'answered', sentAgain: '00000000', found: [] },
    { why: 'closing already', state: '04', sentAgain: '00000007', found: [] },
  ])('$why → $found', ({ found, ...row }) => {
    expect(silentPeersIn(tableOf({ remote: '0100007F:9C40', ...row }), 'LE')).toEqual(found);
  });

  test.each([
    { why: 'IPv4', remote: '0702A8C0:9C40', byteOrder: 'LE', address: '192.168.2.7' },
    {
      why: 'IPv4 on a socket of both',
      remote: '0000000000000000FFFF00000702A8C0:9C40',
      byteOrder: 'LE',
      address: '::ffff:192.168.2.7',
    },
    {
      why: 'IPv6, with zeros left out',
      remote: 'B80D0120000000000000000001000000:9C40',
      byteOrder: 'LE',
      address: '2001:db8::1',
    },
    { why: 'a machine of the other order', remote: 'C0A80207:9C40', byteOrder: 'BE', address: '192.168.2.7' },
  ] as const)('the address: $why', ({ remote, byteOrder, address }) => {
    const table = tableOf({ remote, sentAgain: '00000008' });
    expect(silentPeersIn(table, byteOrder)).toEqual([`${address} 40000 3000`]);
  });

  test.each(['', HEAD, 'something else\n\n1 2 3'])('nothing in %j', (table) => {
    expect(silentPeersIn(table)).toEqual([]);
  });
});

/** Both ends of a connection within this machine. */
async function connected(host: string): Promise<Socket> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve));
  const client = connect((server.address() as AddressInfo).port, host);
  const socket = await accepted;
  onTestFinished(() => {
    client.destroy();
    socket.destroy();
    server.close();
  });
  return socket;
}

describe.runIf(platform() === 'linux')('on this machine', () => {
  test('a connection is named as the system’s table names it', async () => {
    const socket = await connected('127.0.0.1');
    const table = await readFile('/proc/net/tcp', 'utf8');
    // As if each of them had been silent.
    const silent = table.replace(/^(\s*\d+: \S+ \S+ 01 \S+ \S+) \w{8}/gm, '$1 00000009');
    expect(silentPeersIn(silent, endianness())).toContain(peerOf(socket));
  });

  test('whoever answers is not silent, and a closed connection has no name', async () => {
    const socket = await connected('127.0.0.1');
    expect((await readSilentPeers()).has(peerOf(socket) ?? '')).toBe(false);
    socket.destroy();
    expect(peerOf(socket)).toBeNull();
  });
});
