import type { KnownBlock } from '@slack/types';
import { changeOf, frozenFigure } from '../../domain/frozen-figure.ts';
import { isQuietWeek } from '../../domain/summaries/quiet-week.ts';
import type { StructureSummary } from '../../domain/summary.ts';
import { formatDay } from '../../messages/format.ts';
import { context, divider, escapeText, header, type MessageContent, message, section } from './parts.ts';
import {
  actsText,
  byEnd,
  changeText,
  codesLine,
  coverageLine,
  dueCountText,
  dueText,
  firstLines,
  foot,
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

/** Codes that a line names before the rest is counted. */
const CODES_LIMIT = 20;

/** A short message says so: see {@link isQuietWeek}. */
export const isQuiet = ({ moved, dueSoon, lateOrBlocked, weekAgo }: StructureSummary): boolean =>
  isQuietWeek({ news: [moved, dueSoon], lateOrBlocked, since: weekAgo });

/**
 * The weekly summary of a structure, as it was frozen. It stands in a channel: what was not answered is told by
 * item, never by person.
 * @param dashboardUrl base of the dashboard's pages; null where there is none to link to
 */
export function summaryMessage(
  summary: StructureSummary,
  voice: Voice,
  dashboardUrl: string | null = null,
): MessageContent {
  const { t } = voice;
  const name = shortText(summary.structureName);
  const acts = actsOf(summary, voice);
  const link = dashboardUrl === null ? [] : [dashboardLink(summary, dashboardUrl, voice)];
  return message(t.summaryText(name, keptShare(summary.now.share, voice), acts), [
    header(t.summaryTitle(summary.structureName)),
    context(t.asOf(formatDay(summary.day), summary.baseline)),
    ...lateSlotBlocks(summary.slot, voice),
    firstLines([
      [t.summaryNow, progressLine(summary, voice)],
      [t.planned, plannedText(frozenFigure(summary.now), voice)],
      [t.coverage, coverageLine(frozenFigure(summary.now), voice)],
      [t.summaryActs, acts],
      [t.summaryDueSoon, dueCountText(summary.dueSoon, voice)],
    ]),
    ...(isQuiet(summary)
      ? [quietSection(standingOf(summary, voice), voice), ...foot(link)]
      : [...restOf(summary, voice), ...foot([...link, t.sharedPhases])]),
  ]);
}

function progressLine(summary: StructureSummary, voice: Voice): string {
  const { now, before, weekAgo } = summary;
  const change = changeText(changeOf(now, before), voice);
  return [
    `*${progressText(frozenFigure(now), voice)}*${change === null ? '' : ` (${change})`}`,
    `${voice.t.summaryWeekAgo(formatDay(weekAgo))}: ${keptShare(before.share, voice)}`,
  ].join(' · ');
}

const actsOf = ({ lateOrBlocked, notAnswered }: StructureSummary, voice: Voice): string =>
  `${actsText(lateOrBlocked, voice)}, ${voice.t.summaryUnansweredCount(notAnswered.length)}`;

/** What a quiet week leaves as it was. */
const standingOf = ({ structure, lateOrBlocked, notAnswered }: StructureSummary, { t }: Voice) => [
  ...codesLine(
    lateOrBlocked.map(({ item }) => item),
    t.summaryRiskCommand(structure),
    t.summaryStillLate,
  ),
  ...codesLine(notAnswered, t.summaryMissingCommand, t.summaryStillUnanswered),
];

function restOf(summary: StructureSummary, voice: Voice): readonly KnownBlock[] {
  const { t } = voice;
  const { structure } = summary;
  const byStatus = (left: number) => t.moreBy(left, t.summaryStatusCommand(structure));
  return [
    divider(),
    ...listSection(t.summaryMoved, itemRows(summary.moved, movedText, voice), byStatus),
    ...listSection(t.summaryLate, itemRows(summary.lateOrBlocked, lateText, voice), (left) =>
      t.moreBy(left, t.summaryRiskCommand(structure)),
    ),
    ...codesSection(t.summaryNotAnswered, summary.notAnswered, (left) =>
      t.moreBy(left, t.summaryMissingCommand),
    ),
    ...listSection(t.summaryDueSoon, itemRows(byEnd(summary.dueSoon), dueText, voice), byStatus),
    ...listSection(
      t.summaryIndicators,
      summary.indicators.map((indicator) => indicatorRow(indicator, voice)),
      (left) => t.moreGoalsBy(left, t.summaryStatusCommand(structure)),
    ),
    ...codesSection(
      t.summaryUnreported,
      // What was asked about is told above.
      summary.unreported.map(({ item }) => item).filter((item) => !summary.notAnswered.includes(item)),
      byStatus,
    ),
  ];
}

function codesSection(
  title: string,
  codes: readonly string[],
  more: (left: number) => string,
): readonly KnownBlock[] {
  if (codes.length === 0) return [];
  const left = codes.length - CODES_LIMIT;
  const shown = codes.slice(0, CODES_LIMIT).map(escapeText).join(', ');
  return [section(`*${title}* (${codes.length})\n${shown}${left > 0 ? ` _${more(left)}_` : ''}`)];
}

function dashboardLink({ structure, day }: StructureSummary, url: string, { t }: Voice): string {
  const page = `${url}/structures/${encodeURIComponent(structure)}?asOf=${day}`;
  return linkText(page, t.summaryDashboard(escapeText(structure)));
}
