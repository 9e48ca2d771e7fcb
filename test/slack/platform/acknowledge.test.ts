/** The acknowledgement comes before the work: while a slow part is held, Slack has its answer. No clock is asked. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ANSWER_ACTION } from '../../../src/slack/blocks/check-in-controls.ts';
import { startAsked, startWithStaff, USER } from './asked.ts';
import { closeAll, directMessage } from './running-app.ts';

afterEach(closeAll);

describe('while who asks is still being looked up', () => {
  test('a command is acknowledged, and answered later at its response_url', async () => {
    const { command, slack } = await startAsked();
    const release = slack.hold('users.info');
    expect(await command('T1', USER, 'status 1.4')).toEqual({ status: 200, text: '' });
    expect(slack.called('users.info')).toHaveLength(1);
    expect(slack.responses).toEqual([]);
    release();
    await vi.waitFor(() => expect(slack.responses).toHaveLength(1), { timeout: 5000 });
    expect(JSON.stringify(slack.responses[0])).toContain('1.4');
  });

  test('a command whose response_url is not Slack’s is acknowledged, and its answer told to nobody', async () => {
    const { command, slack, errors, logged } = await startAsked();
    const release = slack.hold('users.info');
    await command('T1', USER, 'status 1.4', { response_url: 'https://example.org/steal' });
    release();
    await vi.waitFor(() => expect(errors()).toHaveLength(1), { timeout: 5000 });
    expect(logged.map(({ message }) => message)).toContain('an answer to a response_url was refused');
    expect(slack.responses).toEqual([]);
  });

  test('a press is acknowledged', async () => {
    const { press, slack } = await startAsked();
    const release = slack.hold('users.info');
    expect(await press(ANSWER_ACTION)).toEqual({ status: 200, text: '' });
    expect(slack.called('views.open')).toEqual([]);
    release();
    await vi.waitFor(() => expect(slack.called('views.open')).toHaveLength(1), { timeout: 5000 });
  });

  test('the trigger of a press is used for a form that says it is loading, which is replaced', async () => {
    const { press, slack } = await startAsked();
    const release = slack.hold('users.info');
    await press(ANSWER_ACTION);
    await vi.waitFor(() => expect(slack.called('views.open')).toHaveLength(1), { timeout: 5000 });
    expect(slack.called('views.open')[0]?.args.trigger_id).toBe('trigger-press-1');
    expect(slack.called('views.update')).toEqual([]);
    release();
    await vi.waitFor(() => expect(slack.called('views.update')).toHaveLength(1), { timeout: 5000 });
    expect(JSON.stringify(slack.called('views.update')[0]?.args)).toContain('1.1.3');
  });
});

describe('an event', () => {
  const TS = String(Date.now() / 1000);

  test.each([
    {
      why: 'the home tab',
      event: { type: 'app_home_opened', user: USER, tab: 'home', channel: `D${USER}` },
      waits: 'views.publish',
      shown: 'views.publish',
    },
    {
      why: 'a link to the dashboard',
      event: {
        type: 'link_shared',
        user: USER,
        channel: 'C1',
        message_ts: TS,
        is_bot_user_member: true,
        links: [{ url: 'https://arti.example/phases/1.1.3' }],
      },
      waits: 'users.info',
      shown: 'chat.unfurl',
    },
  ])('of $why is acknowledged while Slack is still being asked', async ({ event, waits, shown }) => {
    const { slack, ...running } = await startWithStaff();
    const release = slack.hold(waits);
    expect((await running.event('T1', event)).status).toBe(200);
    await vi.waitFor(() => expect(slack.called(waits)).toHaveLength(1), { timeout: 5000 });
    release();
    await vi.waitFor(() => expect(slack.called(shown)).toHaveLength(1), { timeout: 5000 });
    expect(running.errors()).toEqual([]);
  });

  test('of a message that could not be recorded in time is to be sent again, and recorded once', async () => {
    const { slack, ...running } = await startWithStaff();
    const release = slack.hold('users.info');
    const said = directMessage(USER, '1.1.3 60%');
    expect((await running.event('T1', said, { eventId: 'Ev1' })).status).toBe(503);
    expect(await running.reports()).toEqual([]);
    release();
    const headers = { 'x-slack-retry-num': '1' };
    expect((await running.event('T1', said, { eventId: 'Ev1', headers })).status).toBe(200);
    expect(await running.reports()).toHaveLength(1);
    expect(running.context.messages()).toHaveLength(1);
    expect(running.errors()).toEqual([]);
  });

  test('of a message in a channel shared with another organisation gets no card; elsewhere it gets one', async () => {
    const { context, ...running } = await startWithStaff();
    const ts = context.realNow().getTime() / 1000;
    const said = (text: string, more: object) =>
      running.event(
        'T1',
        {
          type: 'message',
          channel_type: 'channel',
          channel: 'C1',
          user: USER,
          text,
          ts: `${ts}.000100`,
          team: 'T1',
        },
        {},
        more,
      );
    await said('vedi 1.1.3', { is_ext_shared_channel: true });
    await said('vedi 1.1.2', {});
    await vi.waitFor(() => expect(context.messages()).toHaveLength(1));
    expect(context.messages()[0]?.notice).toEqual({ kind: 'ITEM_CARD', item: '1.1.2' });
  });
});
