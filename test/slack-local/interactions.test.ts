import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WorkspaceClient } from '../helpers/workspace-client.ts';
import type { Reply } from './fake-app.ts';
import {
  ADA,
  BOT,
  BRUNO,
  button,
  GENERAL,
  modal,
  type Running,
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

const select = {
  type: 'static_select',
  action_id: 'pick',
  options: ['a', 'b'].map((value) => ({ text: { type: 'plain_text', text: `Option ${value}` }, value })),
};

describe('a press in a message', () => {
  async function posted() {
    await running.api().chat.postMessage({
      channel: GENERAL,
      text: 'choose',
      blocks: [
        button('go', 'phase-1.1.3'),
        { type: 'actions', block_id: 'menus', elements: [select as never] },
      ],
    });
    return ada.waitForMessage();
  }

  test('reaches the app with the message and what the button carries', async () => {
    const message = await posted();
    expect(await ada.press(message, 'go', { values: { pick: 'b' } })).toEqual({ ok: true });
    expect(running.app.last().data).toEqual({
      type: 'block_actions',
      team: { id: 'T0TEAM', domain: 'prova' },
      user: { id: ADA, username: 'ada', name: 'ada', team_id: 'T0TEAM' },
      api_app_id: 'A0APP',
      token: expect.any(String),
      enterprise: null,
      is_enterprise_install: false,
      container: { type: 'message', message_ts: message.ts, channel_id: GENERAL, is_ephemeral: false },
      trigger_id: expect.any(String),
      channel: { id: GENERAL, name: 'generale' },
      message: expect.objectContaining({ ts: message.ts, user: BOT, blocks: message.blocks }),
      state: {
        values: { menus: { pick: { type: 'static_select', selected_option: select.options[1] } } },
      },
      response_url: expect.stringContaining('/workspace/response/'),
      actions: [
        {
          type: 'button',
          action_id: 'go',
          block_id: 'buttons',
          value: 'phase-1.1.3',
          text: { type: 'plain_text', text: 'Press' },
          action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
        },
      ],
    });
  });

  test('a choice comes whole, as the app defined it', async () => {
    await ada.press(await posted(), 'pick', { choice: 'a' });
    expect(running.app.last().data.actions[0]).toMatchObject({ selected_option: select.options[0] });
  });

  test.each<{ why: string; reply: Reply; error: string }>([
    { why: 'no answer in time', reply: { hold: true }, error: 'operation_timeout' },
    { why: 'an error of the app', reply: { status: 500 }, error: 'dispatch_failed' },
  ])('$why → $error', async ({ reply, error }) => {
    const message = await posted();
    running.app.answer(reply);
    expect(await ada.press(message, 'go')).toMatchObject({ ok: false, error });
  });

  test('on what is not there', async () => {
    const message = await posted();
    const moved = { ...message, blocks: [button('other')] as never };
    expect(await ada.press(moved, 'other')).toMatchObject({ ok: false, error: 'action_not_found' });
    expect(await ada.press({ ...message, ts: '1.000001' }, 'go')).toMatchObject({
      error: 'message_not_found',
    });
    expect(running.app.requests()).toEqual([]);
  });
});

describe('a submission', () => {
  async function opened(definition = modal()) {
    await ada.command('/arti', { channel: GENERAL });
    const { trigger_id } = running.app.last().data;
    await running.api().views.open({ trigger_id, view: definition });
    return ada.waitForView();
  }

  test('carries every input, entered or not, and what the app had put into the view', async () => {
    const view = await opened();
    expect(await ada.submit(view, { percent: '60' })).toEqual({ ok: true });
    const { data } = running.app.last();
    expect(data).toMatchObject({
      type: 'view_submission',
      trigger_id: expect.any(String),
      response_urls: [],
    });
    expect(data.view).toMatchObject({
      id: view.id,
      hash: view.hash,
      callback_id: 'report',
      private_metadata: '{"phase":"1.1.3"}',
      root_view_id: view.id,
      state: {
        values: {
          percent: { value: { type: 'number_input', value: '60' } },
          note: { text: { type: 'plain_text_input', value: 'as before' } },
        },
      },
    });
    await ada.waitFor((event) => (event.type === 'view_closed' ? event : undefined), 'the closing');
  });

  test('an emptied input is null', async () => {
    await ada.submit(await opened(), { percent: '60', note: '' });
    expect(running.app.last().data.view.state.values.note.text.value).toBeNull();
  });

  test.each([
    { why: 'nothing entered', entered: {}, expected: 'Please complete this required field.' },
    { why: 'not a number', entered: { percent: 'sixty' }, expected: 'Please enter a number.' },
    { why: 'a fraction', entered: { percent: '59.5' }, expected: 'Please enter a whole number.' },
    { why: 'too much', entered: { percent: '101' }, expected: 'Please enter a number that is at most 100.' },
    { why: 'too little', entered: { percent: '-1' }, expected: 'Please enter a number that is at least 0.' },
  ])('$why does not reach the app', async ({ entered, expected }) => {
    const view = await opened();
    const before = running.app.requests().length;
    expect(await ada.submit(view, entered)).toEqual({ ok: true, errors: { percent: expected } });
    expect(running.app.requests()).toHaveLength(before);
  });

  const answers: { why: string; reply: Reply; expected: object; open: boolean }[] = [
    {
      why: 'errors are shown under their inputs',
      reply: { body: { response_action: 'errors', errors: { percent: 'It was 80 already.' } } },
      expected: { ok: true, errors: { percent: 'It was 80 already.' } },
      open: true,
    },
    {
      why: 'errors of a block that is not there',
      reply: { body: { response_action: 'errors', errors: { other: 'x' } } },
      expected: { ok: false, error: 'invalid_response_action' },
      open: true,
    },
    {
      why: 'no errors at all',
      reply: { body: { response_action: 'errors', errors: {} } },
      expected: { ok: false, error: 'invalid_response_action' },
      open: true,
    },
    {
      why: 'a view that Slack would refuse',
      reply: { body: { response_action: 'update', view: modal({ submit: undefined }) } },
      expected: { ok: false, error: 'invalid_response_action' },
      open: true,
    },
    {
      why: 'an unknown action',
      reply: { body: { response_action: 'explode' } },
      expected: { ok: false, error: 'invalid_response_action' },
      open: true,
    },
    { why: 'text', reply: { body: 'thanks' }, expected: { error: 'invalid_response_action' }, open: true },
    {
      why: 'an update',
      reply: { body: { response_action: 'update', view: modal() } },
      expected: { ok: true },
      open: true,
    },
    {
      why: 'a push',
      reply: { body: { response_action: 'push', view: modal() } },
      expected: { ok: true },
      open: true,
    },
    { why: 'clear', reply: { body: { response_action: 'clear' } }, expected: { ok: true }, open: false },
    { why: 'an empty object', reply: { body: {} }, expected: { ok: true }, open: false },
    { why: 'no answer in time', reply: { hold: true }, expected: { error: 'operation_timeout' }, open: true },
    {
      why: 'an error of the app',
      reply: { status: 503 },
      expected: { error: 'dispatch_failed' },
      open: true,
    },
  ];
  test.each(answers)('$why', async ({ reply, expected, open }) => {
    const view = await opened();
    running.app.answer(reply);
    expect(await ada.submit(view, { percent: '60' })).toMatchObject(expected);
    running.app.answer({});
    const again = await ada.close(view);
    expect(again.ok).toBe(open);
  });

  test('of an update the new view has a new hash, of a push the old one lies beneath', async () => {
    const view = await opened();
    running.app.answer({ body: { response_action: 'update', view: modal({ callback_id: 'second' }) } });
    await ada.submit(view, { percent: '60' });
    const updated = await ada.waitForView();
    expect(updated).toMatchObject({ id: view.id, callback_id: 'second' });
    expect(updated.hash).not.toBe(view.hash);
    running.app.answer({ body: { response_action: 'push', view: modal({ callback_id: 'third' }) } });
    await ada.submit(updated, { percent: '60' });
    expect((await ada.waitForView()).id).not.toBe(view.id);
  });

  test("of somebody else's view", async () => {
    const view = await opened();
    const bruno = await running.as(BRUNO);
    expect(await bruno.submit(view, { percent: '60' })).toMatchObject({ ok: false, error: 'view_not_found' });
  });

  test('closing tells the app where the view asks for it', async () => {
    await ada.close(await opened());
    expect(running.app.last().data.type).toBeUndefined();
    await ada.close(await opened(modal({ notify_on_close: true })));
    await expect
      .poll(() => running.app.last().data)
      .toMatchObject({
        type: 'view_closed',
        is_cleared: false,
        view: { callback_id: 'report' },
      });
  });

  test('a press in a view carries what was entered so far', async () => {
    const view = await opened(modal({ blocks: [...modal().blocks, button('more')] }));
    await ada.press(view, 'more', { values: { percent: '40' } });
    const { data } = running.app.last();
    expect(data.container).toEqual({ type: 'view', view_id: view.id });
    expect(data.view.state.values.percent.value.value).toBe('40');
    expect(data).not.toHaveProperty('response_url');
  });
});

test('a press in the home works too, and opens a modal', async () => {
  await running
    .api()
    .views.publish({ user_id: ADA, view: { type: 'home', blocks: [section('x'), button('go')] } });
  await ada.press(await ada.waitForView(), 'go');
  const { data } = running.app.last();
  expect(data.view.type).toBe('home');
  expect((await running.api().views.open({ trigger_id: data.trigger_id, view: modal() })).ok).toBe(true);
});
