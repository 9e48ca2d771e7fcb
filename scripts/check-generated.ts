/** Fails when generating anew would change a committed file: the SDL, the types of operations, the JSON Schemas or the migrations. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GENERATED } from './generated.ts';
import { makeMigrationsStrict } from './strict-tables.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const stale = [...(await staleFiles()), ...staleMigrations()];

if (stale.length > 0) {
  console.error(`Not as generated: ${stale.join(', ')}. Run: npm run generate`);
  process.exitCode = 1;
}

async function staleFiles(): Promise<readonly string[]> {
  const found = await Promise.all(
    GENERATED.map(async ({ file, text }) => {
      const path = join(root, file);
      const isStale = !existsSync(path) || readFileSync(path, 'utf8') !== (await text());
      return isStale ? [file] : [];
    }),
  );
  return found.flat();
}

/** Generates into a copy: a change of the schema without its migration makes the copy differ. */
function staleMigrations(): readonly string[] {
  const committed = join(root, 'drizzle');
  const copy = mkdtempSync(join(root, 'node_modules/.migrations-'));
  try {
    cpSync(committed, copy, { recursive: true });
    execFileSync(
      process.execPath,
      [
        join(root, 'node_modules/drizzle-kit/bin.cjs'),
        'generate',
        '--dialect=sqlite',
        '--schema=src/store/schema/index.ts',
        // drizzle-kit puts `./` before it.
        `--out=${relative(root, copy)}`,
      ],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    makeMigrationsStrict(copy);
    const files = (directory: string) =>
      readdirSync(directory, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(directory, join(entry.parentPath, entry.name)));
    const all = new Set([...files(committed), ...files(copy)]);
    const read = (directory: string, file: string) =>
      files(directory).includes(file) ? readFileSync(join(directory, file), 'utf8') : null;
    return [...all]
      .filter((file) => read(committed, file) !== read(copy, file))
      .map((file) => `drizzle/${file}`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
