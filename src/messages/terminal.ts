import type { Language } from './language.ts';
import { terminalEn } from './terminal-en.ts';
import { type TerminalMessages, terminalIt } from './terminal-it.ts';

export type { TerminalMessages } from './terminal-it.ts';

export const terminalMessages = (language: Language): TerminalMessages =>
  language === 'it' ? terminalIt : terminalEn;
