/**
 * How long the product takes: from start to its first answer, and to answer a signed `/arti status 1.4`.
 * Prints medians with their spread, and as a ratio to a bare `node:http` answer of the same bytes in the same run,
 * because machines differ and drift. Nothing here is asserted. `npm run bench` (needs `npm run build`).
 */
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROUNDS = 300;
const WARM_UP = 50;
const STARTS = 5;
const root = fileURLToPath(new URL('..', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'arti-bench-'));

type Running = { readonly address: string; readonly startMs: number; readonly stop: () => Promise<void> };

async function start(database: string): Promise<Running> {
  const from = performance.now();
  const child = spawn(process.execPath, [join(root, 'dist/main.js')], {
    cwd: directory,
    env: { PATH: process.env.PATH ?? '', PORT: '0', ARTI_DATABASE: database },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  let address: string | undefined;
  while (address === undefined) {
    if (child.exitCode !== null) throw new Error(`the product ended: ${output}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    address = /"address":"([^"]+)"/.exec(output)?.[1];
  }
  await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ goal(code: "1.4") { progress { percent } } }' }),
  }).then((response) => response.json());
  const startMs = performance.now() - from;
  const stop = async () => {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  };
  return { address, startMs, stop };
}

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const at = (values: readonly number[], share: number) =>
  sorted(values)[Math.floor((values.length - 1) * share)] ?? 0;

function report(name: string, values: readonly number[], floor?: readonly number[]): void {
  const ratio = floor ? `  ×${(at(values, 0.5) / at(floor, 0.5)).toFixed(1)} of the floor` : '';
  const figures = [at(values, 0.5), at(values, 0), at(values, 0.99)].map((value) => `${value.toFixed(2)} ms`);
  console.log(`${name.padEnd(44)} median ${figures[0]}  min ${figures[1]}  p99 ${figures[2]}${ratio}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** What the page does when somebody types the command: the workspace signs it and waits for the answer. */
const status = (address: string, user: string, channel: string) => async () => {
  const response = await fetch(`${address}/workspace/page/send`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user, channel, text: '/arti status 1.4' }),
  });
  const answer = (await response.json()) as { ok: boolean };
  if (!answer.ok) throw new Error(JSON.stringify(answer));
};

try {
  const cold: number[] = [];
  for (let round = 0; round < STARTS; round++) {
    const product = await start(join(directory, `start-${round}.db`));
    cold.push(product.startMs);
    await product.stop();
  }
  const product = await start(join(directory, 'start-0.db'));
  const users = (await (await fetch(`${product.address}/workspace/page/users`)).json()) as {
    id: string;
    name: string;
  }[];
  const user = users.find(({ name }) => name === 'Dirigente')?.id ?? '';
  const { channels } = (await (
    await fetch(`${product.address}/workspace/page/bootstrap?user=${user}`)
  ).json()) as { channels: { id: string; kind: string }[] };
  const ask = status(product.address, user, channels.find(({ kind }) => kind === 'im')?.id ?? '');
  const floorServer = createServer((request, response) => {
    const digest = createHmac('sha256', 'secret');
    request.on('data', (chunk: Buffer) => digest.update(chunk));
    request.on('end', () => {
      digest.digest();
      response.end(JSON.stringify({ text: 'x'.repeat(4000) }));
    });
  });
  await new Promise<void>((resolve) => floorServer.listen(0, '127.0.0.1', resolve));
  const floorAddress = `http://127.0.0.1:${(floorServer.address() as AddressInfo).port}`;
  const bare = async () => (await fetch(floorAddress, { method: 'POST', body: 'text=status 1.4' })).text();
  const statusMs: number[] = [];
  const floorMs: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const [answered, floor] = [await timed(ask), await timed(bare)];
    if (round < WARM_UP) continue;
    statusMs.push(answered);
    floorMs.push(floor);
  }
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`);
  report('start to first answer, empty database', cold);
  report('/arti status 1.4, typed to shown', statusMs, floorMs);
  report('floor: node:http, one hash, 4 kB', floorMs);
  floorServer.close();
  await product.stop();
} finally {
  rmSync(directory, { recursive: true, force: true });
}
