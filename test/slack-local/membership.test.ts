import { afterEach, expect, test } from 'vitest';
import {
  ADA,
  BOT,
  BRUNO,
  GENERAL,
  type Overrides,
  type Running,
  refusal,
  startWorkspace,
  WITHOUT_BOT,
} from './workspace-fixture.ts';

let running: Running;
const start = async (overrides: Overrides = {}) => {
  running = await startWorkspace(overrides);
  return running.as(ADA);
};
afterEach(() => running.close());

const heard = async () => {
  await running.workspace.eventsDelivered();
  return running.app.events();
};

test('an invited app hears of the channel from then on', async () => {
  const ada = await start();
  await ada.say(WITHOUT_BOT, 'before');
  expect(await ada.say(WITHOUT_BOT, '/invite @arti')).toEqual({ ok: true });
  await ada.say(WITHOUT_BOT, 'after');
  const events = await heard();
  expect(events.map((event) => event.text ?? event.type)).toEqual([
    `<@${BOT}> has joined the channel`,
    'member_joined_channel',
    'after',
  ]);
  expect(events[0]).toMatchObject({ type: 'message', subtype: 'channel_join', user: BOT });
  expect(events[1]).toMatchObject({ user: BOT, channel: WITHOUT_BOT, channel_type: 'C', inviter: ADA });
  expect((await running.api().conversations.info({ channel: WITHOUT_BOT })).channel?.is_member).toBe(true);
});

test('a removed one hears no more, and may not write', async () => {
  const ada = await start();
  await running.call('member', { user: ADA, channel: GENERAL, member: BOT, joins: false });
  await ada.say(GENERAL, 'psst');
  expect(await heard()).toMatchObject([{ type: 'channel_left', channel: GENERAL, actor_id: ADA }]);
  const post = running.api().chat.postMessage({ channel: GENERAL, text: 'x' });
  expect((await refusal(post)).error).toBe('not_in_channel');
});

test('people come and go too, and their pages show it', async () => {
  const ada = await start();
  const bruno = await running.as(BRUNO);
  await ada.say(GENERAL, '/remove @bruno');
  const gone = await bruno.waitFor(
    (event) => (event.type === 'channel_changed' ? event.channel : undefined),
    'the channel',
  );
  expect(gone.members).toEqual([ADA, BOT]);
  expect((await bruno.bootstrap()).channels.map(({ id }) => id)).not.toContain(GENERAL);
  expect(await bruno.say(GENERAL, 'x')).toMatchObject({ error: 'channel_not_found' });
  await ada.say(GENERAL, '/invite @Bruno');
  expect((await bruno.say(GENERAL, 'back')).ok).toBe(true);
  const types = (await heard()).map((event) => event.type).filter((type) => type !== 'message');
  expect(types).toEqual(['member_left_channel', 'member_joined_channel']);
});

test.each([
  { why: 'nobody', line: '/invite', error: 'user_not_found' },
  { why: 'a stranger', line: '/invite @carla', error: 'user_not_found' },
  { why: 'who is in it', line: '/invite @bruno', error: 'already_in_channel' },
  { why: 'who is not in it', line: '/remove @bruno', channel: WITHOUT_BOT, error: 'not_in_channel' },
  {
    why: 'in direct messages',
    line: '/invite @bruno',
    channel: 'im',
    error: 'method_not_supported_for_channel_type',
  },
])('$why → $error', async ({ line, channel = GENERAL, error }) => {
  const ada = await start();
  expect(await ada.say(channel, line)).toMatchObject({ ok: false, error });
});
