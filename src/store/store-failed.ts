/**
 * The disk did not take a write: it is full, or failing. Nothing was written: SQLite takes a commit whose file could not
 * be written, or not be made to reach the disk, for one that failed. The connection goes on: what is there can be read,
 * and the next write that the disk takes succeeds.
 */
export class StoreFailed extends Error {
  /** SQLite's own word, such as `SQLITE_FULL`. */
  readonly code: string;

  constructor(code: string, cause: unknown) {
    super(`the disk did not take a write: ${code}`, { cause });
    this.name = 'StoreFailed';
    this.code = code;
  }
}

/** Full; failing in any of its ways; turned read-only under us; no room for a file beside the database. */
const FAILURES: readonly string[] = ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_READONLY', 'SQLITE_CANTOPEN'];

/**
 * `error`, met while writing, as a {@link StoreFailed}; undefined for anything else. Drizzle wraps what SQLite says of a
 * statement, and leaves what it says of a transaction as it is.
 */
export function asFailed(error: unknown): StoreFailed | undefined {
  if (!(error instanceof Error)) return undefined;
  if (!('code' in error)) return asFailed(error.cause);
  const code = String(error.code);
  return FAILURES.some((each) => code.startsWith(each)) ? new StoreFailed(code, error) : undefined;
}
