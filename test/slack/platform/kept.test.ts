/** Acknowledged before it is done, and done all the same: whatever becomes of the process, the database, the disk. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { slackIt } from '../../../src/messages/slack-it.ts';
import { StoreBusy, StoreFailed } from '../../../src/services/context.ts';
import { CHART_ACTION } from '../../../src/slack/blocks/chart-button.ts';
import { DONE_ACTION } from '../../../src/slack/blocks/check-in-controls.ts';
import { openReceived, type Received } from '../../../src/store/received.ts';
import { openTestContext, personOf, type TestContext } from '../../helpers/context.ts';
import { temporaryFile } from '../../store/support.ts';
import { startAsked, startWithStaff, USER } from './asked.ts';
import { startFakeWorkspaces } from './fake-workspaces.ts';
import { closeAll, directMessage, eventBody, startApp } from './running-app.ts';

afterEach(closeAll);

const SAID = directMessage(USER, '1.1.3 60%');
const SOON = { timeout: 8000 };

function openJournal(file = temporaryFile()): Received {
  const received = openReceived(file);
  onTestFinished(() => received.close());
  return received;
}

/** A context of which each commit does first what `before` does with its number, from 1. */
async function committing(before: (commit: number) => Promise<void>): Promise<TestContext> {
  const context = await openTestContext();
  let commits = 0;
  const { commit } = context.store;
  return Object.assign(context, {
    store: {
      ...context.store,
      commit: async (given: Parameters<typeof commit>[0]) => {
        commits += 1;
        await before(commits);
        return commit(given);
      },
    },
  });
}

describe('while the work goes on, Slack has its answer and the envelope is kept:', () => {
  test('a message', async () => {
    const received = openJournal();
    const { slack, ...running } = await startWithStaff({ received });
    const release = slack.hold('users.info');
    expect((await running.event('T1', SAID)).status).toBe(200);
    expect(await running.reports()).toEqual([]);
    expect(received.count()).toBe(1);
    release();
    await vi.waitFor(() => expect(received.count()).toBe(0), SOON);
    expect(await running.reports()).toHaveLength(1);
    expect(running.errors()).toEqual([]);
  });

  test('a command, answered at its address', async () => {
    const received = openJournal();
    const { slack, ...running } = await startWithStaff({ received });
    const release = slack.hold('users.info');
    expect(await running.command('T1', USER, 'update 1.1.3 60%')).toEqual({ status: 200, text: '' });
    expect(received.count()).toBe(1);
    release();
    await vi.waitFor(() => expect(received.count()).toBe(0), SOON);
    expect(slack.responses).toHaveLength(1);
    expect(await running.reports()).toHaveLength(1);
  });

  test('a press', async () => {
    const received = openJournal();
    const { slack, press, ...running } = await startAsked({ received });
    const release = slack.hold('users.info');
    expect(await press(DONE_ACTION)).toEqual({ status: 200, text: '' });
    expect(received.count()).toBe(1);
    release();
    await vi.waitFor(() => expect(received.count()).toBe(0), SOON);
    expect(await running.reports()).toHaveLength(1);
  });

  test('a message over Socket Mode', async () => {
    const received = openJournal();
    const { slack, ...running } = await startWithStaff({ received, socketMode: true });
    const release = slack.hold('users.info');
    const [socket] = slack.sockets;
    socket?.send({
      type: 'events_api',
      envelope_id: 'e1',
      accepts_response_payload: false,
      payload: eventBody('T1', SAID, 'Ev1'),
    });
    await vi.waitFor(() => expect(socket?.received.map((each) => each.envelope_id)).toContain('e1'), SOON);
    expect(await running.reports()).toEqual([]);
    expect(received.count()).toBe(1);
    release();
    await vi.waitFor(() => expect(received.count()).toBe(0), SOON);
    expect(await running.reports()).toHaveLength(1);
  });
});

describe('what would be posted twice if it were done once more is acknowledged, but not kept:', () => {
  test('a command that asks for a chart', async () => {
    const received = openJournal();
    const { slack, ...running } = await startWithStaff({ received });
    const release = slack.hold('users.info');
    expect(await running.command('T1', USER, 'grafico 1.1')).toEqual({ status: 200, text: '' });
    expect(received.count()).toBe(0);
    release();
    await vi.waitFor(() => expect(slack.responses).toHaveLength(1), SOON);
  });

  test('the button of a chart', async () => {
    const received = openJournal();
    const { slack, press } = await startAsked({ received });
    const release = slack.hold('users.info');
    expect(await press(CHART_ACTION)).toEqual({ status: 200, text: '' });
    expect(received.count()).toBe(0);
    release();
  });
});

test('what a process left behind is done by the next one, and once', async () => {
  const file = temporaryFile();
  const received = openJournal(file);
  const context = await openTestContext();
  const { slack, ...running } = await startWithStaff({ received, context });
  const release = slack.hold('users.info');
  expect((await running.event('T1', SAID)).status).toBe(200);
  // As if it had been gone for as long as its lease.
  received.postpone(1, 0);
  const other = await startFakeWorkspaces();
  onTestFinished(() => other.close());
  other.addTeam('T1', { emails: { [USER]: personOf('referente.direzione').email } });
  await startApp({ botToken: 'xoxb-T1', slack: other, context, received: openJournal(file) });
  await vi.waitFor(() => expect(received.count()).toBe(0), SOON);
  expect(await running.reports()).toHaveLength(1);
  release();
  await vi.waitFor(() => expect(slack.called('users.info')).not.toHaveLength(0));
  await pause(200);
  expect(await running.reports()).toHaveLength(1);
  expect(context.messages()).toHaveLength(1);
});

test.each([
  { what: 'the database stays busy', error: () => new StoreBusy(2500) },
  { what: 'the disk takes nothing', error: () => new StoreFailed('SQLITE_FULL', null) },
])('where $what after Slack was told, we try again ourselves', async ({ error }) => {
  const received = openJournal();
  const context = await committing(async (commit) => {
    if (commit > 1) return;
    await pause(500);
    throw error();
  });
  const { slack, ...running } = await startWithStaff({ received, context });
  expect((await running.event('T1', SAID)).status).toBe(200);
  await vi.waitFor(async () => expect(await running.reports()).toHaveLength(1), SOON);
  await vi.waitFor(() => expect(received.count()).toBe(0), SOON);
  // Nobody was told of a failure that passed.
  expect(slack.called('chat.postMessage')).toEqual([]);
});

describe('where it cannot be kept', () => {
  const broken: Received = {
    ...({} as Received),
    keep: async () => {
      throw new Error('no room');
    },
    claim: () => undefined,
  };

  test('an event is not acknowledged until it is done', async () => {
    const { slack, ...running } = await startWithStaff({ received: broken });
    const release = slack.hold('users.info');
    expect((await running.event('T1', SAID)).status).toBe(503);
    release();
  });
});

describe('while the disk takes nothing', () => {
  const failing = () =>
    committing(async () => {
      throw new StoreFailed('SQLITE_FULL', null);
    });

  test('a message is to be sent again, and whoever wrote it is told once', async () => {
    const { slack, ...running } = await startWithStaff({ received: openJournal(), context: await failing() });
    for (const number of ['', '1', '2']) {
      const headers: Record<string, string> = number === '' ? {} : { 'x-slack-retry-num': number };
      expect((await running.event('T1', SAID, { eventId: 'Ev1', headers })).status).toBe(503);
    }
    await vi.waitFor(() => expect(slack.called('chat.postMessage')).toHaveLength(1), SOON);
    expect(JSON.stringify(slack.called('chat.postMessage'))).toContain(slackIt.notStoredYet);
    expect(running.errors()).toEqual([]);
  });

  test('who gives a command is told, and who only asks is answered', async () => {
    const running = await startWithStaff({ context: await failing() });
    const told = await running.command('T1', USER, 'update 1.1.3 60%');
    expect(JSON.parse(told.text).text).toContain(slackIt.notStored);
    expect((await running.command('T1', USER, 'status 1.4')).text).toContain('1.4');
  });
});
