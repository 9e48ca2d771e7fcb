import { accepted, type Result, refused } from '../../domain/refusal.ts';
import type { SaidFigure } from '../../domain/statement.ts';
import { parseNumber } from '../../messages/format.ts';
import type { Language } from '../../messages/language.ts';

export type FigureAndNote = {
  readonly figure: SaidFigure | null;
  readonly blockedBecause: string | null;
  readonly note: string | null;
};

export type FigureSetting = { readonly item: string; readonly given: string; readonly language: Language };

const NUMBER = String.raw`[-−+]?\d+(?:[.,]\d+)*`;
const FILLER =
  /^(?:(?:siamo|ora|adesso|now|we are)\s+)?(?:è\s+|e'\s+|is\s+|=\s*)?(?:al\s*|all['’]\s*|allo\s+|a\s+|at\s+|to\s+)?/i;
const RATIO = new RegExp(`^(${NUMBER})\\s*/\\s*(${NUMBER})(?=$|[\\s,;])`);
const PERCENT = new RegExp(`^(${NUMBER})\\s*(?:%|per\\s?cento|percent)(?=$|[\\s,;.!])`, 'i');
const COUNT = new RegExp(`^(${NUMBER})(?:\\s+(\\p{L}[\\p{L}'’-]*))?(?=$|[\\s,;])`, 'u');
const DONE =
  /^(?:fatt[oa]|completat[oa]|conclus[oa]|terminat[oa]|finit[oa]|done|completed?|finished)(?=$|[\s,;.!])/i;
const UNCHANGED = /^(?:invariat[oa]|immutat[oa]|come prima|unchanged|no change|same)(?=$|[\s,;.!])/i;
const BLOCKED =
  /(?:^|[\s,;])(?:(?:è\s+|ma\s+|but\s+|is\s+)*)(?:bloccat[oa]|ferm[oa]|blocked|stuck)(?=$|[\s,;.!])/i;
/** Anything else in the line that could be meant as the figure. */
const SECOND_FIGURE = new RegExp(
  `${NUMBER}\\s*(?:%|per\\s?cento|percent)|${NUMBER}\\s*/\\s*${NUMBER}|(?:poi|quindi|anzi|oppure|forse|then|or|maybe|→|->|[-–])\\s*${NUMBER}`,
  'giu',
);

/**
 * Reads the figure at the head of `head`; what is left, and `tail` (after a colon), is the note, or the reason
 * of a block. Refused: NOTHING_SAID, NOT_UNDERSTOOD, SEVERAL_FIGURES, NUMBER_INVALID, BLOCK_REASON_MISSING.
 */
export function readFigure(head: string, tail: string | null, setting: FigureSetting): Result<FigureAndNote> {
  const text = head.trim();
  if (text === '' && tail === null) return refused({ code: 'NOTHING_SAID', item: setting.item });
  const blocked = BLOCKED.exec(text);
  const said = blocked ? text.slice(0, blocked.index) : text;
  const read = readSaid(said.trim().replace(FILLER, ''), setting);
  if (!read.ok) return read;
  if (read.value === null && !blocked) return refused({ code: 'NOT_UNDERSTOOD', given: setting.given });
  const rest = read.value === null ? said : read.value.rest;
  const second = rest.match(SECOND_FIGURE) ?? [];
  const alsoDone = read.value !== null && (DONE.test(rest.trim()) || UNCHANGED.test(rest.trim()));
  if (second.length > 0 || alsoDone) {
    const first = read.value?.written ?? '';
    return refused({
      code: 'SEVERAL_FIGURES',
      given: setting.given,
      figures: [first, ...second].map((each) => each.trim()),
    });
  }
  const figure = read.value?.figure ?? null;
  if (!blocked) return accepted({ figure, blockedBecause: null, note: joined(rest, tail) });
  const after = text.slice(blocked.index + blocked[0].length).replace(/^[\s,;.–—-]+/, '');
  const reason = joined(after.replace(/^(?:perché|perche'|because)\s+/i, ''), tail);
  if (reason === null) return refused({ code: 'BLOCK_REASON_MISSING', item: setting.item });
  return accepted({ figure, blockedBecause: reason, note: joined(rest, null) });
}

type Said = { readonly figure: SaidFigure; readonly written: string; readonly rest: string };

function readSaid(text: string, { language }: FigureSetting): Result<Said | null> {
  const number = (written: string) => parseNumber(written.replace('−', '-').replace(/^\+/, ''), language);
  const rest = (match: RegExpExecArray) => text.slice(match[0].length);
  const ratio = RATIO.exec(text);
  if (ratio) {
    const [written, top = '', bottom = ''] = ratio;
    const numerator = number(top);
    const denominator = number(bottom);
    if (numerator === undefined || denominator === undefined)
      return refused({ code: 'NUMBER_INVALID', given: written });
    return accepted({ figure: { kind: 'RATIO', numerator, denominator }, written, rest: rest(ratio) });
  }
  const percent = PERCENT.exec(text);
  if (percent) {
    const [written, digits = ''] = percent;
    const value = number(digits);
    if (value === undefined) return refused({ code: 'NUMBER_INVALID', given: written });
    return accepted({ figure: { kind: 'PERCENT', percent: value }, written, rest: rest(percent) });
  }
  const done = DONE.exec(text);
  if (done) return accepted({ figure: { kind: 'DONE' }, written: done[0], rest: rest(done) });
  const unchanged = UNCHANGED.exec(text);
  if (unchanged)
    return accepted({ figure: { kind: 'UNCHANGED' }, written: unchanged[0], rest: rest(unchanged) });
  const count = COUNT.exec(text);
  if (count) {
    const [written, digits = '', unit] = count;
    const value = number(digits);
    if (value === undefined) return refused({ code: 'NUMBER_INVALID', given: digits });
    return accepted({
      figure: { kind: 'NUMBER', number: value, unit: unit ?? null },
      written,
      rest: rest(count),
    });
  }
  return accepted(null);
}

function joined(rest: string, tail: string | null): string | null {
  const text = [rest.trim(), tail ?? ''].filter((part) => part !== '').join(' — ');
  return text === '' ? null : text;
}
