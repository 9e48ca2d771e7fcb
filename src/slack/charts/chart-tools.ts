import type { YearSeries } from '../../domain/year-series.ts';
import type { Language } from '../../messages/language.ts';
import type { Environment } from '../environment.ts';

/** Draws a PNG; handed in by the composition root, so that Slack's edge knows no drawing. */
export type RenderChart = (series: YearSeries, language: Language) => Promise<Buffer>;

export type ChartTools = {
  readonly render: RenderChart;
  /** Whether Slack takes the block for charts; false from its first refusal on, until the process ends. */
  readonly native: { taken: boolean };
};

export const createChartTools = (render: RenderChart): ChartTools => ({ render, native: { taken: true } });

export type ChartEnvironment = Pick<Environment, 'client' | 'logger' | 'voice'> & {
  readonly charts: ChartTools;
};
