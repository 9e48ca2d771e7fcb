import type { IsoDate } from '../../domain/dates.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import { type Reference, readReferences } from './mentions.ts';
import { parseDaysAhead } from './parse-days-ahead.ts';

export type AwayCommand = {
  /** Null is whoever asks. */
  readonly who: Reference | null;
  readonly change:
    | { readonly kind: 'SHOW' }
    | { readonly kind: 'BACK' }
    | { readonly kind: 'AWAY'; readonly from: IsoDate; readonly until: IsoDate };
};

const BACK = /(?<!\S)(?:off|no|back|rientrat[oa]|presente)(?!\S)/i;
const BACK_AS_COMMAND = /^(?:rientrat[oa]|back)$/i;

/**
 * Reads `until 20/09`, `dal 14/09 al 20/09`, `@ada fino al 20/09`, `off`, or nothing.
 * @param word the name under which the command was called: `/arti rientrato` says it all
 */
export function parseAway(
  word: string,
  text: string,
  { today, usage }: { readonly today: IsoDate; readonly usage: string },
): Result<AwayCommand> {
  const period = parseDaysAhead(text, today, usage);
  if (!period.ok) return period;
  const { days, rest } = period.value;
  const back = BACK_AS_COMMAND.test(word) || BACK.test(rest);
  const [named, ...others] = readReferences(rest.replace(BACK, ' '));
  const who = named?.reference ?? null;
  const unclear =
    others.length > 0 || named?.minus === true || (back && days !== null) || (who !== null && !isPerson(who));
  if (unclear) return refused({ code: 'USAGE', given: text, usage });
  if (back) return accepted({ who, change: { kind: 'BACK' } });
  return accepted({ who, change: days === null ? { kind: 'SHOW' } : { kind: 'AWAY', ...days } });
}

const isPerson = ({ kind }: Reference): boolean => kind === 'USER' || kind === 'NAME';
