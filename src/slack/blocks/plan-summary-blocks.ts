import type { KnownBlock } from '@slack/types';
import { variancesOf } from '../../domain/figure.ts';
import { changeOf, frozenFigure } from '../../domain/frozen-figure.ts';
import { multiply, ratio, readRatio } from '../../domain/ratio.ts';
import type { PlanSummary, SummaryItem } from '../../domain/summary.ts';
import { chartMessages } from '../../messages/chart.ts';
import { formatBps, formatDay, formatDecimals, formatPoints } from '../../messages/format.ts';
import { HEALTH_MARKS, healthText } from '../../messages/health.ts';
import { context, divider, header, type MessageContent, message, section } from './parts.ts';
import {
  actsText,
  byEnd,
  changeText,
  completedText,
  dueCountText,
  dueText,
  firstLines,
  foot,
  type ItemText,
  indicatorRow,
  itemRows,
  lateSlotBlocks,
  lateText,
  linkText,
  listSection,
  movedText,
  plannedText,
  shortText,
} from './summary-lines.ts';
import { coverageText, printedShare, progressText, type Voice } from './voice.ts';

/** Characters of each list: all of them stay together below what a message may hold. */
const STRUCTURES_ROOM = 1500;
const GOALS_ROOM = 2000;
const LIST_ROOM = 900;
/** A digest tells of every goal of an ordinary plan. */
const GOALS_LIMIT = 15;

/** A week in which nothing moved and nothing asks for an act; a month is always told in full. */
export const isQuietPlanWeek = (summary: PlanSummary): boolean =>
  summary.kind === 'PLAN_WEEK' &&
  [summary.moved, summary.completed, summary.lateOrBlocked, summary.dueSoon].every(
    (items) => items.length === 0,
  ) &&
  unansweredStructures(summary) === 0;

/**
 * A summary, digest or interim review of the plan, as it was frozen. It ranks structures, never people.
 * @param dashboardUrl base of the dashboard's pages; null where there is none to link to
 */
export function planSummaryMessage(
  summary: PlanSummary,
  voice: Voice,
  dashboardUrl: string | null = null,
): MessageContent {
  const { t } = voice;
  const title = planSummaryTitle(summary, voice);
  const acts = actsOf(summary, voice);
  const link =
    dashboardUrl === null
      ? []
      : [linkText(`${dashboardUrl}/?asOf=${summary.day}`, t.summaryDashboard(t.summaryPlanName))];
  return message(t.planSummaryText(title, printedShare(summary.now.share, voice), acts), [
    header(title),
    context(`${shortText(summary.title)} · ${t.asOf(formatDay(summary.day), summary.baseline)}`),
    ...lateSlotBlocks(summary.slot, voice),
    firstLines([
      [t.summaryNow, progressLine(summary, voice)],
      [t.planned, plannedText(frozenFigure(summary.now), voice)],
      [t.coverage, coverageText(frozenFigure(summary.now), voice)],
      [t.summaryActs, acts],
      [dueTitle(summary, voice), dueCountText(summary.dueSoon, voice)],
    ]),
    ...(isQuietPlanWeek(summary)
      ? [section(t.summaryQuiet), ...foot(link)]
      : [...restOf(summary, voice), ...foot([...link, t.sharedPhases])]),
  ]);
}

/** `Riepilogo mensile: agosto 2020` */
export function planSummaryTitle({ kind, day }: PlanSummary, { t, language }: Voice): string {
  const [year = '', month = ''] = day.split('-');
  switch (kind) {
    case 'PLAN_WEEK':
      return t.planWeekTitle;
    case 'PLAN_MONTH':
      return t.planMonthTitle(chartMessages(language).monthNames[Number(month) - 1] ?? month, year);
    case 'PLAN_QUARTER':
      return t.planQuarterTitle(Math.ceil(Number(month) / 3), year);
    case 'INTERIM_REVIEW':
      return t.interimReviewTitle(formatDay(day));
  }
}

/** In percent, and in points of the plan: `39,76 % · 34,19 di 86,00 punti`. */
function progressLine(summary: PlanSummary, voice: Voice): string {
  const { t, language } = voice;
  const { now, before, since, kind } = summary;
  const change = changeText(changeOf(now, before), voice);
  const of = ratio(summary.weightBps, 100);
  const then = kind === 'PLAN_WEEK' ? t.summaryWeekAgo(formatDay(since)) : t.summaryBefore(formatDay(since));
  return [
    `*${progressText(frozenFigure(now), voice)}*${change === null ? '' : ` (${change})`}`,
    ...(now.share === null
      ? []
      : [
          t.points(
            formatDecimals(multiply(readRatio(now.share), of), language),
            formatDecimals(of, language),
          ),
        ]),
    ...(before.share === null ? [] : [`${then}: ${printedShare(before.share, voice)}`]),
  ].join(' · ');
}

/** A phase of several structures is not answered in each of them: their counts do not add up. */
const unansweredStructures = ({ structures }: PlanSummary): number =>
  structures.filter(({ notAnswered }) => notAnswered > 0).length;

function actsOf(summary: PlanSummary, voice: Voice): string {
  const unanswered = unansweredStructures(summary);
  const { t } = voice;
  return `${actsText(summary.lateOrBlocked, voice)}, ${
    unanswered === 0 ? t.summaryUnansweredCount(0) : t.summaryUnansweredIn(unanswered)
  }`;
}

const dueTitle = ({ kind }: PlanSummary, { t }: Voice): string =>
  kind === 'PLAN_WEEK' ? t.summaryDueSoon : t.summaryDueNext;

function restOf(summary: PlanSummary, voice: Voice): readonly KnownBlock[] {
  const { t } = voice;
  const more = (left: number) => t.moreBy(left, t.summaryStatusCommand(null));
  const moreGoals = (left: number) => t.moreGoalsBy(left, t.summaryStatusCommand(null));
  const moreRisks = (left: number) => t.moreBy(left, t.summaryRiskCommand(null));
  const { completed, indicators } = summary;
  const done = new Set(completed.map(({ item }) => item));
  const items = (title: string, of: readonly SummaryItem[], text: ItemText, left = more) =>
    listSection(title, itemRows(of, text, voice), left, { room: LIST_ROOM });
  return [
    divider(),
    ...listSection(t.summaryStructures, structureRows(summary, voice), more, { room: STRUCTURES_ROOM }),
    ...(summary.kind === 'PLAN_WEEK'
      ? []
      : listSection(t.summaryGoals, goalRows(summary, voice), moreGoals, {
          limit: GOALS_LIMIT,
          room: GOALS_ROOM,
        })),
    ...items(t.summaryCompleted, completed, completedText),
    ...items(
      t.summaryMoved,
      summary.moved.filter(({ item }) => !done.has(item)),
      movedText,
    ),
    ...items(t.summaryLate, summary.lateOrBlocked, lateText, moreRisks),
    ...items(dueTitle(summary, voice), byEnd(summary.dueSoon), dueText),
    ...listSection(
      t.summaryIndicators,
      indicators.map((indicator) => indicatorRow(indicator, voice)),
      moreGoals,
      { room: LIST_ROOM },
    ),
  ];
}

/** As they were ranked when it was frozen: worst linear variance first. */
function structureRows(summary: PlanSummary, voice: Voice): readonly string[] {
  const { t, language } = voice;
  return summary.structures.map(({ name, now, before, late, blocked, notAnswered }, index) => {
    const figure = frozenFigure(now);
    const variances = variancesOf(figure);
    const change = changeOf(now, before);
    const head = `${index + 1}. *${shortText(name, 80)}*`;
    if (figure.share === null) return `${head} — ${t.structureNothing}`;
    return [
      `${head} — ${printedShare(now.share, voice)}${change === null ? '' : ` (${formatPoints(change, language)})`}`,
      ...(variances
        ? [
            t.summaryVarianceOf(
              formatPoints(variances.linear, language),
              formatPoints(variances.byDeadline, language),
            ),
          ]
        : []),
      `${t.summaryActsOf(late, blocked)}, ${t.summaryUnansweredCount(notAnswered)}`,
    ].join(' · ');
  });
}

function goalRows(summary: PlanSummary, voice: Voice): readonly string[] {
  const { t, language } = voice;
  return summary.goals.map(({ goal, title, weightBps, now, before, health, neutralisedBecause }) => {
    const mark = health === null ? '•' : HEALTH_MARKS[health];
    const standing =
      neutralisedBecause === null
        ? [
            `*${printedShare(now.share, voice)}*${
              before.share === null ? '' : ` (${t.summaryWas(printedShare(before.share, voice))})`
            }`,
            health === null ? t.healthUnknown : healthText(health, language),
          ]
        : [t.neutralised(shortText(neutralisedBecause, 80))];
    return [
      `${mark} *${goal}* ${shortText(title, 60)} — ${t.weight.toLowerCase()} ${formatBps(weightBps, language)}`,
      ...standing,
    ].join(' · ');
  });
}
