/** A disk that takes nothing: said so in a word of our own, nothing written, and all well once it takes again. */
import { sql } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { asFailed, StoreFailed } from '../../src/store/store-failed.ts';
import { temporaryFile } from './support.ts';

describe('an error while writing', () => {
  test.each([
    { code: 'SQLITE_FULL', failed: true },
    { code: 'SQLITE_IOERR_FSYNC', failed: true },
    { code: 'SQLITE_IOERR_WRITE', failed: true },
    { code: 'SQLITE_READONLY_DBMOVED', failed: true },
    { code: 'SQLITE_CANTOPEN', failed: true },
    { code: 'SQLITE_BUSY', failed: false },
    { code: 'SQLITE_CONSTRAINT_UNIQUE', failed: false },
    { code: 'SQLITE_CORRUPT', failed: false },
  ])('$code is the disk’s: $failed', ({ code, failed }) => {
    const error = Object.assign(new Error('why'), { code });
    expect(asFailed(error)?.code).toBe(failed ? code : undefined);
    expect(asFailed(new Error('wrapped', { cause: error }))?.code).toBe(failed ? code : undefined);
  });
});

test('a full disk: nothing is written, reading goes on, and once there is room writing does', async () => {
  const database = openDatabase({ file: temporaryFile() });
  onTestFinished(() => database.close());
  const { query, write } = database;
  await write(() => query.run(sql`CREATE TABLE jottings (note TEXT)`));
  await write(() => query.run(sql`INSERT INTO jottings VALUES ('first')`));
  const notes = () => query.all<{ note: string }>(sql`SELECT substr(note, 1, 6) AS note FROM jottings`);
  const long = 'second'.padEnd(100_000, '.');
  const insert = () =>
    write(() => {
      query.run(sql`INSERT INTO jottings VALUES ('undone')`);
      return query.run(sql`INSERT INTO jottings VALUES (${long})`);
    });
  const [pages] = query.all<{ page_count: number }>(sql`PRAGMA page_count`);
  query.get(sql.raw(`PRAGMA max_page_count = ${pages?.page_count}`));
  await expect(insert()).rejects.toThrow(StoreFailed);
  expect(notes()).toEqual([{ note: 'first' }]);
  query.get(sql`PRAGMA max_page_count = 1000000`);
  await insert();
  expect(notes()).toEqual([{ note: 'first' }, { note: 'undone' }, { note: 'second' }]);
});
