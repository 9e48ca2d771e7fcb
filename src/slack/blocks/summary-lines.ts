/** What summaries of a structure and of the plan share: five lines first, then lists that are cut and counted. */
import type { ContextBlock, KnownBlock, SectionBlock } from '@slack/types';
import { type Figure, variancesOf } from '../../domain/figure.ts';
import { quotientOf } from '../../domain/frozen-figure.ts';
import { isZero, type Ratio, readRatio } from '../../domain/ratio.ts';
import type { SummaryAmount, SummaryIndicator, SummaryItem, SummarySlot } from '../../domain/summary.ts';
import { formatDay, formatLongDay, formatNumber, formatPoints, formatShare } from '../../messages/format.ts';
import { dayAndTime } from '../../messages/format-time.ts';
import { HEALTH_MARKS } from '../../messages/health.ts';
import { clip, context, escapeText, section } from './parts.ts';
import type { Voice } from './voice.ts';

/** Rows a list shows before the rest is counted. */
const LIST_LIMIT = 8;
/** Characters of a list: all of them together stay below what a message may hold. */
const LIST_ROOM = 1150;
const TITLE_LIMIT = 110;
const REASON_LIMIT = 200;
/** Escaping makes text up to five times as long. */
const ESCAPED_LIMIT = 400;

/** Where days and times of day are those that people live by. */
const TIME_ZONE = 'Europe/Rome';

/** Text of people and plans on a short line. */
export const shortText = (text: string, limit = TITLE_LIMIT): string =>
  clip(escapeText(clip(text.replace(/\s+/g, ' ').trim(), limit)), ESCAPED_LIMIT);

/** Name and value, one a line: what is read when nothing else is. */
export const firstLines = (lines: readonly (readonly [name: string, value: string])[]): SectionBlock =>
  section(lines.map(([name, value]) => `*${name}*: ${value}`).join('\n'));

/** `+3,50 punti percentuali`, `invariato`; null where there is nothing to compare with. */
export function changeText(change: Ratio | null, { t, language }: Voice): string | null {
  if (change === null) return null;
  return isZero(change) ? t.summaryUnchanged : t.summaryChange(formatPoints(change, language));
}

/** In a sentence a dash would hang loose: what has no figure says so. */
export const keptShare = (share: string | null, { t, language }: Voice): string =>
  share === null ? t.summaryNoFigure : formatShare(readRatio(share), language);

/** With the most that the progress could be, where something was not reported. */
export function coverageLine({ coverage, atMost }: Figure, { t, language }: Voice): string {
  if (coverage === null) return t.summaryNoFigure;
  const text = formatShare(coverage, language);
  const complete = coverage.n === coverage.d;
  return complete || atMost === null ? text : t.summaryCoverage(text, formatShare(atMost, language));
}

/** Both readings, each with the variance from it. */
export function plannedText(figure: Figure, voice: Voice): string {
  const { t, language } = voice;
  const { planned } = figure;
  const variances = variancesOf(figure);
  if (planned === null) return t.summaryNoFigure;
  const reading = (pick: 'byDeadline' | 'linear') => {
    const share = t.summaryPlanned[pick](formatShare(planned[pick], language));
    return variances ? t.summaryVariance(share, formatPoints(variances[pick], language)) : share;
  };
  return `${reading('byDeadline')} · ${reading('linear')}`;
}

/** How many are late and how many blocked: of one that is both, blocked is the word that counts. */
export function actsText(items: readonly SummaryItem[], { t }: Voice): string {
  const count = (health: SummaryItem['health']) => items.filter((item) => item.health === health).length;
  return t.summaryActsOf(count('OVERDUE'), count('BLOCKED'));
}

export const byEnd = (items: readonly SummaryItem[]): readonly SummaryItem[] =>
  [...items].sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0));

/** How many fall due, and the first of them with its day. */
export function dueCountText(items: readonly SummaryItem[], { t, language }: Voice): string {
  const [first] = byEnd(items);
  if (!first) return t.summaryDueNone;
  const day = formatLongDay(first.end, language);
  return items.length === 1
    ? t.summaryDueOne(first.item, day)
    : t.summaryDueMany(items.length, first.item, day);
}

/** Says that a slot was run after its time; nothing of one in time, or of what somebody asked for. */
export function lateSlotBlocks(slot: SummarySlot | null, { t, language }: Voice): readonly ContextBlock[] {
  if (!slot?.late) return [];
  const { day, time } = dayAndTime(slot.at, TIME_ZONE);
  // Without the year, which is that of the summary.
  const shown = formatLongDay(day, language).replace(/\/\d{4}$/, '');
  return [context(`⏰ ${t.summaryLateSlot(shown, time)}`)];
}

/** As many `rows` as there is room for, at least one, and how many more there are; nothing of none. */
export function listSection(
  title: string,
  rows: readonly string[],
  more: (left: number) => string,
  { limit = LIST_LIMIT, room = LIST_ROOM }: { readonly limit?: number; readonly room?: number } = {},
): readonly SectionBlock[] {
  if (rows.length === 0) return [];
  const shown: string[] = [];
  let length = 0;
  for (const row of rows.slice(0, limit)) {
    if (shown.length > 0 && length + row.length > room) break;
    shown.push(row);
    length += row.length + 1;
  }
  const left = rows.length - shown.length;
  return [
    section([`*${title}* (${rows.length})`, ...shown, ...(left > 0 ? [`_${more(left)}_`] : [])].join('\n')),
  ];
}

export type ItemText = (item: SummaryItem, voice: Voice) => string;

/** `🟢 *1.1.3* Predisposizione del bando — 40,00 % → *60,00 %*` */
export function itemRows(items: readonly SummaryItem[], text: ItemText, voice: Voice): readonly string[] {
  return items.map((item) => {
    const mark = item.health === null ? '•' : HEALTH_MARKS[item.health];
    return `${mark} *${item.item}* ${shortText(item.title)} — ${text(item, voice)}`;
  });
}

/** A phase may be reported on without a figure, such as one that is blocked. */
function itemShare({ share, lastReportedOn }: SummaryItem, voice: Voice): string {
  if (share !== null) return keptShare(share, voice);
  return lastReportedOn === null ? voice.t.summaryNeverReported : voice.t.summaryNoFigureSaid;
}

export const movedText: ItemText = (item, voice) =>
  item.shareBefore === null
    ? voice.t.summaryFirst(itemShare(item, voice))
    : voice.t.summaryMovedItem(keptShare(item.shareBefore, voice), itemShare(item, voice));

/** The reason given for a block; how late it is, of a blocked one too; and what was noted with the last report. */
export const lateText: ItemText = (item, { t }) =>
  [
    ...(item.blockedBecause === null ? [] : [t.blocked(shortText(item.blockedBecause, REASON_LIMIT))]),
    ...(item.daysLate > 0 || item.blockedBecause === null
      ? [t.summaryOverdue(item.daysLate, formatDay(item.end))]
      : []),
    ...(item.note === undefined || item.blockedBecause !== null
      ? []
      : [t.summaryReason(shortText(item.note, REASON_LIMIT))]),
  ].join(' · ');

export const dueText: ItemText = (item, voice) =>
  `${voice.t.dueOn(formatDay(item.end))}, ${itemShare(item, voice)}`;

export const completedText: ItemText = (item, { t }) => t.summaryCompletedItem(item.daysLate);

/** `*3.1* — 8.006 / 20.015 = 40,00 % su ≥ 40 %: raggiunto 100,00 %` */
export function indicatorRow(indicator: SummaryIndicator, voice: Voice): string {
  const measured =
    indicator.measuredOn === null ? '' : ` (${voice.t.summaryMeasured(formatDay(indicator.measuredOn))})`;
  return `• *${indicator.goal}* — ${indicatorText(indicator, voice)}${measured} · ${shortText(indicator.title, 80)}`;
}

function indicatorText(indicator: SummaryIndicator, voice: Voice): string {
  const { t } = voice;
  const { actual, achievement } = indicator;
  const target = targetText(indicator, voice);
  if (actual === null) return target === null ? t.summaryIndicatorNothing : t.summaryIndicatorNone(target);
  const amount = amountText(actual, indicator.unit, voice);
  if (target === null) return t.summaryIndicatorAlone(amount);
  return achievement === null
    ? t.summaryIndicatorOf(amount, target)
    : t.summaryIndicator(amount, target, keptShare(achievement, voice));
}

function amountText(amount: SummaryAmount, unit: string, voice: Voice): string {
  const { language } = voice;
  if (amount.kind === 'VALUE') return withUnit(formatNumber(amount.value, language), unit, voice);
  const share = quotientOf(amount);
  const terms = `${formatNumber(amount.numerator, language)} / ${formatNumber(amount.denominator, language)}`;
  return share === null ? terms : `${terms} = ${formatShare(share, language)}`;
}

function targetText({ target, unit, actual }: SummaryIndicator, voice: Voice): string | null {
  if (target === null) return null;
  const sign = target.operator === 'GTE' ? '≥' : '≤';
  const percent = actual?.kind === 'RATIO' ? '%' : unit;
  return `${sign} ${withUnit(formatNumber(target.value, voice.language), percent, voice)}`;
}

/** Italian leaves a space before the sign of percent, English none; before any other unit both do. */
function withUnit(number: string, unit: string, { language }: Voice): string {
  if (unit === '%') return language === 'it' ? `${number}\u00a0%` : `${number}%`;
  return `${number} ${shortText(unit, 40)}`;
}

/** Codes that one line names before the rest is counted. */
const NAMED_LIMIT = 8;

/** A few codes on one line, and the command that shows them all; nothing of none. */
export const codesLine = (
  codes: readonly string[],
  command: string,
  told: (codes: string, left: number, command: string) => string,
): readonly string[] =>
  codes.length === 0
    ? []
    : [
        told(
          codes.slice(0, NAMED_LIMIT).map(escapeText).join(', '),
          Math.max(0, codes.length - NAMED_LIMIT),
          command,
        ),
      ];

/** A quiet week: that nothing is new, and on one line what stands as it stood. */
export const quietSection = (standing: readonly string[], { t }: Voice): SectionBlock =>
  section([t.summaryQuiet, ...(standing.length === 0 ? [] : [standing.join(' · ')])].join('\n'));

/** A link of mrkdwn, whose label is ours. */
export const linkText = (url: string, label: string): string =>
  `<${url.replaceAll('|', '%7C').replaceAll('>', '%3E')}|${label}>`;

/** The last block, below which nothing comes: {@link withPicture} counts on it. */
export const foot = (lines: readonly string[]): readonly KnownBlock[] =>
  lines.length === 0 ? [] : [context(lines.join('\n'))];
