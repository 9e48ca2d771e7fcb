import type { IsoDate } from '../../domain/dates.ts';
import { accepted, type Result, refused } from '../../domain/refusal.ts';
import { type Reference, readReferences } from './mentions.ts';
import { parseDaysAhead } from './parse-days-ahead.ts';

/** `ALL`: everything that the delegating person answers for. */
export type DelegatedCodes = 'ALL' | readonly string[];

export type DelegateCommand =
  | { readonly kind: 'SHOW' }
  | { readonly kind: 'END'; readonly codes: DelegatedCodes }
  | {
      readonly kind: 'DELEGATE';
      readonly codes: DelegatedCodes;
      /** Null is whoever asks; a head names the colleague who is away. */
      readonly from: Reference | null;
      readonly to: Reference;
      readonly startsOn: IsoDate;
      readonly endsOn: IsoDate;
    };

const CODE = /(?<![^\s,;])\d+(?:\.\d+)+\.?(?=$|[\s,;])/g;
const ALL = /(?<!\S)(?:tutt[oeai]|all|everything)(?!\S)/i;
const OFF = /(?<!\S)(?:off|fine|termina|revoca|end)(?!\S)/i;
/** Before a person, never before a day: those are taken out first. */
const FROM_PERSON = /(?<!\S)(?:da|di|from)\s+(?=[<@a-z])/i;
const TO_PERSON = /(?<!\S)(?:a|ad|to)\s+(?=[<@a-z])/i;
const AND = /(?<![^\s,;])(?:e|ed|and|,|;)(?=$|[\s,;])/gi;

/**
 * Reads `1.1.3 @ada until 30/09`, `tutto @ada dal 14/09 al 20/09`, `1.1.3 da @ada a @bruno fino al 30/09`,
 * `off 1.1.3`, or nothing. Refused: USAGE, DATE_INVALID.
 */
export function parseDelegate(text: string, today: IsoDate, usage: string): Result<DelegateCommand> {
  if (text === '') return accepted({ kind: 'SHOW' });
  const unclear = refused({ code: 'USAGE', given: text, usage });
  const found = [...text.matchAll(CODE)].map(([code]) => code);
  const all = ALL.test(text);
  if (all === found.length > 0) return unclear;
  const codes = all ? 'ALL' : found;
  const said = text.replace(CODE, ' ').replace(ALL, ' ');
  const period = parseDaysAhead(said, today, usage);
  if (!period.ok) return period;
  const { days, rest } = period.value;
  const people = rest.replace(AND, ' ').replace(/\s+/g, ' ').trim();
  if (OFF.test(people)) {
    const ended = people.replace(OFF, '').trim() === '' && days === null;
    return ended ? accepted({ kind: 'END', codes }) : unclear;
  }
  const named = readPeople(people);
  if (named === undefined || days === null) return unclear;
  return accepted({ kind: 'DELEGATE', codes, ...named, startsOn: days.from, endsOn: days.until });
}

/** `@bruno`, `a @bruno`, `da @ada a @bruno`. */
function readPeople(text: string): { readonly from: Reference | null; readonly to: Reference } | undefined {
  const [before = '', after] = text.split(FROM_PERSON);
  if (after === undefined) {
    const to = onlyPerson(text.replace(TO_PERSON, ''));
    return to && { from: null, to };
  }
  const [giver = '', taker] = after.split(TO_PERSON);
  const from = onlyPerson(giver);
  const to = onlyPerson(taker ?? '');
  return from && to && before.trim() === '' ? { from, to } : undefined;
}

function onlyPerson(text: string): Reference | undefined {
  const [named, ...others] = readReferences(text);
  const fits = named && !named.minus && (named.reference.kind === 'USER' || named.reference.kind === 'NAME');
  return fits && others.length === 0 ? named.reference : undefined;
}
