import { dashboardActingEn } from './dashboard-acting-en.ts';
import { type DashboardActingTexts, dashboardActingIt } from './dashboard-acting-it.ts';
import type { Language } from './language.ts';

export type { DashboardActingTexts } from './dashboard-acting-it.ts';

export const actingTexts = (language: Language): DashboardActingTexts =>
  language === 'it' ? dashboardActingIt : dashboardActingEn;
