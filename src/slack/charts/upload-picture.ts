import type { YearSeries } from '../../domain/year-series.ts';
import { chartMessages } from '../../messages/chart.ts';
import { chartAlternative, chartTitle } from '../../messages/chart-text.ts';
import type { ChartEnvironment } from './chart-tools.ts';

const UPLOAD_TIMEOUT_MS = 10_000;

/** Where the file is shown as soon as it is there. */
export type SharedIn =
  | { readonly channel_id: string; readonly initial_comment: string }
  | { readonly channel_id: string; readonly initial_comment: string; readonly thread_ts: string };

/**
 * The picture, described for who does not see it. By Slack's three calls one by one: the client's `filesUploadV2`
 * sends the description as `alt_text`, which Slack does not read. Needs the scope files:write.
 * @param sharedIn null leaves it the bot's own, to be named by a block
 * @returns Slack's id of the file
 */
export async function uploadPicture(
  { client, charts, voice }: ChartEnvironment,
  series: YearSeries,
  sharedIn: SharedIn | null,
): Promise<string> {
  const { language } = voice;
  const png = await charts.render(series, language);
  const { subject, year, asOf } = series;
  const code = 'code' in subject ? subject.code : String(year);
  // A constant of its own: the client's types know the description only by its other name.
  const file = {
    filename: chartMessages(language).fileName(code.replace(/[^\w.-]+/g, '-'), asOf),
    length: png.length,
    alt_txt: chartAlternative(series, language),
  };
  const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal(file);
  if (typeof url !== 'string' || typeof id !== 'string')
    throw new Error('Slack gave no address to upload to');
  const uploaded = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(png),
    redirect: 'error',
    signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
  });
  if (!uploaded.ok) throw new Error(`the upload was answered ${uploaded.status}`);
  await client.files.completeUploadExternal({
    files: [{ id, title: chartTitle(series, language) }],
    ...sharedIn,
  });
  return id;
}
