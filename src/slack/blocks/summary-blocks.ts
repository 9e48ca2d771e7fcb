import type { KnownBlock } from '@slack/types';
import { readRatio, subtract } from '../../domain/ratio.ts';
import type { StructureSummary, SummaryItem } from '../../domain/summary.ts';
import { formatDay, formatPoints } from '../../messages/format.ts';
import { HEALTH_MARKS } from '../../messages/health.ts';
import { clip, context, escapeText, fields, header, type MessageContent, message, section } from './parts.ts';
import { printedShare, type Voice } from './voice.ts';

/** Items a list shows before the rest is counted. */
const LIST_LIMIT = 8;
const TITLE_LIMIT = 110;

/** The weekly summary of a structure, as it was frozen. */
export function summaryMessage(summary: StructureSummary, voice: Voice): MessageContent {
  const { t } = voice;
  const { now, before } = summary;
  const quiet = [summary.moved, summary.lateOrBlocked, summary.dueSoon].every((items) => items.length === 0);
  return message(t.summaryText(escapeText(summary.structureName), printedShare(now.share, voice)), [
    header(t.summaryTitle(summary.structureName)),
    context(t.asOf(formatDay(summary.day), summary.baseline)),
    fields([
      [t.summaryNow, `*${printedShare(now.share, voice)}*${change(summary, voice)}`],
      [t.summaryWeekAgo(formatDay(summary.weekAgo)), printedShare(before.share, voice)],
      [t.plannedByDeadline, printedShare(now.plannedByDeadline, voice)],
      [t.plannedLinear, printedShare(now.plannedLinear, voice)],
      [t.coverage, printedShare(now.coverage, voice)],
    ]),
    ...(quiet ? [section(t.summaryQuiet)] : []),
    ...list(t.summaryMoved, summary.moved, movedText, voice),
    ...list(t.summaryLate, summary.lateOrBlocked, lateText, voice),
    ...list(t.summaryDueSoon, summary.dueSoon, dueText, voice),
    ...list(t.summaryUnreported, summary.unreported, unreportedText, voice),
    context(t.sharedPhases),
  ]);
}

function change({ now, before }: StructureSummary, { language }: Voice): string {
  if (now.share === null || before.share === null) return '';
  return ` (${formatPoints(subtract(readRatio(now.share), readRatio(before.share)), language)})`;
}

type ItemText = (item: SummaryItem, voice: Voice) => string;

function list(title: string, items: readonly SummaryItem[], text: ItemText, voice: Voice): KnownBlock[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, LIST_LIMIT).map((item) => {
    const mark = item.health === null ? '•' : HEALTH_MARKS[item.health];
    return `${mark} *${item.item}* ${escapeText(clip(item.title, TITLE_LIMIT))} — ${text(item, voice)}`;
  });
  const more = items.length > LIST_LIMIT ? [voice.t.more(items.length - LIST_LIMIT)] : [];
  return [section([`*${title}* (${items.length})`, ...shown, ...more].join('\n'))];
}

const movedText: ItemText = (item, voice) =>
  item.shareBefore === null
    ? voice.t.summaryFirst(printedShare(item.share, voice))
    : voice.t.summaryMovedItem(printedShare(item.shareBefore, voice), printedShare(item.share, voice));

const lateText: ItemText = (item, voice) =>
  item.blockedBecause === null
    ? voice.t.summaryOverdue(item.daysLate, formatDay(item.end))
    : voice.t.blocked(escapeText(clip(item.blockedBecause, 200)));

const dueText: ItemText = (item, voice) =>
  `${voice.t.dueOn(formatDay(item.end))}, ${printedShare(item.share, voice)}`;

const unreportedText: ItemText = (item, { t }) =>
  item.lastReportedOn === null ? t.neverReported : t.summaryLast(formatDay(item.lastReportedOn));
