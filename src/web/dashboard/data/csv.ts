/** A table as a file for a spreadsheet, in the form that each language's spreadsheet opens by itself. */
import type { Language } from '../../../messages/language.ts';

export type CsvColumn<Row> = {
  readonly label: string;
  /** A number stays one, and null is an empty cell. */
  readonly value: (row: Row) => string | number | null;
};

const FORMS: Readonly<Record<Language, { readonly separator: string; readonly point: string }>> = {
  it: { separator: ';', point: ',' },
  en: { separator: ',', point: '.' },
};

/** What comes before the text in a file: without it Excel takes accents for another alphabet's letters. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** @returns lines that end as RFC 4180 has it, the first with the names of the columns */
export function csvOf<Row>(
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
  language: Language,
): string {
  const { separator, point } = FORMS[language];
  const cell = (value: string | number | null): string => {
    if (value === null) return '';
    const text = typeof value === 'number' ? numberText(value).replace('.', point) : harmless(value);
    return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map(({ value }) => value(row))),
  ];
  return lines.map((line) => `${line.map(cell).join(separator)}\r\n`).join('');
}

/** `goals-2020.csv`: what every system takes for the name of a file. */
export const csvFileName = (caption: string): string => {
  const name = caption
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${name || 'table'}.csv`;
};

/** Figures come unrounded: what binary fractions add to them at the end is not theirs. */
const numberText = (value: number): string => String(Number(value.toPrecision(12)));

/** A spreadsheet would run what begins like this; with an apostrophe before it, it is text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
