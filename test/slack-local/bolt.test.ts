import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  ADA,
  button,
  GENERAL,
  modal,
  type Running,
  SECRET,
  startWorkspace,
  TOKEN,
} from './workspace-fixture.ts';

/** The real framework on the other side: what it accepts as coming from Slack, it accepts from the workspace. */
let running: Running;
let app: App;
const server = createServer();

beforeEach(async () => {
  server.removeAllListeners('request');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const requestUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  running = await startWorkspace({ ackTimeoutMs: 1000, app: { requestUrl } });
  const receiver = new HTTPReceiver({ signingSecret: SECRET, logLevel: LogLevel.ERROR });
  app = new App({
    receiver,
    token: TOKEN,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: `${running.baseUrl}/workspace/api/`, retryConfig: { retries: 0 } },
  });
  server.on('request', receiver.requestListener);
});
afterEach(async () => {
  await running.close();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

test('answers the challenge', async () => {
  expect(await running.workspace.verifyRequestUrl()).toBe(true);
});

test('a command, a modal refused and then accepted, and a later answer', async () => {
  app.command('/arti', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: modal() });
  });
  app.view('report', async ({ ack, view, client, body }) => {
    const percent = Number(view.state.values.percent?.value?.value);
    if (percent < 50) return ack({ response_action: 'errors', errors: { percent: 'Too little' } });
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: `recorded ${percent}` });
  });
  const ada = await running.as(ADA);
  expect(await ada.command('/arti update', { channel: GENERAL })).toEqual({ ok: true });
  const view = await ada.waitForView();
  expect(await ada.submit(view, { percent: 10 })).toEqual({ ok: true, errors: { percent: 'Too little' } });
  expect(await ada.submit(view, { percent: 60 })).toEqual({ ok: true });
  await ada.waitForMessage((message) => message.text === 'recorded 60');
});

test('a reply in plain words, in its thread, and nothing said to its own messages', async () => {
  const heard: string[] = [];
  app.message(async ({ message, say }) => {
    if (!('text' in message) || message.subtype) return;
    heard.push(String(message.text));
    await say({ text: 'thanks', thread_ts: message.ts });
  });
  const ada = await running.as(ADA);
  await ada.say('im', '1.1.3 60%');
  await ada.waitForMessage((message) => message.text === 'thanks' && message.threadTs !== undefined);
  await running.workspace.eventsDelivered();
  expect(heard).toEqual(['1.1.3 60%']);
});

test('a button answered by its response URL', async () => {
  app.action('go', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'gone', replace_original: true });
  });
  const ada = await running.as(ADA);
  await running.api().chat.postMessage({ channel: GENERAL, text: 'press', blocks: [button('go')] });
  await ada.press(await ada.waitForMessage(), 'go');
  expect(await ada.waitForMessage()).toMatchObject({ text: 'gone' });
});

test('a command that nobody handles', async () => {
  const ada = await running.as(ADA);
  expect(await ada.command('/arti')).toMatchObject({ ok: false });
});
