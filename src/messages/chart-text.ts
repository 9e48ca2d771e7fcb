/** What a chart shows, in words: its title, its summary, and the text for who does not see it. Plain text, not mrkdwn. */
import { variancesOf } from '../domain/figure.ts';
import type { SeriesSubject } from '../domain/series/series-subject.ts';
import { isMonthEnd, type SeriesPoint, type YearSeries } from '../domain/year-series.ts';
import { type ChartMessages, chartMessages } from './chart.ts';
import { progressText, shareText } from './figure-text.ts';
import { formatDay, formatPoints } from './format.ts';
import type { Language } from './language.ts';
import { slackMessages } from './slack.ts';

/** Of a description of an image: Slack's limit for files (`alt_txt_too_large`). */
export const ALTERNATIVE_LIMIT = 1000;
const NAME_LIMIT = 100;

/** `Obiettivo 1.1` */
export function subjectText(subject: SeriesSubject, year: number, language: Language): string {
  const t = chartMessages(language);
  const words = slackMessages(language);
  switch (subject.kind) {
    case 'PLAN':
      return t.plan(year);
    case 'AREA':
      return t.area(subject.code);
    case 'GOAL':
      return words.goal(subject.code);
    case 'PHASE':
      return words.phase(subject.code);
    case 'STRUCTURE':
      return words.structure(subject.code);
  }
}

export const chartTitle = ({ subject, year }: YearSeries, language: Language): string =>
  chartMessages(language).title(subjectText(subject, year, language));

/** Where things stand on the as-of day: one sentence. */
export function chartSummary(series: YearSeries, language: Language): string {
  const { now, subject, year, asOf } = series;
  const voice = { language, t: slackMessages(language) };
  const variances = variancesOf(now);
  const summary = chartMessages(language).summary({
    subject: subjectText(subject, year, language),
    day: formatDay(asOf),
    progress: progressText(now, voice),
    coverage: now.coverage === null ? null : shareText(now.coverage, voice),
    planned: now.planned && {
      byDeadline: shareText(now.planned.byDeadline, voice),
      linear: shareText(now.planned.linear, voice),
    },
    variance: variances && {
      byDeadline: formatPoints(variances.byDeadline, language),
      linear: formatPoints(variances.linear, language),
    },
  });
  return `${summary}.`;
}

/** Which baseline is compared with: one sentence for each that came into force, or the one asked for. */
export function baselineText({ baseline, rebaselinings }: YearSeries, language: Language): string {
  const t = chartMessages(language);
  if (baseline !== null) return t.ofBaseline(baseline);
  return rebaselinings.map(({ day, baseline: number }) => t.rebaselined(formatDay(day), number)).join(' ');
}

/** Everything the picture shows, at most {@link ALTERNATIVE_LIMIT} characters. */
export function chartAlternative(series: YearSeries, language: Language): string {
  const t = chartMessages(language);
  const months = series.points
    .filter(({ day }) => isMonthEnd(day))
    .flatMap((point) => monthText(point, t, language));
  const text = [
    chartSummary(series, language),
    baselineText(series, language),
    ...(months.length > 0 ? [t.monthByMonth(months)] : []),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
  return clipWords(text, ALTERNATIVE_LIMIT);
}

/** None where nothing is planned either: the goal was not in the plan that month. */
function monthText(point: SeriesPoint, t: ChartMessages, language: Language): string[] {
  const { day, actual, plannedByDeadline, plannedLinear } = point;
  if (plannedByDeadline === null || plannedLinear === null) return [];
  const share = (value: NonNullable<SeriesPoint['actual']>) =>
    shareText(value, { language, t: slackMessages(language) });
  const month = t.monthNames[Number(day.slice(5, 7)) - 1] ?? day;
  return [
    actual === null
      ? t.monthPlanned(month, share(plannedByDeadline), share(plannedLinear))
      : t.monthReached(month, share(actual), share(plannedByDeadline), share(plannedLinear)),
  ];
}

/** The subject's name on one short line; empty where the plan does not give the words. */
export const subjectName = ({ name }: SeriesSubject, limit = NAME_LIMIT): string =>
  clipWords((name ?? '').replace(/\s+/g, ' ').trim(), limit);

/** Ends at a space, and cuts no character in two. */
function clipWords(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${space > limit / 2 ? cut.slice(0, space) : cut}…`;
}
