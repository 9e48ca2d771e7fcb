import type { PhaseFigures, PlanFigures } from '../../domain/plan-figures.ts';
import { lastSaidOfPhase } from '../../domain/said.ts';
import { progressText, saidText } from '../../messages/figure-text.ts';
import { formatBps, formatDay } from '../../messages/format.ts';
import { blocks, type Row, rows, wrap } from './layout.ts';
import {
  asOfText,
  figureRows,
  healthLine,
  neutralisedRows,
  structureNames,
  type Voice,
  wordingText,
} from './wording.ts';

export function phaseText(each: PhaseFigures, figures: PlanFigures, voice: Voice): string {
  const { phase, goal, figure } = each;
  const { t, language } = voice;
  const completed: readonly Row[] = each.completedOn
    ? [[t.completed, [formatDay(each.completedOn), ...lateness(each, voice)].join(', ')]]
    : [];
  return blocks(
    [
      t.phase(phase.code),
      wrap(wordingText(phase.description, voice)),
      wrap(`${t.goal(goal.code)}: ${goal.title}`),
      wrap(asOfText(figures, voice)),
    ].join('\n'),
    rows([
      [t.weight, formatBps(phase.weightBps, language)],
      ...figureRows(figure, phase.code, t.progress, voice),
      [t.dates, `${formatDay(phase.start)} – ${formatDay(phase.end)}`],
      [t.structures, structureNames(phase.structures, figures)],
      [t.output, wordingText(phase.output, voice)],
      [t.lastReport, lastReportText(each, voice)],
      ...completed,
      ...neutralisedRows(each.neutralised, voice),
    ]),
  );
}

/** A phase in the list of a goal or a structure. */
export function phaseLines(each: PhaseFigures, figures: PlanFigures, voice: Voice): string {
  const { phase, figure } = each;
  const { t, language } = voice;
  const indent = ' '.repeat(9);
  const facts = [
    t.weightOf(formatBps(phase.weightBps, language)),
    t.ends(formatDay(phase.end)),
    structureNames(phase.structures, figures),
  ];
  const state = [
    t.progressOf(progressText(figure, voice)),
    healthLine(figure.health, phase.code, voice),
    ...lateness(each, voice),
  ];
  return [
    wrap(wordingText(phase.description, voice), phase.code.padEnd(indent.length), indent),
    wrap(facts.join(' · '), indent),
    wrap(state.join(' · '), indent),
    wrap(t.lastReportOf(lastReportText(each, voice)), indent),
  ].join('\n');
}

function lastReportText(each: PhaseFigures, voice: Voice): string {
  const said = lastSaidOfPhase(each);
  if (each.lastReport === null || said === null) return voice.t.neverReported;
  const { reportedOn, note } = each.lastReport;
  const text = voice.t.saidOn(saidText(said, voice), formatDay(reportedOn));
  return note === null ? text : `${text}: ${note}`;
}

const lateness = ({ completedDaysLate }: PhaseFigures, { t }: Voice): readonly string[] =>
  completedDaysLate > 0 ? [t.completedLate(completedDaysLate)] : [];
