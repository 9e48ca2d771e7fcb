/** A chart is shown in the best form that Slack takes, and never not at all. */
import { describe, expect, test } from 'vitest';
import { renderChart } from '../../../src/charts/render-chart.ts';
import { ALTERNATIVE_LIMIT, chartAlternative } from '../../../src/messages/chart-text.ts';
import { postChart } from '../../../src/slack/charts/post-chart.ts';
import { readSeries } from '../../charts/said-series.ts';
import { openTestContext } from '../../helpers/context.ts';
import { startFakeUploads, UNKNOWN_BLOCK, WRONG_CHART } from './fake-uploads.ts';

const CHANNEL = { channel: 'C1', threadTs: null };
const series = async (subject = '1.1') => readSeries(await openTestContext(), { subject });
const methods = ({ calls }: { readonly calls: readonly { readonly method: string }[] }) =>
  calls.map(({ method }) => method);

test('as Slack’s own block where Slack takes it', async () => {
  const slack = await startFakeUploads();
  expect(await postChart(slack.environment, await series(), CHANNEL)).toBe('NATIVE');
  expect(methods(slack)).toEqual(['chat.postMessage']);
  const [message] = slack.called('chat.postMessage');
  expect(JSON.parse(String(message?.blocks))[0]).toMatchObject({
    type: 'data_visualization',
    title: 'Obiettivo 1.1: avanzamento e atteso',
    chart: { type: 'line' },
  });
  expect(message?.text).toContain('A fine mese');
  expect(message).not.toHaveProperty('thread_ts');
});

describe('as a picture where Slack does not know the block', () => {
  test('with its description, the figures beside it, in the same channel', async () => {
    const slack = await startFakeUploads(renderChart);
    slack.refuse('chat.postMessage', UNKNOWN_BLOCK, 'CHARTS');
    const shown = await series();
    expect(await postChart(slack.environment, shown, CHANNEL)).toBe('IMAGE');
    expect(methods(slack)).toEqual([
      'chat.postMessage',
      'files.getUploadURLExternal',
      'upload',
      'files.completeUploadExternal',
    ]);
    const [upload] = slack.called('upload');
    const bytes = String(upload?.bytes);
    expect(bytes.slice(1, 4)).toBe('PNG');
    const [address] = slack.called('files.getUploadURLExternal');
    expect(address).toMatchObject({
      filename: 'grafico-1.1-2020-09-14.png',
      length: String(bytes.length),
      alt_txt: chartAlternative(shown, 'it'),
    });
    expect(String(address?.alt_txt).length).toBeLessThanOrEqual(ALTERNATIVE_LIMIT);
    const [complete] = slack.called('files.completeUploadExternal');
    expect(complete).toMatchObject({
      channel_id: 'C1',
      initial_comment: expect.stringMatching(/^Obiettivo 1\.1 al 14\/09\/2020: avanzamento/),
    });
    expect(JSON.parse(String(complete?.files))).toEqual([
      { id: 'F1', title: 'Obiettivo 1.1: avanzamento e atteso' },
    ]);
  });

  test('in the thread that was asked in', async () => {
    const slack = await startFakeUploads();
    slack.refuse('chat.postMessage', UNKNOWN_BLOCK, 'CHARTS');
    await postChart(slack.environment, await series(), { channel: 'C1', threadTs: '1600.1' });
    expect(slack.called('chat.postMessage')[0]).toMatchObject({ thread_ts: '1600.1' });
    expect(slack.called('files.completeUploadExternal')[0]).toMatchObject({ thread_ts: '1600.1' });
  });

  test('and the next one at once', async () => {
    const slack = await startFakeUploads();
    slack.refuse('chat.postMessage', UNKNOWN_BLOCK, 'CHARTS');
    await postChart(slack.environment, await series(), CHANNEL);
    slack.accept('chat.postMessage');
    expect(await postChart(slack.environment, await series('1.4'), CHANNEL)).toBe('IMAGE');
    expect(slack.called('chat.postMessage')).toHaveLength(1);
  });
});

test('a chart that alone is wrong does not speak against the next', async () => {
  const slack = await startFakeUploads();
  slack.refuse('chat.postMessage', WRONG_CHART, 'CHARTS');
  expect(await postChart(slack.environment, await series(), CHANNEL)).toBe('IMAGE');
  slack.accept('chat.postMessage');
  expect(await postChart(slack.environment, await series(), CHANNEL)).toBe('NATIVE');
});

describe('as text where the picture fails too', () => {
  test.each([
    { why: 'the scope is missing', method: 'files.getUploadURLExternal', error: 'missing_scope' },
    { why: 'the file is lost on the way', method: 'files.completeUploadExternal', error: 'file_not_found' },
  ])('$why', async ({ method, error }) => {
    const slack = await startFakeUploads();
    slack.refuse('chat.postMessage', UNKNOWN_BLOCK, 'CHARTS');
    slack.refuse(method, { error });
    expect(await postChart(slack.environment, await series(), CHANNEL)).toBe('TEXT');
    const message = slack.called('chat.postMessage').at(-1);
    expect(message?.text).toContain('gennaio');
    expect(message?.blocks).toContain('non si è potuta caricare');
    expect(slack.environment.warnings).toContain('the picture of a chart could not be uploaded');
  });

  test('the bytes are not taken', async () => {
    const slack = await startFakeUploads();
    slack.refuse('chat.postMessage', UNKNOWN_BLOCK, 'CHARTS');
    slack.uploadStatus = 500;
    expect(await postChart(slack.environment, await series(), CHANNEL)).toBe('TEXT');
    expect(slack.called('files.completeUploadExternal')).toEqual([]);
  });

  test('nothing could be drawn', async () => {
    const slack = await startFakeUploads(async () => {
      throw new Error('no drawing on this machine');
    });
    slack.refuse('chat.postMessage', UNKNOWN_BLOCK, 'CHARTS');
    expect(await postChart(slack.environment, await series(), CHANNEL)).toBe('TEXT');
  });
});

test.each([{ error: 'channel_not_found' }, { error: 'ratelimited' }, { error: 'token_revoked' }])(
  'what speaks against the channel is the caller’s to know: $error',
  async ({ error }) => {
    const slack = await startFakeUploads();
    slack.refuse('chat.postMessage', { error });
    await expect(postChart(slack.environment, await series(), CHANNEL)).rejects.toThrow(error);
    expect(methods(slack)).toEqual(['chat.postMessage']);
    expect(slack.environment.charts.native.taken).toBe(true);
  },
);
