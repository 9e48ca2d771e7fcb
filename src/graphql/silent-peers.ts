/**
 * Readers whose machine or line is gone without a word. TCP alone gives such a connection up after a quarter of an hour,
 * and the keep-alive probes of the system never go out while a ping is on its way (measured: with a ping every 12 s they
 * notice nothing in 100 s, without any in 20 s). What Linux tells of every connection is how often it has sent the same
 * again without an acknowledgement. Elsewhere nothing is told, and TCP's own time holds.
 */
import { readFile } from 'node:fs/promises';
import { type Socket, SocketAddress } from 'node:net';
import { endianness } from 'node:os';

/**
 * Times that something was sent again, each after twice the pause, without an answer: 25 s at the least, and nobody who
 * comes back in time has missed an event.
 */
const SENT_AGAIN = 7;

/** Names a connection by its ends, as {@link silentPeersIn} does. */
export type Peer = string;

const peer = (address: string, port: number, localPort: number): Peer => `${address} ${port} ${localPort}`;

/** Null once it is closed. */
export function peerOf({ remoteAddress, remotePort, localPort }: Socket): Peer | null {
  if (remoteAddress === undefined || remotePort === undefined || localPort === undefined) return null;
  return peer(remoteAddress, remotePort, localPort);
}

const ESTABLISHED = '01';
const FAMILIES: Readonly<Record<number, 'ipv4' | 'ipv6'>> = { 8: 'ipv4', 32: 'ipv6' };

/** @param table as `/proc/net/tcp` and `/proc/net/tcp6` have it, a line a connection, numbers in hexadecimal digits */
export function silentPeersIn(table: string, byteOrder: 'LE' | 'BE' = endianness()): readonly Peer[] {
  return table.split('\n').flatMap((line) => {
    const [, local = '', remote = '', state, , , sentAgain = ''] = line.trim().split(/\s+/);
    if (state !== ESTABLISHED || !(Number.parseInt(sentAgain, 16) >= SENT_AGAIN)) return [];
    const [digits = '', port = ''] = remote.split(':');
    const family = FAMILIES[digits.length];
    if (family === undefined) return [];
    const address = addressOf(digits, family, byteOrder);
    return [peer(address, Number.parseInt(port, 16), Number.parseInt(local.split(':')[1] ?? '', 16))];
  });
}

/** The bytes of an address stand in words of four, each in the order of the machine. */
function addressOf(digits: string, family: 'ipv4' | 'ipv6', byteOrder: 'LE' | 'BE'): string {
  const words = digits.match(/.{8}/g) ?? [];
  const bytes = words.flatMap((word) => {
    const inOrder = [...Buffer.from(word, 'hex')];
    return byteOrder === 'LE' ? inOrder.reverse() : inOrder;
  });
  if (family === 'ipv4') return bytes.join('.');
  const groups = Buffer.from(bytes).toString('hex').match(/.{4}/g) ?? [];
  // Written as the system writes them: with zeros left out, and what is IPv4 as such.
  return new SocketAddress({ family, address: groups.join(':') }).address;
}

const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'];

/** Of this machine, now. */
export async function readSilentPeers(): Promise<ReadonlySet<Peer>> {
  const tables = await Promise.all(TABLES.map((file) => readFile(file, 'utf8').catch(() => '')));
  return new Set(tables.flatMap((table) => silentPeersIn(table)));
}
