import type { Indicator, Target } from '../../domain/plan.ts';
import { targetFor } from '../../domain/plan.ts';
import type { GoalFigures, PlanFigures } from '../../domain/plan-figures.ts';
import type { Ratio } from '../../domain/ratio.ts';
import { lastSaidOfGoal } from '../../domain/said.ts';
import { progressText, saidText, shareText } from '../../messages/figure-text.ts';
import { formatBps, formatDay, formatDecimals, formatNumber } from '../../messages/format.ts';
import { blocks, type Row, rows, wrap } from './layout.ts';
import { phaseLines } from './phase-text.ts';
import { asOfText, figureRows, healthLine, neutralisedRows, structureNames, type Voice } from './wording.ts';

export function goalText(each: GoalFigures, figures: PlanFigures, voice: Voice): string {
  const { goal, figure, phases } = each;
  const { t, language } = voice;
  return blocks(
    [t.goal(goal.code), wrap(goal.title), wrap(asOfText(figures, voice))].join('\n'),
    rows([
      [t.weight, formatBps(goal.weightBps, language)],
      ...figureRows(figure, goal.code, t.progressWeighted, voice),
      [t.structures, structureNames(goal.structures, figures)],
      ...scheduleRows(each, voice),
      ...indicatorRows(each, figures.plan.year, voice),
      ...changeRows(each, figures, voice),
      ...neutralisedRows(each.neutralised, voice),
    ]),
    phases.length === 0
      ? ''
      : [t.phases, ...phases.map((phase) => phaseLines(phase, figures, voice))].join('\n\n'),
  );
}

/** A goal that a structure answers for as a whole, in its list. */
export function goalLines({ goal, figure }: GoalFigures, voice: Voice): string {
  const { t, language } = voice;
  const indent = ' '.repeat(9);
  const state = [
    t.weightOf(formatBps(goal.weightBps, language)),
    t.progressOf(progressText(figure, voice)),
    healthLine(figure.health, goal.code, voice),
  ];
  return [wrap(goal.title, goal.code.padEnd(indent.length), indent), wrap(state.join(' · '), indent)].join(
    '\n',
  );
}

function scheduleRows({ goal: { schedule } }: GoalFigures, { t }: Voice): readonly Row[] {
  if (schedule === null) return [];
  const text = schedule.known
    ? `${schedule.name}, ${t.ends(formatDay(schedule.deadline))}`
    : t.scheduleUnknown(schedule.name, schedule.because);
  return [[t.schedule, text]];
}

function indicatorRows(each: GoalFigures, year: number, voice: Voice): readonly Row[] {
  const { goal, achievement, lastMeasurement } = each;
  const { t } = voice;
  if (goal.measuredBy === 'SCHEDULE') return [];
  const target = targetFor(goal.indicator, year);
  const reached = achievement?.computable ? achievement.reached : null;
  const said = lastSaidOfGoal(each);
  return [
    [t.indicator, goal.indicator.description],
    [t.target, target ? targetText(target, goal.indicator, voice) : t.noFigure],
    ...(reached
      ? [
          [
            t.actual,
            `${withUnit(reached.actual, goal.indicator, voice)} (${t.uncapped(shareText(reached.uncapped, voice))})`,
          ] satisfies Row,
        ]
      : []),
    [
      t.lastReport,
      said === null || lastMeasurement === null
        ? t.neverReported
        : [
            t.saidOn(saidText(said, voice), formatDay(lastMeasurement.reportedOn)),
            ...(lastMeasurement.note === null ? [] : [lastMeasurement.note]),
          ].join(': '),
    ],
  ];
}

const unitOf = (indicator: Indicator): string => (indicator.measure === 'RATIO' ? '%' : indicator.unit);

const withUnit = (value: Ratio, indicator: Indicator, { language }: Voice): string =>
  `${formatDecimals(value, language)}\u00a0${unitOf(indicator)}`;

const targetText = ({ operator, value, reference }: Target, indicator: Indicator, voice: Voice): string =>
  [
    voice.t.operators[operator],
    value === null
      ? (reference ?? voice.t.noFigure)
      : `${formatNumber(value, voice.language)}\u00a0${unitOf(indicator)}`,
  ].join(' ');

function changeRows({ goal }: GoalFigures, { baseline }: PlanFigures, { t }: Voice): readonly Row[] {
  const change = baseline.changes.find((each) => each.goal === goal.code);
  return change ? [[t.change, `${t.changes[change.kind]}. ${change.motivation}`]] : [];
}
