import { accepted, type Result, refused } from '../../domain/refusal.ts';
import { type Reference, readReferences } from './mentions.ts';

export type AssignCommand = {
  /** As typed, at least one. */
  readonly codes: readonly string[];
  /** Both empty to ask who answers. */
  readonly add: readonly Reference[];
  readonly remove: readonly Reference[];
};

const CODE = /(?<![^\s,;])\d+(?:\.\d+)+\.?(?=$|[\s,;])/g;
const TAKE_BACK = /(?<!\S)(?:rimuovi|togli|remove)(?!\S)/i;
/** What may stand between codes and people: `1.1.2 a @nome`. */
const LINK = /^(?:[\s,;]|(?:e|ed|and|a|ad|to)(?=\s|$))+/i;

/** Reads `1.1.2 1.1.3 @ada -@bruno`, `1.1.2 rimuovi @bruno`, `1.1.2`. Refused: USAGE. */
export function parseAssign(text: string, usage: string): Result<AssignCommand> {
  const codes = [...text.matchAll(CODE)].map(([code]) => code);
  const [before = '', ...after] = text.replace(CODE, ' ').split(TAKE_BACK);
  const plain = readReferences(before.replace(LINK, ''));
  const takenBack = readReferences(after.join(' ').replace(LINK, ''));
  const all = [...plain, ...takenBack];
  const unclear =
    codes.length === 0 ||
    after.length > 1 ||
    (after.length === 1 && takenBack.length === 0) ||
    all.some(({ reference }) => reference.kind === 'CHANNEL');
  if (unclear) return refused({ code: 'USAGE', given: text, usage });
  return accepted({
    codes,
    add: plain.filter(({ minus }) => !minus).map(({ reference }) => reference),
    remove: [...plain.filter(({ minus }) => minus), ...takenBack].map(({ reference }) => reference),
  });
}
