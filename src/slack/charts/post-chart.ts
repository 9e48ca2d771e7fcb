import type { YearSeries } from '../../domain/year-series.ts';
import { chartMessage, chartTextMessage } from '../blocks/chart-blocks.ts';
import type { ChartEnvironment } from './chart-tools.ts';
import { refusesBlocks, refusesCharts } from './refused-block.ts';
import { uploadChart } from './upload-chart.ts';

export type ChartPlace = { readonly channel: string; readonly threadTs: string | null };

/** How it came to be shown. */
export type ChartForm = 'NATIVE' | 'IMAGE' | 'TEXT';

/**
 * Posts a chart for everybody in the conversation: as Slack's own block; where Slack does not take it, as a picture;
 * where that fails too, its figures as text. @throws what Slack's client throws when nothing could be posted
 */
export async function postChart(
  environment: ChartEnvironment,
  series: YearSeries,
  place: ChartPlace,
): Promise<ChartForm> {
  const { client, logger, voice } = environment;
  const target = {
    channel: place.channel,
    ...(place.threadTs === null ? {} : { thread_ts: place.threadTs }),
  };
  const native = await tryNative(environment, () =>
    client.chat.postMessage({ ...target, ...chartMessage(series, voice), unfurl_links: false }),
  );
  if (native) return 'NATIVE';
  try {
    await uploadChart(environment, series, place);
    return 'IMAGE';
  } catch (err) {
    logger.warn({ err }, 'the picture of a chart could not be uploaded');
    await client.chat.postMessage({ ...target, ...chartTextMessage(series, voice), unfurl_links: false });
    return 'TEXT';
  }
}

/** False when Slack does not take the block, and at once when it did not before. @throws any other error */
export async function tryNative(
  { charts, logger }: ChartEnvironment,
  post: () => Promise<unknown>,
): Promise<boolean> {
  if (!charts.native.taken) return false;
  try {
    await post();
    return true;
  } catch (err) {
    if (!refusesBlocks(err)) throw err;
    if (refusesCharts(err)) charts.native.taken = false;
    logger.warn({ err }, 'Slack did not take a chart: it is sent as a picture');
    return false;
  }
}
