/** The real product as processes of its own: compiled once a run, started, asked, signalled. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OPERATOR, openContext } from '../../src/compose.ts';
import { parseConfig } from '../../src/config.ts';
import { importFile } from '../../src/services/import-file.ts';
import { openCheckIns } from '../../src/services/open-check-ins.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Inside the project, where the packages are found. */
const builds = join(root, 'test/.tmp');

export type BuiltProduct = { readonly entry: string; remove(): void };

/** The same product without one of its precautions: `code` runs before it. */
export function builtWithout(built: BuiltProduct, name: string, code: string): BuiltProduct {
  const entry = join(dirname(built.entry), `without-${name}.mjs`);
  writeFileSync(entry, `${code}\nawait import('./main.mjs');\n`);
  return { ...built, entry };
}

/** Compiles the product as it is released: from its sources it would take seconds to start. */
export async function buildProduct(): Promise<BuiltProduct> {
  mkdirSync(builds, { recursive: true });
  const directory = mkdtempSync(join(builds, 'product-'));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const arguments_ = [tsc, '-p', 'tsconfig.build.json', '--outDir', join(directory, 'dist')];
  await new Promise((resolve) => execFile(process.execPath, arguments_, { cwd: root }, resolve));
  if (!existsSync(join(directory, 'dist/run-product.js'))) throw new Error('the product does not compile');
  for (const name of ['drizzle', 'graphql', 'plans', 'manifest.json']) {
    symlinkSync(join(root, name), join(directory, name));
  }
  const entry = join(directory, 'main.mjs');
  writeFileSync(
    entry,
    "import { runProduct } from './dist/run-product.js';\nawait runProduct(process.env, process.argv[2]);\n",
  );
  return { entry, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

let shared: Promise<BuiltProduct> | null = null;

/** The same for every harness of one run: it goes with the process. */
export function sharedProduct(): Promise<BuiltProduct> {
  shared ??= buildProduct().then((built) => {
    process.once('exit', built.remove);
    return built;
  });
  return shared;
}

export const SECRET = 'the-signing-secret';
export const ADMIN_KEY = 'the-key-of-the-operator';
const DAY = '2020-09-14';

/** A directory that is removed with the run, with a database of the bundled plan in which everybody was asked. */
export async function prepareDatabase(): Promise<{ readonly file: string; remove(): void }> {
  const directory = mkdtempSync(join(tmpdir(), 'arti-faults-'));
  const file = join(directory, 'arti.db');
  const context = await openContext(parseConfig(environmentOf(file)), { seed: false });
  for (const name of ['arti-2020.yaml', 'directory-local.yaml']) {
    const bytes = await readFile(join(root, 'plans', name));
    const outcome = await importFile(context, OPERATOR, { bytes, name });
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome)}`);
  }
  await openCheckIns(context, OPERATOR);
  await context.store.close();
  return { file, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

const environmentOf = (file: string): Readonly<Record<string, string>> => ({
  PORT: '0',
  HOST: '127.0.0.1',
  ARTI_DATABASE: file,
  ARTI_TODAY: DAY,
  ARTI_SCHEDULE: 'off',
  ARTI_ADMIN_KEY: ADMIN_KEY,
  SLACK_BOT_TOKEN: 'xoxb-T1',
  SLACK_SIGNING_SECRET: SECRET,
  LOG_LEVEL: 'fatal',
});

export type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type ProductProcess = {
  readonly address: string;
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What `/ready` answers; null when nobody answers. */
  ready(): Promise<{ readonly status: number; readonly reason: string | null } | null>;
};

/** @param more of the environment */
export async function startProcess(
  { entry }: BuiltProduct,
  file: string,
  apiUrl: string,
  more: Readonly<Record<string, string>> = {},
): Promise<ProductProcess> {
  const child = spawn(process.execPath, [entry, apiUrl], {
    env: { PATH: process.env.PATH ?? '', ...environmentOf(file), ...more },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit').then(([code, signal]): Ended => ({ code, signal }));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
      said = said.slice(-200);
    });
    void ended.then(({ code, signal }) => reject(new Error(`ended before it served: ${code ?? signal}`)));
  });
  const ready: ProductProcess['ready'] = async () => {
    try {
      const response = await fetch(`${address}/ready`, {
        headers: { connection: 'close' },
        signal: AbortSignal.timeout(5000),
      });
      const { reason } = (await response.json()) as { readonly reason?: string };
      return { status: response.status, reason: reason ?? null };
    } catch {
      return null;
    }
  };
  // Announced before Slack has answered.
  for (let tries = 0; tries < 1000; tries += 1) {
    if ((await ready())?.status === 200) return { address, child, ended, ready };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill('SIGKILL');
  throw new Error('the product was not ready in time');
}
