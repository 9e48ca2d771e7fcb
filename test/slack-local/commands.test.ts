import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WorkspaceClient } from '../helpers/workspace-client.ts';
import {
  ADA,
  ADA_IM,
  BRUNO,
  button,
  GENERAL,
  type Running,
  SECRET,
  section,
  startWorkspace,
} from './workspace-fixture.ts';

let running: Running;
let ada: WorkspaceClient;
beforeEach(async () => {
  running = await startWorkspace();
  ada = await running.as(ADA);
});
afterEach(() => running.close());

test('a command is sent as Slack sends it, signed', async () => {
  expect(await ada.command('/arti status  1.4 & more', { channel: GENERAL })).toEqual({ ok: true });
  const { data, headers, body } = running.app.last();
  expect(data).toEqual({
    token: expect.any(String),
    team_id: 'T0TEAM',
    team_domain: 'prova',
    channel_id: GENERAL,
    channel_name: 'generale',
    user_id: ADA,
    user_name: 'ada',
    command: '/arti',
    text: 'status  1.4 & more',
    api_app_id: 'A0APP',
    is_enterprise_install: 'false',
    response_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/workspace\/response\//),
    trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]+$/),
  });
  const timestamp = String(headers['x-slack-request-timestamp']);
  expect(Number(timestamp)).toBe(Math.floor(running.time.real / 1000));
  const digest = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  expect(headers['x-slack-signature']).toBe(`v0=${digest}`);
});

test('in direct messages the channel has no name', async () => {
  await ada.command('/arti');
  expect(running.app.last().data).toMatchObject({
    channel_id: ADA_IM,
    channel_name: 'directmessage',
    text: '',
  });
});

describe('the acknowledgement', () => {
  test.each([
    { why: 'plain text', body: 'done', shown: { text: 'done', ephemeral: true } },
    { why: 'JSON', body: { text: 'done' }, shown: { text: 'done', ephemeral: true } },
    {
      why: 'in channel',
      body: { response_type: 'in_channel', text: 'to all' },
      shown: { text: 'to all', ephemeral: false },
    },
  ])('$why is shown', async ({ body, shown }) => {
    running.app.answer({ body });
    expect(await ada.command('/arti', { channel: GENERAL })).toEqual({ ok: true });
    expect(await ada.waitForMessage()).toMatchObject({ channel: GENERAL, ...shown });
    expect(await ada.history(GENERAL)).toHaveLength(shown.ephemeral ? 0 : 1);
  });

  test('that is empty shows nothing', async () => {
    await ada.command('/arti', { channel: GENERAL });
    expect(ada.events).toEqual([]);
  });

  test.each([
    {
      why: 'blocks that Slack would refuse',
      reply: { body: { blocks: [{ type: 'no' }] } },
      error: 'invalid_command_response',
    },
    { why: 'no answer in time', reply: { hold: true }, error: 'operation_timeout' },
    { why: 'an error of the app', reply: { status: 500 }, error: 'dispatch_failed' },
    { why: 'not found', reply: { status: 404 }, error: 'dispatch_failed' },
  ])('$why → $error', async ({ reply, error }) => {
    running.app.answer(reply);
    expect(await ada.command('/arti')).toEqual({
      ok: false,
      error,
      detail: `/arti failed with the error "${error}"`,
    });
  });

  test('of an app that is not there', async () => {
    await running.app.close();
    expect(await ada.command('/arti')).toMatchObject({ ok: false, error: 'dispatch_failed' });
  });
});

describe('refused before the app', () => {
  test('an unknown command', async () => {
    const answer = await ada.command('/nope 1');
    expect(answer).toMatchObject({
      ok: false,
      error: 'unknown_command',
      detail: expect.stringContaining('/nope'),
    });
    expect(running.app.received).toEqual([]);
  });

  test('a command in a thread', async () => {
    const said = await ada.say(GENERAL, 'head');
    const threadTs = said.ok ? said.message!.ts : '';
    const answer = await ada.say(GENERAL, '/arti status', { threadTs });
    expect(answer).toMatchObject({ ok: false, error: 'command_in_thread' });
  });
});

describe('the response URL', () => {
  async function responseUrl(): Promise<string> {
    await ada.command('/arti', { channel: GENERAL });
    return running.app.last().data.response_url;
  }
  async function respond(url: string, body: unknown): Promise<{ status: number; body: unknown }> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  }

  test('answers later, to the person or to all', async () => {
    const url = await responseUrl();
    const bruno = await running.as(BRUNO);
    expect(await respond(url, { text: 'for you' })).toEqual({ status: 200, body: { ok: true } });
    expect(await ada.waitForMessage()).toMatchObject({ text: 'for you', ephemeral: true });
    await respond(url, { text: 'for all', response_type: 'in_channel' });
    expect(await bruno.waitForMessage()).toMatchObject({ text: 'for all', ephemeral: false });
    expect(bruno.events).toHaveLength(1);
  });

  test('works five times', async () => {
    const url = await responseUrl();
    for (let n = 1; n <= 5; n += 1) expect((await respond(url, { text: `${n}` })).status).toBe(200);
    expect(await respond(url, { text: '6' })).toEqual({
      status: 404,
      body: { ok: false, error: 'used_url' },
    });
  });

  test('works for thirty minutes', async () => {
    const url = await responseUrl();
    running.time.real += 30 * 60_000;
    expect((await respond(url, { text: 'in time' })).status).toBe(200);
    running.time.real += 1;
    expect((await respond(url, { text: 'late' })).body).toEqual({ ok: false, error: 'expired_url' });
    const invented = `${running.baseUrl}/workspace/response/invented`;
    expect((await respond(invented, { text: 'x' })).body).toEqual({ ok: false, error: 'expired_url' });
  });

  test('refuses what a message may not be', async () => {
    const url = await responseUrl();
    expect((await respond(url, {})).body).toMatchObject({ error: 'no_text' });
    expect((await respond(url, { blocks: [section('')] })).body).toMatchObject({ error: 'invalid_blocks' });
    expect((await respond(url, { text: 'x', replace_original: true })).body).toMatchObject({
      error: 'message_not_found',
    });
  });

  test('of a press replaces and deletes the message it came from', async () => {
    const api = running.api();
    await api.chat.postMessage({ channel: GENERAL, text: 'old', blocks: [button('go')] });
    const message = await ada.waitForMessage();
    await ada.press(message, 'go');
    const url = running.app.last().data.response_url;
    await respond(url, { text: 'new', replace_original: true });
    const replaced = running.workspace.state.findMessage(GENERAL, message.ts);
    expect([replaced?.text, replaced?.blocks]).toEqual(['new', undefined]);
    await respond(url, { delete_original: true });
    expect(running.workspace.state.findMessage(GENERAL, message.ts)).toBeUndefined();
  });

  test('of a press in an ephemeral message too', async () => {
    running.app.answer(({ data }) => (data.command ? { body: { text: 'old', blocks: [button('go')] } } : {}));
    await ada.command('/arti', { channel: GENERAL });
    const message = await ada.waitForMessage();
    await ada.press(message, 'go');
    const payload = running.app.last().data;
    expect(payload.container).toMatchObject({ is_ephemeral: true, message_ts: message.ts });
    expect(payload).not.toHaveProperty('message');
    await respond(payload.response_url, { text: 'new', replace_original: true });
    expect(await ada.waitForMessage()).toMatchObject({ ts: message.ts, text: 'new', ephemeral: true });
  });
});
