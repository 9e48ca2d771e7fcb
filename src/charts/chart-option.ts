/** A series as ECharts draws it: colours that every eye tells apart, and a dash for each line besides. */
import type { EChartsCoreOption } from 'echarts/core';
import { addDays, daysBetween, type IsoDate, isoDate } from '../domain/dates.ts';
import { type Ratio, roundHalfUp, toNumber } from '../domain/ratio.ts';
import type { SeriesPoint, YearSeries } from '../domain/year-series.ts';
import { chartMessages } from '../messages/chart.ts';
import { chartTitle, subjectName } from '../messages/chart-text.ts';
import { formatDay, formatShare } from '../messages/format.ts';
import type { Language } from '../messages/language.ts';
import { slackMessages } from '../messages/slack.ts';

/** Logical pixels: at the width of a phone, some 350, letters are still 10 high. */
export const CHART_SIZE = { width: 560, height: 420 } as const;

/** As the font's own files name it. */
export const FONT_FAMILY = 'Titillium Web';

/** Of Okabe and Ito's palette, which people with any colour vision tell apart; each at least 3:1 on white. */
const BLUE = '#0072b2';
const VERMILION = '#d55e00';
const GREY = '#595959';
const INK = '#17324d';
const GRID = '#d9dee3';

/** Keeps letters readable where a line passes behind them. */
const HALO = { textBorderColor: '#ffffff', textBorderWidth: 4 } as const;

/** From this day of the year on, a text to the right of its day would leave the picture. */
const NEAR_END = 285;

const FONT_SIZE = 15;
/** Characters of the subject's name that fit on a line. */
const NAME_LENGTH = 84;

export function chartOption(series: YearSeries, language: Language): EChartsCoreOption {
  const t = chartMessages(language);
  const words = slackMessages(language);
  const { year, points } = series;
  const day = (at: IsoDate) => daysBetween(isoDate(`${year}-01-01`), at);
  const line = (pick: (point: SeriesPoint) => Ratio | null) =>
    points.map((point) => [day(point.day), percentOf(pick(point))]);
  const lastDay = day(isoDate(`${year}-12-31`));
  const months = monthsOf(year);
  return {
    animation: false,
    backgroundColor: '#ffffff',
    color: [BLUE, GREY, VERMILION],
    textStyle: { fontFamily: FONT_FAMILY, fontSize: FONT_SIZE, color: INK },
    title: {
      text: drawable(chartTitle(series, language)),
      subtext: drawable(subjectName(series.subject, NAME_LENGTH)),
      left: 12,
      top: 8,
      itemGap: 4,
      textStyle: { fontFamily: FONT_FAMILY, fontSize: 21, fontWeight: 600, color: INK },
      subtextStyle: { fontFamily: FONT_FAMILY, fontSize: FONT_SIZE, color: GREY },
    },
    legend: {
      left: 12,
      right: 12,
      top: 70,
      itemWidth: 34,
      itemGap: 16,
      // Each line's own dash, without the dot that ECharts puts on it.
      itemStyle: { opacity: 0 },
      textStyle: { fontFamily: FONT_FAMILY, fontSize: FONT_SIZE, color: INK },
    },
    grid: { left: 52, right: 18, top: 122, bottom: 34 },
    xAxis: {
      type: 'value',
      min: 0,
      max: lastDay,
      axisLine: { lineStyle: { color: INK } },
      axisTick: { customValues: months.map(({ first }) => day(first)), lineStyle: { color: INK } },
      axisLabel: {
        customValues: months.map(({ middle }) => day(middle)),
        formatter: (value: number) => monthAt(year, value, t.shortMonths),
        fontSize: FONT_SIZE,
        color: INK,
        interval: 0,
        hideOverlap: false,
        showMinLabel: true,
        showMaxLabel: true,
      },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 25,
      axisLabel: { formatter: (value: number) => t.axisPercent(value), fontSize: FONT_SIZE, color: INK },
      splitLine: { lineStyle: { color: GRID } },
    },
    series: [
      {
        name: words.progress,
        type: 'line',
        data: withLastNamed(
          line(({ actual }) => actual),
          series,
          language,
        ),
        showSymbol: true,
        symbol: 'circle',
        symbolSize: 0,
        lineStyle: { width: 4, color: BLUE },
        z: 4,
        markLine: {
          silent: true,
          symbol: 'none',
          label: { fontSize: 14, color: INK, fontFamily: FONT_FAMILY },
          data: marksOf(series, day, language),
        },
      },
      {
        name: words.plannedByDeadline,
        type: 'line',
        step: 'end',
        data: line(({ plannedByDeadline }) => plannedByDeadline),
        symbol: 'none',
        lineStyle: { width: 2.5, type: [2, 4], cap: 'round', color: GREY },
        z: 2,
      },
      {
        name: words.plannedLinear,
        type: 'line',
        data: line(({ plannedLinear }) => plannedLinear),
        symbol: 'none',
        lineStyle: { width: 2.5, type: [10, 5], color: VERMILION },
        z: 3,
      },
    ],
  };
}

/** The last point that is known carries its figure. */
function withLastNamed(data: (number | null)[][], { now }: YearSeries, language: Language) {
  const last = data.findLastIndex(([, value]) => value !== null);
  const { share } = now;
  if (last < 0 || share === null) return data;
  const text = formatShare(share, language);
  const nearEnd = (data[last]?.[0] ?? 0) > NEAR_END;
  return data.map((value, index) =>
    index === last
      ? {
          value,
          symbolSize: 11,
          itemStyle: { color: BLUE, borderColor: '#ffffff', borderWidth: 2 },
          label: {
            show: true,
            // Beside the line of the as-of day, not on it; below what stands too high.
            position: toNumber(share) > 0.9 ? 'bottom' : 'top',
            align: nearEnd ? 'right' : 'left',
            offset: [nearEnd ? -8 : 8, 0],
            formatter: text,
            fontFamily: FONT_FAMILY,
            fontSize: 17,
            fontWeight: 600,
            color: BLUE,
            ...HALO,
          },
        }
      : value,
  );
}

/** The as-of day, and the days on which another baseline came into force. */
function marksOf(
  { asOf, year, rebaselinings }: YearSeries,
  day: (at: IsoDate) => number,
  language: Language,
): object[] {
  const t = chartMessages(language);
  const steps = rebaselinings.map(({ day: from, baseline }) => ({
    xAxis: day(from),
    lineStyle: { color: GREY, width: 1, type: 'solid' },
    label: { formatter: t.baseline(baseline), position: 'end', distance: 4, align: 'right', color: GREY },
  }));
  if (!asOf.startsWith(String(year))) return steps;
  const today = {
    xAxis: day(asOf),
    lineStyle: { color: INK, width: 1.5, type: 'solid' },
    label: {
      formatter: t.asOf(formatDay(asOf)),
      position: 'end',
      distance: 4,
      align: day(asOf) > NEAR_END ? 'right' : 'left',
    },
  };
  return [...steps, today];
}

const percentOf = (share: Ratio | null): number | null =>
  share === null ? null : Number(roundHalfUp(share, 10_000)) / 100;

const monthsOf = (year: number) =>
  Array.from({ length: 12 }, (_, month) => {
    const first = isoDate(`${year}-${String(month + 1).padStart(2, '0')}-01`);
    return { first, middle: addDays(first, 14) };
  });

function monthAt(year: number, value: number, names: readonly string[]): string {
  const at = addDays(isoDate(`${year}-01-01`), Math.round(value));
  return names[Number(at.slice(5, 7)) - 1] ?? '';
}

/** SVG takes no control characters, and no halves of characters. */
const drawable = (text: string): string => text.replace(/[\p{Cc}\p{Cs}]/gu, ' ');
