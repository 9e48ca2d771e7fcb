/**
 * Makes one file of a worker and all that it imports: a process that is killed after a second must not spend it on
 * reading the product's sources.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const vite = join(root, 'node_modules/vite/bin/vite.js');
/** Inside the project, where the packages that stay outside of the file are found. */
const builds = join(root, 'test/.tmp');

/** Runs what is named as its first argument. */
export const BOOT = join(root, 'test/faults/boot.cjs');

/** To be run by {@link BOOT}. */
export type BuiltWorker = { readonly file: string; remove(): void };

const run = promisify(execFile);

/** @param entry from the project's root */
export async function buildWorker(entry: string): Promise<BuiltWorker> {
  mkdirSync(builds, { recursive: true });
  const directory = mkdtempSync(join(builds, 'worker-'));
  const remove = () => rmSync(directory, { recursive: true, force: true });
  const config = join(root, 'test/faults/vite.config.ts');
  const file = join(directory, 'worker.cjs');
  const words = ['build', '--config', config, '--ssr', entry, '--outDir', directory];
  try {
    await run(process.execPath, [vite, ...words], { cwd: root });
    // With nobody to talk to it ends by itself, and leaves itself compiled.
    await run(process.execPath, [BOOT, file]);
  } catch (error) {
    remove();
    throw error;
  }
  return { file, remove };
}
