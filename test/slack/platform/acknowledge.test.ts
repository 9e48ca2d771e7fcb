/** The acknowledgement comes before the work: while a slow part is held, Slack has its answer. No clock is asked. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ANSWER_ACTION } from '../../../src/slack/blocks/check-in-controls.ts';
import { startAsked, USER } from './asked.ts';
import { closeAll } from './running-app.ts';

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
