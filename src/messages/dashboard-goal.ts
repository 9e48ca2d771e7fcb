import { dashboardGoalEn } from './dashboard-goal-en.ts';
import { type DashboardGoalTexts, dashboardGoalIt } from './dashboard-goal-it.ts';
import type { Language } from './language.ts';

export type { DashboardGoalTexts } from './dashboard-goal-it.ts';

/** What stands on the page of a goal, beside what all pages have. */
export const goalTexts = (language: Language): DashboardGoalTexts =>
  language === 'it' ? dashboardGoalIt : dashboardGoalEn;
