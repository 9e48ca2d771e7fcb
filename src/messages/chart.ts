import { chartEn } from './chart-en.ts';
import { type ChartMessages, chartIt } from './chart-it.ts';
import type { Language } from './language.ts';

export type { ChartMessages } from './chart-it.ts';

export const chartMessages = (language: Language): ChartMessages => (language === 'it' ? chartIt : chartEn);
