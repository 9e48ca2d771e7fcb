/** Everything the bot says in Slack: one catalogue a language, put together from one a subject. */
import { arrangingEn } from './arranging-en.ts';
import { arrangingIt } from './arranging-it.ts';
import { askBackEn } from './ask-back-en.ts';
import { askBackIt } from './ask-back-it.ts';
import { checkInEn } from './check-in-en.ts';
import { checkInIt } from './check-in-it.ts';
import { escalationEn } from './escalation-en.ts';
import { escalationIt } from './escalation-it.ts';
import { helpEn } from './help-en.ts';
import type { HelpEntry } from './help-entry.ts';
import { type HelpTopic, helpIt } from './help-it.ts';
import { homeEn } from './home-en.ts';
import { homeIt } from './home-it.ts';
import type { Language } from './language.ts';
import { readingEn } from './reading-en.ts';
import { readingIt } from './reading-it.ts';
import { scheduleEn } from './schedule-en.ts';
import { scheduleIt } from './schedule-it.ts';
import { slackEn } from './slack-en.ts';
import { slackIt } from './slack-it.ts';
import { summaryEn } from './summary-en.ts';
import { summaryIt } from './summary-it.ts';

const help: Readonly<Record<HelpTopic, HelpEntry>> = helpIt;

const it = {
  ...slackIt,
  ...askBackIt,
  ...checkInIt,
  ...escalationIt,
  ...homeIt,
  ...readingIt,
  ...arrangingIt,
  schedule: scheduleIt,
  ...summaryIt,
  help,
};

export type SlackMessages = typeof it;

const en: SlackMessages = {
  ...slackEn,
  ...askBackEn,
  ...checkInEn,
  ...escalationEn,
  ...homeEn,
  ...readingEn,
  ...arrangingEn,
  schedule: scheduleEn,
  ...summaryEn,
  help: helpEn,
};

export const slackMessages = (language: Language): SlackMessages => (language === 'it' ? it : en);
