/** Socket Mode over a real connection: heard once, acknowledged, and taken up again when it breaks. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { personOf } from '../../helpers/context.ts';
import type { FakeSocket } from './fake-socket.ts';
import { startFakeWorkspaces } from './fake-workspaces.ts';
import { closeAll, directMessage, eventBody, startApp } from './running-app.ts';

afterEach(closeAll);

const USER = 'U0DIREZIONE';

async function start() {
  const slack = await startFakeWorkspaces();
  slack.addTeam('T1', { emails: { [USER]: personOf('referente.direzione').email } });
  const running = await startApp({ botToken: 'xoxb-T1', socketMode: true, slack });
  return { ...running, socket: () => last(slack.sockets) };
}

function last(sockets: readonly FakeSocket[]): FakeSocket {
  const socket = sockets.at(-1);
  if (!socket) throw new Error('no connection');
  return socket;
}

const acknowledged = async (socket: FakeSocket, envelope: string) => {
  await vi.waitFor(() => expect(socket.received.map((each) => each.envelope_id)).toContain(envelope), {
    timeout: 5000,
  });
  return socket.received.filter((each) => each.envelope_id === envelope);
};

const message = (envelope: string, text: string, eventId = 'Ev1', more: object = {}) => ({
  type: 'events_api',
  envelope_id: envelope,
  accepts_response_payload: false,
  payload: eventBody('T1', directMessage(USER, text), eventId),
  ...more,
});

const command = (envelope: string, text: string) => ({
  type: 'slash_commands',
  envelope_id: envelope,
  accepts_response_payload: true,
  payload: {
    command: '/arti',
    text,
    user_id: USER,
    team_id: 'T1',
    channel_id: `D${USER}`,
    trigger_id: `trigger of ${text}`,
  },
});

describe('heard', () => {
  test('a command is answered in its acknowledgement', async () => {
    const { socket } = await start();
    socket().send(command('e1', 'status 1.4'));
    const [answer] = await acknowledged(socket(), 'e1');
    expect(JSON.stringify(answer?.payload)).toContain('1.4');
  });

  test('an event is acknowledged once what it says was recorded', async () => {
    const { socket, slack, reports } = await start();
    const release = slack.hold('users.info');
    socket().send(message('e1', '1.1.3 60% bando pubblicato'));
    await vi.waitFor(() => expect(slack.called('users.info')).toHaveLength(1));
    expect(socket().received).toEqual([]);
    release();
    await acknowledged(socket(), 'e1');
    expect(await reports()).toHaveLength(1);
  });

  test('the same envelope again is acknowledged, and has no second effect', async () => {
    const { socket, reports } = await start();
    socket().send(command('e1', 'update 1.1.3 60% bando pubblicato'));
    await acknowledged(socket(), 'e1');
    socket().send(command('e1', 'update 1.1.3 70% bando pubblicato'));
    await vi.waitFor(async () => expect(await acknowledged(socket(), 'e1')).toHaveLength(2));
    expect(await reports()).toHaveLength(1);
  });

  test('an event that could not be recorded in time is not acknowledged; the same envelope again is heard', async () => {
    const { socket, slack, reports, logged } = await start();
    const release = slack.hold('users.info');
    socket().send(message('e1', '1.1.3 60% bando pubblicato'));
    await vi.waitFor(() => expect(slack.called('users.info')).toHaveLength(1));
    // As long as Slack itself waits.
    await pause(3000);
    release();
    await vi.waitFor(async () => expect(await reports()).toHaveLength(1));
    expect(socket().received.map((each) => each.envelope_id)).not.toContain('e1');
    socket().send(message('e1', '1.1.3 60% bando pubblicato'));
    await acknowledged(socket(), 'e1');
    expect(await reports()).toHaveLength(1);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('the same event in another envelope, as Slack tries again: recorded once', async () => {
    const { socket, reports } = await start();
    socket().send(message('e1', '1.1.3 60% bando pubblicato'));
    await acknowledged(socket(), 'e1');
    socket().send(
      message('e2', '1.1.3 60% bando pubblicato', 'Ev1', { retry_attempt: 1, retry_reason: 'timeout' }),
    );
    await acknowledged(socket(), 'e2');
    expect(await reports()).toHaveLength(1);
  });

  test.each(['null', '{"type":"events_api","envelope_id":"e0","payload":null}', 'no JSON', '[]'])(
    '%s is left alone, and the next one is heard',
    async (text) => {
      const { socket } = await start();
      socket().sendText(text);
      socket().send(command('e1', 'help'));
      await acknowledged(socket(), 'e1');
    },
  );
});

describe('the connection', () => {
  test.each([
    {
      why: 'Slack renews it',
      end: (socket: FakeSocket) => socket.send({ type: 'disconnect', reason: 'refresh_requested' }),
    },
    { why: 'Slack closes it', end: (socket: FakeSocket) => socket.close() },
    { why: 'the network cuts it', end: (socket: FakeSocket) => socket.cut() },
  ])('$why: taken up again', async ({ end }) => {
    const { slack, socket, app } = await start();
    end(socket());
    await vi.waitFor(() => expect(slack.sockets).toHaveLength(2), { timeout: 5000 });
    socket().send(command('e1', 'help'));
    await acknowledged(socket(), 'e1');
    expect((await app.status()).problem).toBeNull();
  });

  test('Slack gives no new one at first: tried again, and not ready meanwhile for long', async () => {
    const { slack, socket, app, context, logged } = await start();
    slack.refuseSockets(true);
    socket().cut();
    await vi.waitFor(() => expect(slack.called('apps.connections.open')).toHaveLength(2), { timeout: 5000 });
    expect((await app.status()).problem).toBeNull();
    for (let second = 0; second < 5; second++) context.realNow();
    expect((await app.status()).problem).toBe('Socket Mode: disconnected');
    slack.refuseSockets(false);
    await vi.waitFor(() => expect(slack.sockets).toHaveLength(2), { timeout: 5000 });
    await vi.waitFor(async () => expect((await app.status()).problem).toBeNull());
    expect(logged.filter(({ level }) => level === 'warn').length).toBeGreaterThan(0);
  });

  test('stopped: closed, and not taken up again', async () => {
    const { slack, socket, app } = await start();
    const first = socket();
    await app.stop();
    await vi.waitFor(() => expect(first.isOpen()).toBe(false));
    expect(slack.sockets).toHaveLength(1);
    expect(slack.called('apps.connections.open')).toHaveLength(1);
  });

  test('an app token that Slack does not take is told at the start', async () => {
    const slack = await startFakeWorkspaces();
    slack.addTeam('T1');
    slack.refuseSockets(true);
    await expect(startApp({ botToken: 'xoxb-T1', socketMode: true, slack })).rejects.toThrow(
      'internal_error',
    );
    await slack.close();
  });
});

test('by HTTP nothing comes in', async () => {
  const { url } = await start();
  expect((await fetch(`${url}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(404);
});
