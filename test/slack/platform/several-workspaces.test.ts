/** One agency, several workspaces: each message goes where its receiver is known, each request is of its own. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Directory, Person } from '../../../src/domain/directory.ts';
import type { Destination } from '../../../src/domain/notice.ts';
import { openCheckIns } from '../../../src/services/open-check-ins.ts';
import type { ClaimedMessage } from '../../../src/services/outbox.ts';
import { openTestContext, PLANNING_OFFICE, personOf } from '../../helpers/context.ts';
import { DIREZIONE } from '../../helpers/figures.ts';
import { startFakeWorkspaces } from './fake-workspaces.ts';
import { installed } from './installations.ts';
import { closeAll, directMessage, startApp } from './running-app.ts';

afterEach(closeAll);

const person = (key: string): Person => ({
  key,
  name: key,
  title: '',
  email: `${key}@example.org`,
  role: 'STAFF',
  structures: [DIREZIONE],
  place: null,
});

const directory: Directory = {
  people: ['ada', 'bruno', 'carla', 'nessuno'].map(person),
  channels: ['uno', 'due', 'mai'].map((name) => ({
    name,
    topic: '',
    structure: DIREZIONE,
    purpose: 'STRUCTURE',
  })),
};

/** T2 was installed first; Ada is in both, Bruno in T1, Carla in T2. */
async function start() {
  const slack = await startFakeWorkspaces();
  slack.addTeam('T1', {
    emails: { U1ADA: 'ada@example.org', U1BRUNO: 'bruno@example.org' },
    channels: { uno: 'C1UNO', due: 'C1DUE' },
  });
  slack.addTeam('T2', {
    emails: { U2ADA: 'ada@example.org', U2CARLA: 'carla@example.org' },
    channels: { due: 'C2DUE' },
  });
  const context = await openTestContext({ directory });
  await installed(context, 'T1', 'xoxb-T1', '2020-09-02T08:00:00.000Z');
  await installed(context, 'T2', 'xoxb-T2', '2020-09-01T08:00:00.000Z');
  return startApp({ botToken: null, slack, context });
}

const claimed = (destination: Destination, parts: Partial<ClaimedMessage> = {}): ClaimedMessage => ({
  id: 1,
  key: 'refused-1',
  attempt: 1,
  firstTriedAt: null,
  destination,
  notice: {
    kind: 'REFUSED',
    lines: [{ line: '1.1.3', refusal: { code: 'NOTHING_SAID', item: '1.1.3' } }],
  },
  ...parts,
});

const to = (key: string): Destination => ({ kind: 'PERSON', person: key });
const into = (name: string): Destination => ({ kind: 'CHANNEL', name });

describe('a message goes', () => {
  test.each<{ why: string; destination: Destination; team: string; channel: string }>([
    { why: 'to a person of the one', destination: to('bruno'), team: 'T1', channel: 'DU1BRUNO' },
    { why: 'to a person of the other', destination: to('carla'), team: 'T2', channel: 'DU2CARLA' },
    {
      why: 'to a person of both, where it was installed first',
      destination: to('ada'),
      team: 'T2',
      channel: 'DU2ADA',
    },
    { why: 'to a channel of the one', destination: into('uno'), team: 'T1', channel: 'C1UNO' },
    {
      why: 'to a channel of both, where it was installed first',
      destination: into('due'),
      team: 'T2',
      channel: 'C2DUE',
    },
    {
      why: 'into a conversation, by its workspace',
      destination: { kind: 'CONVERSATION', channel: 'C9', threadTs: null, team: 'T1' },
      team: 'T1',
      channel: 'C9',
    },
    {
      why: 'into a conversation of the time of one workspace',
      destination: { kind: 'CONVERSATION', channel: 'C9', threadTs: null },
      team: 'T2',
      channel: 'C9',
    },
  ])('$why', async ({ destination, team, channel }) => {
    const { app, slack } = await start();
    expect(await app.deliver(claimed(destination))).toMatchObject({ outcome: 'SENT', team, channel });
    expect(slack.called('chat.postMessage').map((call) => call.team)).toEqual([team]);
  });

  test('where the person is known by an earlier link, and nobody is asked', async () => {
    const { app, slack, context } = await start();
    await context.store.linkSlack('PERSON', 'T1', 'ada', 'U1ADA');
    expect(await app.deliver(claimed(to('ada')))).toMatchObject({ outcome: 'SENT', team: 'T1' });
    expect(slack.called('users.lookupByEmail')).toEqual([]);
  });

  test('to whom no workspace knows: never', async () => {
    const { app } = await start();
    expect(await app.deliver(claimed(to('nessuno')))).toMatchObject({ outcome: 'DEAD' });
    expect(await app.deliver(claimed(into('mai')))).toMatchObject({ outcome: 'DEAD' });
  });

  test('into a conversation of a workspace that was never installed: never', async () => {
    const { app } = await start();
    const destination = { kind: 'CONVERSATION', channel: 'C9', threadTs: null, team: 'T9' } as const;
    expect(await app.deliver(claimed(destination))).toMatchObject({ outcome: 'DEAD' });
  });
});

test('a message is drawn again in the workspace in which it stands, wherever its receiver is now', async () => {
  const slack = await startFakeWorkspaces();
  const email = personOf('referente.direzione').email;
  slack.addTeam('T1', { emails: { U1: email } });
  slack.addTeam('T2', { emails: { U2: email } });
  const context = await openTestContext();
  await installed(context, 'T1', 'xoxb-T1', '2020-09-02T08:00:00.000Z');
  await installed(context, 'T2', 'xoxb-T2', '2020-09-01T08:00:00.000Z');
  const { deliver, event, logged } = await startApp({ botToken: null, slack, context });
  await openCheckIns(context, PLANNING_OFFICE);
  while ((await deliver()) > 0);
  expect(logged.filter(({ level }) => level === 'warn')).toEqual([]);
  expect(slack.called('chat.postMessage').map(({ team }) => team)).toEqual(['T2']);
  // The account there is somebody else's now.
  await context.store.linkSlack('PERSON', 'T2', 'programmazione', 'U2');
  await event('T1', directMessage('U1', '1.1.3 60% bando pubblicato'));
  while ((await deliver()) > 0);
  expect(slack.called('chat.update').map(({ team }) => team)).toEqual(['T2']);
  expect(slack.called('chat.postMessage', 'T1')).toHaveLength(1);
});

describe('one that may have been sent before', () => {
  const inDoubt = { attempt: 2, firstTriedAt: '2020-09-14T08:00:00.000Z' };
  const inBoth = async () => {
    const running = await start();
    await running.context.store.linkSlack('PERSON', 'T1', 'ada', 'U1ADA');
    await running.context.store.linkSlack('PERSON', 'T2', 'ada', 'U2ADA');
    return running;
  };

  test('is looked for wherever the person is known, and then sent', async () => {
    const { app, slack } = await inBoth();
    expect(await app.deliver(claimed(to('ada'), inDoubt))).toMatchObject({ outcome: 'SENT', team: 'T2' });
    expect(slack.called('conversations.history').map(({ team }) => team)).toEqual(['T2', 'T1']);
  });

  test('waits while one of them can’t be looked at', async () => {
    const { app, slack, event } = await inBoth();
    await event('T2', { type: 'app_uninstalled' });
    expect(await app.deliver(claimed(to('ada'), inDoubt))).toMatchObject({
      outcome: 'RETRY',
      doubtful: true,
    });
    expect(slack.called('chat.postMessage')).toEqual([]);
  });
});

describe('one of them has removed the app', () => {
  const removedFrom = async (team: string) => {
    const running = await start();
    await running.event(team, { type: 'app_uninstalled' });
    return running;
  };

  test('the other goes on: it is ready, and says what is held', async () => {
    const { app } = await removedFrom('T2');
    expect(await app.status()).toEqual({
      problem: null,
      held: [{ team: 'T2', because: 'app_uninstalled' }],
    });
    expect(await app.deliver(claimed(to('bruno')))).toMatchObject({ outcome: 'SENT', team: 'T1' });
  });

  test('who is in both is reached in the other', async () => {
    const { app, context } = await removedFrom('T2');
    await context.store.linkSlack('PERSON', 'T2', 'ada', 'U2ADA');
    await context.store.linkSlack('PERSON', 'T1', 'ada', 'U1ADA');
    expect(await app.deliver(claimed(to('ada')))).toMatchObject({ outcome: 'SENT', team: 'T1' });
  });

  test.each<{ why: string; destination: Destination }>([
    { why: 'who may be there waits', destination: to('carla') },
    { why: 'a channel that may be there waits', destination: into('mai') },
    {
      why: 'an answer there waits',
      destination: { kind: 'CONVERSATION', channel: 'C9', threadTs: null, team: 'T2' },
    },
  ])('$why', async ({ destination }) => {
    const { app, slack } = await removedFrom('T2');
    expect(await app.deliver(claimed(destination, { attempt: 40 }))).toMatchObject({ outcome: 'RETRY' });
    expect(slack.calls.filter(({ team }) => team === 'T2')).toEqual([]);
  });
});

describe('a request', () => {
  test('is answered by the bot of its workspace', async () => {
    const { command, event, slack, deliver } = await start();
    expect((await command('T1', 'U1BRUNO', 'help')).text).toContain('/arti');
    await event('T2', directMessage('U2CARLA', '1.1.3 60%'));
    await deliver();
    expect(slack.called('users.info').map(({ team }) => team)).toEqual(['T1', 'T2']);
    expect(slack.called('chat.postMessage').map(({ team }) => team)).toEqual(['T2']);
  });

  test.each([
    { why: 'the same id in another workspace is somebody else', team: 'T2', user: 'U1BRUNO' },
    { why: 'and the other way round', team: 'T1', user: 'U2CARLA' },
  ])('$why', async ({ team, user }) => {
    const { command } = await start();
    expect((await command(team, user, 'status 1.4')).text).toContain('Non risulta');
  });

  const unknown = 'T9';
  test('of a workspace that never installed it is acknowledged, and nothing more', async () => {
    const { command, event, interact, slack, context } = await start();
    const answers = [
      await command(unknown, 'U1BRUNO', 'status 1.4'),
      await event(unknown, directMessage('U1BRUNO', '1.1.3 60%')),
      await interact(unknown, {
        type: 'block_actions',
        user: { id: 'U1BRUNO' },
        actions: [{ type: 'button', action_id: 'answer', block_id: 'b', value: '{}' }],
      }),
      await interact(unknown, {
        type: 'view_submission',
        user: { id: 'U1BRUNO' },
        view: { id: 'V1', type: 'modal', callback_id: 'report', state: { values: {} } },
      }),
    ];
    expect(answers).toEqual(answers.map(() => ({ status: 200, text: '' })));
    expect(slack.calls).toEqual([]);
    expect(context.messages()).toEqual([]);
  });

  test('of a shared channel is of the workspace that installed the app', async () => {
    const { event, slack, deliver } = await start();
    const more = { authorizations: [{ team_id: 'T1', user_id: 'U0BOTT1', is_bot: true }] };
    await event('T9', directMessage('U1BRUNO', '1.1.3 60%'), {}, more);
    await deliver();
    expect(slack.called('chat.postMessage').map(({ team }) => team)).toEqual(['T1']);
  });
});
