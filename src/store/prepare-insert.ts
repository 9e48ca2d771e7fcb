import { getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteInsertValue, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { atFirstUse } from './at-first-use.ts';
import type { Query } from './database.ts';

/**
 * One prepared INSERT of a row with every given column. Prepared, it costs a tenth of one built for each row.
 * Of no use for a nullable column with a mode (boolean, json): through a placeholder Drizzle encodes its null.
 */
export function prepareInsert<Table extends SQLiteTable>(
  query: Query,
  table: Table,
): (row: Required<Table['$inferInsert']>) => void {
  const placeholders = Object.fromEntries(
    Object.keys(getTableColumns(table)).map((column) => [column, sql.placeholder(column)]),
  );
  const insert = atFirstUse(() =>
    query
      .insert(table)
      .values(placeholders as SQLiteInsertValue<Table>)
      .prepare(),
  );
  return (row) => {
    insert().run(row);
  };
}

/** Rows a statement: SQLite takes 32,766 parameters, and no table of ours has 60 columns. */
const ROWS_PER_INSERT = 500;

/** Inserts all of `rows`, be they none or thousands. */
export function insertAll<Table extends SQLiteTable>(
  query: Query,
  table: Table,
  rows: readonly SQLiteInsertValue<Table>[],
): void {
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
    query
      .insert(table)
      .values(rows.slice(start, start + ROWS_PER_INSERT))
      .run();
  }
}
