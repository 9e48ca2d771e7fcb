import type { KnownBlock } from '@slack/types';
import { variancesOf } from '../../domain/figure.ts';
import { changeOf, frozenFigure } from '../../domain/frozen-figure.ts';
import { isZero, multiply, type Ratio, ratio, readRatio } from '../../domain/ratio.ts';
import { isQuietWeek } from '../../domain/summaries/quiet-week.ts';
import type { PlanSummary, SummaryItem } from '../../domain/summary.ts';
import { chartMessages } from '../../messages/chart.ts';
import { formatBps, formatDay, formatDecimals, formatNumber, formatPoints } from '../../messages/format.ts';
import { HEALTH_MARKS, healthText } from '../../messages/health.ts';
import { context, divider, header, type MessageContent, message } from './parts.ts';
import {
  actsText,
  byEnd,
  changeText,
  codesLine,
  completedText,
  coverageLine,
  dueCountText,
  dueText,
  firstLines,
  foot,
  type ItemText,
  indicatorRow,
  itemRows,
  keptShare,
  lateSlotBlocks,
  lateText,
  linkText,
  listSection,
  movedText,
  plannedText,
  quietSection,
  shortText,
} from './summary-lines.ts';
import { progressText, type Voice } from './voice.ts';

/** Characters of each list: all of them stay together below what a message may hold. */
const STRUCTURES_ROOM = 1500;
const GOALS_ROOM = 2000;
const LIST_ROOM = 900;
/** A digest tells of every goal of an ordinary plan. */
const GOALS_LIMIT = 15;

/** A short message says so, see {@link isQuietWeek}; a month, a quarter and a review are always told in full. */
export const isQuietPlanWeek = ({
  kind,
  moved,
  completed,
  dueSoon,
  lateOrBlocked,
  since,
}: PlanSummary): boolean =>
  kind === 'PLAN_WEEK' && isQuietWeek({ news: [moved, completed, dueSoon], lateOrBlocked, since });

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
  return message(t.planSummaryText(title, keptShare(summary.now.share, voice), acts), [
    header(title),
    context(
      [
        shortText(summary.title),
        t.asOf(formatDay(summary.day), summary.baseline),
        ...weightTexts(summary, voice),
      ].join(' · '),
    ),
    ...lateSlotBlocks(summary.slot, voice),
    firstLines([
      [t.summaryNow, progressLine(summary, voice)],
      [t.planned, plannedText(frozenFigure(summary.now), voice)],
      [t.coverage, coverageLine(frozenFigure(summary.now), voice)],
      [t.summaryActs, acts],
      [dueTitle(summary, voice), dueCountText(summary.dueSoon, voice)],
    ]),
    ...(isQuietPlanWeek(summary)
      ? [quietSection(standingOf(summary, voice), voice), ...foot(link)]
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

/** Of how many points the plan’s own are out of 100, where they are not all: the same document holds no others. */
const weightTexts = ({ weightBps }: PlanSummary, { t, language }: Voice): readonly string[] =>
  weightBps === 10_000 ? [] : [t.summaryWeight(formatNumber(weightBps / 100, language))];

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
    `${then}: ${keptShare(before.share, voice)}`,
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

/** What a quiet week leaves as it was; who did not answer stands by structure in the command. */
const standingOf = (summary: PlanSummary, { t }: Voice): readonly string[] => [
  ...codesLine(
    summary.lateOrBlocked.map(({ item }) => item),
    t.summaryRiskCommand(null),
    t.summaryStillLate,
  ),
  ...(unansweredStructures(summary) === 0 ? [] : [t.summaryWhoMissing(t.summaryMissingCommand)]),
];

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
      `${head} — ${keptShare(now.share, voice)} (${rankChangeText(change, voice)})`,
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

function rankChangeText(change: Ratio | null, { t, language }: Voice): string {
  if (change === null) return t.summaryNoneBefore;
  return isZero(change) ? t.summaryUnchanged : t.summaryRankChange(formatPoints(change, language));
}

function goalRows(summary: PlanSummary, voice: Voice): readonly string[] {
  const { t, language } = voice;
  return summary.goals.map(({ goal, title, weightBps, now, before, health, neutralisedBecause }) => {
    const mark = health === null ? '•' : HEALTH_MARKS[health];
    const standing =
      neutralisedBecause === null
        ? [
            `*${keptShare(now.share, voice)}* (${
              before.share === null ? t.summaryNoneBefore : t.summaryWas(keptShare(before.share, voice))
            })`,
            health === null ? t.healthUnknown : healthText(health, language),
          ]
        : [t.neutralised(shortText(neutralisedBecause, 80))];
    return [
      `${mark} *${goal}* ${shortText(title, 60)} — ${t.weight.toLowerCase()} ${formatBps(weightBps, language)}`,
      ...standing,
    ].join(' · ');
  });
}
