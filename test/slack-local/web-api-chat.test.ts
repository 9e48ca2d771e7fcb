import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  ADA,
  ADA_IM,
  ARCHIVED,
  BOT,
  BRUNO,
  button,
  GENERAL,
  type Running,
  refusal,
  section,
  startWorkspace,
  WITHOUT_BOT,
} from './workspace-fixture.ts';

let running: Running;
beforeEach(async () => {
  running = await startWorkspace();
});
afterEach(() => running.close());

const overTextLimit = 'x'.repeat(40_001);

describe('posting', () => {
  test('a message is kept, shown to the members and given a ts that never repeats', async () => {
    const api = running.api();
    const ada = await running.as(ADA);
    const first = await api.chat.postMessage({ channel: GENERAL, text: 'one', blocks: [section('*one*')] });
    const second = await api.chat.postMessage({ channel: GENERAL, text: 'two' });
    expect(first.ts).toMatch(/^1592208000\.\d{6}$/);
    expect(Number(second.ts)).toBeGreaterThan(Number(first.ts));
    expect(first.message).toMatchObject({ user: BOT, bot_id: 'B0BOT', app_id: 'A0APP', text: 'one' });
    const shown = await ada.waitForMessage((message) => message.text === 'one');
    expect(shown).toMatchObject({ channel: GENERAL, user: BOT, ephemeral: false, replyCount: 0 });
    expect(shown.blocks?.[0]?.block_id).toEqual(expect.any(String));
    expect((await ada.history(GENERAL)).map((message) => message.text)).toEqual(['one', 'two']);
  });

  test("a person's id stands for the direct messages with them", async () => {
    const posted = await running.api().chat.postMessage({ channel: ADA, text: 'for Ada' });
    expect(posted.channel).toBe(ADA_IM);
    const bruno = await running.as(BRUNO);
    expect(await bruno.history()).toEqual([]);
  });

  test.each([
    { why: 'no such channel', args: { channel: 'C404', text: 'x' }, error: 'channel_not_found' },
    { why: 'the app is not in it', args: { channel: WITHOUT_BOT, text: 'x' }, error: 'not_in_channel' },
    { why: 'archived', args: { channel: ARCHIVED, text: 'x' }, error: 'is_archived' },
    { why: 'nothing to show', args: { channel: GENERAL, text: '  ' }, error: 'no_text' },
    { why: 'no text and empty blocks', args: { channel: GENERAL, blocks: [] }, error: 'no_text' },
    { why: 'over 40,000 characters', args: { channel: GENERAL, text: overTextLimit }, error: 'msg_too_long' },
    {
      why: 'blocks that are not a list',
      args: { channel: GENERAL, blocks: { type: 'divider' } },
      error: 'invalid_blocks_format',
    },
    { why: 'blocks not JSON', args: { channel: GENERAL, blocks: '[{' }, error: 'invalid_blocks_format' },
    {
      why: 'all texts of the blocks together',
      args: { channel: GENERAL, blocks: Array.from({ length: 5 }, () => section('x'.repeat(2500))) },
      error: 'msg_blocks_too_long',
    },
    { why: 'no channel', args: { text: 'x' }, error: 'invalid_arguments' },
    {
      why: 'thread of nothing',
      args: { channel: GENERAL, text: 'x', thread_ts: '1.000001' },
      error: 'thread_not_found',
    },
    {
      why: 'metadata without a payload',
      args: { channel: GENERAL, text: 'x', metadata: { event_type: 'a' } },
      error: 'invalid_metadata_format',
    },
    {
      why: 'metadata not JSON',
      args: { channel: GENERAL, text: 'x', metadata: '{' },
      error: 'invalid_metadata_format',
    },
  ])('$why → $error', async ({ args, error }) => {
    expect(await refusal(running.api().apiCall('chat.postMessage', args))).toMatchObject({
      ok: false,
      error,
    });
    expect(running.workspace.state.messagesOf(GENERAL)).toEqual([]);
  });

  test('invalid blocks are pointed at as Slack points at them', async () => {
    const blocks = [section('fine'), section('x'.repeat(3001))];
    const answer = await refusal(running.api().chat.postMessage({ channel: GENERAL, blocks }));
    expect(answer.error).toBe('invalid_blocks');
    expect(answer.response_metadata.messages).toEqual([
      '[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]',
    ]);
    expect(answer.errors).toEqual(['must be less than 3001 characters [json-pointer:/blocks/1/text/text]']);
  });

  test('text of exactly 40,000 characters is accepted', async () => {
    const text = overTextLimit.slice(1);
    expect((await running.api().chat.postMessage({ channel: GENERAL, text })).ok).toBe(true);
  });
});

describe('threads', () => {
  test('a reply counts on its head, and a reply to a reply joins the same thread', async () => {
    const api = running.api();
    const ada = await running.as(ADA);
    const head = await api.chat.postMessage({ channel: GENERAL, text: 'head' });
    const reply = await api.chat.postMessage({ channel: GENERAL, text: 'r1', thread_ts: head.ts! });
    await api.chat.postMessage({ channel: GENERAL, text: 'r2', thread_ts: reply.ts! });
    await ada.waitFor(
      (event) => (event.type === 'message_changed' && event.message.replyCount === 2 ? true : undefined),
      'the head with two replies',
    );
    const { messages } = await api.conversations.replies({ channel: GENERAL, ts: head.ts! });
    expect(messages?.map((message) => message.text)).toEqual(['head', 'r1', 'r2']);
    expect(messages?.[0]).toMatchObject({ reply_count: 2, reply_users: [BOT] });
    expect((await ada.history(GENERAL)).map((message) => message.text)).toEqual(['head']);
    expect(await ada.history(GENERAL, { threadTs: head.ts! })).toHaveLength(3);
  });

  test('a deleted head leaves a tombstone, a deleted reply nothing', async () => {
    const api = running.api();
    const head = await api.chat.postMessage({ channel: GENERAL, text: 'head' });
    const reply = await api.chat.postMessage({ channel: GENERAL, text: 'r1', thread_ts: head.ts! });
    await api.chat.delete({ channel: GENERAL, ts: head.ts! });
    expect(running.workspace.state.findMessage(GENERAL, head.ts!)?.subtype).toBe('tombstone');
    await api.chat.delete({ channel: GENERAL, ts: reply.ts! });
    expect(running.workspace.state.findMessage(GENERAL, reply.ts!)).toBeUndefined();
  });
});

describe('updating and deleting', () => {
  test.each([
    {
      why: 'text alone removes the blocks',
      change: { text: 'new' },
      expected: { text: 'new', blocks: 0, edited: true },
    },
    {
      why: 'blocks alone keep the text',
      change: { blocks: [button('b')] },
      expected: { text: 'old', blocks: 1, edited: false },
    },
    {
      why: 'no blocks by an empty list',
      change: { text: 'new', blocks: [] },
      expected: { text: 'new', blocks: 0, edited: false },
    },
    {
      why: 'metadata alone changes nothing shown',
      change: { metadata: { event_type: 'e', event_payload: { k: 1 } } },
      expected: { text: 'old', blocks: 2, edited: false },
    },
  ])('$why', async ({ change, expected }) => {
    const api = running.api();
    const posted = await api.chat.postMessage({
      channel: GENERAL,
      text: 'old',
      blocks: [section('a'), button('a')],
    });
    const call = { channel: GENERAL, ts: posted.ts!, ...change };
    expect((await api.apiCall('chat.update', call)).ok).toBe(true);
    const message = running.workspace.state.findMessage(GENERAL, posted.ts!);
    expect(message?.text).toBe(expected.text);
    expect(message?.blocks?.length ?? 0).toBe(expected.blocks);
    expect(message?.edited !== undefined).toBe(expected.edited);
  });

  test('only its own messages, and only those there are', async () => {
    const api = running.api();
    const ada = await running.as(ADA);
    const said = await ada.say(GENERAL, 'mine');
    const ts = said.ok ? said.message!.ts : '';
    const update = (at: string) => refusal(api.chat.update({ channel: GENERAL, ts: at, text: 'x' }));
    expect((await update(ts)).error).toBe('cant_update_message');
    expect((await update('1.000001')).error).toBe('message_not_found');
    expect((await refusal(api.chat.delete({ channel: GENERAL, ts }))).error).toBe('cant_delete_message');
    expect((await refusal(api.apiCall('chat.update', { channel: GENERAL, ts }))).error).toBe(
      'cant_update_message',
    );
    const own = await api.chat.postMessage({ channel: GENERAL, text: 'own' });
    const empty = await refusal(api.apiCall('chat.update', { channel: GENERAL, ts: own.ts! }));
    expect(empty.error).toBe('no_text');
    await api.chat.delete({ channel: GENERAL, ts: own.ts! });
    await ada.waitFor((event) => (event.type === 'message_deleted' ? event : undefined), 'the deletion');
    expect((await refusal(api.chat.delete({ channel: GENERAL, ts: own.ts! }))).error).toBe(
      'message_not_found',
    );
  });
});

describe('ephemeral messages', () => {
  test('are shown to one person, and kept nowhere', async () => {
    const api = running.api();
    const [ada, bruno] = [await running.as(ADA), await running.as(BRUNO)];
    const posted = await api.chat.postEphemeral({ channel: GENERAL, user: ADA, text: 'between us' });
    expect(posted.message_ts).toMatch(/^\d+\.\d{6}$/);
    expect(await ada.waitForMessage()).toMatchObject({ text: 'between us', ephemeral: true });
    await api.chat.postMessage({ channel: GENERAL, text: 'to all' });
    await bruno.waitForMessage();
    expect(bruno.events).toHaveLength(1);
    expect(await ada.history(GENERAL)).toHaveLength(1);
    const update = api.chat.update({ channel: GENERAL, ts: posted.message_ts!, text: 'x' });
    expect((await refusal(update)).error).toBe('message_not_found');
  });

  test('only to somebody in the channel', async () => {
    const call = running.api().chat.postEphemeral({ channel: GENERAL, user: 'U404', text: 'x' });
    expect((await refusal(call)).error).toBe('user_not_in_channel');
  });
});

test('a permalink leads to the page at the channel', async () => {
  const api = running.api();
  const { ts } = await api.chat.postMessage({ channel: GENERAL, text: 'x' });
  const { permalink } = await api.chat.getPermalink({ channel: GENERAL, message_ts: ts! });
  const response = await fetch(permalink!, { redirect: 'manual' });
  expect(response.headers.get('location')).toBe(`/workspace/?channel=${GENERAL}`);
});
