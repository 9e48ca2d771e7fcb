/**
 * A database that many tests begin with, made once in each worker and copied: to migrate and to import anew takes ten
 * times as long.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const templates = new Map<string, Promise<string>>();

/** Removed with the worker. */
function makeDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'arti-template-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

async function build(fill: (file: string) => Promise<void>): Promise<string> {
  const file = join(makeDirectory(), 'template.db');
  await fill(file);
  // Closed, SQLite has moved all of it into the one file that is copied.
  if (existsSync(`${file}-wal`)) throw new Error('a template is still open');
  return file;
}

/**
 * Puts a copy of the template `name` where nothing is yet.
 * @param fill makes it the first time, and closes it
 */
export async function copyTemplate(
  name: string,
  file: string,
  fill: (file: string) => Promise<void>,
): Promise<void> {
  if (file === ':memory:' || existsSync(file)) return;
  const known = templates.get(name) ?? build(fill);
  templates.set(name, known);
  copyFileSync(await known, file);
}
