import { parsePastDate } from '../../domain/dates.ts';
import { formatDay } from '../../messages/format.ts';
import { findBlock } from './find-block.ts';
import type { GrammarSetting } from './grammar-setting.ts';
import type { KnownItem } from './known-item.ts';
import { NUMBER } from './number-pattern.ts';
import { type SayingParts, splitSaying } from './read-saying.ts';

const BARE = new RegExp(`^${NUMBER}$`);
const PERCENT_SIGN = /^\s*(?:%|per\s?cento|percent)/i;
const CODE = /^\d{1,4}(?:\.\d{1,4}){1,4}$/;
const CONJUNCTION = /^(?:e|ed|and)\s+/i;
/** Between two figures of which either may be meant, and nothing else is said. */
const JOINT =
  /^(?:[\s,;/(–—-]|→|>|e|ed|poi|quindi|anzi|o|oppure|forse|circa|al|allo|all['’]|a|no|scusate|then|or|maybe|and|at|to|about|sorry)*$/i;
/** What leads to a second figure, written with it. */
const LEAD = /^(?:(?:poi|quindi|anzi|oppure|forse|then|or|maybe)(?!\p{L})|→|->|[-–](?=\s))\s*/iu;
const JOINT_LIMIT = 40;

/** One figure of a text, by where it stands. */
type Found = { readonly text: string; readonly start: number; readonly end: number };

/**
 * Ways to say `text`, in which `figures` were found, with one figure only. Two in a row: either. One in the note: it
 * stays there, after a colon. Another item on the same line: a line each. Notes keep every word.
 * @param known the item, if it is one of the person's own
 */
export function singleFigureReadings(
  text: string,
  figures: readonly string[],
  setting: GrammarSetting,
  known: KnownItem | undefined,
): readonly string[] {
  const parts = splitSaying(text, setting);
  if (!parts.ok) return [];
  const body = parts.value.head.trim();
  const [first, second, ...more] = locate(body, figures);
  if (!first || !second || more.length !== figures.length - 2) return [];
  const rewriting: Rewriting = { body, first, second, more, around: aroundOf(parts.value, setting) };
  if (findBlock(body) !== null) return blockedReading(rewriting);
  if ([second, ...more].some((each) => namesItem(each.text, setting)))
    return separateLines(rewriting, setting);
  return areTwoInARow(rewriting) ? eitherReading(text, rewriting, setting, known) : notedReading(rewriting);
}

/** What stands around the figures of a saying, as it is written again. */
type Around = {
  /** “ il 28/04/2020”, or nothing. */
  readonly on: string;
  /** The link, or nothing. */
  readonly at: string;
  /** What followed the colon, with it. */
  readonly after: string;
};

type Rewriting = {
  readonly body: string;
  readonly first: Found;
  readonly second: Found;
  readonly more: readonly Found[];
  readonly around: Around;
};

const aroundOf = ({ day, link, tail }: SayingParts, { language }: GrammarSetting): Around => ({
  on: day === null ? '' : ` ${language === 'it' ? 'il' : 'on'} ${formatDay(day)}`,
  at: link === null ? '' : ` ${link}`,
  after: tail === null ? '' : `:${tail}`,
});

/** The other figure stays in the reason, after a colon. */
function blockedReading({ body, second, around: { on, at, after } }: Rewriting): readonly string[] {
  const block = findBlock(body);
  const word = /(?:bloccat|ferm)[oa]|blocked|stuck/i.exec(body.slice(block?.before.length))?.[0];
  if (block === null || word === undefined || body.indexOf(word) > second.start) return [];
  const reason = `${block.after}${after}`.replace(/^(?:perché|perche'|because)\s+/i, '');
  const before = block.before === '' ? '' : `${block.before}, `;
  return [`${before}${word}${on}: ${reason}${at}`];
}

/** A line for each item; a day, a link or a note after a colon could be any line's. */
function separateLines(
  { body, second, more, around }: Rewriting,
  setting: GrammarSetting,
): readonly string[] {
  if (Object.values(around).some((part) => part !== '')) return [];
  const others = [second, ...more].filter((each) => namesItem(each.text, setting));
  const starts = [0, ...others.map((each) => each.start + leadingConjunction(each.text))];
  const pieces = starts.map((start, index) =>
    body.slice(start, starts[index + 1] ?? body.length).replace(/(?:[\s,;]|\s(?:e|ed|and))+$/i, ''),
  );
  return [pieces.join('\n')];
}

/** Whether nothing is said between two figures, so that either may be meant. */
function areTwoInARow({ body, first, second, more }: Rewriting): boolean {
  const between = body.slice(first.end, second.start);
  // “2.5 giorni”: shaped like a code, and a number of the note.
  const isCounted = CODE.test(second.text) && body.slice(second.end).trim() !== '';
  return more.length === 0 && !isCounted && between.length <= JOINT_LIMIT && JOINT.test(between);
}

function eitherReading(
  text: string,
  { body, first, second, around: { on, at, after } }: Rewriting,
  setting: GrammarSetting,
  known: KnownItem | undefined,
): readonly string[] {
  const note = `${body.slice(second.end)}${after}`;
  const line = (figure: string) => `${figure}${note}${at}`.trim();
  const dated = on === '' ? datedFigure(first.text, second.text, setting) : null;
  if (dated !== null) return [line(dated)];
  const either = [like(first.text, second.text, known), like(second.text, first.text, known)].map(line);
  // A day said with one of two figures is not the other's.
  return [text, ...either].every((each) => isUndated(each, setting)) ? either : [];
}

/** The other figures stay in the note, after a colon. */
function notedReading({ body, first, around: { on, at, after } }: Rewriting): readonly string[] {
  const note = `${body.slice(first.end)}${after}`.replace(/^[\s,;]+/, '');
  return [`${first.text}${on}: ${note}${at}`];
}

function isUndated(text: string, setting: GrammarSetting): boolean {
  const parts = splitSaying(text, setting);
  return parts.ok && parts.value.day === null;
}

/** “60% 28/04”, or the other way round: the day is written like a ratio. Null when neither of the two is a day. */
function datedFigure(one: string, other: string, { language, today }: GrammarSetting): string | null {
  const isDay = (text: string) => /^\d{1,2}\/\d{1,2}$/.test(text) && parsePastDate(text, today) !== undefined;
  if (isDay(one) === isDay(other)) return null;
  const [figure, day] = isDay(one) ? [other, one] : [one, other];
  return figure.includes('/') ? null : `${figure} ${language === 'it' ? 'il' : 'on'} ${day}`;
}

/** Each of `figures` in `body`, in order; the words that lead to one, and its percent sign, told apart from it. */
function locate(body: string, figures: readonly string[]): readonly Found[] {
  const found: Found[] = [];
  let from = 0;
  for (const written of figures) {
    const at = body.indexOf(written, from);
    if (at < 0) return found;
    const lead = LEAD.exec(written)?.[0].length ?? 0;
    const sign = /\d$/.test(written)
      ? (PERCENT_SIGN.exec(body.slice(at + written.length))?.[0].length ?? 0)
      : 0;
    const end = at + written.length + sign;
    found.push({ text: body.slice(at + lead, end), start: at + lead, end });
    from = end;
  }
  return found;
}

/** A bare number beside a percentage is one too: “60 % anzi 70”. */
function like(figure: string, other: string, known: KnownItem | undefined): string {
  if (!BARE.test(figure)) return figure;
  const beside = /\d/.test(other) ? /(?:%|per\s?cento|percent)$/i.test(other) : known?.measure === 'PERCENT';
  return beside ? `${figure}%` : figure;
}

const leadingConjunction = (text: string): number => CONJUNCTION.exec(text)?.[0].length ?? 0;

function namesItem(text: string, { codes }: GrammarSetting): boolean {
  const code = text.slice(leadingConjunction(text));
  return CODE.test(code) && (codes === null || codes.has(code));
}
