/** The rows of a directory as CSV in the form in which the fields of a YAML file are checked. */
import type { Plan } from '../domain/plan.ts';
import { findStructure } from '../domain/resolve.ts';
import {
  CSV_COLUMNS,
  type CsvColumn,
  type CsvKind,
  columnLabel,
  columnOf,
  kindOfHeader,
} from './csv-columns.ts';
import type { FilePlace, Rule } from './problems.ts';
import type { CsvCell, CsvFile } from './read-csv.ts';
import { Report } from './report.ts';
import { type Offsets, PLACE_KEY, pointerStep, STAND_IN, type Tree, type TreeMap } from './tree.ts';

export type CsvTree = {
  readonly kind: CsvKind;
  readonly tree: TreeMap;
  readonly problems: Report<Rule>;
  /** Of the cells in whose place a stand-in is. */
  readonly replaced: readonly string[];
  /** How the header calls a field. */
  readonly named: (field: string) => string;
};

export type CsvTreeResult =
  | ({ readonly ok: true } & CsvTree)
  | { readonly ok: false; readonly problems: readonly (FilePlace & Rule)[] };

/** Of one file: an agency has hundreds of people. */
export const MAX_ROWS = 5_000;

const LISTS: Readonly<Record<CsvKind, string>> = { PEOPLE: 'people', CHANNELS: 'channels' };

/** `plan` tells structures by name and alias too; null where there is none yet. */
export function buildCsvTree(
  csv: Extract<CsvFile, { ok: true }>,
  file: string,
  plan: Plan | null,
): CsvTreeResult {
  const offsets = new Map<string, Offsets>();
  const problems = new Report<Rule>(file, offsets, csv.lines);
  const [header = [], ...rows] = csv.rows;
  const filled = rows.filter((row) => row.some(({ text }) => !isBlank(text)));
  const fault = (rule: Rule): CsvTreeResult => {
    problems.add(rule, '');
    return { ok: false, problems: problems.list() };
  };
  const kind = kindOfHeader(header.map(({ text }) => text));
  if (kind === undefined) {
    return fault({
      code: 'CSV_HEADER',
      people: CSV_COLUMNS.PEOPLE.map(columnLabel),
      channels: CSV_COLUMNS.CHANNELS.map(columnLabel),
    });
  }
  if (filled.length === 0) return fault({ code: 'CSV_NO_ROWS' });
  if (filled.length > MAX_ROWS) {
    return fault({ code: 'CSV_TOO_MANY_ROWS', rows: filled.length, limit: MAX_ROWS });
  }
  const columns = readHeader(header, kind, offsets, problems);
  const missing = CSV_COLUMNS[kind].filter(
    ({ required, field }) => required && !columns.some((each) => each?.field === field),
  );
  missing.forEach((column, index) => {
    const pointer = `/header/missing/${index}`;
    problems.add({ code: 'CSV_COLUMN_MISSING', missing: columnLabel(column) }, pointer);
  });
  const builder = new RowBuilder({ columns, missing, delimiter: csv.delimiter, plan, offsets, problems });
  const list = LISTS[kind];
  const items = filled.map((row, index) => builder.build(row, `/${list}/${index}`));
  return {
    ok: true,
    kind,
    tree: { [list]: items, [PLACE_KEY]: '' },
    problems,
    replaced: builder.replaced,
    named: (field) => header[columns.findIndex((column) => column?.field === field)]?.text ?? field,
  };
}

/** The column of each cell of the header; undefined where it has none. */
function readHeader(
  header: readonly CsvCell[],
  kind: CsvKind,
  offsets: Map<string, Offsets>,
  problems: Report<Rule>,
): readonly (CsvColumn | undefined)[] {
  const seen = new Set<CsvColumn>();
  return header.map(({ text, offset }, index) => {
    // A spreadsheet that once had more columns leaves empty ones behind.
    if (text === '') return undefined;
    const pointer = `/header/${index}`;
    offsets.set(pointer, { key: offset, value: offset });
    const column = columnOf(kind, text);
    if (column === undefined) {
      const accepted = CSV_COLUMNS[kind].map(columnLabel);
      problems.add({ code: 'UNKNOWN_FIELD', field: text, accepted }, pointer);
    } else if (seen.has(column)) {
      problems.add({ code: 'DUPLICATE_KEY', key: text, firstLine: 1 }, pointer);
    } else {
      seen.add(column);
      return column;
    }
    return undefined;
  });
}

/** A lone dash is how people fill a cell that has nothing to say. */
const isBlank = (text: string): boolean => text === '' || /^[-–—]$/.test(text);

/**
 * What a spreadsheet would compute when it opens a list that we wrote, or what it could not compute itself. A file
 * saved as CSV holds values, not formulas: whoever has one in it did not mean to, or meant harm.
 */
const isFormula = (text: string): boolean => /^[=+@-]/.test(text) || SPREADSHEET_ERROR.test(text);

const SPREADSHEET_ERROR = /^#(?:N\/[AD]|REF!|RIF!|VALUE!|VALORE!|NAME\?|NOME\?|DIV\/0!|NUM!|NULL!|NULLO!)/i;

type RowSetting = {
  readonly columns: readonly (CsvColumn | undefined)[];
  readonly missing: readonly CsvColumn[];
  readonly delimiter: string;
  readonly plan: Plan | null;
  readonly offsets: Map<string, Offsets>;
  readonly problems: Report<Rule>;
};

class RowBuilder {
  readonly replaced: string[] = [];
  readonly #setting: RowSetting;

  constructor(setting: RowSetting) {
    this.#setting = setting;
  }

  build(row: readonly CsvCell[], pointer: string): TreeMap {
    const { columns, missing } = this.#setting;
    this.#placeAt(pointer, row[0]);
    const item: TreeMap = { [PLACE_KEY]: pointer };
    // Told once, of the header: each row is checked as if it had the column.
    for (const { field } of missing) item[field] = this.#standIn(pointer + pointerStep(field));
    for (const [index, column] of columns.entries()) {
      if (column === undefined) continue;
      const place = pointer + pointerStep(column.field);
      const cell = row[index];
      this.#placeAt(place, cell);
      const value = this.#valueOf(cell?.text ?? '', column, place);
      if (value !== undefined) item[column.field] = value;
    }
    this.#checkCellsBeyond(row, pointer);
    return item;
  }

  #valueOf(text: string, { field, required }: CsvColumn, pointer: string): Tree | undefined {
    const { problems } = this.#setting;
    if (isBlank(text)) return required ? null : undefined;
    if (isFormula(text)) {
      problems.add({ code: 'CSV_FORMULA', found: text }, pointer);
      return field === 'structures' ? [this.#standIn(pointer)] : this.#standIn(pointer);
    }
    if (field === 'structures') return this.#structuresOf(text, pointer);
    if (field === 'structure') return this.#structureOf(text, pointer);
    // Channels are named as people write them in Slack.
    return field === 'name' ? text.replace(/^#/, '') : text;
  }

  /** One structure whose name has the separators in it, or several. */
  #structuresOf(text: string, pointer: string): Tree[] {
    const { plan } = this.#setting;
    const parts = plan && findStructure(plan, text) ? [text] : text.split(/\s[-–]\s|[|,;]/);
    return parts
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part, index) => this.#structureOf(part, pointer + pointerStep(index)));
  }

  #structureOf(text: string, pointer: string): Tree {
    const { plan, problems } = this.#setting;
    const code = plan ? findStructure(plan, text)?.code : text.toLocaleUpperCase('it');
    if (code !== undefined) return code;
    const known = plan?.structures.map((structure) => structure.code) ?? [];
    problems.add({ code: 'UNKNOWN_STRUCTURE', structure: text, known }, pointer);
    return this.#standIn(pointer);
  }

  #checkCellsBeyond(row: readonly CsvCell[], pointer: string): void {
    const { columns, delimiter, problems } = this.#setting;
    const beyond = row.slice(columns.length).find(({ text }) => !isBlank(text));
    if (beyond === undefined) return;
    const place = `${pointer}/beyond`;
    this.#placeAt(place, beyond);
    problems.add({ code: 'CSV_CELL_WITHOUT_COLUMN', columns: columns.length, delimiter }, place);
  }

  #placeAt(pointer: string, cell: CsvCell | undefined): void {
    if (cell) this.#setting.offsets.set(pointer, { key: cell.offset, value: cell.offset });
  }

  #standIn(pointer: string): Tree {
    this.replaced.push(pointer);
    return STAND_IN;
  }
}
