import { curvesEn } from './dashboard-curves-en.ts';
import { type CurvesTexts, curvesIt } from './dashboard-curves-it.ts';
import type { Language } from './language.ts';

/** What stands on curves and around them. */
export const curvesTexts = (language: Language): CurvesTexts => (language === 'it' ? curvesIt : curvesEn);
