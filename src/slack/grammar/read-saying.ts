/** What a line says of its item: figure, block, note, link, day. */
import type { IsoDate } from '../../domain/dates.ts';
import { accepted, type Result } from '../../domain/refusal.ts';
import type { Statement } from '../../domain/statement.ts';
import type { GrammarSetting } from './grammar-setting.ts';
import { readDay } from './read-day.ts';
import { isWholeFigure, readFigure } from './read-figure.ts';

/** A saying taken apart, before its figure is looked for. */
export type SayingParts = {
  /** Up to the first colon, without the day. */
  readonly head: string;
  /** After it: free text, figures and all; null when there is no colon. */
  readonly tail: string | null;
  readonly day: IsoDate | null;
  readonly link: string | null;
};

/** As people paste it, or as Slack sends it: `<https://example.org|label>`. */
export const LINK = /<?(https?:\/\/[^\s>|]+)(?:\|[^>]*)?>?/;

/** Refused: DATE_INVALID. */
export function splitSaying(text: string, { language, today }: GrammarSetting): Result<SayingParts> {
  const link = LINK.exec(text);
  const [before, tail] = splitNote(link ? text.replace(link[0], ' ') : text);
  const day = readDay(before, today, (each) => isWholeFigure(each, language));
  if (!day.ok) return day;
  return accepted({ head: day.value.rest, tail, day: day.value.day, link: link?.[1] ?? null });
}

/**
 * Reads `text`, what a line says of `item`. Refused: NOTHING_SAID, NOT_UNDERSTOOD, SEVERAL_FIGURES, NUMBER_INVALID,
 * NUMBER_DOUBTFUL, BLOCK_REASON_MISSING, DATE_INVALID.
 * @param given the whole line, for a refusal
 */
export function readSaying(
  text: string,
  item: string,
  given: string,
  setting: GrammarSetting,
): Result<Statement> {
  const parts = splitSaying(text, setting);
  if (!parts.ok) return parts;
  const { head, tail, day, link } = parts.value;
  const read = readFigure(head, tail, { item, given, language: setting.language });
  if (!read.ok) return read;
  const { figure, blockedBecause, note } = read.value;
  return accepted({
    item,
    expects: 'ITEM',
    figure,
    blockedBecause,
    note: tidy(note),
    evidence: link,
    reportedOn: day,
  });
}

/** At the first colon that is not a further link's. */
function splitNote(text: string): readonly [string, string | null] {
  const colon = text.search(/:(?!\/\/)/);
  return colon < 0 ? [text, null] : [text.slice(0, colon), text.slice(colon + 1).trimEnd()];
}

function tidy(note: string | null): string | null {
  const text = note?.replace(/^[\s,;.–—-]+/, '').trim() ?? '';
  return text === '' ? null : text;
}
