/** A picture that is part of a message of the outbox: posted with it, once, and never the cause of its loss. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ImageBlock, KnownBlock } from '@slack/types';
import type { YearSeries } from '../../domain/year-series.ts';
import { chartAlternative } from '../../messages/chart-text.ts';
import { chartBlock, isDrawable } from '../blocks/chart-blocks.ts';
import { context, escapeText, type MessageContent, section } from '../blocks/parts.ts';
import { inTime } from '../in-time.ts';
import type { ChartEnvironment } from './chart-tools.ts';
import type { DataVisualizationBlock } from './data-visualization.ts';
import { uploadPicture } from './upload-picture.ts';

export type DrawnBlock = KnownBlock | DataVisualizationBlock;

/**
 * All steps of each form together: meanwhile the message is claimed, and after some 25 seconds of its claim nothing is
 * posted any more. The first picture of a process also waits until what draws it is loaded.
 */
const TIMES = { pictureMs: 10_000, checkMs: 3_000 } as const;

/** Between two looks at whether Slack has looked through a file, usually a second after it came. */
const LOOK_MS = 300;

/**
 * The blocks that show `series`, in the best form that can be had now: a picture uploaded beforehand and not shared
 * anywhere; Slack's own chart, if Slack says that it takes it; else its figures as text. None where there is nothing
 * to draw. Whatever fails is logged and never thrown.
 *
 * A message tried again uploads its picture again: what an earlier, doubtful attempt left behind is a file of the
 * bot's own that nobody is shown.
 */
export async function drawInMessage(
  environment: ChartEnvironment,
  series: YearSeries | null,
  { pictureMs, checkMs }: { readonly pictureMs: number; readonly checkMs: number } = TIMES,
): Promise<readonly DrawnBlock[]> {
  if (series === null || !isDrawable(series)) return [];
  const picture = await attempt(environment, 'the picture', pictureBlock(environment, series), pictureMs);
  if (picture) return [picture];
  const chart = environment.charts.native.taken
    ? await attempt(environment, 'the chart', checkedChart(environment, series), checkMs)
    : undefined;
  return chart ? [chart] : inWords(series, environment);
}

/**
 * `picture` before the last block of `content`, which is its foot. Slack's types do not know its block for charts: here
 * alone it passes for one that they know.
 */
export const withPicture = (
  { text, blocks }: MessageContent,
  picture: readonly DrawnBlock[],
): MessageContent => ({
  text,
  blocks: [...blocks.slice(0, -1), ...(picture as readonly KnownBlock[]), ...blocks.slice(-1)],
});

async function attempt<T>(
  { logger }: ChartEnvironment,
  what: string,
  work: Promise<T>,
  ms: number,
): Promise<T | undefined> {
  try {
    const made = await inTime(work, ms);
    if (made === undefined) logger.warn({ ms }, `${what} of a summary took too long: it goes without`);
    return made;
  } catch (err) {
    logger.warn({ err }, `${what} of a summary could not be made: it goes without`);
    return undefined;
  }
}

async function pictureBlock(environment: ChartEnvironment, series: YearSeries): Promise<ImageBlock> {
  const id = await uploadPicture(environment, series, null);
  await untilLookedThrough(environment, id);
  return {
    type: 'image',
    slack_file: { id },
    alt_text: chartAlternative(series, environment.voice.language),
  };
}

/**
 * Slack answers the last call of an upload before it has looked through the file, and until then refuses a block
 * that names it: “invalid slack file”. The file's type, empty at first, tells when. Source: Slack's maintainers,
 * slackapi/python-slack-sdk, issues 1521 and 1575; slackapi/slack-github-action, issue 413. Needs files:read.
 */
async function untilLookedThrough({ client }: ChartEnvironment, id: string): Promise<void> {
  for (let look = 0; look * LOOK_MS < TIMES.pictureMs; look++) {
    const { file } = await client.files.info({ file: id });
    if (file?.mimetype?.startsWith('image/')) return;
    if (file?.mimetype) throw new Error(`Slack takes the picture for ${file.mimetype}`);
    await pause(LOOK_MS, undefined, { ref: false });
  }
  throw new Error('Slack did not look through the picture');
}

/** Asked for without posting anything: a message with a block that Slack does not take would be refused as a whole. */
async function checkedChart(
  { client, voice }: ChartEnvironment,
  series: YearSeries,
): Promise<DataVisualizationBlock> {
  const block = chartBlock(series, voice);
  await client.blocks.validate({ blocks: [block] });
  return block;
}

function inWords(series: YearSeries, { voice }: ChartEnvironment): readonly KnownBlock[] {
  return [
    section(escapeText(chartAlternative(series, voice.language))),
    context(voice.t.summaryPictureFailed),
  ];
}
