/** docs/grammar.md says what the grammar does: every example of it is read here. */
import { describe, expect, test } from 'vitest';
import type { Statement } from '../../../src/domain/statement.ts';
import { figureText, grammarDocument, MINE, read, type Setting } from './support.ts';

type Row = readonly string[];

/** The rows of every table under `heading`, with as many columns as given. */
function rowsUnder(heading: string, columns: number): readonly Row[] {
  const [, after = ''] = grammarDocument().split(`### ${heading}\n`);
  const [part = ''] = after.split(/^##/m);
  return part
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')),
    )
    .filter((row) => row.length === columns);
}

/** As the document tells it: of notes, reasons and links only that they are there. */
function summed({ item, figure, blockedBecause, note, evidence, reportedOn }: Statement): string {
  return [
    item,
    ...(figure === null ? [] : [figureText(figure)]),
    ...(blockedBecause === null ? [] : ['blocked']),
    ...(note === null ? [] : ['note']),
    ...(evidence === null ? [] : ['link']),
    ...(reportedOn === null ? [] : [reportedOn]),
  ].join(' · ');
}

const inBothLanguages = (rows: readonly Row[]) =>
  rows.flatMap(([italian = '', english = '', ...rest]) => [
    { text: italian, rest, setting: { items: MINE } satisfies Setting },
    { text: english, rest, setting: { items: MINE, en: true } satisfies Setting },
  ]);

const recorded = inBothLanguages(rowsUnder('Recorded', 3));
const inThreads = inBothLanguages(rowsUnder('Recorded', 4));
const asked = inBothLanguages(rowsUnder('Asked back', 4));
const refused = inBothLanguages(rowsUnder('Refused', 3));

describe('docs/grammar.md', () => {
  test.each(recorded)('recorded: “$text”', ({ text, rest: [meaning], setting }) => {
    const reply = read(text, setting);
    expect(reply.ok === true ? reply.statements.map(summed) : reply).toEqual([meaning]);
  });

  test.each(inThreads)('recorded in a thread: “$text”', ({ text, rest: [item = '', meaning], setting }) => {
    const reply = read(text, { ...setting, implied: item });
    expect(reply.ok === true ? reply.statements.map(summed) : reply).toEqual([meaning]);
  });

  test.each(asked)('asked back: “$text”', ({ text, rest: [reason, count], setting }) => {
    const reply = read(text, setting);
    expect(reply).toMatchObject({ ok: 'AMBIGUOUS', reason });
    expect(reply.ok === 'AMBIGUOUS' && reply.choices.length).toBe(Number(count));
  });

  test.each(refused)('refused: “$text”', ({ text, rest: [code], setting }) => {
    const reply = read(text, setting);
    expect(reply.ok === false ? reply.lines.map(({ refusal }) => refusal.code) : reply).toEqual([code]);
  });

  test('no table of it goes unread', () => {
    const rows = grammarDocument().match(/^\| `/gm) ?? [];
    expect(rows).toHaveLength((recorded.length + inThreads.length + asked.length + refused.length) / 2);
    expect(rows.length).toBeGreaterThanOrEqual(45);
  });
});
