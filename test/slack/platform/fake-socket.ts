/** The server's side of a WebSocket, no more of it than Socket Mode needs: short texts, ping and close. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

export type FakeSocket = {
  send(message: unknown): void;
  sendText(text: string): void;
  /** Everything the app sent, parsed. */
  readonly received: readonly { readonly envelope_id?: string; readonly payload?: unknown }[];
  /** Ends the connection as Slack does when it renews it. */
  close(): void;
  /** Cuts it, as a network does. */
  cut(): void;
  readonly isOpen: () => boolean;
};

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

export function acceptSocket(request: IncomingMessage, connection: Socket): FakeSocket {
  const accept = createHash('sha1')
    .update(`${request.headers['sec-websocket-key']}${MAGIC}`)
    .digest('base64');
  connection.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  const received: { envelope_id?: string; payload?: unknown }[] = [];
  let open = true;
  let pending = Buffer.alloc(0);
  const write = (opcode: number, content: Buffer) => {
    if (!connection.destroyed) connection.write(frame(opcode, content));
  };
  connection.on('error', () => {});
  connection.on('close', () => {
    open = false;
  });
  connection.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (let read = readFrame(pending); read !== null; read = readFrame(pending)) {
      pending = pending.subarray(read.length);
      if (read.opcode === TEXT) received.push(JSON.parse(read.content.toString('utf8')));
      if (read.opcode === PING) write(PONG, read.content);
      if (read.opcode === CLOSE) {
        write(CLOSE, read.content);
        connection.end();
      }
    }
  });
  const sendText = (text: string) => write(TEXT, Buffer.from(text));
  return {
    sendText,
    send: (message) => sendText(JSON.stringify(message)),
    received,
    close: () => write(CLOSE, Buffer.from([0x03, 0xe8])),
    cut: () => connection.destroy(),
    isOpen: () => open,
  };
}

function frame(opcode: number, content: Buffer): Buffer {
  const { length } = content;
  const head =
    length < 126
      ? Buffer.from([0x80 | opcode, length])
      : length < 65_536
        ? Buffer.from([0x80 | opcode, 126, length >> 8, length & 0xff])
        : Buffer.concat([Buffer.from([0x80 | opcode, 127, 0, 0, 0, 0]), uint32(length)]);
  return Buffer.concat([head, content]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** One whole frame of a client's, which masks what it sends; null until all of it has come. */
function readFrame(bytes: Buffer): { opcode: number; content: Buffer; length: number } | null {
  if (bytes.length < 6) return null;
  const short = (bytes[1] ?? 0) & 0x7f;
  const headLength = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < headLength + 4) return null;
  const size = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  const length = headLength + 4 + size;
  if (bytes.length < length) return null;
  const mask = bytes.subarray(headLength, headLength + 4);
  const content = Buffer.from(bytes.subarray(headLength + 4, length));
  for (let at = 0; at < size; at++) content[at] = (content[at] ?? 0) ^ (mask[at % 4] ?? 0);
  return { opcode: (bytes[0] ?? 0) & 0x0f, content, length };
}
