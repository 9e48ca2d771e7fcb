import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTimestamps, formatTs, tsMicros } from '../../src/slack-local/state/timestamps.ts';
import {
  ADA,
  BOT,
  BRUNO,
  GENERAL,
  refusal,
  SCOPES,
  section,
  startWorkspace,
  WITHOUT_BOT,
} from './workspace-fixture.ts';

let directory: string;
let stateFile: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'workspace-'));
  stateFile = join(directory, 'workspace.json');
});
afterEach(() => rmSync(directory, { recursive: true }));

describe('ts', () => {
  test('grows although the clock stands still or goes back', () => {
    const clock = { ms: 1_592_208_000_000 };
    const timestamps = createTimestamps(() => new Date(clock.ms));
    expect([timestamps.next(), timestamps.next()]).toEqual(['1592208000.000000', '1592208000.000001']);
    clock.ms -= 1_000_000;
    expect(timestamps.next()).toBe('1592208000.000002');
    clock.ms += 2_000_000;
    expect(timestamps.next()).toBe('1592209000.000000');
  });

  test.each([
    { ts: '1592208000.000123', micros: 1_592_208_000_000_123 },
    { ts: '1592208000.5', micros: 1_592_208_000_500_000 },
    { ts: '0', micros: 0 },
    { ts: '-1', micros: undefined },
    { ts: '1.2.3', micros: undefined },
    { ts: '', micros: undefined },
  ])('"$ts" is $micros µs', ({ ts, micros }) => {
    expect(tsMicros(ts)).toBe(micros);
    if (micros !== undefined && ts.length === 17) expect(formatTs(micros)).toBe(ts);
  });
});

describe('a restart', () => {
  test('keeps the conversation, the home and the files', async () => {
    const before = await startWorkspace({ stateFile });
    const ada = await before.as(ADA);
    const head = await before.api().chat.postMessage({
      channel: GENERAL,
      text: 'head',
      blocks: [section('head')],
      metadata: { event_type: 'outbox', event_payload: { key: 'k1' } },
    });
    await ada.say(GENERAL, 'reply', { threadTs: head.ts! });
    await before.api().views.publish({ user_id: ADA, view: { type: 'home', blocks: [section('home')] } });
    await before.api().filesUploadV2({ channel_id: GENERAL, filename: 'a.txt', file: Buffer.from('abc') });
    await before.api().chat.postEphemeral({ channel: GENERAL, user: ADA, text: 'gone' });
    await before.close();

    const after = await startWorkspace({ stateFile });
    const again = await after.as(ADA);
    const history = await again.history(GENERAL);
    expect(history).toMatchObject([
      { text: 'head', ts: head.ts, replyCount: 1, blocks: [{ type: 'section' }] },
      { files: [{ name: 'a.txt' }] },
    ]);
    expect((await again.bootstrap()).homeView).toMatchObject({ type: 'home' });
    const file = await fetch(`${after.baseUrl}${history[1]?.files?.[0]?.url}`);
    expect(await file.text()).toBe('abc');
    const { messages } = await after
      .api()
      .conversations.history({ channel: GENERAL, include_all_metadata: true });
    expect(messages?.[1]?.metadata?.event_payload).toEqual({ key: 'k1' });
    await after.close();
  });

  test('keeps who joined and left at the page, the cards under messages, and that the token was revoked', async () => {
    const app = { scopes: [...SCOPES, 'links:write'], unfurlDomains: ['arti.example'] };
    const before = await startWorkspace({ stateFile, app });
    const ada = await before.as(ADA);
    await ada.say(WITHOUT_BOT, '/invite @arti');
    await ada.say(GENERAL, '/remove @bruno');
    const said = await ada.say(WITHOUT_BOT, 'https://arti.example/1.4');
    await before.api().chat.unfurl({
      channel: WITHOUT_BOT,
      ts: said.ok ? said.message!.ts : '',
      unfurls: { 'https://arti.example/1.4': { blocks: [section('card')] } },
    });
    await before.call('app', { user: ADA, change: 'revoke-token' });
    await before.close();

    const after = await startWorkspace({ stateFile, app });
    expect((await refusal(after.api().auth.test())).error).toBe('token_revoked');
    const again = await after.as(ADA);
    const members = (await again.bootstrap()).channels.map(({ id, members }) => [id, members]);
    expect(members).toEqual([
      [GENERAL, [ADA, BOT]],
      [WITHOUT_BOT, [ADA, BOT]],
      ['D0ADA', [ADA, BOT]],
    ]);
    expect((await again.history(WITHOUT_BOT)).at(-1)?.unfurls).toMatchObject([{ blocks: [section('card')] }]);
    await after.close();
  });

  test('reads what was kept before people could join and leave', async () => {
    const before = await startWorkspace({ stateFile });
    await (await before.as(ADA)).say(GENERAL, 'hello');
    await before.close();
    const { installation, ...kept } = JSON.parse(readFileSync(stateFile, 'utf8'));
    expect(installation).toBe('installed');
    for (const conversation of kept.conversations) {
      delete conversation.joined;
      delete conversation.left;
    }
    writeFileSync(stateFile, JSON.stringify(kept));
    const after = await startWorkspace({ stateFile });
    expect(await (await after.as(ADA)).history(GENERAL)).toMatchObject([{ text: 'hello' }]);
    expect((await after.api().auth.test()).ok).toBe(true);
    await after.close();
  });

  test('goes on with a later ts although the clock is set back', async () => {
    const before = await startWorkspace({ stateFile });
    const first = await before.api().chat.postMessage({ channel: GENERAL, text: 'first' });
    await before.close();
    const after = await startWorkspace({ stateFile, clock: { now: () => new Date('2020-01-01T00:00:00Z') } });
    const second = await after.api().chat.postMessage({ channel: GENERAL, text: 'second' });
    expect(tsMicros(second.ts!)).toBeGreaterThan(tsMicros(first.ts!)!);
    await after.close();
  });

  test('takes names and members from the seed; who left it stays as an author', async () => {
    const before = await startWorkspace({ stateFile });
    await (await before.as(BRUNO)).say(GENERAL, 'from Bruno');
    await before.close();
    const seed = {
      team: { id: 'T0TEAM', name: 'Prova', domain: 'prova' },
      users: [{ id: ADA, name: 'Ada L.', title: '', email: 'ada@example.org' }],
      channels: [{ id: GENERAL, name: 'tutti', topic: 'new', members: [ADA, BOT] }],
    };
    const after = await startWorkspace({ stateFile, seed });
    const shown = await (await after.as(ADA)).bootstrap();
    expect(shown.channels.map((channel) => channel.name)).toEqual(['tutti', 'arti']);
    expect(shown.users.map((user) => user.name)).toEqual(['Ada L.', 'arti', 'Bruno']);
    const people = await (await fetch(`${after.baseUrl}/workspace/page/users`)).json();
    expect(people).toHaveLength(1);
    const left = await after.api().conversations.info({ channel: 'C0PRIVATE' });
    expect(left.channel?.is_archived).toBe(true);
    await after.close();
  });
});

describe('the state file', () => {
  test('is written soon, whole, and leaves nothing beside it', async () => {
    const running = await startWorkspace({ stateFile });
    await running.api().chat.postMessage({ channel: GENERAL, text: 'kept' });
    await expect.poll(() => existsSync(stateFile)).toBe(true);
    expect(JSON.parse(readFileSync(stateFile, 'utf8')).messages).toMatchObject([{ text: 'kept' }]);
    expect(readdirSync(directory)).toEqual(['workspace.json']);
    await running.close();
  });

  test.each([
    { why: 'cut short', contents: '{"version":1,"mess' },
    { why: 'of another version', contents: '{"version":2}' },
    { why: 'empty', contents: '' },
    { why: 'of another shape', contents: '{"version":1,"messages":[{"ts":"x"}]}' },
  ])('$why is set aside', async ({ contents }) => {
    writeFileSync(stateFile, contents);
    writeFileSync(`${stateFile}.corrupt-1`, 'an earlier one');
    const running = await startWorkspace({ stateFile });
    expect(running.logged).toMatchObject([{ level: 'warn' }]);
    expect(readFileSync(`${stateFile}.corrupt-2`, 'utf8')).toBe(contents);
    expect(await (await running.as(ADA)).history(GENERAL)).toEqual([]);
    await running.close();
  });
});
