import { addDays, type IsoDate, parseWrittenDate } from '../../domain/dates.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';

/** A preposition and something shaped like a date: whether it is one is judged, never passed over as a note. */
const DATED =
  /(?:^|\s)(?:il|al|in data|del|on|at|as of)\s+(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)(?=$|[\s,;])/i;
const RELATIVE = /(?:^|\s)(ieri|oggi|yesterday|today)(?=$|[\s,;])/i;

export type DayAndRest = { readonly day: IsoDate | null; readonly rest: string };

/** Takes the reporting day out of `text`; null when it names none. Refused: DATE_INVALID. */
export function readDay(text: string, today: IsoDate): Result<DayAndRest> {
  const dated = DATED.exec(text);
  if (dated) {
    const written = dated[1] ?? '';
    const day = parseWrittenDate(written, today);
    if (day === undefined) return refused({ code: 'DATE_INVALID', given: written });
    return accepted({ day, rest: without(text, dated) });
  }
  const relative = RELATIVE.exec(text);
  if (!relative) return accepted({ day: null, rest: text });
  const back = /ieri|yesterday/i.test(relative[1] ?? '');
  return accepted({ day: back ? addDays(today, -1) : today, rest: without(text, relative) });
}

const without = (text: string, match: RegExpExecArray): string =>
  `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
