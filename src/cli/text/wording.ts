/** Figures and facts in the words of one language; nothing is computed here. */

import type { StructureCode } from '../../domain/codes.ts';
import { type Figure, variancesOf } from '../../domain/figure.ts';
import type { HealthStatement } from '../../domain/health.ts';
import type { Neutralisation, Wording } from '../../domain/plan.ts';
import type { PlanFigures } from '../../domain/plan-figures.ts';
import { coverageText, progressText, shareText } from '../../messages/figure-text.ts';
import { formatDay, formatPoints } from '../../messages/format.ts';
import { healthReasonText, healthText } from '../../messages/health.ts';
import type { Language } from '../../messages/language.ts';
import { type TerminalMessages, terminalMessages } from '../../messages/terminal.ts';
import type { Row } from './layout.ts';

export type Voice = { readonly language: Language; readonly t: TerminalMessages };

export const voiceOf = (language: Language): Voice => ({ language, t: terminalMessages(language) });

export function healthLine(health: HealthStatement | null, own: string | null, voice: Voice): string {
  const { language, t } = voice;
  if (health === null) return t.healthUnknown;
  const part = health.part === own ? '' : ` (${health.part})`;
  return `${healthText(health.health, language)}${part}: ${healthReasonText(health, language)}`;
}

/** Progress, planned, variance, coverage and health of anything that has them. */
export function figureRows(figure: Figure, own: string | null, label: string, voice: Voice): readonly Row[] {
  const { t, language } = voice;
  const { planned } = figure;
  const variances = variancesOf(figure);
  const plannedText =
    planned === null
      ? t.noFigure
      : t.readings(shareText(planned.byDeadline, voice), shareText(planned.linear, voice));
  const varianceText =
    variances === null
      ? t.noFigure
      : t.readings(formatPoints(variances.byDeadline, language), formatPoints(variances.linear, language));
  return [
    [label, progressText(figure, voice)],
    [t.planned, plannedText],
    [t.variance, varianceText],
    [t.coverage, coverageText(figure, voice)],
    [t.health, healthLine(figure.health, own, voice)],
  ];
}

export const wordingText = (wording: Wording, { t }: Voice): string =>
  'text' in wording ? wording.text : t.wordingUnknown(wording.unknown);

export const structureNames = (codes: readonly StructureCode[], { plan }: PlanFigures): string =>
  codes.map((code) => plan.structures.find((each) => each.code === code)?.name ?? code).join(', ');

export const asOfText = ({ day, baseline }: PlanFigures, { t }: Voice): string =>
  t.asOf(formatDay(day), baseline.number, baseline.act);

export const neutralisedRows = (neutralised: Neutralisation | null, { t }: Voice): readonly Row[] =>
  neutralised === null
    ? []
    : [[t.neutralised, t.neutralisedFrom(formatDay(neutralised.from), neutralised.by, neutralised.because)]];
