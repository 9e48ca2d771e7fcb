/** Somebody's items and the plan around them, and what was read of a line as one line. */
import { readFileSync } from 'node:fs';
import type { GoalCode, ItemCode } from '../../../src/domain/codes.ts';
import { isoDate } from '../../../src/domain/dates.ts';
import type { Statement } from '../../../src/domain/statement.ts';
import type { GrammarSetting } from '../../../src/slack/grammar/grammar-setting.ts';
import type { KnownItem } from '../../../src/slack/grammar/known-item.ts';
import { parseReply } from '../../../src/slack/grammar/parse-reply.ts';

export const TODAY = isoDate('2020-09-14');

const phase = (code: string, parts: Partial<KnownItem> = {}): KnownItem => ({
  code: code as ItemCode,
  goal: code.slice(0, code.lastIndexOf('.')) as GoalCode,
  kind: 'PHASE',
  measure: 'PERCENT',
  unit: null,
  reported: true,
  ...parts,
});
const indicator = (code: string, parts: Partial<KnownItem> = {}): KnownItem => ({
  code: code as ItemCode,
  goal: code as GoalCode,
  kind: 'INDICATOR',
  measure: 'RATIO',
  unit: null,
  reported: true,
  ...parts,
});

/** Of the person of docs/grammar.md; nothing was ever said of 1.2.2. */
export const MINE: readonly KnownItem[] = [
  phase('1.1.3'),
  phase('1.2.2', { reported: false }),
  phase('1.4.2'),
  phase('1.4.4', { measure: 'UNITS', unit: 'colloqui' }),
  indicator('3.1'),
  indicator('3.2'),
  indicator('5.1', { measure: 'VALUE', unit: 'giorni' }),
];

/** Those of them with one of `codes`. */
export const mineOf = (...codes: readonly string[]): readonly KnownItem[] =>
  MINE.filter(({ code }) => codes.includes(code));

/** As many phases by percent as somebody of a large structure answers for: 1.6.1, 1.6.2 … */
export const manyPhases = (count: number): readonly KnownItem[] =>
  Array.from({ length: count }, (_, index) => phase(`1.6.${index + 1}`));

/** Every code of the plan of 2020, and of one goal more. */
export const CODES: ReadonlySet<string> = new Set([
  ...['1.1', '1.1.1', '1.1.2', '1.1.3', '1.1.4', '1.1.5', '1.1.6', '1.2', '1.2.1', '1.2.2', '1.2.3'],
  ...['1.3', '1.3.1', '1.3.2', '1.3.3', '1.4', '1.4.1', '1.4.2', '1.4.3', '1.4.4', '1.5'],
  ...['3.1', '3.2', '3.3', '4.1', '4.2', '4.3', '5.1'],
  ...Array.from({ length: 30 }, (_, index) => `1.6.${index + 1}`),
]);

/** Who writes a line, and where: an Italian of whom nothing is known, outside of any thread, unless told. */
export type Setting = {
  readonly en?: true;
  readonly implied?: string;
  /** Items of the person; then the codes of the plan are known too. */
  readonly items?: readonly KnownItem[];
};

export const grammarSetting = ({ en, implied, items }: Setting = {}): GrammarSetting => ({
  language: en ? 'en' : 'it',
  today: TODAY,
  impliedItem: implied ?? null,
  items: items ?? [],
  codes: items ? CODES : null,
});

export const read = (text: string, setting: Setting = {}) => parseReply(text, grammarSetting(setting));

/** A statement as one line: `1.1.3 60% | blocked: why | note: … | link | 2020-04-28`. */
export function told({ item, figure, blockedBecause, note, evidence, reportedOn }: Statement): string {
  const said = figure === null ? '' : ` ${figureText(figure)}`;
  return [
    `${item}${said}`,
    ...(blockedBecause === null ? [] : [`blocked: ${blockedBecause}`]),
    ...(note === null ? [] : [`note: ${note}`]),
    ...(evidence === null ? [] : [evidence]),
    ...(reportedOn === null ? [] : [reportedOn]),
  ].join(' | ');
}

export function figureText(figure: NonNullable<Statement['figure']>): string {
  switch (figure.kind) {
    case 'PERCENT':
      return `${figure.percent}%`;
    case 'NUMBER':
      return figure.unit === null ? `#${figure.number}` : `#${figure.number} ${figure.unit}`;
    case 'RATIO':
      return `${figure.numerator}/${figure.denominator}`;
    case 'DONE':
    case 'UNCHANGED':
      return figure.kind;
  }
}

export const grammarDocument = (): string =>
  readFileSync(new URL('../../../docs/grammar.md', import.meta.url), 'utf8');
