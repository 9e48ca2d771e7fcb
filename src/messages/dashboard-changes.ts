import { changesEn } from './dashboard-changes-en.ts';
import { type ChangesTexts, changesIt } from './dashboard-changes-it.ts';
import type { Language } from './language.ts';

/** What stands on the page of changes: two baselines side by side. */
export const changesTexts = (language: Language): ChangesTexts => (language === 'it' ? changesIt : changesEn);
