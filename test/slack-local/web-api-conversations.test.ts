import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  ADA,
  ADA_IM,
  BOT,
  BRUNO,
  GENERAL,
  type Running,
  refusal,
  SCOPES,
  startWorkspace,
  TOKEN,
  WITHOUT_BOT,
} from './workspace-fixture.ts';

let running: Running;
beforeEach(async () => {
  running = await startWorkspace();
});
afterEach(() => running.close());

describe('who calls', () => {
  test('the token is checked, in the header or among the arguments', async () => {
    expect((await refusal(running.api('xoxb-other').auth.test())).error).toBe('invalid_auth');
    expect((await refusal(running.api('').auth.test())).error).toBe('not_authed');
    const url = `${running.baseUrl}/workspace/api/auth.test`;
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ token: TOKEN }) });
    expect(await answer.json()).toMatchObject({ ok: true, user_id: BOT, bot_id: 'B0BOT', team_id: 'T0TEAM' });
  });

  test('a JSON body is read like a form', async () => {
    const post = async (body: string) => {
      const headers = { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${TOKEN}` };
      const url = `${running.baseUrl}/workspace/api/chat.postMessage`;
      return (await fetch(url, { method: 'POST', headers, body })).json();
    };
    const blocks = [{ type: 'divider' }];
    expect(await post(JSON.stringify({ channel: GENERAL, text: 'x', blocks }))).toMatchObject({ ok: true });
    expect(await post('{')).toEqual({ ok: false, error: 'invalid_json' });
    expect(await post('null')).toEqual({ ok: false, error: 'json_not_object' });
  });

  test('an unknown method', async () => {
    expect((await refusal(running.api().apiCall('chat.meMessage', {}))).error).toBe('unknown_method');
  });
});

describe('scopes', () => {
  test.each([
    { method: 'chat.postMessage', args: { channel: GENERAL, text: 'x' }, scope: 'chat:write' },
    { method: 'chat.update', args: { channel: GENERAL, ts: '1.1', text: 'x' }, scope: 'chat:write' },
    { method: 'conversations.open', args: { users: ADA }, scope: 'im:write' },
    { method: 'conversations.list', args: {}, scope: 'channels:read' },
    { method: 'conversations.list', args: { types: 'im' }, scope: 'im:read' },
    { method: 'conversations.info', args: { channel: ADA_IM }, scope: 'im:read' },
    { method: 'conversations.members', args: { channel: GENERAL }, scope: 'channels:read' },
    { method: 'conversations.history', args: { channel: GENERAL }, scope: 'channels:history' },
    { method: 'conversations.history', args: { channel: ADA_IM }, scope: 'im:history' },
    { method: 'conversations.replies', args: { channel: ADA_IM, ts: '1.1' }, scope: 'im:history' },
    { method: 'users.info', args: { user: ADA }, scope: 'users:read' },
    { method: 'users.list', args: {}, scope: 'users:read' },
    {
      method: 'users.lookupByEmail',
      args: { email: 'ada@example.org' },
      scope: 'users:read.email',
    },
    { method: 'files.getUploadURLExternal', args: { filename: 'a', length: 1 }, scope: 'files:write' },
  ])('$method needs $scope', async ({ method, args, scope }) => {
    const scopes = SCOPES.filter((one) => one !== scope);
    const without = await startWorkspace({ app: { scopes } });
    try {
      const answer = await refusal(without.api().apiCall(method, args));
      expect(answer).toMatchObject({ error: 'missing_scope', needed: scope, provided: scopes.join(',') });
    } finally {
      await without.close();
    }
  });

  test('without users:read.email a person has no address', async () => {
    const { user } = await running.api().users.info({ user: ADA });
    expect(user?.profile?.email).toBe('ada@example.org');
    const without = await startWorkspace({ app: { scopes: ['users:read'] } });
    const shown = await without.api().users.info({ user: ADA });
    expect(shown.user?.profile?.email).toBeUndefined();
    await without.close();
  });
});

describe('conversations', () => {
  test('direct messages are there already', async () => {
    const opened = await running.api().conversations.open({ users: ADA, return_im: true });
    expect(opened).toMatchObject({ already_open: true, channel: { id: ADA_IM, is_im: true, user: ADA } });
  });

  test.each([
    { users: 'U404', error: 'user_not_found' },
    { users: BOT, error: 'cannot_dm_bot' },
    { users: `${ADA},${BRUNO}`, error: 'invalid_arguments' },
    { users: '', error: 'users_list_not_supplied' },
  ])('opening with "$users" → $error', async ({ users, error }) => {
    expect((await refusal(running.api().conversations.open({ users }))).error).toBe(error);
  });

  test('are listed by kind and by page', async () => {
    const api = running.api();
    const all = await api.conversations.list({ exclude_archived: true });
    expect(all.channels?.map((channel) => [channel.name, channel.is_member])).toEqual([
      ['generale', true],
      ['senza-bot', false],
    ]);
    const ims = await api.conversations.list({ types: 'im' });
    expect(ims.channels?.map((channel) => channel.user)).toEqual([ADA, BRUNO]);
    const first = await api.conversations.list({ limit: 2 });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await api.conversations.list({ limit: 2, cursor });
    expect([first.channels?.length, second.channels?.length]).toEqual([2, 1]);
    expect(second.response_metadata?.next_cursor).toBe('');
    expect((await refusal(api.conversations.list({ cursor: 'bm8=' }))).error).toBe('invalid_cursor');
    expect((await refusal(api.conversations.list({ types: 'secret' }))).error).toBe('invalid_types');
  });

  test('members are ids', async () => {
    const { members } = await running.api().conversations.members({ channel: GENERAL });
    expect(members).toEqual([ADA, BRUNO, BOT]);
  });
});

describe('history', () => {
  async function posted(count: number): Promise<string[]> {
    const ts: string[] = [];
    for (let n = 1; n <= count; n += 1) {
      running.time.clock += 1000;
      const metadata = { event_type: 'outbox', event_payload: { n } };
      const message = await running.api().chat.postMessage({ channel: GENERAL, text: `m${n}`, metadata });
      ts.push(message.ts!);
    }
    return ts;
  }
  const texts = (answer: { messages?: { text?: string }[] }) => answer.messages?.map(({ text }) => text);

  test('comes newest first, by page, and new posts do not shift the pages', async () => {
    await posted(5);
    const api = running.api();
    const first = await api.conversations.history({ channel: GENERAL, limit: 2 });
    expect([texts(first), first.has_more]).toEqual([['m5', 'm4'], true]);
    await api.chat.postMessage({ channel: GENERAL, text: 'm6' });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await api.conversations.history({ channel: GENERAL, limit: 2, cursor });
    expect(texts(second)).toEqual(['m3', 'm2']);
    const last = await api.conversations.history({
      channel: GENERAL,
      limit: 2,
      cursor: second.response_metadata?.next_cursor ?? '',
    });
    expect([texts(last), last.has_more]).toEqual([['m1'], false]);
  });

  test.each([
    { why: 'both ends left out', more: {}, expected: ['m3'] },
    { why: 'both ends included', more: { inclusive: true }, expected: ['m4', 'm3', 'm2'] },
  ])('between oldest and latest: $why', async ({ more, expected }) => {
    const ts = await posted(5);
    const range = { channel: GENERAL, oldest: ts[1]!, latest: ts[3]!, ...more };
    expect(texts(await running.api().conversations.history(range))).toEqual(expected);
  });

  test('carries metadata only when asked', async () => {
    await posted(1);
    const api = running.api();
    const plain = await api.conversations.history({ channel: GENERAL });
    expect(plain.messages?.[0]).not.toHaveProperty('metadata');
    const full = await api.conversations.history({ channel: GENERAL, include_all_metadata: true });
    expect(full.messages?.[0]?.metadata).toEqual({ event_type: 'outbox', event_payload: { n: 1 } });
  });

  test.each([
    { args: { channel: WITHOUT_BOT }, error: 'not_in_channel' },
    { args: { channel: 'C404' }, error: 'channel_not_found' },
    { args: { channel: GENERAL, oldest: 'yesterday' }, error: 'invalid_ts_oldest' },
    { args: { channel: GENERAL, cursor: 'eHl6' }, error: 'invalid_cursor' },
    { args: { channel: GENERAL, limit: 0 }, error: 'invalid_arguments' },
  ])('$args → $error', async ({ args, error }) => {
    expect((await refusal(running.api().conversations.history(args))).error).toBe(error);
  });

  test('replies of no message', async () => {
    const call = running.api().conversations.replies({ channel: GENERAL, ts: '1.000001' });
    expect((await refusal(call)).error).toBe('thread_not_found');
  });
});

describe('users', () => {
  test('are found by address, whatever its case', async () => {
    const { user } = await running.api().users.lookupByEmail({ email: 'ADA@example.org' });
    expect(user).toMatchObject({ id: ADA, name: 'ada', profile: { title: 'Direzione' } });
  });

  test('or refused', async () => {
    const api = running.api();
    expect((await refusal(api.users.lookupByEmail({ email: 'no@example.org' }))).error).toBe(
      'users_not_found',
    );
    expect((await refusal(api.users.info({ user: 'U404' }))).error).toBe('user_not_found');
    expect((await api.users.list({})).members?.map((user) => user.id)).toEqual([ADA, BRUNO, BOT]);
  });
});

describe('files', () => {
  test('are uploaded in three steps, shown in a channel and downloaded', async () => {
    const ada = await running.as(ADA);
    const file = Buffer.from('fase;avanzamento\n1.1.3;60\n');
    const upload = { channel_id: GENERAL, filename: 'piano è.csv', file, initial_comment: 'here' };
    await running.api().filesUploadV2(upload);
    const message = await ada.waitForMessage((one) => one.files !== undefined);
    expect(message).toMatchObject({ text: 'here', files: [{ name: 'piano è.csv' }] });
    const download = await fetch(`${running.baseUrl}${message.files?.[0]?.url}`);
    expect(download.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(Buffer.from(await download.arrayBuffer())).toEqual(file);
  });

  test('not without their contents', async () => {
    const api = running.api();
    const { file_id, upload_url } = await api.files.getUploadURLExternal({ filename: 'a.txt', length: 3 });
    const complete = () => api.files.completeUploadExternal({ files: [{ id: file_id! }] });
    expect((await refusal(complete())).error).toBe('file_not_found');
    expect((await fetch(upload_url!, { method: 'POST', body: 'four' })).status).toBe(400);
    expect((await fetch(upload_url!, { method: 'POST', body: 'abc' })).status).toBe(200);
    expect((await complete()).ok).toBe(true);
    expect((await fetch(upload_url!, { method: 'POST', body: 'abc' })).status).toBe(404);
  });

  test('not above the limit', async () => {
    const call = running.api().files.getUploadURLExternal({ filename: 'a', length: 20_000_001 });
    expect((await refusal(call)).error).toBe('file_upload_size_restricted');
  });
});

describe('faults', () => {
  test('before the effect there is none, after it the answer is lost', async () => {
    const faulty = await startWorkspace({
      faults: {
        beforeCommit: (_method, args) => (args.text === 'before' ? { status: 500 } : undefined),
        afterCommit: (_method, args) => (args.text === 'after' ? 'drop' : undefined),
      },
    });
    const post = (text: string) => faulty.api().chat.postMessage({ channel: GENERAL, text });
    await refusal(post('before'));
    await refusal(post('after'));
    await post('fine');
    const kept = faulty.workspace.state.messagesOf(GENERAL).map((message) => message.text);
    expect(kept).toEqual(['after', 'fine']);
    await faulty.close();
  });
});
