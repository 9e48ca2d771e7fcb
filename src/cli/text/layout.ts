/** Plain text in 80 columns: wrapped paragraphs, labelled rows, a table. */

export const WIDTH = 80;

/**
 * What people wrote may hold control characters, with which a terminal can be made to show something else.
 * Lines and tabs become spaces; a non-breaking space stays.
 */
export const cleaned = (text: string): string =>
  text.replace(/[\t\n\r]+/g, ' ').replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '');

const lengthOf = (text: string): number => [...text].length;

/** Breaks `text` at spaces; a word longer than a line stays whole. */
export function wrap(text: string, first = '', rest = ' '.repeat(lengthOf(first))): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of cleaned(text).split(/ +/).filter(Boolean)) {
    if (!empty && lengthOf(line) + 1 + lengthOf(word) > WIDTH) {
      lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line.trimEnd()].join('\n');
}

export type Row = readonly [label: string, value: string];

/** Labels in one column, values wrapped in the other. */
export function rows(pairs: readonly Row[]): string {
  const column = Math.max(...pairs.map(([label]) => lengthOf(label))) + 3;
  return pairs.map(([label, value]) => wrap(value, pad(label, column))).join('\n');
}

export type Column = { readonly title: string; readonly width: number; readonly align: 'LEFT' | 'RIGHT' };

export function table(columns: readonly Column[], lines: readonly (readonly string[])[]): string {
  const print = (cells: readonly string[]): string =>
    columns
      .map(({ width, align }, index) => pad(clip(cleaned(cells[index] ?? ''), width), width, align))
      .join(' ')
      .trimEnd();
  const head = print(columns.map(({ title }) => title));
  return [head, '-'.repeat(lengthOf(head)), ...lines.map(print)].join('\n');
}

function pad(text: string, width: number, align: Column['align'] = 'LEFT'): string {
  const gap = ' '.repeat(Math.max(0, width - lengthOf(text)));
  return align === 'LEFT' ? text + gap : gap + text;
}

function clip(text: string, width: number): string {
  const letters = [...text];
  return letters.length <= width
    ? text
    : `${letters
        .slice(0, width - 1)
        .join('')
        .trimEnd()}…`;
}

/** Blocks with an empty line between them; empty ones are left out. */
export const blocks = (...texts: readonly string[]): string =>
  `${texts.filter((text) => text !== '').join('\n\n')}\n`;
