/** One kept connection that asks and is answered in turn: little more than a socket, for what the client takes is measured too. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type Answer, createAnswerReader } from './read-answer.ts';

export type Connection = {
  /** @throws when it is cut before the answer is whole */
  send(request: Buffer): Promise<Answer>;
  close(): void;
};

export async function openConnection(address: string): Promise<Connection> {
  const { hostname, port } = new URL(address);
  const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  let read = createAnswerReader();
  let waiting: { resolve(answer: Answer): void; reject(error: unknown): void } | null = null;
  const fail = (error: unknown) => {
    waiting?.reject(error);
    waiting = null;
  };
  socket.on('data', (chunk: Buffer) => {
    const answer = read(chunk);
    if (answer === null) return;
    read = createAnswerReader();
    waiting?.resolve(answer);
    waiting = null;
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the connection was cut')));
  return {
    send(request) {
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      });
    },
    close: () => socket.destroy(),
  };
}

/** A POST as it goes over the wire. */
export function postRequest(path: string, body: string, headers: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries({ ...headers, 'content-length': String(Buffer.byteLength(body)) });
  return Buffer.from(
    [
      `POST ${path} HTTP/1.1`,
      'host: 127.0.0.1',
      ...lines.map(([name, value]) => `${name}: ${value}`),
      '',
      body,
    ].join('\r\n'),
  );
}
