import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  ADA,
  BOT,
  BRUNO,
  button,
  GENERAL,
  type Running,
  refusal,
  startWorkspace,
} from './workspace-fixture.ts';

let running: Running;
beforeEach(async () => {
  running = await startWorkspace();
});
afterEach(() => running.close());

const eventTypes = async () => {
  await running.workspace.eventsDelivered();
  return running.app
    .events()
    .map((event) => event.type)
    .sort();
};

test('a revoked token works no more, and the app is told', async () => {
  expect(await running.call('app', { user: ADA, change: 'revoke-token' })).toEqual({ ok: true });
  expect(await eventTypes()).toEqual(['tokens_revoked']);
  expect(running.app.events()).toMatchObject([{ tokens: { oauth: [], bot: [BOT] } }]);
  expect((await refusal(running.api().auth.test())).error).toBe('token_revoked');
});

test('a removed app is told of both', async () => {
  await running.call('app', { user: ADA, change: 'uninstall' });
  expect(await eventTypes()).toEqual(['app_uninstalled', 'tokens_revoked']);
  expect((await refusal(running.api().auth.test())).error).toBe('account_inactive');
});

describe('auth.revoke', () => {
  test('takes the app’s last token, and so the app', async () => {
    expect(await running.api().auth.revoke()).toMatchObject({ ok: true, revoked: true });
    expect(await eventTypes()).toEqual(['app_uninstalled', 'tokens_revoked']);
    expect((await refusal(running.api().auth.test())).error).toBe('token_revoked');
  });

  test('only says so where it is tried', async () => {
    expect(await running.api().auth.revoke({ test: true })).toMatchObject({ revoked: false });
    expect((await running.api().auth.test()).ok).toBe(true);
  });
});

test('nothing else comes to the app until it is installed again', async () => {
  const ada = await running.as(ADA);
  await running.api().chat.postMessage({ channel: GENERAL, text: 'x', blocks: [button('go')] });
  const message = await ada.waitForMessage();
  await running.workspace.eventsDelivered();
  await running.call('app', { user: ADA, change: 'uninstall' });
  await running.workspace.eventsDelivered();
  const before = running.app.received.length;
  await ada.say(GENERAL, 'nobody hears this');
  expect(await ada.command('/arti')).toMatchObject({ ok: false, error: 'unknown_command' });
  expect(await ada.press(message, 'go')).toMatchObject({ ok: false, error: 'app_not_installed' });
  await running.workspace.eventsDelivered();
  expect(running.app.received).toHaveLength(before);
  expect((await ada.bootstrap()).installed).toBe(false);

  await running.call('app', { user: ADA, change: 'install' });
  expect(await ada.command('/arti')).toEqual({ ok: true });
  expect((await running.api().auth.test()).ok).toBe(true);
});

test('every page hears of it, and only an admin may do it', async () => {
  expect(await running.call('app', { user: BRUNO, change: 'uninstall' })).toMatchObject({
    ok: false,
    error: 'not_allowed',
  });
  const bruno = await running.as(BRUNO);
  await running.call('app', { user: ADA, change: 'uninstall' });
  const heard = await bruno.waitFor((event) => (event.type === 'app_changed' ? event : undefined), 'it');
  expect(heard.installed).toBe(false);
});
