import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Log } from '../options.ts';

export type StateFile = {
  /** Writes soon; many changes in a row become one write. */
  schedule(): void;
  /** Writes now if anything is owed. */
  flush(): void;
  /** Writes now, and only logs if that fails: what is told to others afterwards is kept first. */
  keep(): void;
};

/**
 * Keeps a snapshot in a JSON file. It is written beside the old one, synced and renamed, so that a crash leaves
 * either the old state or the new one, never half of it.
 */
export function createStateFile(path: string, snapshot: () => unknown, log: Log, delayMs = 200): StateFile {
  let timer: NodeJS.Timeout | undefined;

  function write(): void {
    const temporary = `${path}.tmp`;
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(temporary, 'w');
    try {
      // `writeSync` may write a part.
      writeFileSync(file, JSON.stringify(snapshot()));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  }

  function keep(): void {
    clearTimeout(timer);
    timer = undefined;
    try {
      write();
    } catch (error) {
      log('error', 'the local workspace could not write its state file', { path, error: String(error) });
    }
  }

  return {
    schedule() {
      timer ??= setTimeout(keep, delayMs);
    },
    keep,
    flush() {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      write();
    },
  };
}

/**
 * The parsed contents of the file, or undefined if there is none. What cannot be read as state (not JSON, not
 * what `parse` accepts) is set aside as `<path>.corrupt-<n>`: a broken file must neither stop the product nor
 * be overwritten.
 */
export function readStateFile<T>(path: string, parse: (value: unknown) => T, log: Log): T | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    let n = 1;
    while (existsSync(`${path}.corrupt-${n}`)) n += 1;
    const aside = `${path}.corrupt-${n}`;
    renameSync(path, aside);
    log('warn', 'the local workspace set aside a state file it cannot read, and starts afresh', {
      path,
      aside,
      error: error instanceof Error ? error.message : String(error),
    });
    return undefined;
  }
}
