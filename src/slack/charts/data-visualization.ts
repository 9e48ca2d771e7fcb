/**
 * Slack's block for charts, since June 2026; `@slack/types` 3.2 does not have it. Source: docs.slack.dev, Block Kit,
 * data visualization block. Only the lines of it that this product draws.
 */

export type DataVisualizationBlock = {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: LineChart;
};

export type LineChart = {
  readonly type: 'line';
  readonly series: readonly DataSeries[];
  readonly axis_config: {
    readonly categories: readonly string[];
    readonly x_label?: string;
    readonly y_label?: string;
  };
};

/** Exactly one point for each category: Slack takes neither a gap nor a null. */
export type DataSeries = {
  readonly name: string;
  readonly data: readonly { readonly label: string; readonly value: number }[];
};

/** Slack's limits, in characters and in numbers of things. */
export const DATA_VISUALIZATION_LIMITS = {
  title: 50,
  axisLabel: 50,
  series: 6,
  seriesName: 20,
  points: 20,
  pointLabel: 20,
} as const;
