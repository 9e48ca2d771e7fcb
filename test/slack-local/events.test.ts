import { afterEach, describe, expect, test } from 'vitest';
import type { Reply } from './fake-app.ts';
import {
  ADA,
  ADA_IM,
  BOT,
  GENERAL,
  type Overrides,
  type Running,
  SCOPES,
  startWorkspace,
  WITHOUT_BOT,
} from './workspace-fixture.ts';

let running: Running;
const start = async (overrides: Overrides = {}) => {
  running = await startWorkspace(overrides);
  return running.as(ADA);
};
afterEach(() => running.close());

describe('what the app hears', () => {
  test('a message to it, in an envelope, signed', async () => {
    const ada = await start();
    const said = await ada.say('im', '1.1.3 60% <bando> & altro');
    await running.workspace.eventsDelivered();
    const { data, headers } = running.app.received.at(-1)!;
    expect(headers['x-slack-signature']).toMatch(/^v0=[0-9a-f]{64}$/);
    expect(headers['x-slack-retry-num']).toBeUndefined();
    expect(data).toMatchObject({
      type: 'event_callback',
      team_id: 'T0TEAM',
      api_app_id: 'A0APP',
      event_id: expect.stringMatching(/^Ev/),
      event_time: expect.any(Number),
      authorizations: [{ team_id: 'T0TEAM', user_id: BOT, is_bot: true }],
    });
    expect(data.event).toMatchObject({
      type: 'message',
      channel: ADA_IM,
      channel_type: 'im',
      user: ADA,
      text: '1.1.3 60% &lt;bando&gt; &amp; altro',
      ts: said.ok ? said.message!.ts : '',
    });
  });

  test('replies name their thread; mentions in a channel come twice', async () => {
    const ada = await start();
    const head = await ada.say(GENERAL, 'head');
    const threadTs = head.ok ? head.message!.ts : '';
    await ada.say(GENERAL, '@arti what of 1.4? (@arti2)', { threadTs });
    await running.workspace.eventsDelivered();
    const events = running.app.events();
    expect(events.map((event) => event.type).sort()).toEqual(['app_mention', 'message', 'message']);
    const mention = events.find((event) => event.type === 'app_mention');
    expect(mention).toMatchObject({ thread_ts: threadTs, text: `<@${BOT}> what of 1.4? (@arti2)` });
  });

  test('an edit and a deletion', async () => {
    const ada = await start();
    const said = await ada.say('im', 'first');
    const message = said.ok ? said.message! : undefined;
    await ada.edit(message!, 'second');
    await ada.remove(message!);
    await running.workspace.eventsDelivered();
    const events = running.app.events();
    expect(events.find((event) => event.subtype === 'message_changed')).toMatchObject({
      hidden: true,
      message: { text: 'second', edited: { user: ADA } },
      previous_message: { text: 'first' },
    });
    expect(events.find((event) => event.subtype === 'message_deleted')).toMatchObject({
      deleted_ts: message?.ts,
      previous_message: { text: 'second' },
    });
  });

  test('its own messages too, marked as its own', async () => {
    await start();
    await running.api().chat.postMessage({ channel: ADA, text: 'hello' });
    await running.workspace.eventsDelivered();
    expect(running.app.events()).toMatchObject([{ bot_id: 'B0BOT', app_id: 'A0APP', user: BOT }]);
  });

  test.each<{ why: string; channel: string; overrides: Overrides }>([
    { why: 'a channel it is not in', channel: WITHOUT_BOT, overrides: {} },
    {
      why: 'a channel without the scope',
      channel: GENERAL,
      overrides: { app: { scopes: SCOPES.filter((scope) => scope !== 'channels:history') } },
    },
    {
      why: 'an event it did not subscribe to',
      channel: GENERAL,
      overrides: { app: { events: ['message.im'] } },
    },
  ])('nothing of $why', async ({ channel, overrides }) => {
    const ada = await start(overrides);
    expect((await ada.say(channel, 'psst')).ok).toBe(true);
    await running.workspace.eventsDelivered();
    expect(running.app.received).toEqual([]);
  });
});

describe('retries', () => {
  test.each<{ why: string; reply: Reply; reason: string }>([
    { why: 'an error', reply: { status: 500 }, reason: 'http_error' },
    { why: 'a redirect', reply: { status: 302, headers: { location: '/' } }, reason: 'http_error' },
    { why: 'silence', reply: { hold: true }, reason: 'http_timeout' },
  ])('on $why the same event comes three times more', async ({ reply, reason }) => {
    // Silence is always cut short; the time has to be enough for the request to arrive on a busy machine.
    const ada = await start(reply.hold ? { ackTimeoutMs: 200 } : {});
    running.app.answer(reply);
    await ada.say('im', 'hello');
    await running.workspace.eventsDelivered();
    const tries = running.app.received.map(({ headers, data }) => [
      headers['x-slack-retry-num'],
      headers['x-slack-retry-reason'],
      data.event_id,
    ]);
    const id = tries[0]?.[2];
    expect(tries).toEqual([
      [undefined, undefined, id],
      ['1', reason, id],
      ['2', reason, id],
      ['3', reason, id],
    ]);
    expect(running.logged.map((line) => line.message)).toContain('the app did not accept an event');
  });

  test('stop once it is accepted', async () => {
    const ada = await start();
    let tries = 0;
    running.app.answer(() => {
      tries += 1;
      return { status: tries === 1 ? 500 : 200 };
    });
    await ada.say('im', 'hello');
    await running.workspace.eventsDelivered();
    expect(tries).toBe(2);
  });

  test('do not come where the app says so', async () => {
    const ada = await start();
    running.app.answer({ status: 500, headers: { 'x-slack-no-retry': '1' } });
    await ada.say('im', 'hello');
    await running.workspace.eventsDelivered();
    expect(running.app.received).toHaveLength(1);
  });

  test('that wait are given up when the workspace closes', async () => {
    const ada = await start({ retryDelaysMs: [60_000] });
    running.app.answer({ status: 500 });
    await ada.say('im', 'hello');
    await expect.poll(() => running.app.received.length).toBe(1);
    await running.workspace.close();
    expect(running.app.received).toHaveLength(1);
  });
});

describe('the request URL', () => {
  test.each([
    { why: 'echoed as text', echo: (challenge: string): unknown => challenge, verified: true },
    { why: 'echoed as JSON', echo: (challenge: string): unknown => ({ challenge }), verified: true },
    { why: 'not echoed', echo: (): unknown => 'ok', verified: false },
  ])('is verified by a challenge $why: $verified', async ({ echo, verified }) => {
    await start();
    running.app.answer(({ data }) => ({ body: echo(data.challenge) }));
    expect(await running.workspace.verifyRequestUrl()).toBe(verified);
    expect(running.app.last().data.type).toBe('url_verification');
  });
});
