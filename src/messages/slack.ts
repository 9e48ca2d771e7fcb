import type { Language } from './language.ts';
import { slackEn } from './slack-en.ts';
import { type SlackMessages, slackIt } from './slack-it.ts';

export type { SlackMessages } from './slack-it.ts';

export const slackMessages = (language: Language): SlackMessages => (language === 'it' ? slackIt : slackEn);
