/** Conditions of CHECK constraints, in the words of SQL: a row that breaks one can't be written by any program. */
import { type SQL, sql } from 'drizzle-orm';

export const oneOf = (column: string, values: readonly string[]): SQL =>
  sql.raw(`${column} IN (${values.map((value) => `'${value}'`).join(', ')})`);

/** Basis points of a whole: 0–10 000. NULL passes, as in every CHECK. */
export const withinWhole = (column: string): SQL => sql.raw(`${column} BETWEEN 0 AND 10000`);

export const isDay = (column: string): SQL =>
  sql.raw(`${column} GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'`);

export const notEmpty = (column: string): SQL => sql.raw(`${column} <> ''`);

/** How many of `columns` hold something. */
export const filled = (columns: readonly string[], count: string): SQL =>
  sql.raw(`${columns.map((column) => `(${column} IS NOT NULL)`).join(' + ')} ${count}`);
