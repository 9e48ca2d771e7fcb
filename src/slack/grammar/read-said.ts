/** The figure that a text begins with, and what else in it could be meant as one. */
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import type { SaidFigure } from '../../domain/statement.ts';
import { isDoubtfulNumber, parseNumber } from '../../messages/format.ts';
import type { Language } from '../../messages/language.ts';
import { NUMBER, STROKE } from './number-pattern.ts';
import { withoutMentionedDays } from './read-day.ts';

const FILLER =
  /^(?:(?:siamo|ora|adesso|now|we are)\s+)?(?:è\s+|e'\s+|is\s+|=\s*)?(?:all['’]\s*|allo\s+|al\s*|a\s+|at\s+|to\s+)?/i;
const RATIO = new RegExp(`^(${NUMBER})${STROKE}(${NUMBER})(?=$|[\\s;!]|[.,](?!\\d))(?!\\s*%)`, 'i');
const PERCENT = new RegExp(`^(${NUMBER})\\s*(?:%|per\\s?cento|percent)(?=$|[\\s,;.!])`, 'i');
/** No units: words that go on about the number, and multiples of it. “6 mila” is not 6, “12 in meno” is not 12. */
const NO_UNIT =
  '(?:o|e|ed|su|di|a|al|da|in|per|con|poi|anzi|ma|fra|tra|non|no|circa|quasi|più|meno|mila|mille|migliaia|milion[ei]|miliard[oi]|mln|mld|k|or|and|of|to|by|for|from|with|on|at|then|but|not|about|almost|more|less|fewer|hundreds?|thousands?|millions?|billions?|bn)(?!\\p{L})';
/** After a count comes its unit, or a note set apart: “6 200” is not 6, “50 ‰” is not 50. */
const COUNT = new RegExp(
  `^(${NUMBER})(?:\\s+(?!${NO_UNIT})(\\p{L}[\\p{L}'’-]*)(?=$|[\\s,;.!])|(?=\\s*(?:$|[;!(]|[.,](?!\\d)|[-–—]\\s|\\p{Extended_Pictographic})))`,
  'iu',
);
const DONE =
  /^(?:fatt[oa]|completat[oa]|conclus[oa]|terminat[oa]|finit[oa]|done|completed?|finished)(?=$|[\s,;.!])/i;
const UNCHANGED =
  /^(?:tutt[oaei]\s+|all\s+)?(?:invariat[oaei]|immutat[oaei]|come prima|nessun cambiamento|nessuna (?:novità|variazione)|unchanged|no changes?|no news|same)(?=$|[\s,;.!])/i;

/** “fatto a metà”, “done by 30/10” … */
const PART =
  /^[\s,;.–—-]*(?:quasi|circa|(?:(?:a|la|per)\s+)?met[àa]|in parte?|parzialmente|sol[oa]|soltanto|poc[oa]|niente|nulla|tranne|salvo|eccetto|meno|entro\s+(?:il|domani|fine)|domani|almost|nearly|part|partly|(?:ma|però|but)\s+(?:non|manca(?:no)?|not|missing)|manca(?:no)?|missing|partially|half|mostly|only|except|not|soon|tomorrow|by\s+\d+)(?=$|[\s,;.!/])/i;
/** … “completata la bozza”: not the phase, or not all of it. */
const SOMETHING_ELSE = /^(?:il|lo|la|i|gli|le|una?|the|an?|prim[ao]|first)\s|^l['’]/i;

/** Anything else in the line that could be meant as the figure, or as a line of its own. */
const SECOND_FIGURE = new RegExp(
  [
    `${NUMBER}\\s*(?:[%％‰]|per\\s?cento|percent)`,
    `${NUMBER}${STROKE}${NUMBER}`,
    `(?<!\\p{L})(?:poi|quindi|anzi|oppure|forse|then|or|maybe|→|->|[-–])\\s*${NUMBER}`,
    `^[\\s,;]*${NUMBER}\\s*$`,
    `(?:^|[,;]|(?<!\\p{L})(?:e|ed|and)\\s)\\s*\\d{1,9}(?:\\.\\d{1,9}){1,9}(?=\\.?[\\s:])`,
  ].join('|'),
  'giu',
);

export type Said = {
  readonly figure: SaidFigure | null;
  /** The figure as it was written. */
  readonly written: string;
  readonly rest: string;
};

/** Reads the figure that `text` begins with; null when it begins with none. Refused: NUMBER_INVALID, NUMBER_DOUBTFUL. */
export function readSaid(text: string, language: Language): Result<Said> {
  const given = text.trim();
  const head = given.replace(FILLER, '');
  const number = (digits: string) => parseNumber(signed(digits), language);
  const isDoubtful = (digits: string) => isDoubtfulNumber(signed(digits), language);
  const said = (figure: SaidFigure, [written]: RegExpExecArray): Result<Said> =>
    accepted({ figure, written, rest: head.slice(written.length).trim() });
  const invalid = (digits: string) => refused({ code: 'NUMBER_INVALID', given: digits });

  const ratio = RATIO.exec(head);
  if (ratio) {
    const [, top = '', bottom = ''] = ratio;
    const doubtful = [top, bottom].find(isDoubtful);
    if (doubtful !== undefined) return refused({ code: 'NUMBER_DOUBTFUL', given: doubtful });
    const numerator = number(top);
    const denominator = number(bottom);
    if (numerator === undefined || denominator === undefined) return invalid(ratio[0]);
    return said({ kind: 'RATIO', numerator, denominator }, ratio);
  }
  const percent = PERCENT.exec(head);
  if (percent) {
    const value = number(percent[1] ?? '');
    return value === undefined ? invalid(percent[0]) : said({ kind: 'PERCENT', percent: value }, percent);
  }
  const done = DONE.exec(head);
  if (done) return said({ kind: 'DONE' }, done);
  const unchanged = UNCHANGED.exec(head);
  if (unchanged) return said({ kind: 'UNCHANGED' }, unchanged);
  const count = COUNT.exec(head);
  if (count) {
    const [, digits = '', unit = null] = count;
    if (isDoubtful(digits)) return refused({ code: 'NUMBER_DOUBTFUL', given: digits });
    const value = number(digits);
    return value === undefined ? invalid(digits) : said({ kind: 'NUMBER', number: value, unit }, count);
  }
  return accepted({ figure: null, written: '', rest: given });
}

/** A typographic minus is a minus. */
export const signed = (digits: string): string => digits.replace('−', '-');

/** What is not so yet, or is only a difference: “60% entro venerdì”, “10% in più”. */
const NOT_SO_NOW =
  /^[\s,;.(–—-]*(?:(?:dopo)?domani|non\s+ancora|entro\s+(?:il|lo|la|le|l['’]|fine|fra|\p{L}+dì|sabato|domenica|\d)|fra\s+\d|tomorrow|not\s+yet|by\s+(?:the|end|next|tomorrow|\p{L}+day|\d)|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:l['’]\s*)?altro\s*ieri|(?:in|di)\s+(?:più|meno)|more|less|fewer)(?!\p{L})/iu;

/** Of what follows a figure: whether it is no figure of today’s, nor of the day that the line names. */
export const saysNotSoNow = (rest: string): boolean => NOT_SO_NOW.test(rest);

/** Of what follows “done”: whether it takes it back, or says what was done instead. */
export const saysOnlyInPart = (rest: string): boolean => PART.test(rest) || SOMETHING_ELSE.test(rest);

const LEADING_NUMBER = new RegExp(`^${NUMBER}`);

/** What else in `rest`, which follows `figure`, could be meant as the figure. */
export function otherFigures(rest: string, figure: SaidFigure | null): readonly string[] {
  const others = withoutMentionedDays(rest.replace(/https?:\/\/\S+/gi, ' ')).match(SECOND_FIGURE);
  if (others || figure === null) return others ?? [];
  const next = rest.replace(/^[\s,;]+/, '');
  const again =
    DONE.exec(next) ?? UNCHANGED.exec(next) ?? (figure.kind === 'DONE' ? LEADING_NUMBER.exec(next) : null);
  return again ? [again[0]] : [];
}
