import { CsvError, parse } from 'csv-parse/sync';
import { LineCounter } from 'yaml';
import type { Rule } from './problems.ts';
import type { PlacedRule } from './read-yaml.ts';

export type CsvDelimiter = ',' | ';';

export type CsvCell = {
  /** Spaces and line ends are single spaces, and none around it. */
  readonly text: string;
  /** Where it begins in the text. */
  readonly offset: number;
};

export type CsvFile =
  | {
      readonly ok: true;
      /** Each has at least one cell, which may be empty; lines without any are left out. */
      readonly rows: readonly (readonly CsvCell[])[];
      readonly delimiter: CsvDelimiter;
      readonly lines: LineCounter;
    }
  | { readonly ok: false; readonly found: readonly PlacedRule[] };

/** Longer than any row of people; a quote that is never closed would make one of the whole file. */
export const MAX_ROW_BYTES = 100_000;

/** Fifty times a list of hundreds of people; the parser takes a second for each hundred thousand. */
export const MAX_CELLS = 250_000;

/** The one that the first line has: Excel writes semicolons where the comma is the decimal sign. */
const delimiterOf = (text: string): CsvDelimiter => (/^\s*[^\r\n]*;/.test(text) ? ';' : ',');

/** The cells of a CSV file (RFC 4180) with their places, or why it cannot be taken apart. */
export function readCsv(text: string): CsvFile {
  const delimiter = delimiterOf(text);
  const cells = text.split(delimiter).length + text.split('\n').length;
  if (cells > MAX_CELLS) {
    return {
      ok: false,
      found: [{ rule: { code: 'CSV_TOO_MANY_CELLS', limit: MAX_CELLS }, line: 1, column: 1 }],
    };
  }
  const lines = lineCounterOf(text);
  const cursor = new CellCursor(text);
  const starts: number[] = [];
  try {
    const rows = parse(text, {
      delimiter,
      // Told rather than discovered: a file put together from two may have several.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: MAX_ROW_BYTES,
      cast(value, { bytes, index }) {
        starts.push(cursor.startOf(index));
        cursor.moveTo(bytes);
        return value;
      },
    });
    const placed = starts.values();
    return {
      ok: true,
      rows: rows.map((row) =>
        row.map((cell) => ({ text: cell.replace(/\s+/g, ' ').trim(), offset: placed.next().value ?? 0 })),
      ),
      delimiter,
      lines,
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const rule: Rule =
      error.code === 'CSV_MAX_RECORD_SIZE'
        ? { code: 'CSV_ROW_TOO_LONG', limit: MAX_ROW_BYTES }
        : { code: 'CSV_QUOTES' };
    const { line, col } = lines.linePos(cursor.startOf(Number(error.index)));
    return { ok: false, found: [{ rule, line, column: col }] };
  }
}

function lineCounterOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) lines.addNewLine(index + end.length);
  return lines;
}

/** Follows the parser, which tells of a cell only the byte at which it ended. */
class CellCursor {
  readonly #text: string;
  readonly #bytes: Buffer;
  #byte = 0;
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
    this.#bytes = Buffer.from(text);
  }

  /** Where the next cell begins: after a delimiter, or after the line ends between two rows. */
  startOf(index: number): number {
    if (index > 0) return this.#offset + 1;
    const gap = /\s*/y;
    gap.lastIndex = this.#offset;
    gap.test(this.#text);
    return gap.lastIndex;
  }

  moveTo(byte: number): void {
    this.#offset += this.#bytes.toString('utf8', this.#byte, byte).length;
    this.#byte = byte;
  }
}
