/**
 * `drizzle-kit generate` can't say STRICT, and without it SQLite keeps `'abc'` in an INTEGER column. This turns
 * each CREATE TABLE of the generated migrations into a STRICT one; run it after every generation. drizzle-kit
 * compares the schema with its snapshots, not with the SQL, so it sees no difference, and a second run finds
 * nothing to do. `test/store/schema.test.ts` fails when a table is not STRICT.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';

/** `migration` with every CREATE TABLE in it STRICT: drizzle-kit closes each on a line of its own. */
export const strictTables = (migration: string): string => migration.replace(/^\);$/gm, ') STRICT;');

/** Names of the files that were changed. */
export function makeMigrationsStrict(directory: string): readonly string[] {
  const changed: string[] = [];
  for (const name of readdirSync(directory).filter((file) => file.endsWith('.sql'))) {
    const file = join(directory, name);
    const generated = readFileSync(file, 'utf8');
    const strict = strictTables(generated);
    if (strict === generated) continue;
    writeFileSync(file, strict);
    changed.push(name);
  }
  return changed;
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  for (const name of makeMigrationsStrict(argv[2] ?? 'drizzle')) console.log(`made STRICT: ${name}`);
}
