/** `/arti explain`: the terms behind a figure (rule 12). The sums were done by the domain; here they are shown. */

import type { Figure, Term } from '../../domain/figure.ts';
import { saysFigure } from '../../domain/phase-progress.ts';
import type {
  AreaFigures,
  GoalFigures,
  PhaseFigures,
  PlanFigures,
  StructureFigures,
} from '../../domain/plan-figures.ts';
import { lastSaidOfPhase, saidOfMeasurement } from '../../domain/said.ts';
import { formatDay, formatDecimals, formatShare } from '../../messages/format.ts';
import { clip, context, escapeText, fitted, header, type MessageContent, message, section } from './parts.ts';
import { progressText, saidText, shareText, type Voice } from './voice.ts';

type Explained = {
  readonly title: string;
  readonly figure: Figure;
  readonly terms: readonly Term[];
  readonly notes: readonly string[];
};

function explained(
  { title, figure, terms, notes }: Explained,
  figures: PlanFigures,
  voice: Voice,
): MessageContent {
  const { t } = voice;
  const total = t.explainTotal(progressText(figure, voice));
  return message(
    `${escapeText(title)}: ${progressText(figure, voice)}`,
    fitted(
      [header(title), context(t.asOf(formatDay(figures.day), figures.baseline.number))],
      terms.map((term) => section(termText(term, figures, voice))),
      [section(`*${total}*`), ...notes.map((note) => context(note))],
      t.cut,
    ),
  );
}

/** `1.1.3 · 25,00 % × 60,00 % = 15,00 %`, and where the progress comes from. */
function termText(
  { code, weightShare, figure, contribution }: Term,
  figures: PlanFigures,
  voice: Voice,
): string {
  const { t, language } = voice;
  const sum = `*${code}* · ${formatShare(weightShare, language)} × ${shareText(figure.share, voice)} = *${formatShare(contribution, language)}*`;
  return `${sum}\n${source(code, figures, voice) ?? t.explainCoverage(shareText(figure.coverage, voice))}`;
}

function source(code: string, { goals }: PlanFigures, voice: Voice): string | null {
  const { t } = voice;
  const phase = goals.flatMap((goal) => goal.phases).find((each) => each.phase.code === code);
  if (phase) return phaseSource(phase, voice);
  const goal = goals.find((each) => each.goal.code === code);
  if (!goal) return null;
  if (goal.figure.share === null) return progressText(goal.figure, voice);
  if (goal.goal.measuredBy === 'SCHEDULE') return null;
  const { lastMeasurement: last } = goal;
  if (last === null) return t.explainUnreported;
  return t.lastReportOn(
    saidText(saidOfMeasurement(last, goal.goal.indicator), voice),
    formatDay(last.reportedOn),
  );
}

function phaseSource(each: PhaseFigures, voice: Voice): string {
  const { t } = voice;
  const said = lastSaidOfPhase(each);
  if (said === null || each.lastReport === null) {
    return each.figure.health?.health === 'NOT_DUE'
      ? t.starts(formatDay(each.phase.start))
      : t.explainUnreported;
  }
  const { reportedOn, sequence } = each.lastReport;
  const words = t.explainReport(saidText(said, voice), formatDay(reportedOn), sequence);
  return saysFigure(each.lastReport) ? words : `${words}; ${t.explainNoFigure}`;
}

export const planExplained = (figures: PlanFigures, voice: Voice): MessageContent => {
  const { whole, plan } = figures;
  const { t, language } = voice;
  const points = t.points(formatDecimals(whole.points, language), formatDecimals(whole.ofPoints, language));
  return explained(
    { title: plan.title, figure: whole.figure, terms: whole.terms, notes: [points] },
    figures,
    voice,
  );
};

export const areaExplained = (
  { area, figure, terms, points, ofPoints }: AreaFigures,
  figures: PlanFigures,
  voice: Voice,
): MessageContent => {
  const { t, language } = voice;
  const scored = t.points(formatDecimals(points, language), formatDecimals(ofPoints, language));
  return explained({ title: t.area(area.code, area.title), figure, terms, notes: [scored] }, figures, voice);
};

export function goalExplained(each: GoalFigures, figures: PlanFigures, voice: Voice): MessageContent {
  const { t } = voice;
  const { goal, figure, terms } = each;
  return explained(
    { title: t.goal(goal.code), figure, terms, notes: indicatorNotes(each, voice) },
    figures,
    voice,
  );
}

function indicatorNotes({ goal, achievement, measurements }: GoalFigures, voice: Voice): readonly string[] {
  const { t, language } = voice;
  if (!achievement?.computable) return [];
  const { indicator } = goal;
  const unit = indicator.measure === 'RATIO' ? '%' : escapeText(indicator.unit);
  const target = `${formatDecimals(achievement.target, language)} ${unit}`;
  if (achievement.reached === null) return [t.explainUnreported];
  const actual = `${formatDecimals(achievement.reached.actual, language)} ${unit}`;
  return [
    escapeText(clip(indicator.description, 300)),
    ...measurements.map((each) =>
      t.explainReport(
        saidText(saidOfMeasurement(each, indicator), voice),
        formatDay(each.reportedOn),
        each.sequence,
      ),
    ),
    t.explainAchievement(actual, target, shareText(achievement.reached.uncapped, voice)),
  ];
}

export const phaseExplained = (each: PhaseFigures, figures: PlanFigures, voice: Voice): MessageContent =>
  explained(
    {
      title: voice.t.phase(each.phase.code),
      figure: each.figure,
      terms: [],
      notes: [phaseSource(each, voice), voice.t.creditRules[each.phase.creditRule]],
    },
    figures,
    voice,
  );

export const structureExplained = (
  each: StructureFigures,
  figures: PlanFigures,
  voice: Voice,
): MessageContent =>
  explained(
    {
      title: voice.t.structure(each.structure.name),
      figure: each.figure,
      terms: each.terms,
      notes: [voice.t.explainStructure, voice.t.sharedPhases],
    },
    figures,
    voice,
  );
