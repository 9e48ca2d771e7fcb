/** Putting a check-in off, or leaving it out, in a workspace as strict as Slack. */
import { afterEach, describe, expect, test } from 'vitest';
import { refusalText } from '../../../src/messages/refusals.ts';
import { SKIP_ACTION, SNOOZE_ACTION } from '../../../src/slack/blocks/check-in-controls.ts';
import type { PageMessage } from '../../../src/slack-local/page-api.ts';
import { textOf, type WorkspaceClient } from '../../helpers/workspace-client.ts';
import { type Answering, CLOSES, controlsOf, DIREZIONE, startAnswering } from './support.ts';

let started: Answering;
let me: WorkspaceClient;
let checkIn: PageMessage;
let id: string;

async function ask(): Promise<void> {
  started = await startAnswering();
  me = await started.as(DIREZIONE);
  ({ id } = await started.ask(DIREZIONE, ['1.1.1', '1.1.2']));
  checkIn = await theMessage();
}
afterEach(async () => {
  expect(started.errors()).toEqual([]);
  await started.close();
});

async function theMessage(): Promise<PageMessage> {
  const found = (await me.history()).find(({ text }) => text?.includes('Richiesta di aggiornamento'));
  if (!found) throw new Error('no check-in');
  return found;
}

const kept = () => started.context.store.findCheckIn(id);

const choose = (choice: string) => me.press(checkIn, SNOOZE_ACTION, { choice: `${choice}/${id}` });

describe('snoozed', () => {
  test('for an hour, the message says until when', async () => {
    await ask();
    expect(await choose('HOUR')).toEqual({ ok: true });
    await expect.poll(async () => (await kept())?.owed, { timeout: 5_000 }).toMatchObject({ kind: 'AGAIN' });
    await started.deliver();
    expect(textOf(await theMessage())).toMatch(/⏰ Rimandata al 14\/09\/2020, ore \d\d:\d\d\./);
  });

  test('until tomorrow', async () => {
    await ask();
    await choose('TOMORROW');
    await expect.poll(async () => (await kept())?.owed, { timeout: 5_000 }).toMatchObject({ kind: 'AGAIN' });
    await started.deliver();
    expect(textOf(await theMessage())).toContain('⏰ Rimandata al 15/09/2020');
  });

  test('until a day that is asked in a form', async () => {
    await ask();
    await choose('DAY');
    const view = await me.waitForView();
    const refused = await me.submit(view, { until: '2020-09-21' });
    expect(JSON.stringify(refused)).toContain('18/09/2020');
    expect((await kept())?.owed).toBeNull();
    expect(await me.submit(view, { until: '2020-09-17' })).toEqual({ ok: true });
    await started.deliver();
    expect(textOf(await theMessage())).toContain('⏰ Rimandata al 17/09/2020');
  });

  test('once closed is refused, and said why', async () => {
    await ask();
    started.context.goTo('2020-09-21');
    await choose('HOUR');
    const told = await me.waitForMessage(({ ephemeral }) => ephemeral === true);
    expect(told.text).toContain(
      refusalText({ code: 'CHECK_IN_CLOSED', closedOn: CLOSES }, 'it').slice(0, 60),
    );
    expect((await kept())?.owed).toBeNull();
  });
});

describe('skipped this time', () => {
  test('for a reason, which the message shows; it can still be answered', async () => {
    await ask();
    await me.press(checkIn, SKIP_ACTION);
    const view = await me.waitForView();
    expect(textOf(view)).toContain('18/09/2020');
    expect(await me.submit(view, { reason: 'dati a fine mese' })).toEqual({ ok: true });
    expect((await kept())?.skipped).toEqual({ on: '2020-09-14', because: 'dati a fine mese' });
    await started.deliver();
    const now = await theMessage();
    expect(textOf(now)).toContain('⏭️ Saltata il 14/09/2020: dati a fine mese.');
    const actions = controlsOf(now).map(({ action_id }) => action_id);
    expect(actions).not.toContain(SKIP_ACTION);
    expect(actions).not.toContain(SNOOZE_ACTION);
    expect(actions).toContain('check_in_done');
  });

  test('without a reason says so in the form', async () => {
    await ask();
    await me.press(checkIn, SKIP_ACTION);
    const view = await me.waitForView();
    const refused = await me.submit(view, { reason: ' ' });
    expect(JSON.stringify(refused)).toContain(refusalText({ code: 'SKIP_REASON_MISSING' }, 'it'));
    expect((await kept())?.skipped).toBeNull();
  });
});
