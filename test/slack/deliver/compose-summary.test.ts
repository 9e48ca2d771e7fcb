/** A summary goes out with its curve in the same message; whatever becomes of the picture, it goes out. */
import { describe, expect, test } from 'vitest';
import { frozenSeries } from '../../../src/domain/frozen-figure.ts';
import type { Destination, Notice } from '../../../src/domain/notice.ts';
import type { Summary } from '../../../src/domain/summary.ts';
import { chartAlternative } from '../../../src/messages/chart-text.ts';
import type { ClaimedMessage } from '../../../src/services/outbox.ts';
import type { ChartEnvironment } from '../../../src/slack/charts/chart-tools.ts';
import { drawInMessage } from '../../../src/slack/charts/draw-in-message.ts';
import { compose } from '../../../src/slack/deliver/compose.ts';
import { deliverMessage } from '../../../src/slack/deliver/deliver-message.ts';
import { blockTextLength, MAX_BLOCK_TEXT, validateBlocks } from '../../../src/slack-local/blocks/validate.ts';
import { openTestContext } from '../../helpers/context.ts';
import { structureCode } from '../../helpers/figures.ts';
import { keepSummary, LATE, planSummary, QUIET, structureSummary } from '../../helpers/summaries.ts';
import { GENERAL, SCOPES, startWorkspace, TOKEN } from '../../slack-local/workspace-fixture.ts';
import { type FakeUploads, startFakeUploads, UNKNOWN_BLOCK } from '../charts/fake-uploads.ts';

const ID = 's1';
const noticeOf = (summary: Summary): Notice =>
  summary.kind === 'STRUCTURE_WEEK'
    ? { kind: 'STRUCTURE_SUMMARY', structure: summary.structure, summaryId: ID }
    : { kind: 'PLAN_SUMMARY', summaryId: ID };

const messageOf = (summary: Summary, destination: Destination): ClaimedMessage => ({
  id: 1,
  key: 'summary-s1',
  attempt: 1,
  firstTriedAt: '2020-09-18T10:00:00.000Z',
  destination,
  notice: noticeOf(summary),
});

async function composed(slack: FakeUploads, summary: Summary) {
  const context = await openTestContext();
  await keepSummary(context, ID, summary);
  return compose({ ...slack.environment, context, team: 'T1' }, noticeOf(summary));
}

const typesOf = ({ blocks }: { readonly blocks: readonly { readonly type: string }[] }) =>
  blocks.map(({ type }) => type);

const UPLOAD = ['files.getUploadURLExternal', 'upload', 'files.completeUploadExternal', 'files.info'];
const methods = ({ calls }: FakeUploads) => calls.map(({ method }) => method);

describe.each([structureSummary(), planSummary(), planSummary({ kind: 'INTERIM_REVIEW' })])(
  '$kind',
  (summary) => {
    test('names a picture that is shared nowhere, described for who does not see it', async () => {
      const slack = await startFakeUploads();
      const { content, plainer, replaces } = await composed(slack, summary);
      expect(replaces).toBeNull();
      expect(methods(slack)).toEqual(UPLOAD);
      const [complete] = slack.called('files.completeUploadExternal');
      expect(Object.keys(complete ?? {})).toEqual(['files']);
      const series = frozenSeries(summary);
      const alternative = series && chartAlternative(series, 'it');
      expect(slack.called('files.getUploadURLExternal')[0]).toMatchObject({ alt_txt: alternative });
      expect(content.blocks.at(-2)).toEqual({
        type: 'image',
        slack_file: { id: 'F1' },
        alt_text: alternative,
      });
      expect(alternative).toMatch(/al 18\/09\/2020: avanzamento 40,00\u00a0% con copertura 65,00\u00a0%/);
      expect(validateBlocks(content.blocks, 'message')).toEqual([]);
      expect(plainer?.blocks).toEqual(content.blocks.filter(({ type }) => type !== 'image'));
      expect(slack.environment.warnings).toEqual([]);
    });
  },
);

test('a picture that Slack has not looked through yet is waited for', async () => {
  const slack = await startFakeUploads();
  slack.mimetypes = ['', '', 'image/png'];
  const { content } = await composed(slack, structureSummary());
  expect(typesOf(content)).toContain('image');
  expect(slack.called('files.info')).toHaveLength(3);
});

describe.each([
  { why: 'nothing can be drawn', spoil: () => undefined, render: 'FAILS' },
  {
    why: 'no address is given',
    spoil: (slack: FakeUploads) => slack.refuse('files.getUploadURLExternal', { error: 'missing_scope' }),
  },
  {
    why: 'the bytes are not taken',
    spoil(slack: FakeUploads) {
      slack.uploadStatus = 500;
    },
  },
  {
    why: 'the file is lost on the way',
    spoil: (slack: FakeUploads) => slack.refuse('files.completeUploadExternal', { error: 'file_not_found' }),
  },
  {
    why: 'it cannot be asked about',
    spoil: (slack: FakeUploads) => slack.refuse('files.info', { error: 'ratelimited' }),
  },
  {
    why: 'Slack takes it for something else',
    spoil(slack: FakeUploads) {
      slack.mimetypes = ['text/plain'];
    },
  },
])('when $why', ({ spoil, render }) => {
  const fails: ChartEnvironment['charts']['render'] = async () => {
    throw new Error('no drawing on this machine');
  };
  const start = async () => {
    const slack = await (render === 'FAILS' ? startFakeUploads(fails) : startFakeUploads());
    spoil(slack);
    return slack;
  };

  test('the summary has Slack’s own chart, checked beforehand', async () => {
    const slack = await start();
    const { content } = await composed(slack, structureSummary());
    expect(typesOf(content).slice(-2)).toEqual(['data_visualization', 'context']);
    expect(methods(slack).at(-1)).toBe('blocks.validate');
    expect(validateBlocks(content.blocks, 'message')).toEqual([]);
    expect(slack.environment.warnings).toHaveLength(1);
  });

  test.each([
    { where: 'Slack does not take that either', answer: UNKNOWN_BLOCK },
    { where: 'Slack has no way to check it', answer: { error: 'unknown_method' } },
  ])('and its figures as text where $where', async ({ answer }) => {
    const slack = await start();
    slack.refuse('blocks.validate', answer);
    const { content } = await composed(slack, structureSummary());
    expect(typesOf(content)).not.toContain('data_visualization');
    expect(typesOf(content)).not.toContain('image');
    expect(JSON.stringify(content.blocks.slice(-3))).toMatch(/A fine mese.*non si è potuta inviare/);
    expect(blockTextLength(content.blocks)).toBeLessThanOrEqual(MAX_BLOCK_TEXT);
    expect(slack.environment.warnings).toHaveLength(2);
  });

  test('nor is it asked where Slack refused one before', async () => {
    const slack = await start();
    slack.environment.charts.native.taken = false;
    await composed(slack, structureSummary());
    expect(methods(slack)).not.toContain('blocks.validate');
  });
});

test.each([
  { why: 'a quiet week', summary: structureSummary(QUIET) },
  { why: 'a quiet week of the plan', summary: planSummary({ ...QUIET, completed: [], structures: [] }) },
  { why: 'one with nothing but old delays', summary: structureSummary({ ...QUIET, lateOrBlocked: [LATE] }) },
  {
    why: 'the plan’s with nothing but old delays',
    summary: planSummary({ ...QUIET, completed: [], lateOrBlocked: [LATE] }),
  },
  { why: 'one that kept no curve', summary: structureSummary({ curve: null }) },
  { why: 'a curve of nothing', summary: structureSummary({ curve: { points: [], rebaselinings: [] } }) },
])('$why has no picture, and nothing is uploaded', async ({ summary }) => {
  const slack = await startFakeUploads();
  const { content, plainer } = await composed(slack, summary);
  expect(typesOf(content)).not.toContain('image');
  expect(plainer).toBeUndefined();
  expect(methods(slack)).toEqual([]);
});

test('a picture that never comes holds the summary up no longer than allowed', async () => {
  const slack = await startFakeUploads(() => new Promise(() => undefined));
  const drawn = await drawInMessage(slack.environment, frozenSeries(structureSummary()), {
    pictureMs: 20,
    checkMs: 5_000,
  });
  expect(drawn.map(({ type }) => type)).toEqual(['data_visualization']);
  expect(slack.environment.warnings).toEqual(['the picture of a summary took too long: it goes without']);
});

test('a summary that Slack refuses for its picture alone goes out without it', async () => {
  const slack = await startFakeUploads();
  slack.uploadStatus = 500;
  slack.refuse('chat.postMessage', UNKNOWN_BLOCK, 'CHARTS');
  const context = await openTestContext();
  const summary = structureSummary();
  await keepSummary(context, ID, summary);
  const settlement = await deliverMessage(
    { ...slack.environment, context, team: 'T1' },
    messageOf(summary, { kind: 'CONVERSATION', channel: 'C1', threadTs: null }),
  );
  expect(settlement).toMatchObject({ outcome: 'SENT' });
  const posts = slack.called('chat.postMessage').map(({ blocks }) => String(blocks));
  expect(posts.map((blocks) => blocks.includes('data_visualization'))).toEqual([true, false]);
  expect(posts[1]).toContain('Da seguire');
});

describe('in the local workspace', () => {
  async function deliver(scopes: readonly string[]) {
    const running = await startWorkspace({ app: { scopes: [...scopes] } });
    const context = await openTestContext({
      directory: {
        people: [],
        channels: [{ name: 'generale', topic: '', structure: structureCode('OSRU'), purpose: 'STRUCTURE' }],
      },
    });
    const summary = structureSummary();
    await keepSummary(context, ID, summary);
    const { environment } = await startFakeUploads(async () => Buffer.from('PNG'));
    const settlement = await deliverMessage(
      { ...environment, context, team: 'T0TEAM', client: running.api(TOKEN) },
      messageOf(summary, { kind: 'CHANNEL', name: 'generale' }),
    );
    const { messages } = await running
      .api()
      .conversations.history({ channel: GENERAL, include_all_metadata: true });
    await running.close();
    return { settlement, messages };
  }

  test('it is one message, with its key and its picture', async () => {
    const { settlement, messages } = await deliver([...SCOPES, 'files:read']);
    expect(settlement).toMatchObject({ outcome: 'SENT' });
    expect(messages).toHaveLength(1);
    expect(messages?.[0]).toMatchObject({ metadata: { event_payload: { key: 'summary-s1' } } });
    expect(JSON.stringify(messages?.[0]?.blocks)).toContain('slack_file');
  });

  test('it is one message without the scope for files too', async () => {
    const { settlement, messages } = await deliver(SCOPES);
    expect(settlement).toMatchObject({ outcome: 'SENT' });
    expect(messages).toHaveLength(1);
    expect(JSON.stringify(messages?.[0]?.blocks)).toContain('data_visualization');
  });
});
