import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type FileContents = { put(id: string, contents: Buffer): void; get(id: string): Buffer | undefined };

/** Contents of uploaded files: in the directory beside the state file, or in memory when nothing is kept. */
export function createFileContents(stateFile: string | undefined): FileContents {
  if (stateFile === undefined) {
    const kept = new Map<string, Buffer>();
    return { put: (id, contents) => void kept.set(id, contents), get: (id) => kept.get(id) };
  }
  const directory = `${stateFile}.files`;
  return {
    put(id, contents) {
      mkdirSync(directory, { recursive: true });
      writeFileSync(join(directory, id), contents);
    },
    get(id) {
      const path = join(directory, id);
      return existsSync(path) ? readFileSync(path) : undefined;
    },
  };
}
