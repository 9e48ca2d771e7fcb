import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WorkspaceClient } from '../helpers/workspace-client.ts';
import { ADA, modal, type Running, section, startWorkspace } from './workspace-fixture.ts';

let running: Running;
let ada: WorkspaceClient;
beforeEach(async () => {
  running = await startWorkspace();
  ada = await running.as(ADA);
});
afterEach(() => running.close());

async function opened(element: Record<string, unknown>, over: object = {}) {
  await ada.command('/arti');
  const label = { type: 'plain_text', text: 'Field' };
  const blocks = [
    { type: 'input', block_id: 'field', label, element: { action_id: 'value', ...element }, ...over },
  ];
  const { trigger_id } = running.app.last().data;
  await running.api().views.open({ trigger_id, view: modal({ blocks }) });
  return ada.waitForView();
}

describe('what Slack checks before the app sees it', () => {
  test.each([
    { type: 'url_text_input', entered: 'https://atti.example/12', error: undefined },
    {
      type: 'url_text_input',
      entered: 'atti.example/12',
      error: 'Please enter an address that starts with https:// or http://.',
    },
    {
      type: 'url_text_input',
      entered: 'https://',
      error: 'Please enter an address that starts with https:// or http://.',
    },
    { type: 'email_text_input', entered: 'ada@example.org', error: undefined },
    { type: 'email_text_input', entered: 'ada', error: 'Please enter an e-mail address.' },
  ])('$type: $entered', async ({ type, entered, error }) => {
    const view = await opened({ type });
    const before = running.app.requests().length;
    const answer = await ada.submit(view, { value: entered });
    expect(answer).toEqual(error === undefined ? { ok: true } : { ok: true, errors: { field: error } });
    expect(running.app.requests()).toHaveLength(error === undefined ? before + 1 : before);
  });
});

test('an input with dispatch_action tells the app what it holds, in the place Slack has it', async () => {
  const view = await opened({ type: 'users_select' }, { dispatch_action: true });
  await ada.press(view, 'value', { choice: ADA, values: { value: ADA } });
  expect(running.app.last().data).toMatchObject({
    type: 'block_actions',
    actions: [{ type: 'users_select', action_id: 'value', block_id: 'field', selected_user: ADA }],
    view: { state: { values: { field: { value: { selected_user: ADA } } } } },
  });
});

test('an app that does not answer leaves the window open, with a word for the person', async () => {
  const view = await opened({ type: 'plain_text_input' });
  running.app.answer({ hold: true });
  expect(await ada.submit(view, { value: 'typed' })).toEqual({
    ok: false,
    error: 'operation_timeout',
    detail: 'We had some trouble connecting to the app (operation_timeout). Try again?',
  });
  running.app.answer({});
  expect(await ada.submit(view, { value: 'typed' })).toEqual({ ok: true });
});

describe('a tab of the app', () => {
  test.each([
    { why: 'the home, not published yet', tab: 'home' as const, publish: false, view: undefined },
    { why: 'the home', tab: 'home' as const, publish: true, view: { type: 'home' } },
    { why: 'the messages', tab: 'messages' as const, publish: true, view: undefined },
  ])('$why', async ({ tab, publish, view }) => {
    const home = { type: 'home' as const, blocks: [section('x')] };
    if (publish) await running.api().views.publish({ user_id: ADA, view: home });
    await running.call('openHome', { user: ADA, tab });
    await running.workspace.eventsDelivered();
    const [event] = running.app.events();
    expect(event).toMatchObject({ type: 'app_home_opened', user: ADA, channel: 'D0ADA', tab });
    if (view) expect(event.view).toMatchObject(view);
    else expect(event).not.toHaveProperty('view');
  });
});
