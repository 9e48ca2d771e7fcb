/**
 * Another process held the write lock for as long as a write may wait. Nothing was written: the same call can be
 * made again, so an edge answers “try again” and not that something is broken.
 */
export class StoreBusy extends Error {
  /** @param because for how many milliseconds another process has kept the database locked, or what else was in the way */
  constructor(because: number | string) {
    super(
      typeof because === 'string'
        ? because
        : `another process has kept the database locked for ${because} ms`,
    );
    this.name = 'StoreBusy';
  }
}

/** SQLite's own words for it, with all its extended codes. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
