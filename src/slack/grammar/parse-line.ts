/**
 * Reads one line of plain words, Italian or English, into a statement. The grammar:
 *
 *   line    = [item] [day] [filler] figure [day] [note]    `1.1.3 60% bando pubblicato`
 *   item    = code | "fase" n "di" code | "phase" n "of" code
 *   figure  = percent | a "/" b | number [unit] | done | unchanged | [figure] blocked ":" reason
 *   day     = ("il" | "al" | "on" …) date | "ieri" | "oggi" | "yesterday" | "today"
 *   note    = anything without a second figure, or ":" and anything at all
 *
 * The figure comes right after the item: “manca il 10%” is not 10 %. What fits in two ways is refused.
 */
import { canonicalCode } from '../../domain/codes.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import { NOTE_LIMIT, type Statement } from '../../domain/statement.ts';
import type { Language } from '../../messages/language.ts';
import { readDay } from './read-day.ts';
import { isWholeFigure, readFigure } from './read-figure.ts';

export type GrammarSetting = {
  readonly language: Language;
  readonly today: IsoDate;
  /** The item a thread is about, when the line names none. */
  readonly impliedItem: string | null;
};

const ITEM =
  /^(?:(?:fase|phase)\s+(\d{1,4})\s+(?:di|dell['’]obiettivo|of(?:\s+goal)?)\s+)?(\d+(?:\.\d+)+)\.?(?=$|[\s:;]|,(?!\d))[:,;]?\s*/i;
/** Room for a note and a link; what is longer is not read at all, however it is made. */
const LENGTH_LIMIT = 2 * NOTE_LIMIT + 100;
const LINK = /<?(https?:\/\/[^\s>|]+)(?:\|[^>]*)?>?/;

export function parseLine(line: string, setting: GrammarSetting): Result<Statement> {
  const given = line.trim();
  if (given.length > LENGTH_LIMIT)
    return refused({ code: 'TEXT_TOO_LONG', length: given.length, limit: NOTE_LIMIT });
  const named = readItem(given, setting.impliedItem);
  if (named === null) return refused({ code: 'NOT_UNDERSTOOD', given });
  const { item, rest } = named;
  const link = LINK.exec(rest);
  const withoutLink = link ? rest.replace(link[0], ' ') : rest;
  const [head, tail] = splitNote(withoutLink);
  const day = readDay(head, setting.today, (text) => isWholeFigure(text, setting.language));
  if (!day.ok) return day;
  const figure = readFigure(day.value.rest, tail, { item, given, language: setting.language });
  if (!figure.ok) return figure;
  const { figure: said, blockedBecause, note } = figure.value;
  return accepted({
    item,
    expects: 'ITEM',
    figure: said,
    blockedBecause,
    note: tidy(note),
    evidence: link?.[1] ?? null,
    reportedOn: day.value.day,
  });
}

function readItem(text: string, implied: string | null): { item: string; rest: string } | null {
  const match = ITEM.exec(text);
  if (!match) return implied === null ? null : { item: implied, rest: text };
  const [whole, phase, code = ''] = match;
  const item = canonicalCode(phase === undefined ? code : `${code}.${phase}`);
  return item === undefined ? null : { item, rest: text.slice(whole.length) };
}

/** At the first colon that is not a further link's: what follows it is free text, figures and all. */
function splitNote(text: string): readonly [string, string | null] {
  const colon = text.search(/:(?!\/\/)/);
  return colon < 0 ? [text, null] : [text.slice(0, colon), text.slice(colon + 1).trimEnd()];
}

function tidy(note: string | null): string | null {
  const text = note?.replace(/^[\s,;.–—-]+/, '').trim() ?? '';
  return text === '' ? null : text;
}
