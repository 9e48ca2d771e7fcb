/** What every contestant's process tells the benchmark. */
import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Told = { readonly address?: string; readonly cpuMs?: number };

/** Tells where it serves, and from then on how much processor time it has taken when it is asked. */
export function serveContest(address: string, stop: () => Promise<unknown> | undefined): void {
  const tell = (told: Told) => process.send?.(told);
  process.on('message', (message) => {
    if (message === 'cpu') {
      const { user, system } = process.cpuUsage();
      tell({ cpuMs: (user + system) / 1000 });
    } else if (message === 'stop') void Promise.resolve(stop()).finally(() => process.exit(0));
  });
  // Whoever started it is gone.
  process.on('disconnect', () => process.exit(0));
  tell({ address });
}

/** A contestant that is nothing but `node:http`. */
export async function serveBare(listener: RequestListener): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  serveContest(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, async () =>
    server.closeAllConnections(),
  );
}

export function readAll(request: IncomingMessage, then: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => then(Buffer.concat(chunks)));
}

export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`the benchmark did not set ${name}`);
  return value;
}
