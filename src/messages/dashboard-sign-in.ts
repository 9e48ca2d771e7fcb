import { dashboardSignInEn } from './dashboard-sign-in-en.ts';
import { type DashboardSignInTexts, dashboardSignInIt } from './dashboard-sign-in-it.ts';
import type { Language } from './language.ts';

export const signInTexts = (language: Language): DashboardSignInTexts =>
  language === 'it' ? dashboardSignInIt : dashboardSignInEn;
