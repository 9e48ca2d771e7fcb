/** One line of a status for each goal or phase, and the words they share. */

import { saysFigure } from '../../domain/phase-progress.ts';
import { type Wording, wordingText } from '../../domain/plan.ts';
import type { GoalFigures, PhaseFigures, PlanFigures } from '../../domain/plan-figures.ts';
import { saidOfReport } from '../../domain/said.ts';
import { formatBps, formatDay } from '../../messages/format.ts';
import { clip, escapeText } from './parts.ts';
import { healthLine, progressText, saidText, shareText, type Voice } from './voice.ts';

/** Descriptions in lists are cut; `/arti status 1.4.2` shows them whole. */
const LIST_TEXT_LIMIT = 160;

export function goalLine({ goal, figure }: GoalFigures, voice: Voice): string {
  const { t, language } = voice;
  const line = [
    `${t.weight} ${formatBps(goal.weightBps, language)}`,
    `${t.progress} *${progressText(figure, voice)}*`,
    `${t.coverage} ${shareText(figure.coverage, voice)}`,
    healthLine(figure.health, goal.code, voice),
  ].join(' · ');
  return `*${goal.code}* ${escapeText(clip(goal.title, LIST_TEXT_LIMIT))}\n${line}`;
}

export function phaseLine(each: PhaseFigures, figures: PlanFigures, voice: Voice): string {
  const { phase, figure } = each;
  const { t, language } = voice;
  const known = each.lastReport !== null;
  const why = !known ? ` (${t.neverReported})` : saysFigure(each.lastReport) ? '' : ` (${t.noFigureSaid})`;
  const first = [
    `${t.progress} *${progressText(figure, voice)}${why}*`,
    `${t.weight} ${formatBps(phase.weightBps, language)}`,
    t.ends(formatDay(phase.end)),
    structureNames(phase.structures, figures),
  ].join(' · ');
  return [
    `*${phase.code}* ${escapeText(clip(wording(phase.description, voice), LIST_TEXT_LIMIT))}`,
    first,
    `${healthLine(figure.health, phase.code, voice)}${known ? ` · ${lastReport(each, voice)}` : ''}`,
  ].join('\n');
}

export function lastReport({ lastReport: report, phase }: PhaseFigures, voice: Voice): string {
  const { t } = voice;
  if (report === null) return t.neverReported;
  const said = t.lastReportOn(saidText(saidOfReport(report, phase), voice), formatDay(report.reportedOn));
  return report.note === null ? said : `${said}: _${escapeText(clip(report.note, 300))}_`;
}

export const wording = (text: Wording, { t }: Voice): string => wordingText(text) ?? `(${t.unknownWording})`;

export const structureNames = (codes: readonly string[], { plan }: PlanFigures): string =>
  codes
    .map((code) => escapeText(plan.structures.find((structure) => structure.code === code)?.name ?? code))
    .join(', ');
