/** The product as a process of its own, as `npm start` runs it, on a free port and a database of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type RunningProduct = {
  readonly address: string;
  readonly databaseFile: string;
  /** The last lines of its log. */
  log(): string;
  /** Ends it as an operator would; the exit code. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  /** Ends it and removes its files. */
  remove(): Promise<void>;
};

export type ProductSettings = {
  /** A directory of an earlier run, whose database is taken up again. */
  readonly directory?: string;
  readonly environment?: Readonly<Record<string, string>>;
};

/** Of the API, for all that the planning office may do. */
export const TEST_KEY = 'chiave-delle-prove';

const START_MS = 20_000;

export const makeDirectory = (): string => mkdtempSync(join(tmpdir(), 'arti-'));

/** Of the variables around the tests, only what a process needs: no setting of the product leaks in. */
const bareEnvironment = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' };

/** Runs a file of `src/` with these settings, in a directory without a `.env`. */
export function spawnSource(
  file: string,
  args: readonly string[],
  directory: string,
  environment: object,
): ChildProcess {
  return spawn(process.execPath, ['--import', import.meta.resolve('tsx'), join(root, 'src', file), ...args], {
    cwd: directory,
    env: { ...bareEnvironment, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export async function startProduct(settings: ProductSettings = {}): Promise<RunningProduct> {
  const directory = settings.directory ?? makeDirectory();
  const databaseFile = join(directory, 'arti.db');
  const child = spawnSource('main.ts', [], directory, {
    PORT: '0',
    // What a test does not ask for does not come by itself because of the hour at which it runs.
    ARTI_SCHEDULE: 'off',
    ARTI_ADMIN_KEY: TEST_KEY,
    ARTI_DATABASE: databaseFile,
    ...settings.environment,
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const stop = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
    if (child.exitCode === null) child.kill(signal);
    return exited;
  };
  const address = await waitForAddress(() => output, exited);
  return {
    address,
    databaseFile,
    log: () => output.slice(-4000),
    stop,
    async remove() {
      await stop('SIGKILL');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function waitForAddress(output: () => string, exited: Promise<number | null>): Promise<string> {
  let ended = false;
  exited.then(() => {
    ended = true;
  });
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline && !ended) {
    const found = /"address":"([^"]+)"/.exec(output())?.[1];
    if (found && (await fetch(`${found}/ready`)).ok) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the product did not start:\n${output()}`);
}

/** Runs the command line to its end. */
export async function runArti(
  args: readonly string[],
  directory: string,
  environment: object,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawnSource('arti.ts', args, directory, environment);
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

/** One GraphQL request as a dashboard makes it. */
export async function askGraphql<T>(address: string, query: string, variables: object = {}): Promise<T> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${TEST_KEY}` },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data?: T; errors?: readonly { message: string }[] };
  if (body.errors || !body.data) throw new Error(JSON.stringify(body.errors));
  return body.data;
}
