import type { Refusal } from '../domain/refusal.ts';
import type { Language } from './language.ts';
import { refusalEn } from './refusal-en.ts';
import { refusalIt } from './refusal-it.ts';

/** The sentence that tells a person why something was not taken, and what is accepted. */
export const refusalText = (refusal: Refusal, language: Language): string =>
  language === 'it' ? refusalIt(refusal) : refusalEn(refusal);
