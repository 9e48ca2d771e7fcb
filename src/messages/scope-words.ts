import { type KeyScope, parseKeyScope } from '../domain/api-key.ts';

/** Each scope by the Italian words that mean it, beside its own name. */
const SCOPE_WORDS: Readonly<Record<KeyScope, readonly string[]>> = {
  read: ['lettura', 'legge', 'leggere'],
  report: ['registrazione', 'registra', 'registrare'],
  administer: ['amministrazione', 'amministra', 'amministrare'],
  introspect: ['schema', 'introspezione'],
};

/** The scope that a word means in either language, whatever its case; undefined for none. */
export const scopeOfWord = (word: string): KeyScope | undefined =>
  parseKeyScope(word) ??
  Object.entries(SCOPE_WORDS).flatMap(([scope, words]) =>
    words.includes(word.trim().toLowerCase()) ? (parseKeyScope(scope) ?? []) : [],
  )[0];
