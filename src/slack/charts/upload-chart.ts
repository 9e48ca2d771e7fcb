import type { YearSeries } from '../../domain/year-series.ts';
import { baselineText, chartSummary } from '../../messages/chart-text.ts';
import { escapeText } from '../blocks/parts.ts';
import type { ChartEnvironment } from './chart-tools.ts';
import type { ChartPlace } from './post-chart.ts';
import { uploadPicture } from './upload-picture.ts';

/** The picture as a message of its own, with the figures of the day beside it. Needs the scope files:write. */
export async function uploadChart(
  environment: ChartEnvironment,
  series: YearSeries,
  { channel, threadTs }: ChartPlace,
): Promise<void> {
  const { language } = environment.voice;
  const comment = [chartSummary(series, language), baselineText(series, language)].join(' ').trim();
  await uploadPicture(environment, series, {
    channel_id: channel,
    initial_comment: escapeText(comment),
    ...(threadTs === null ? {} : { thread_ts: threadTs }),
  });
}
