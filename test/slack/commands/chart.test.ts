/** `/arti chart`: where they are, for them alone; or in their conversation with the bot, saying so. */
import { expect, test } from 'vitest';
import { actorOf } from '../../../src/domain/actor.ts';
import { chartCommand } from '../../../src/slack/commands/chart.ts';
import { openTestContext, personOf } from '../../helpers/context.ts';
import { startFakeUploads, UNKNOWN_BLOCK } from '../charts/fake-uploads.ts';

async function ask(
  rest: string,
  prepare: (slack: Awaited<ReturnType<typeof startFakeUploads>>) => void = () => {},
) {
  const slack = await startFakeUploads();
  prepare(slack);
  const environment = { ...slack.environment, context: await openTestContext(), team: 'T1' };
  const person = personOf('dirigente');
  const call = { text: `chart ${rest}`, user: 'U1', channel: 'C1', triggerId: '1.2' };
  const { text } = await chartCommand.answer(environment, {
    call,
    person,
    actor: actorOf(person),
    word: 'chart',
    rest,
  });
  return { text, slack, methods: slack.calls.map(({ method }) => method) };
}

test('for them alone, where they are', async () => {
  const { text, slack, methods } = await ask('1.1 al 30/06');
  expect(methods).toEqual(['chat.postEphemeral']);
  expect(slack.called('chat.postEphemeral')[0]).toMatchObject({ channel: 'C1', user: 'U1' });
  expect(slack.called('chat.postEphemeral')[0]?.text).toMatch(/^Obiettivo 1\.1 al 30\/06\/2020/);
  expect(text).toBe('Per i dati: `/arti stato 1.1`.');
});

test('a picture goes to their conversation with the bot, and the answer says so', async () => {
  const { text, slack, methods } = await ask('', (fake) => {
    fake.refuse('chat.postEphemeral', UNKNOWN_BLOCK, 'CHARTS');
  });
  expect(methods).toEqual([
    'chat.postEphemeral',
    'conversations.open',
    'files.getUploadURLExternal',
    'upload',
    'files.completeUploadExternal',
  ]);
  expect(slack.called('files.completeUploadExternal')[0]).toMatchObject({ channel_id: 'DU1' });
  expect(text).toBe('Il grafico è nei Suoi messaggi diretti con ARTI. Per i dati: `/arti stato`.');
});

test.each(['channel_not_found', 'not_in_channel', 'user_not_in_channel', 'is_archived'])(
  'so does the chart where the bot may not write: %s',
  async (error) => {
    const { text, slack, methods } = await ask('OSRU', (fake) =>
      fake.refuse('chat.postEphemeral', { error }),
    );
    expect(methods).toEqual(['chat.postEphemeral', 'conversations.open', 'chat.postMessage']);
    expect(slack.called('chat.postMessage')[0]).toMatchObject({ channel: 'DU1' });
    expect(text).toContain('messaggi diretti');
  },
);

test.each([
  { why: 'a code that never was', rest: '9.9', says: '9.9' },
  { why: 'a day that does not exist', rest: '1.1 al 31/02', says: '31/02' },
  { why: 'an eliminated goal', rest: '3.3', says: 'baseline 0' },
  { why: 'a goal whose schedule is not known', rest: '4.3', says: 'nulla da disegnare' },
])('refused, and nothing posted: $why', async ({ rest, says }) => {
  const { text, methods } = await ask(rest);
  expect(methods).toEqual([]);
  expect(text).toContain(says);
});
