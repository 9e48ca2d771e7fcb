/** `/arti status`: figures to blocks. Nothing is computed here. */
import type { KnownBlock } from '@slack/types';
import type { Figure } from '../../domain/figure.ts';
import type {
  AreaFigures,
  GoalFigures,
  PhaseFigures,
  PlanFigures,
  StructureFigures,
} from '../../domain/plan-figures.ts';
import { saidOfMeasurement } from '../../domain/said.ts';
import { formatBps, formatDay, formatDecimals } from '../../messages/format.ts';
import { chartButton } from './chart-button.ts';
import {
  clip,
  context,
  divider,
  escapeText,
  fields,
  fitted,
  header,
  type MessageContent,
  message,
  section,
} from './parts.ts';
import { goalLine, lastReport, phaseLine, structureNames, wording } from './status-lines.ts';
import {
  coverageText,
  healthLine,
  progressText,
  saidText,
  shareText,
  type Voice,
  varianceText,
} from './voice.ts';

type Pairs = readonly (readonly [string, string])[];

const figurePairs = (figure: Figure, own: string | null, voice: Voice): Pairs => {
  const { t } = voice;
  return [
    [t.progressWeighted, progressText(figure, voice)],
    [t.coverage, coverageText(figure, voice)],
    [t.plannedByDeadline, shareText(figure.planned?.byDeadline ?? null, voice)],
    [t.plannedLinear, shareText(figure.planned?.linear ?? null, voice)],
    [t.variance, varianceText(figure, voice)],
    [t.health, healthLine(figure.health, own, voice)],
  ];
};

const asOf = ({ day, baseline }: PlanFigures, { t }: Voice): KnownBlock =>
  context(t.asOf(formatDay(day), baseline.number));

export function planStatus(figures: PlanFigures, voice: Voice): MessageContent {
  const { t, language } = voice;
  const { whole } = figures;
  const of = formatDecimals(whole.ofPoints, language);
  const points = t.points(formatDecimals(whole.points, language), of);
  const rows = figures.areas.flatMap((area) => areaRows(area, voice));
  return message(
    `${escapeText(figures.plan.title)}: ${t.progressWeighted.toLowerCase()} ${progressText(whole.figure, voice)}`,
    fitted(
      [
        header(figures.plan.title),
        asOf(figures, voice),
        fields([
          ...figurePairs(whole.figure, null, voice),
          [t.weight, `${points}\n${t.pointsInDocument(formatDecimals(whole.heldPoints, language))}`],
        ]),
      ],
      rows,
      [chartButton(null, figures, voice)],
      t.cut,
    ),
  );
}

export function areaStatus(each: AreaFigures, figures: PlanFigures, voice: Voice): MessageContent {
  const { t, language } = voice;
  const { area, figure, goals, points, ofPoints } = each;
  const title = t.area(area.code, area.title);
  const scored = t.points(formatDecimals(points, language), formatDecimals(ofPoints, language));
  return message(
    `${escapeText(title)}: ${t.progressWeighted.toLowerCase()} ${progressText(figure, voice)}`,
    fitted(
      [
        header(title),
        asOf(figures, voice),
        fields([...figurePairs(figure, null, voice), [t.weight, scored]]),
        divider(),
      ],
      goals.map((goal) => section(goalLine(goal, voice))),
      [chartButton(area.code, figures, voice)],
      t.cut,
    ),
  );
}

function areaRows({ area, goals, figure, points, ofPoints }: AreaFigures, voice: Voice): KnownBlock[] {
  const { t, language } = voice;
  if (goals.length === 0) return [];
  const scored = t.points(formatDecimals(points, language), formatDecimals(ofPoints, language));
  return [
    divider(),
    section(`*${escapeText(t.area(area.code, area.title))}*\n${progressText(figure, voice)} · ${scored}`),
    ...goals.map((goal) => section(goalLine(goal, voice))),
  ];
}

export function goalStatus(each: GoalFigures, figures: PlanFigures, voice: Voice): MessageContent {
  const { goal, figure, phases } = each;
  const { t, language } = voice;
  const change = figures.baseline.changes.find((one) => one.goal === goal.code);
  const notes = [
    ...(each.neutralised ? [context(t.neutralised(escapeText(each.neutralised.because)))] : []),
    ...(goal.schedule && !goal.schedule.known
      ? [section(t.scheduleUnknown(escapeText(goal.schedule.name), escapeText(goal.schedule.because)))]
      : []),
    ...(change ? [context(`*${t.changes[change.kind]}.* ${escapeText(clip(change.motivation, 1500))}`)] : []),
  ];
  return message(
    `${t.goal(goal.code)}: ${escapeText(clip(goal.title, 300))} — ${progressText(figure, voice)}`,
    fitted(
      [
        header(t.goal(goal.code)),
        section(`*${escapeText(goal.title)}*`),
        asOf(figures, voice),
        fields([
          [t.weight, formatBps(goal.weightBps, language)],
          ...figurePairs(figure, goal.code, voice),
          [t.structures, structureNames(goal.structures, figures)],
        ]),
        ...(goal.measuredBy === 'FIGURES' ? [indicatorSection(each, voice)] : []),
      ],
      phases.length > 0
        ? [divider(), ...phases.map((phase) => section(phaseLine(phase, figures, voice)))]
        : [],
      [...notes, chartButton(goal.code, figures, voice)],
      t.cut,
    ),
  );
}

function indicatorSection({ goal, achievement, lastMeasurement }: GoalFigures, voice: Voice): KnownBlock {
  const { t, language } = voice;
  const { indicator } = goal;
  const suffix = indicator.measure === 'RATIO' ? ' %' : ` ${escapeText(indicator.unit)}`;
  const said =
    lastMeasurement === null
      ? t.neverReported
      : t.lastReportOn(
          saidText(saidOfMeasurement(lastMeasurement, indicator), voice),
          formatDay(lastMeasurement.reportedOn),
        );
  const lines = [`*${t.indicator}*: ${escapeText(indicator.description)}`, `${t.lastMeasurement}: ${said}`];
  if (achievement?.computable) {
    lines.push(`${t.target}: ${formatDecimals(achievement.target, language)}${suffix}`);
    if (achievement.reached) {
      const { actual, uncapped } = achievement.reached;
      lines.push(
        `${t.actual}: ${formatDecimals(actual, language)}${suffix} (${t.uncapped(shareText(uncapped, voice))})`,
      );
    }
  }
  return section(lines.join('\n'));
}

export function phaseStatus(each: PhaseFigures, figures: PlanFigures, voice: Voice): MessageContent {
  const { phase, goal, figure } = each;
  const { t, language } = voice;
  const late = each.completedDaysLate > 0 ? [context(t.completedLate(each.completedDaysLate))] : [];
  const neutralised = each.neutralised ? [context(t.neutralised(escapeText(each.neutralised.because)))] : [];
  return message(`${t.phase(phase.code)}: ${progressText(figure, voice)}`, [
    header(t.phase(phase.code)),
    context(`${t.goal(goal.code)}: ${escapeText(goal.title)}`),
    asOf(figures, voice),
    section(escapeText(wording(phase.description, voice))),
    fields([
      [t.progress, progressText(figure, voice)],
      [t.health, healthLine(figure.health, phase.code, voice)],
      [t.plannedByDeadline, shareText(figure.planned?.byDeadline ?? null, voice)],
      [t.plannedLinear, shareText(figure.planned?.linear ?? null, voice)],
      [t.variance, varianceText(figure, voice)],
      [t.dates, `${formatDay(phase.start)} – ${formatDay(phase.end)}`],
      [t.weight, formatBps(phase.weightBps, language)],
      [t.structures, structureNames(phase.structures, figures)],
    ]),
    section(`*${t.output}*: ${escapeText(wording(phase.output, voice))}`),
    section(`*${t.lastReport}*: ${lastReport(each, voice)}`),
    ...late,
    ...neutralised,
  ]);
}

export function structureStatus(each: StructureFigures, figures: PlanFigures, voice: Voice): MessageContent {
  const { structure, figure, phases, goals } = each;
  const { t } = voice;
  const empty = phases.length + goals.length === 0;
  return message(
    `${t.structure(escapeText(structure.name))}: ${progressText(figure, voice)}`,
    fitted(
      [
        header(`${structure.code} · ${structure.name}`),
        asOf(figures, voice),
        ...(empty ? [section(t.structureNothing)] : [fields(figurePairs(figure, null, voice)), divider()]),
      ],
      [
        ...phases.map((phase) => section(phaseLine(phase, figures, voice))),
        ...goals.map((goal) => section(goalLine(goal, voice))),
      ],
      [context(t.sharedPhases), ...(empty ? [] : [chartButton(structure.code, figures, voice)])],
      t.cut,
    ),
  );
}
