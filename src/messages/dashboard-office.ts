import { dashboardOfficeEn } from './dashboard-office-en.ts';
import { type DashboardOfficeTexts, dashboardOfficeIt } from './dashboard-office-it.ts';
import type { Language } from './language.ts';

export const officeTexts = (language: Language): DashboardOfficeTexts =>
  language === 'it' ? dashboardOfficeIt : dashboardOfficeEn;
