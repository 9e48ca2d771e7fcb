import { attentionEn } from './dashboard-attention-en.ts';
import { type AttentionTexts, attentionIt } from './dashboard-attention-it.ts';
import type { Language } from './language.ts';

/** What stands on the page of what asks for attention. */
export const attentionTexts = (language: Language): AttentionTexts =>
  language === 'it' ? attentionIt : attentionEn;
