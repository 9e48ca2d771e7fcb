/** The weekly summaries that somebody asks for: frozen as they were sent. */
import { describe, expect, test } from 'vitest';
import type { StructureCode } from '../../src/domain/codes.ts';
import { findSummary } from '../../src/services/find-summary.ts';
import { recordStatements } from '../../src/services/record-statements.ts';
import { sendSummaries } from '../../src/services/send-summaries.ts';
import {
  ARTI,
  ARTI_DIRECTORY,
  actor,
  codeOf,
  openTestContext,
  PLANNING_OFFICE,
  statement,
  type TestContext,
} from '../helpers/context.ts';
import { decimal, OSRU } from '../helpers/figures.ts';
import { openTwin } from '../helpers/timed-context.ts';
import { importSample, openTestStore } from '../store/support.ts';

const say = (context: TestContext, item: string, percent: string) =>
  recordStatements(context, {
    statements: [statement(item, { figure: { kind: 'PERCENT', percent: decimal(percent) } })],
    lines: [''],
    actor: PLANNING_OFFICE,
    source: 'SLACK',
    year: null,
    inbox: null,
    replyTo: null,
  });

const stored = async ({ store, planId }: TestContext, structure: StructureCode | null = null) =>
  (await store.listSummaries(planId, { kind: null, structure, before: null, limit: 100 })).rows;

test('one to each structure’s channel and the plan’s to the managers’, kept with what it said', async () => {
  const context = await openTestContext();
  await say(context, '1.1.3', '60');
  const result = await sendSummaries(context, PLANNING_OFFICE, null);
  expect(result.ok && result.value.sent.map(({ summary, channel }) => [summary.structure, channel])).toEqual([
    ['DIREZIONE', 'direzione'],
    ['LAVORO', 'lavoro'],
    ['OSRU', 'osru'],
  ]);
  expect(result.ok && result.value.withoutChannel).toEqual([]);
  expect(result.ok && result.value.plan).toMatchObject({
    channel: 'dirigenti',
    summary: { kind: 'PLAN_WEEK', slot: null },
  });
  const messages = context.messages();
  expect(messages.map(({ destination }) => destination)).toEqual(
    ['direzione', 'lavoro', 'osru', 'dirigenti'].map((name) => ({ kind: 'CHANNEL', name })),
  );
  const told = result.ok
    ? [...result.value.sent.map(({ summary }) => summary), result.value.plan?.summary]
    : [];
  for (const [index, { notice, key }] of messages.entries()) {
    if (notice.kind !== 'STRUCTURE_SUMMARY' && notice.kind !== 'PLAN_SUMMARY') throw new Error(notice.kind);
    expect(notice.kind === 'PLAN_SUMMARY').toBe(index === 3);
    expect(key).toBe(`summary-${notice.summaryId}`);
    expect(await findSummary(context, notice.summaryId)).toEqual(told[index]);
  }
  const history = context.audit();
  expect(history.map(({ kind }) => kind)).toEqual(['STATUS_REPORTED', ...Array(4).fill('SUMMARY_SENT')]);
  expect(history.at(-1)?.body).toMatchObject({ kind: 'PLAN_WEEK', day: '2020-09-14' });
  expect(context.wakes()).toBe(1);
});

test('what is corrected later does not change what was sent; the next one says it', async () => {
  const context = await openTestContext();
  await say(context, '1.1.3', '60');
  await sendSummaries(context, PLANNING_OFFICE, null);
  const before = await stored(context);
  await say(context, '1.1.3', '20');
  expect(await stored(context)).toEqual(before);
  await sendSummaries(context, PLANNING_OFFICE, null);
  const shares = (await stored(context, OSRU)).map(
    ({ summary }) => summary.moved.find(({ item }) => item === '1.1.3')?.share,
  );
  expect(shares).toEqual(['1/5', '3/5']);
  expect(context.messages()).toHaveLength(8);
});

test('a week ago is seven days before, in the baseline of that day', async () => {
  const context = await openTestContext({ today: '2020-08-05' });
  const result = await sendSummaries(context, PLANNING_OFFICE, null);
  const day = '2020-08-05';
  expect(result.ok && result.value.sent[0]?.summary).toMatchObject({
    day,
    weekAgo: '2020-07-29',
    baseline: 1,
  });
  expect(result.ok && result.value.plan?.summary).toMatchObject({ day, since: '2020-07-29', baseline: 1 });
});

test('in the plan’s first week there is a week before it', async () => {
  const context = await openTestContext({ today: '2020-01-03' });
  const result = await sendSummaries(context, PLANNING_OFFICE, null);
  expect(result.ok && result.value.sent[0]?.summary).toMatchObject({
    weekAgo: '2019-12-27',
    before: { share: '0/1', plannedLinear: '0/1' },
  });
});

test('a structure without a channel is kept and named, and nothing is sent for it', async () => {
  const channels = ARTI_DIRECTORY.channels.filter(({ structure }) => structure !== 'LAVORO');
  const context = await openTestContext({ directory: { ...ARTI_DIRECTORY, channels } });
  const result = await sendSummaries(context, PLANNING_OFFICE, null);
  expect(result.ok && result.value.withoutChannel.map(({ structure }) => structure)).toEqual(['LAVORO']);
  expect(context.messages()).toHaveLength(3);
  expect(await stored(context)).toHaveLength(4);
});

test('no channel of the managers: the plan’s is kept, and nothing is sent for it', async () => {
  const channels = ARTI_DIRECTORY.channels.filter(({ purpose }) => purpose !== 'MANAGERS');
  const context = await openTestContext({ directory: { ...ARTI_DIRECTORY, channels } });
  const result = await sendSummaries(context, PLANNING_OFFICE, null);
  expect(result.ok && result.value.plan).toMatchObject({ channel: null, summary: { kind: 'PLAN_WEEK' } });
  expect(context.messages()).toHaveLength(3);
  expect(await stored(context)).toHaveLength(4);
});

describe('the same command delivered again', () => {
  const inbox = { key: 'slack/command/1.2.3', fingerprint: 'summary now' };

  test('posts nothing twice, and answers what was sent', async () => {
    const context = await openTestContext();
    const first = await sendSummaries(context, PLANNING_OFFICE, inbox);
    await say(context, '1.1.3', '60');
    const again = await sendSummaries(context, PLANNING_OFFICE, inbox);
    expect(again).toEqual(first);
    expect([context.messages().length, (await stored(context)).length]).toEqual([4, 4]);
  });

  test('at once, from two processes', async () => {
    const context = await openTestContext();
    const other = await openTwin(context);
    const [one, two] = await Promise.all([
      sendSummaries(context, PLANNING_OFFICE, inbox),
      sendSummaries(other, PLANNING_OFFICE, inbox),
    ]);
    expect(one.ok).toBe(true);
    expect(two).toEqual(one);
    expect(context.messages()).toHaveLength(4);
  });

  test('for another purpose', async () => {
    const context = await openTestContext();
    await sendSummaries(context, PLANNING_OFFICE, inbox);
    const other = { ...inbox, fingerprint: 'checkin now' };
    expect(codeOf(await sendSummaries(context, PLANNING_OFFICE, other))).toBe('IDEMPOTENCY_KEY_REUSED');
  });
});

describe('refused', () => {
  test.each([
    { role: 'STAFF', code: 'ROLE_MAY_NOT' },
    { role: 'HEAD', code: 'ROLE_MAY_NOT' },
    { role: 'MANAGER', code: 'ROLE_MAY_NOT' },
    { role: 'PLANNING', code: 'OK' },
  ] as const)('$role → $code', async ({ role, code }) => {
    const context = await openTestContext();
    expect(codeOf(await sendSummaries(context, actor(role, 'OSRU'), null))).toBe(code);
    expect(await stored(context)).toHaveLength(code === 'OK' ? 4 : 0);
  });

  test('there is no plan', async () => {
    const context = await openTestContext();
    const empty = { ...context, store: await openTestStore(), figures: new Map() };
    expect(codeOf(await sendSummaries(empty, PLANNING_OFFICE, null))).toBe('NO_PLAN');
  });
});

test('a plan imported anew in between: what it says was sent is kept and sent', async () => {
  const context = await openTestContext();
  let imports = 0;
  const store = {
    ...context.store,
    async listChannels() {
      if (imports++ === 0) await importSample(context.store, ARTI, 'sha-2');
      return context.store.listChannels();
    },
  };
  const result = await sendSummaries({ ...context, store }, PLANNING_OFFICE, null);
  expect(result.ok && [result.value.sent.length, result.value.plan?.channel]).toEqual([3, 'dirigenti']);
  expect(imports).toBe(2);
  expect([(await stored(context)).length, context.messages().length]).toEqual([4, 4]);
});
