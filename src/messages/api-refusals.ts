import type { Refusal } from '../domain/refusal.ts';
import { apiRefusalEn } from './api-refusal-en.ts';
import { apiRefusalIt } from './api-refusal-it.ts';
import type { Language } from './language.ts';
import { refusalText } from './refusals.ts';

const WORDINGS = { it: apiRefusalIt, en: apiRefusalEn } as const;

/** The sentence that tells a program’s maker why something was not taken, and what is accepted. */
export function apiRefusalText(refusal: Refusal, language: Language): string {
  // Each wording takes the refusal of its own code, which indexing by the code cannot tell the compiler.
  const wording = WORDINGS[language][refusal.code] as ((refusal: Refusal) => string) | undefined;
  return wording?.(refusal) ?? refusalText(refusal, language);
}
