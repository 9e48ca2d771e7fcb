/** A chart as Slack's own block draws it, and the message around it. */
import type { KnownBlock } from '@slack/types';
import { type Ratio, roundHalfUp } from '../../domain/ratio.ts';
import { isFriday, isMonthEnd, type SeriesPoint, type YearSeries } from '../../domain/year-series.ts';
import { chartMessages } from '../../messages/chart.ts';
import { baselineText, chartAlternative, chartSummary, chartTitle } from '../../messages/chart-text.ts';
import { formatDay } from '../../messages/format.ts';
import { notComputableText } from '../../messages/health.ts';
import {
  type DataSeries,
  type DataVisualizationBlock,
  DATA_VISUALIZATION_LIMITS as LIMITS,
} from '../charts/data-visualization.ts';
import { clip, context, escapeText, section } from './parts.ts';
import type { Voice } from './voice.ts';

/** A message with a chart, which `@slack/types` does not know yet. */
export type ChartContent = {
  readonly text: string;
  readonly blocks: (KnownBlock | DataVisualizationBlock)[];
};

type Pick = (point: SeriesPoint) => Ratio | null;
type KnownPoint = SeriesPoint & { readonly plannedByDeadline: Ratio; readonly plannedLinear: Ratio };

/** Whether there is anything to draw: a goal without a schedule has neither progress nor a plan. */
export const isDrawable = ({ points }: YearSeries): boolean => points.some(isPlanned);

const isPlanned = (point: SeriesPoint): point is KnownPoint =>
  point.plannedByDeadline !== null && point.plannedLinear !== null;

/** Why there is nothing to draw, of a series that is not {@link isDrawable}. */
export const undrawableText = ({ now }: YearSeries, { language }: Voice): string =>
  chartMessages(language).nothingToDraw(notComputableText(now.because ?? 'NOTHING_IN_BASELINE', language));

/** The native chart, with the summary below it; `text` tells the whole of it. */
export function chartMessage(series: YearSeries, voice: Voice): ChartContent {
  const { language } = voice;
  const t = chartMessages(language);
  const last = thinned(series).at(-1);
  const unreached = last === undefined || last.actual === null;
  const notes = [
    baselineText(series, language),
    ...(unreached ? [t.onlyPlanned] : []),
    ...(!unreached && last !== series.points.at(-1) ? [t.upTo(formatDay(last.day))] : []),
  ].filter((note) => note !== '');
  return {
    text: escapeText(chartAlternative(series, language)),
    blocks: [
      chartBlock(series, voice),
      section(escapeText(chartSummary(series, language))),
      ...(notes.length > 0 ? [context(escapeText(notes.join(' ')))] : []),
    ],
  };
}

/** Its figures as text, for where no chart can be shown. */
export function chartTextMessage(series: YearSeries, { language }: Voice): ChartContent {
  const text = escapeText(chartAlternative(series, language));
  return {
    text,
    blocks: [section(text), context(chartMessages(language).imageFailed)],
  };
}

/**
 * Lines up to the as-of day, since Slack draws no line that ends before the others; of what is only planned, where
 * there is no progress to show, the whole year.
 */
export function chartBlock(series: YearSeries, { language, t }: Voice): DataVisualizationBlock {
  const points = thinned(series);
  const labelled = points.map((point) => ({ point, label: formatDay(point.day).slice(0, 5) }));
  const line = (name: string, pick: Pick): DataSeries[] => {
    const values = labelled.flatMap(({ point, label }) => {
      const share = pick(point);
      return share === null ? [] : [{ label, value: percentOf(share) }];
    });
    return values.length === labelled.length ? [{ name: clip(name, LIMITS.seriesName), data: values }] : [];
  };
  return {
    type: 'data_visualization',
    title: clip(chartTitle(series, language), LIMITS.title),
    chart: {
      type: 'line',
      series: [
        ...line(t.progress, ({ actual }) => actual),
        ...line(t.plannedByDeadline, ({ plannedByDeadline }) => plannedByDeadline),
        ...line(t.plannedLinear, ({ plannedLinear }) => plannedLinear),
      ],
      axis_config: {
        categories: labelled.map(({ label }) => label),
        x_label: String(series.year),
        y_label: '%',
      },
    },
  };
}

/**
 * As many points as Slack takes, at even steps: every Friday while they are few, else the end of every month; and
 * the last one known.
 */
function thinned({ points, asOf }: YearSeries): readonly KnownPoint[] {
  const planned = points.filter(isPlanned);
  const reached = planned.filter(({ actual }) => actual !== null);
  const drawn = reached.length > 0 ? reached : planned;
  const last = drawn.at(-1);
  const isLast = (point: KnownPoint) => point === last || point.day === asOf;
  const weekly = drawn.filter((point) => isFriday(point.day) || isLast(point));
  return weekly.length <= LIMITS.points
    ? weekly
    : drawn.filter((point) => isMonthEnd(point.day) || isLast(point));
}

const percentOf = (share: Ratio): number => Number(roundHalfUp(share, 10_000)) / 100;
