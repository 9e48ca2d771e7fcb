import { dashboardEn } from './dashboard-en.ts';
import { type DashboardTexts, dashboardIt } from './dashboard-it.ts';
import type { Language } from './language.ts';

export type { DashboardTexts } from './dashboard-it.ts';

/** What stands on the dashboard's pages. */
export const texts = (language: Language): DashboardTexts => (language === 'it' ? dashboardIt : dashboardEn);
