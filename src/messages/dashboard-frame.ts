import { frameEn } from './dashboard-frame-en.ts';
import { type FrameTexts, frameIt } from './dashboard-frame-it.ts';
import type { Language } from './language.ts';

/** What stands around every view of the dashboard: filters, account, what tables offer, footer. */
export const frameTexts = (language: Language): FrameTexts => (language === 'it' ? frameIt : frameEn);
