import { structureEn } from './dashboard-structure-en.ts';
import { type StructureTexts, structureIt } from './dashboard-structure-it.ts';
import type { Language } from './language.ts';

/** What stands on the page of a structure. */
export const structureTexts = (language: Language): StructureTexts =>
  language === 'it' ? structureIt : structureEn;
