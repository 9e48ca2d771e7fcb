/** Slack delivers again what it was not answered in time, and people press twice: each has one effect. */

import type { InputBlock, ModalView } from '@slack/types';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ANSWER_ACTION, DONE_ACTION } from '../../../src/slack/blocks/check-in-controls.ts';
import { startAsked, startWithStaff, USER } from './asked.ts';
import { closeAll, directMessage } from './running-app.ts';

afterEach(closeAll);

const RETRY = { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' };

describe('an event', () => {
  const said = directMessage(USER, '1.1.3 60% bando pubblicato');

  test('delivered again with a retry number, after it was recorded', async () => {
    const running = await startWithStaff();
    for (const headers of [{}, RETRY, { ...RETRY, 'x-slack-retry-num': '2' }]) {
      expect((await running.event('T1', said, { eventId: 'Ev1', headers })).status).toBe(200);
    }
    expect(await running.reports()).toHaveLength(1);
    expect(running.context.messages()).toHaveLength(1);
  });

  test('delivered again while the first is still worked on', async () => {
    const running = await startWithStaff();
    const release = running.slack.hold('users.info');
    const deliveries = [{}, RETRY].map((headers) => running.event('T1', said, { eventId: 'Ev1', headers }));
    release();
    await Promise.all(deliveries);
    expect(await running.reports()).toHaveLength(1);
    expect(running.context.messages()).toHaveLength(1);
  });
});

describe('a command', () => {
  test('with the trigger of one that was recorded', async () => {
    const running = await startWithStaff();
    const again = () =>
      running.command('T1', USER, 'update 1.1.3 60% bando pubblicato', { trigger_id: 'trigger-same' });
    expect((await again()).text).toContain('1.1.3');
    expect((await again()).text).toContain('1.1.3');
    expect(await running.reports()).toHaveLength(1);
  });

  test('the very same request again is refused', async () => {
    const running = await startWithStaff();
    const timestamp = String(Math.floor(Date.now() / 1000));
    const send = () =>
      running.command('T1', USER, 'update 1.1.3 60% bando pubblicato', { trigger_id: 't' }, { timestamp });
    expect((await send()).status).toBe(200);
    expect((await send()).status).toBe(409);
    expect(await running.reports()).toHaveLength(1);
  });
});

describe('a press', () => {
  test('twice, one after the other and both at once', async () => {
    const { press, ...running } = await startAsked();
    await press(DONE_ACTION);
    await vi.waitFor(async () => expect(await running.reports()).toHaveLength(1));
    const queued = running.context.messages().length;
    await Promise.all([press(DONE_ACTION), press(DONE_ACTION)]);
    // What was pressed after them was answered: they were worked on before.
    await press(ANSWER_ACTION);
    await vi.waitFor(() => expect(running.slack.called('views.open')).toHaveLength(1));
    expect(await running.reports()).toHaveLength(1);
    expect(running.context.messages()).toHaveLength(queued);
    expect(running.errors()).toEqual([]);
  });
});

describe('a submitted form', () => {
  /** As the person leaves it: `typed` by the `action_id` of the inputs, the rest as it was filled in. */
  const valuesOf = (view: ModalView, typed: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      view.blocks
        .filter((block): block is InputBlock => block.type === 'input')
        .map(({ block_id: blockId = '', element }) => {
          const { type, action_id: actionId = '' } = element;
          const day = 'initial_date' in element ? { selected_date: element.initial_date } : {};
          return [blockId, { [actionId]: { type, value: typed[actionId] ?? null, ...day } }];
        }),
    );

  test('twice, one after the other and both at once', async () => {
    const { press, ...running } = await startAsked();
    await press(ANSWER_ACTION);
    await vi.waitFor(() => expect(running.slack.called('views.open')).toHaveLength(1));
    const view = running.slack.called('views.open')[0]?.args.view as ModalView;
    const values = valuesOf(view, { percent: '60', note: 'bando pubblicato' });
    const submit = () =>
      running.interact('T1', {
        type: 'view_submission',
        user: { id: USER },
        view: { ...view, id: 'V0OPENED', hash: '1', state: { values } },
      });
    expect(await submit()).toEqual({ status: 200, text: '' });
    await Promise.all([submit(), submit()]);
    const reports = await running.reports();
    expect(reports.map(({ percentBps }) => percentBps)).toEqual([6000]);
    expect(running.errors()).toEqual([]);
  });
});
