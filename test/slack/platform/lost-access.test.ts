/** The token was revoked, or the app removed: nothing is sent, what waits is kept, the operator is told, once. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { slackMessages } from '../../../src/messages/slack.ts';
import {
  listHeldWorkspaces,
  restoreInstallation,
  revokeInstallation,
} from '../../../src/services/installations.ts';
import { sendSummaries } from '../../../src/services/send-summaries.ts';
import { RECHECK_MS } from '../../../src/slack/workspaces/workspaces.ts';
import { openTestContext, PLANNING_OFFICE, personOf } from '../../helpers/context.ts';
import { decision } from '../../store/support.ts';
import { type FakeWorkspaces, startFakeWorkspaces } from './fake-workspaces.ts';
import { installed } from './installations.ts';
import { closeAll, directMessage, type RunningApp, startApp } from './running-app.ts';

afterEach(closeAll);
afterEach(() => vi.useRealTimers());

const t = slackMessages('it');

const CHANNELS = {
  direzione: 'C0DIREZIONE',
  lavoro: 'C0LAVORO',
  osru: 'C0OSRU',
  dirigenti: 'C0DIRIGENTI',
  generale: 'C0GENERALE',
};

/** What a test of both ways starts with: messages wait for the channels of the directory. */
const ways = [
  { way: 'a bot token', oauth: false },
  { way: 'an installation by OAuth', oauth: true },
] as const;

async function start({ oauth }: { readonly oauth: boolean }) {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const slack = await startFakeWorkspaces();
  const team = slack.addTeam('T1', {
    channels: CHANNELS,
    emails: { U0OFFICE: personOf('programmazione').email },
  });
  const context = await openTestContext();
  if (oauth) await installed(context, 'T1', 'xoxb-T1');
  const running = await startApp({ botToken: oauth ? null : 'xoxb-T1', slack, context });
  await sendSummaries(context, PLANNING_OFFICE, null);
  expect(waiting(running)).toBeGreaterThan(2);
  return {
    ...running,
    team,
    restart: () => startApp({ botToken: oauth ? null : 'xoxb-T1', slack, context }),
  };
}

/** Waits to be sent, or for the access to return. */
const kept = ({ context }: Pick<RunningApp, 'context'>) =>
  context.messages().filter(({ state }) => state === 'PENDING' || state === 'DEAD').length;

const waiting = ({ context }: Pick<RunningApp, 'context'>) =>
  context.messages().filter(({ state }) => state === 'PENDING').length;

const removed = { type: 'app_uninstalled' };
const revoked = (tokens: object) => ({ type: 'tokens_revoked', tokens });

/** The time of day goes on by as much, so that what was put off is due. */
function letPass(context: RunningApp['context'], seconds: number): void {
  for (let second = 0; second < seconds; second++) context.realNow();
}

describe.each(ways)('$way', ({ oauth }) => {
  test.each(['token_revoked', 'account_inactive', 'invalid_auth', 'token_expired'])(
    'Slack answers %s: not one call more, and every message stays',
    async (error) => {
      const running = await start({ oauth });
      const before = waiting(running);
      running.slack.fail('conversations.list', error);
      running.slack.fail('chat.postMessage', error);
      await running.deliver();
      const calls = running.slack.calls.length;
      for (let round = 0; round < 5; round++) {
        letPass(running.context, 120);
        await running.deliver();
      }
      expect(running.slack.calls).toHaveLength(calls);
      expect(kept(running)).toBe(before);
      // Those that met the refusal are on the list that people read; what was never tried is not.
      const listed = await running.context.store.listUnsettledMessages(100);
      expect(listed.length).toBeGreaterThan(0);
      expect(new Set(listed.map((each) => `${each.state} ${each.error}`))).toEqual(
        new Set([`DEAD ${error}`]),
      );
      expect(running.errors()).toHaveLength(1);
      expect(running.errors()[0]?.fields).toMatchObject({ team: 'T1', because: error });
      expect(await running.app.status()).toEqual({
        problem: error,
        held: [{ team: 'T1', because: error }],
      });
      expect(await listHeldWorkspaces(running.context)).toMatchObject([{ team: 'T1', because: error }]);
    },
  );

  test.each([
    { why: 'the app was removed', event: removed, because: 'app_uninstalled' },
    { why: 'the bot’s token was revoked', event: revoked({ bot: ['U0BOTT1'] }), because: 'tokens_revoked' },
  ])(
    '$why: nothing is sent, and whoever is not known yet is told in the answer itself',
    async ({ event, because }) => {
      const running = await start({ oauth });
      const before = waiting(running);
      const calls = running.slack.calls.length;
      expect((await running.event('T1', event)).status).toBe(200);
      await running.deliver();
      const { status, text } = await running.command('T1', 'U0OFFICE', 'help');
      expect({ status, text: JSON.parse(text).text }).toEqual({ status: 200, text: t.workspaceHeld });
      expect(running.slack.calls).toHaveLength(calls);
      expect(waiting(running)).toBe(before);
      expect((await running.app.status()).problem).toBe(because);
    },
  );

  test('what somebody known says is recorded and answered later; a command is answered at once', async () => {
    const running = await start({ oauth });
    await running.context.store.linkSlack('PERSON', 'T1', 'programmazione', 'U0OFFICE');
    await running.event('T1', removed);
    const calls = running.slack.calls.length;
    const before = waiting(running);
    expect((await running.event('T1', directMessage('U0OFFICE', '1.1.3 60%'))).status).toBe(200);
    expect(await running.reports()).toMatchObject([{ phase: '1.1.3', percentBps: 6_000 }]);
    expect((await running.command('T1', 'U0OFFICE', 'update 1.1.2 40%')).text).toContain('1.1.2');
    expect(await running.reports()).toHaveLength(2);
    await running.deliver();
    expect(running.slack.calls).toHaveLength(calls);
    expect(waiting(running)).toBeGreaterThan(before);
    expect(running.errors()).toHaveLength(1);
  });

  test('a message of somebody not known yet: Slack is told to send it again, and then it is recorded', async () => {
    const running = await start({ oauth });
    running.slack.fail('users.info', 'account_inactive');
    const said = directMessage('U0OFFICE', '1.1.3 60%');
    expect((await running.event('T1', said, { eventId: 'Ev1' })).status).toBe(503);
    expect((await running.app.status()).problem).toBe('account_inactive');
    running.slack.fail('users.info', null);
    await vi.advanceTimersByTimeAsync(RECHECK_MS);
    await vi.waitFor(async () => expect((await running.app.status()).problem).toBeNull());
    const headers = { 'x-slack-retry-num': '1' };
    expect((await running.event('T1', said, { eventId: 'Ev1', headers })).status).toBe(200);
    expect(await running.reports()).toHaveLength(1);
  });

  test('in the middle of a delivery: its next call is not made', async () => {
    const running = await start({ oauth });
    const release = running.slack.hold('conversations.list');
    const delivering = running.deliver();
    await vi.waitFor(() => expect(running.slack.called('conversations.list').length).toBeGreaterThan(0));
    await running.event('T1', removed);
    release();
    await delivering;
    expect(running.slack.called('chat.postMessage')).toEqual([]);
    expect((await running.app.status()).problem).toBe('app_uninstalled');
  });

  test('both events of one removal, each delivered again: told once', async () => {
    const running = await start({ oauth });
    for (const retry of ['1', '2']) {
      const headers = { 'x-slack-retry-num': retry };
      await running.event('T1', removed, { headers });
      await running.event('T1', revoked({ bot: ['U0BOTT1'] }), { headers });
    }
    expect(running.errors()).toHaveLength(1);
  });

  test('a person’s token was revoked: no matter of ours', async () => {
    const running = await start({ oauth });
    await running.event('T1', revoked({ oauth: ['U0OFFICE'] }));
    expect(await running.app.status()).toEqual({ problem: null, held: [] });
    await running.deliver();
    expect(running.slack.called('chat.postMessage').length).toBeGreaterThan(0);
  });

  test('Slack takes the token again: what waited is sent, each once, and nothing is looked for', async () => {
    const running = await start({ oauth });
    const before = waiting(running);
    running.slack.fail('conversations.list', 'invalid_auth');
    running.slack.fail('auth.test', 'invalid_auth');
    for (let round = 0; round < 4; round++) {
      await running.deliver();
      letPass(running.context, 120);
    }
    await vi.advanceTimersByTimeAsync(RECHECK_MS);
    await vi.waitFor(() => expect(running.slack.called('auth.test').length).toBeGreaterThan(oauth ? 0 : 1));
    expect((await running.app.status()).problem).toBe('invalid_auth');
    running.slack.fail('auth.test', null);
    running.slack.fail('conversations.list', null);
    const wakes = running.context.wakes();
    await vi.advanceTimersByTimeAsync(RECHECK_MS);
    await vi.waitFor(async () => expect((await running.app.status()).problem).toBeNull());
    await vi.waitFor(() => expect(running.context.wakes()).toBeGreaterThan(wakes));
    letPass(running.context, 120);
    while ((await running.deliver()) > 0);
    expect(waiting(running)).toBe(0);
    expect(running.slack.called('chat.postMessage')).toHaveLength(before);
    expect(running.slack.called('conversations.history')).toEqual([]);
    expect(await listHeldWorkspaces(running.context)).toEqual([]);
  });
});

/** Two messages to the planning office, one after the other, and nothing else that could meet the refusal first. */
async function leaveTwo({ context, deliver }: Pick<RunningApp, 'context' | 'deliver'>) {
  while ((await deliver()) > 0);
  for (const key of ['first', 'second']) {
    const destination = { kind: 'PERSON', person: 'programmazione' } as const;
    const notice = { kind: 'KEPT_AFTER_DELETION', items: [] } as const;
    await context.store.commit(decision(context.planId, { outbox: () => [{ key, destination, notice }] }));
  }
}

const stateOf = ({ context }: Pick<RunningApp, 'context'>, key: string) =>
  context.messages().find((each) => each.key === key)?.state;

describe.each(ways)('$way: a message that met the refusal', ({ oauth }) => {
  test('holds back what follows it, and both are sent in their order when the access returns', async () => {
    const running = await start({ oauth });
    await leaveTwo(running);
    running.slack.fail('chat.postMessage', 'invalid_auth');
    running.slack.fail('auth.test', 'invalid_auth');
    await running.deliver();
    expect(stateOf(running, 'first')).toBe('DEAD');
    letPass(running.context, 120);
    await running.deliver();
    expect(stateOf(running, 'second')).toBe('PENDING');
    running.slack.fail('auth.test', null);
    running.slack.fail('chat.postMessage', null);
    await vi.advanceTimersByTimeAsync(RECHECK_MS);
    await vi.waitFor(() => expect(stateOf(running, 'first')).toBe('PENDING'));
    letPass(running.context, 120);
    const before = running.slack.called('chat.postMessage').length;
    while ((await running.deliver()) > 0);
    const keys = running.slack
      .called('chat.postMessage')
      .slice(before)
      .map(({ args }) => (args.metadata as { event_payload: { key: string } }).event_payload.key);
    expect(keys.filter((key) => key === 'first' || key === 'second')).toEqual(['first', 'second']);
    expect(await running.context.store.countOutbox()).toEqual({ pending: 0, dead: 0, doubtful: 0 });
  });

  test('while the access returns after a restart', async () => {
    const running = await start({ oauth });
    await leaveTwo(running);
    running.slack.fail('chat.postMessage', 'invalid_auth');
    await running.deliver();
    expect(stateOf(running, 'first')).toBe('DEAD');
    running.slack.fail('chat.postMessage', null);
    if (oauth) await installed(running.context, 'T1', 'xoxb-T1', running.context.realNow().toISOString());
    await running.restart();
    expect(stateOf(running, 'first')).toBe('PENDING');
  });
});

describe('installed again', () => {
  const reinstall = async ({ context, slack }: { context: RunningApp['context']; slack: FakeWorkspaces }) => {
    slack.addTeam('T1', { tokens: ['xoxb-new'], channels: CHANNELS });
    await installed(context, 'T1', 'xoxb-new', context.realNow().toISOString());
  };

  test('what waited is sent with the new token, without a restart', async () => {
    const running = await start({ oauth: true });
    const before = waiting(running);
    await running.event('T1', removed);
    await running.deliver();
    await reinstall(running);
    letPass(running.context, 120);
    while ((await running.deliver()) > 0);
    expect(waiting(running)).toBe(0);
    expect(running.slack.called('chat.postMessage')).toHaveLength(before);
    expect(await running.app.status()).toEqual({ problem: null, held: [] });
  });

  test('a late event of the removal before it changes nothing', async () => {
    const running = await start({ oauth: true });
    await reinstall(running);
    const { installedAt } = (await running.context.store.findInstallation('T1')) ?? { installedAt: '' };
    const seconds = Math.floor(Date.parse(installedAt) / 1000);
    await running.event('T1', removed, {}, { event_time: seconds - 2 });
    expect((await running.app.status()).problem).toBeNull();
    await running.event('T1', removed, {}, { event_time: seconds });
    expect((await running.app.status()).problem).toBe('app_uninstalled');
  });

  test('an answer of Slack’s to the old token does not revoke the new one', async () => {
    const running = await start({ oauth: true });
    const release = running.slack.hold('conversations.list');
    const delivering = running.deliver();
    await vi.waitFor(() => expect(running.slack.called('conversations.list').length).toBeGreaterThan(0));
    await reinstall(running);
    running.slack.fail('conversations.list', 'token_revoked');
    release();
    await delivering;
    running.slack.fail('conversations.list', null);
    expect((await running.app.status()).problem).toBeNull();
  });

  test('between the word of Slack’s and its being noted: the new one is neither revoked nor replaced', async () => {
    const running = await start({ oauth: true });
    const { context } = running;
    const before = await context.store.findInstallation('T1');
    if (!before) throw new Error('not installed');
    await reinstall(running);
    const now = await context.store.findInstallation('T1');
    expect(await revokeInstallation(context, before, 'token_revoked')).toBe(false);
    await restoreInstallation(context, before);
    expect(await context.store.findInstallation('T1')).toEqual(now);
  });

  test('a removed app’s token is not tried again', async () => {
    const running = await start({ oauth: true });
    await running.event('T1', removed);
    const calls = running.slack.calls.length;
    await vi.advanceTimersByTimeAsync(RECHECK_MS * 3);
    expect(running.slack.calls).toHaveLength(calls);
  });

  test('held over a restart', async () => {
    const running = await start({ oauth: true });
    await running.event('T1', removed);
    const calls = running.slack.calls.length;
    const again = await running.restart();
    await again.deliver();
    expect(running.slack.calls).toHaveLength(calls);
    expect((await again.app.status()).problem).toBe('app_uninstalled');
  });
});
