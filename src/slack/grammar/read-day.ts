import { addDays, type IsoDate, parsePastDate } from '../../domain/dates.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';

const DATE = String.raw`\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?`;
const DATE_WITH_YEAR = String.raw`\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}`;
const MONTHS = [
  ...['gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno'],
  ...['luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre'],
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];
/** “28 aprile”, “1º maggio 2020”. */
const WORDED = String.raw`\d{1,2}[°º]?\s+(?:${MONTHS.join('|')})(?:\s+\d{4})?`;
/** A preposition and something shaped like a date: whether it is one is judged, never passed over as a note. */
const DATED = new RegExp(
  `(?:^|\\s)(?:il|al|in data|del|on|at|as of)\\s+(${WORDED}|${DATE})(?=$|[\\s,;])(?!\\s*%)`,
  'i',
);
/** Without one, a date that can be nothing else. */
const BARE_DATE = new RegExp(`(?:^|[\\s,;])(${WORDED}|${DATE_WITH_YEAR})(?=$|[\\s,;])(?!\\s*%)`, 'i');
const RELATIVE =
  /(?:^|\s)((?:l['’]\s*)?altro\s*ieri|ieri\s+l['’]\s*altro|the\s+day\s+before\s+yesterday|ieri|oggi|yesterday|today)(?=$|[\s,;])/i;
/** Days inside a note: numbers, but no figures. */
const MENTIONED = new RegExp(
  `(?:(?<!\\p{L})(?:il|al|dal|del|in data|on|at|as of|of|by|from|since)\\s+(?:${DATE})|\\b\\d{4}-\\d{2}-\\d{2}|\\b\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4})(?![\\d/]|\\s*[%‰])`,
  'giu',
);

export type DayAndRest = { readonly day: IsoDate | null; readonly rest: string };

/**
 * Takes the reporting day out of `text`; null when it names none. The day stands before the figure or right
 * after it: “60% in attesa del parere del 12/03” was not said on 12/03. Refused: DATE_INVALID.
 * @param isWholeFigure whether a text is a figure and nothing else
 */
export function readDay(
  text: string,
  today: IsoDate,
  isWholeFigure: (text: string) => boolean,
): Result<DayAndRest> {
  const match = [DATED, BARE_DATE, RELATIVE]
    .map((each) => each.exec(text))
    .find((each) => {
      const before = each ? text.slice(0, each.index).replace(/[\s,;]+$/, '') : null;
      return before !== null && (before.trim() === '' || isWholeFigure(before));
    });
  if (!match) return accepted({ day: null, rest: text });
  const [whole, written = ''] = match;
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + whole.length)}`;
  const day = /^\d/.test(written) ? parsePastDate(inFigures(written), today) : relativeDay(written, today);
  return day === undefined ? refused({ code: 'DATE_INVALID', given: written }) : accepted({ day, rest });
}

/** “28 aprile 2020” as 28/4/2020; what has no month in words as it is. */
const inFigures = (written: string): string => {
  const [day = '', month = '', year] = written.split(/[°º]?\s+/);
  const index = MONTHS.indexOf(month.toLowerCase());
  return index < 0 ? written : [day, (index % 12) + 1, ...(year ? [year] : [])].join('/');
};

function relativeDay(word: string, today: IsoDate): IsoDate {
  if (/altro|before/i.test(word)) return addDays(today, -2);
  return /ieri|yesterday/i.test(word) ? addDays(today, -1) : today;
}

export const withoutMentionedDays = (note: string): string => note.replace(MENTIONED, ' ');
