import { canonicalCode } from '../../domain/codes.ts';

/** What a line says that it is about, and what stands after that. */
export type Reference =
  | {
      readonly kind: 'ITEM';
      readonly item: string;
      /** Whether it begins with the code, which may then be a number after all: `6.200 colloqui`. */
      readonly bare: boolean;
      readonly rest: string;
    }
  /** “fase 2”, of a goal that is not named. */
  | { readonly kind: 'PHASE_NUMBER'; readonly number: number; readonly rest: string }
  | { readonly kind: 'NONE'; readonly rest: string }
  /** Shaped like a code, and none. */
  | { readonly kind: 'MALFORMED' };

const NOUN = String.raw`(?:la\s+|the\s+)?(?:fase|phase|obiettivo|goal|indicatore|indicator)`;
const OF_GOAL = String.raw`(?:(?:di|del|of)\s+(?:(?:obiettivo|goal)\s+)?|(?:dell['’]\s*)?obiettivo\s+|goal\s+)`;
const CODE = String.raw`\d{1,9}(?:\.\d{1,9}){1,9}`;
const NAMED = new RegExp(
  String.raw`^(?:${NOUN}\s+(?:(\d{1,4})\s+${OF_GOAL})?|(?:la|the)\s+)?(${CODE})(?!\s*[%‰])\.?(?=$|[\s:;]|,(?!\d))[:,;]?\s*`,
  'i',
);
const NUMBERED = /^(?:la\s+|the\s+)?(?:fase|phase)\s+(\d{1,4})(?=$|[\s:;]|,(?!\d))[:,;]?\s*/i;

/** Reads the beginning of `text`. */
export function readReference(text: string): Reference {
  const named = NAMED.exec(text);
  if (named) {
    const [whole, phase, code = ''] = named;
    const item = canonicalCode(phase === undefined ? code : `${code}.${phase}`);
    if (item === undefined) return { kind: 'MALFORMED' };
    return { kind: 'ITEM', item, bare: /^\d/.test(text), rest: text.slice(whole.length) };
  }
  const numbered = NUMBERED.exec(text);
  if (!numbered) return { kind: 'NONE', rest: text };
  return { kind: 'PHASE_NUMBER', number: Number(numbered[1]), rest: text.slice(numbered[0].length) };
}
