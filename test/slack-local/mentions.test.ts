import { afterEach, describe, expect, test } from 'vitest';
import { escapeCommand, escapeText } from '../../src/slack-local/client/escape-text.ts';
import { ADA, BRUNO, GENERAL, type Running, SEED, startWorkspace } from './workspace-fixture.ts';

const user = (id: string, name: string, email: string) => ({
  id,
  name,
  email,
  title: '',
  tz: 'Europe/Rome',
  isAdmin: false,
  isBot: false,
  deleted: false,
});
const nameable = {
  users: [
    user('U1', 'Ada', 'ada@example.org'),
    user('U2', 'Ada Rossi', 'a.rossi@example.org'),
    user('U3', 'R&S', 'rs@example.org'),
    { ...user('U4', 'Gone', 'gone@example.org'), deleted: true },
  ],
  channels: [
    {
      id: 'C1',
      kind: 'channel' as const,
      name: 'osru',
      topic: '',
      members: [],
      joined: [],
      left: [],
      isArchived: false,
      created: 0,
    },
  ],
  groups: [
    { id: 'S1', handle: 'direttori', name: 'Direttori', users: [] },
    { id: 'S2', handle: 'vecchi', name: 'Vecchi', users: [], isDisabled: true },
  ],
};

describe('a message', () => {
  test.each([
    { why: 'a name', typed: 'ask @Ada.', sent: 'ask <@U1>.' },
    { why: 'the longest name', typed: '@ada rossi!', sent: '<@U2>!' },
    { why: 'an old user name', typed: '@a.rossi', sent: '<@U2>' },
    { why: 'a name with a sign', typed: '@R&S', sent: '<@U3>' },
    { why: 'a channel', typed: 'in #osru', sent: 'in <#C1>' },
    { why: 'a group', typed: '@direttori', sent: '<!subteam^S1>' },
    { why: 'everybody here', typed: '@here', sent: '<!here>' },
    { why: 'no name', typed: '@adamo, #osrux, a@ada', sent: '@adamo, #osrux, a@ada' },
    { why: 'who left, a group no longer used', typed: '@Gone @vecchi', sent: '@Gone @vecchi' },
    { why: 'signs', typed: '1 < 2 & 3 > 2', sent: '1 &lt; 2 &amp; 3 &gt; 2' },
    { why: 'an entity typed by hand', typed: '<@U1>', sent: '&lt;@U1&gt;' },
    {
      why: 'a link, whatever stands in it',
      typed: 'https://x.example/#osru?a=1&b=@ada.',
      sent: '<https://x.example/#osru?a=1&amp;b=@ada>.',
    },
  ])('$why', ({ typed, sent }) => {
    expect(escapeText(typed, nameable)).toBe(sent);
  });
});

test('a command carries the names along', () => {
  expect(escapeCommand('assign 1.1.2 @Ada Rossi in #osru for @direttori', nameable)).toBe(
    'assign 1.1.2 <@U2|a.rossi> in <#C1|osru> for <!subteam^S1|@direttori>',
  );
});

describe('over the wire', () => {
  let running: Running;
  afterEach(() => running.close());

  test.each([
    { shouldEscape: true, text: `assign 1.1.2 <@${BRUNO}|bruno> &amp; <#${GENERAL}|generale>` },
    { shouldEscape: false, text: 'assign 1.1.2 @Bruno & #generale' },
    { shouldEscape: undefined, text: 'assign 1.1.2 @Bruno & #generale' },
  ])('should_escape $shouldEscape', async ({ shouldEscape, text }) => {
    const command = {
      command: '/arti',
      description: '',
      usageHint: '',
      ...(shouldEscape === undefined ? {} : { shouldEscape }),
    };
    running = await startWorkspace({ app: { commands: [command] } });
    await (await running.as(ADA)).command('/arti assign 1.1.2 @Bruno & #generale');
    expect(running.app.last().data.text).toBe(text);
  });

  test('a message event holds entities', async () => {
    const userGroups = [{ id: 'S1', handle: 'direttori', name: 'Direttori', users: [ADA] }];
    running = await startWorkspace({ seed: { ...SEED, userGroups } });
    const ada = await running.as(ADA);
    await ada.say(GENERAL, '@bruno and @direttori in #generale');
    await running.workspace.eventsDelivered();
    expect(running.app.events()).toMatchObject([
      { text: `<@${BRUNO}> and <!subteam^S1> in <#${GENERAL}>`, client_msg_id: expect.any(String) },
    ]);
  });
});
