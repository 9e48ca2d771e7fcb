import type { IsoDate } from '../../domain/dates.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import { scopeOfWord } from '../../messages/scope-words.ts';
import type { GivenKey } from '../../services/keys/create-key.ts';
import { parseDaysAhead } from './parse-days-ahead.ts';

export type KeyCommand =
  | { readonly kind: 'LIST' }
  | { readonly kind: 'CREATE'; readonly given: GivenKey }
  | { readonly kind: 'REVOKE'; readonly id: string };

const LIST = /^(?:list|elenco|elenca)?$/i;
const CREATE = /^(?:create|crea|nuova|new)(?=$|\s)(.*)$/isu;
const REVOKE = /^(?:revoke|revoca)\s+(\S+)$/i;
/** Straight as typed, or curled by Slack. */
const QUOTED = /["“”„«‟]\s*([^"“”„«»‟]*?)\s*["“”„»‟]/u;

/** Between what is listed. */
const JOINING = new Set(['e', 'ed', 'and', 'per', 'for']);

/**
 * Reads what follows `/arti key`: nothing, `create "What it is for" read OSRU until 31/12/2027`, or `revoke abcd2345`.
 * Words that are no scope are structures, of which the plan says whether it has them. Refused: USAGE, DATE_INVALID.
 * @param today the real day: a key does not go by a simulated one
 */
export function parseKey(
  text: string,
  { today, usage }: { readonly today: IsoDate; readonly usage: string },
): Result<KeyCommand> {
  if (LIST.test(text)) return accepted({ kind: 'LIST' });
  const [, id] = REVOKE.exec(text) ?? [];
  if (id !== undefined) return accepted({ kind: 'REVOKE', id });
  const [, wanted] = CREATE.exec(text) ?? [];
  const [quoted, name] = QUOTED.exec(wanted ?? '') ?? [];
  if (wanted === undefined || quoted === undefined || name === undefined) {
    return refused({ code: 'USAGE', given: text, usage });
  }
  const period = parseDaysAhead(wanted.replace(quoted, ' '), today, usage);
  if (!period.ok) return period;
  const { days, rest } = period.value;
  // A key holds from now on.
  if (days !== null && days.from !== today) return refused({ code: 'USAGE', given: text, usage });
  const words = rest.split(/[\s,;+]+/).filter((word) => word !== '' && !JOINING.has(word.toLowerCase()));
  const scopes = words.flatMap((word) => scopeOfWord(word) ?? []);
  const others = words.filter((word) => scopeOfWord(word) === undefined);
  // Without a scope, what stands there was rather meant as one.
  const [meant, structures] = scopes.length > 0 ? [scopes, others] : [others.slice(0, 1), []];
  return accepted({
    kind: 'CREATE',
    given: { name, scopes: meant, structures, expiresOn: days?.until ?? null },
  });
}
