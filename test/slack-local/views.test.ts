import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WorkspaceClient } from '../helpers/workspace-client.ts';
import {
  ADA,
  BRUNO,
  button,
  GENERAL,
  modal,
  type Running,
  refusal,
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

/** Ada acts, and the app is given a trigger. */
async function trigger(): Promise<string> {
  await ada.command('/arti', { channel: GENERAL });
  return running.app.last().data.trigger_id;
}

async function opened(view = modal()) {
  const answer = await running.api().views.open({ trigger_id: await trigger(), view });
  return { id: String(answer.view?.id), hash: String(answer.view?.hash) };
}

describe('triggers', () => {
  test('one opens one view', async () => {
    const trigger_id = await trigger();
    const open = () => running.api().views.open({ trigger_id, view: modal() });
    expect((await open()).view).toMatchObject({
      type: 'modal',
      callback_id: 'report',
      private_metadata: '{"phase":"1.1.3"}',
      previous_view_id: null,
      app_id: 'A0APP',
    });
    expect((await refusal(open())).error).toBe('exchanged_trigger_id');
    const view = await ada.waitForView();
    expect(view).toMatchObject({ type: 'modal', title: { text: 'Report' } });
  });

  test.each([
    { why: 'right at 3 s it still works', age: 3000, error: undefined },
    { why: 'after 3 s it does not', age: 3001, error: 'expired_trigger_id' },
  ])('$why', async ({ age, error }) => {
    const trigger_id = await trigger();
    running.time.real += age;
    const open = running.api().views.open({ trigger_id, view: modal() });
    if (error) expect((await refusal(open)).error).toBe(error);
    else expect((await open).ok).toBe(true);
  });

  test('an invented one', async () => {
    const open = running.api().views.open({ trigger_id: '1.2.abc', view: modal() });
    expect((await refusal(open)).error).toBe('invalid_trigger_id');
  });

  test('a refused view does not use it up', async () => {
    const trigger_id = await trigger();
    const title = { type: 'plain_text', text: 'x'.repeat(25) };
    const refused = await refusal(running.api().views.open({ trigger_id, view: modal({ title }) }));
    expect(refused).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: {
        messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'],
      },
    });
    expect((await running.api().views.open({ trigger_id, view: modal() })).ok).toBe(true);
  });
});

describe('updating', () => {
  test('takes the current hash only', async () => {
    const { id, hash } = await opened();
    const api = running.api();
    const view = modal({ title: { type: 'plain_text', text: 'Second' } });
    const updated = await api.views.update({ view_id: id, hash, view });
    expect(updated.view?.hash).not.toBe(hash);
    expect((await refusal(api.views.update({ view_id: id, hash, view }))).error).toBe('hash_conflict');
    expect((await api.views.update({ view_id: id, view })).ok).toBe(true);
    await ada.waitFor((event) => (event.type === 'view_updated' ? event : undefined), 'the update');
  });

  test('finds a view by its external id, which is unique', async () => {
    await opened(modal({ external_id: 'ext-1' }));
    const api = running.api();
    expect((await api.views.update({ external_id: 'ext-1', view: modal() })).ok).toBe(true);
    expect((await refusal(api.views.update({ external_id: 'ext-1', view: modal() }))).error).toBe(
      'not_found',
    );
    await api.views.publish({
      user_id: BRUNO,
      view: { type: 'home', external_id: 'ext-2', blocks: [section('home')] },
    });
    await opened(modal({ external_id: 'ext-3' }));
    const bruno = await running.as(BRUNO);
    await bruno.command('/arti');
    const trigger_id = running.app.last().data.trigger_id;
    const second = api.views.open({ trigger_id, view: modal({ external_id: 'ext-3' }) });
    expect((await refusal(second)).error).toBe('duplicate_external_id');
  });

  test('refuses what is closed, absent or too large', async () => {
    const api = running.api();
    const { id } = await opened();
    await ada.close(await ada.waitForView());
    const update = (args: object) => refusal(api.apiCall('views.update', { view: modal(), ...args }));
    expect((await update({ view_id: id })).error).toBe('not_found');
    expect((await update({})).error).toBe('invalid_arguments');
    const blocks = Array.from({ length: 90 }, () => section('è'.repeat(3000)));
    const open = api.views.open({ trigger_id: await trigger(), view: modal({ blocks }) });
    expect((await refusal(open)).error).toBe('view_too_large');
  });
});

describe('pushing', () => {
  async function pressInTop(): Promise<string> {
    const view = await ada.waitForView();
    await ada.press(view, 'more');
    return running.app.last().data.trigger_id;
  }
  const withButton = () => modal({ blocks: [button('more')] });

  test('builds a stack of three at most', async () => {
    const api = running.api();
    const root = await opened(withButton());
    const second = await api.views.push({ trigger_id: await pressInTop(), view: withButton() });
    expect(second.view).toMatchObject({ previous_view_id: root.id, root_view_id: root.id });
    const top = await ada.waitForView((view) => view.id === second.view?.id);
    await ada.press(top, 'more');
    await api.views.push({ trigger_id: running.app.last().data.trigger_id, view: withButton() });
    const third = await ada.waitForView();
    await ada.press(third, 'more');
    const trigger_id = running.app.last().data.trigger_id;
    expect((await refusal(api.views.push({ trigger_id, view: modal() }))).error).toBe('push_limit_reached');
  });

  test('needs an open view to push on', async () => {
    const push = running.api().views.push({ trigger_id: await trigger(), view: modal() });
    expect((await refusal(push)).error).toBe('not_found');
  });
});

describe('the home', () => {
  const home = (text: string) => ({ type: 'home' as const, blocks: [section(text)] });

  test('is published to one person, whose page hears of it and opens with it', async () => {
    const api = running.api();
    const first = await api.views.publish({ user_id: ADA, view: home('one') });
    expect(await ada.waitForView()).toMatchObject({ type: 'home', id: first.view?.id });
    const second = await api.views.publish({ user_id: ADA, view: home('two'), hash: first.view?.hash ?? '' });
    expect(second.view?.id).toBe(first.view?.id);
    const stale = api.views.publish({ user_id: ADA, view: home('three'), hash: first.view?.hash ?? '' });
    expect((await refusal(stale)).error).toBe('hash_conflict');
    expect((await ada.bootstrap()).homeView).toMatchObject({ hash: second.view?.hash });
    const nobody = api.views.publish({ user_id: 'U404', view: home('x') });
    expect((await refusal(nobody)).error).toBe('user_not_found');
  });

  test('opening it tells the app', async () => {
    await ada.openHome();
    await running.workspace.eventsDelivered();
    const [event] = running.app.events();
    expect(event).toMatchObject({ type: 'app_home_opened', user: ADA, tab: 'home' });
  });
});
