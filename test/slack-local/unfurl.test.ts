import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WorkspaceClient } from '../helpers/workspace-client.ts';
import {
  ADA,
  button,
  GENERAL,
  type Running,
  refusal,
  SCOPES,
  section,
  startWorkspace,
  WITHOUT_BOT,
} from './workspace-fixture.ts';

const URL_OF_ITEM = 'https://piano.arti.example/voci/1.4.2?a=1&b=2';
const scopes = [...SCOPES, 'links:read', 'links:write'];

let running: Running;
let ada: WorkspaceClient;
beforeEach(async () => {
  running = await startWorkspace({ app: { scopes, unfurlDomains: ['arti.example'] } });
  ada = await running.as(ADA);
});
afterEach(() => running.close());

/** Ada writes; what the app was told of her links. */
async function shared(channel: string, text: string) {
  await ada.say(channel, text);
  await running.workspace.eventsDelivered();
  return running.app.events().filter((event) => event.type === 'link_shared');
}

describe('link_shared', () => {
  test('names the links to the app’s domains, once each', async () => {
    const text = `${URL_OF_ITEM} and ${URL_OF_ITEM}, not https://other.example or https://notarti.example`;
    const [event] = await shared(GENERAL, text);
    expect(event).toMatchObject({
      channel: GENERAL,
      user: ADA,
      source: 'conversations_history',
      unfurl_id: expect.stringMatching(/^C0GENERAL\.\d+\.\d{6}\.[0-9a-f]{64}$/),
      message_ts: expect.any(String),
      is_bot_user_member: true,
    });
    expect(event.links).toEqual([{ domain: 'arti.example', url: URL_OF_ITEM }]);
  });

  test('comes from channels without the app too, and says so', async () => {
    expect(await shared(WITHOUT_BOT, URL_OF_ITEM)).toMatchObject([{ is_bot_user_member: false }]);
  });

  test('names the thread', async () => {
    const head = await ada.say(GENERAL, 'head');
    const threadTs = head.ok ? head.message!.ts : '';
    await ada.say(GENERAL, URL_OF_ITEM, { threadTs });
    expect(await shared(GENERAL, 'no link')).toMatchObject([{ thread_ts: threadTs }]);
  });

  test('does not come of the app’s own messages', async () => {
    await running.api().chat.postMessage({ channel: GENERAL, text: `<${URL_OF_ITEM}>` });
    expect(await shared(GENERAL, 'no link')).toEqual([]);
  });
});

describe('chat.unfurl', () => {
  const card = (text: string) => ({ [URL_OF_ITEM]: { blocks: [section(text), button('open')] } });
  const unfurl = (args: Record<string, unknown>) => running.api().apiCall('chat.unfurl', args);

  test.each([
    { why: 'by channel and ts', place: (event: Event) => ({ channel: event.channel, ts: event.message_ts }) },
    { why: 'by unfurl_id', place: (event: Event) => ({ unfurl_id: event.unfurl_id, source: event.source }) },
  ])('draws a card under the message, $why', async ({ place }) => {
    const [event] = await shared(GENERAL, URL_OF_ITEM);
    await unfurl({ ...place(event), unfurls: card('1.4.2') });
    const message = await ada.waitForMessage((one) => one.unfurls !== undefined);
    expect(message).toMatchObject({ ts: event.message_ts, edited: false, unfurls: [{ url: URL_OF_ITEM }] });
    await running.workspace.eventsDelivered();
    const changed = running.app.events().find((one) => one.subtype === 'message_changed');
    expect(changed).toMatchObject({
      message: { attachments: [{ from_url: URL_OF_ITEM, is_app_unfurl: true }] },
    });
    expect(changed.message.text).toBe(changed.previous_message.text);
    expect(changed.message).not.toHaveProperty('edited');
  });

  test('again replaces the card, and a press in it says where it stands', async () => {
    const [event] = await shared(GENERAL, URL_OF_ITEM);
    const place = { channel: event.channel, ts: event.message_ts };
    await unfurl({ ...place, unfurls: card('old') });
    await unfurl({ ...place, unfurls: card('new') });
    const [message] = await ada.history(GENERAL);
    expect(message?.unfurls).toHaveLength(1);
    await running.call('action', {
      user: ADA,
      container: { type: 'message', channel: GENERAL, ts: event.message_ts, unfurl: 1 },
      action: { type: 'button', action_id: 'open', block_id: 'buttons' },
    });
    const { data } = running.app.last();
    expect(data).toMatchObject({
      container: {
        type: 'message_attachment',
        is_app_unfurl: true,
        app_unfurl_url: URL_OF_ITEM,
        attachment_id: 1,
      },
      actions: [{ action_id: 'open', value: 'v' }],
    });
    expect(data).not.toHaveProperty('message');
  });

  type Event = { channel: string; message_ts: string; unfurl_id: string; source: string };
  const here = (event: Event) => ({ channel: event.channel, ts: event.message_ts });
  test.each<{ why: string; args: (event: Event) => Record<string, unknown>; error: string }>([
    { why: 'no cards', args: here, error: 'missing_unfurls' },
    {
      why: 'cards that are not JSON',
      args: (e) => ({ ...here(e), unfurls: '{' }),
      error: 'invalid_unfurls_format',
    },
    {
      why: 'a link that is not there',
      args: (e) => ({ ...here(e), unfurls: { 'https://arti.example/x': {} } }),
      error: 'cannot_unfurl_url',
    },
    {
      why: 'blocks that Slack refuses',
      args: (e) => ({ ...here(e), unfurls: { [URL_OF_ITEM]: { blocks: [section('')] } } }),
      error: 'cannot_parse_attachment',
    },
    {
      why: 'an invented unfurl_id',
      args: (e) => ({ unfurl_id: `${e.channel}.${e.message_ts}.x`, source: e.source, unfurls: {} }),
      error: 'invalid_unfurl_id',
    },
    {
      why: 'an unfurl_id alone',
      args: (e) => ({ unfurl_id: e.unfurl_id, unfurls: {} }),
      error: 'missing_source',
    },
    {
      why: 'no message',
      args: (e) => ({ channel: e.channel, ts: '1.000000', unfurls: {} }),
      error: 'cannot_find_message',
    },
    { why: 'no channel', args: () => ({ ts: '1.000000', unfurls: {} }), error: 'missing_channel' },
  ])('$why → $error', async ({ args, error }) => {
    const [event] = await shared(GENERAL, URL_OF_ITEM);
    expect((await refusal(unfurl(args(event)))).error).toBe(error);
  });

  test('needs its scope', async () => {
    const without = await startWorkspace({ app: { scopes: SCOPES } });
    const answer = await refusal(without.api().apiCall('chat.unfurl', { unfurls: {} }));
    expect(answer).toMatchObject({ error: 'missing_scope', needed: 'links:write' });
    await without.close();
  });
});
