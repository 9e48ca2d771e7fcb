/** Goals and phases that people mention in channels, over the wire. */
import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/messages/language.ts';
import { deliverOutbox } from '../../../src/services/outbox.ts';
import { recordStatements } from '../../../src/services/record-statements.ts';
import { deliverMessage } from '../../../src/slack/deliver/deliver-message.ts';
import { unfurlCodes } from '../../../src/slack/events/unfurl-codes.ts';
import { unfurlLinks } from '../../../src/slack/events/unfurl-links.ts';
import { openTestContext, PLANNING_OFFICE, statement } from '../../helpers/context.ts';
import { TEAM } from '../../helpers/fake-slack.ts';
import { saidIn, startArrangingSlack } from '../arranging-slack.ts';

/** Two minutes before the driven clock begins. */
const TS = '1600070280.000100';
const ANSWER = '1600070300.000200';

async function start(language: Language = 'it', realNow?: Date) {
  const opened = await openTestContext();
  const context = realNow ? { ...opened, realNow: () => realNow } : opened;
  const fake = await startArrangingSlack(context, language);
  fake.slack.addUser('U1', 'ada@arti.example');
  fake.slack.addUser('U2', 'bruno@arti.example');
  const { environment } = fake;
  return {
    ...fake,
    context,
    say: (text: string, event: object = {}, isExternallyShared = false) =>
      unfurlCodes(environment, {
        eventId: 'Ev1',
        isExternallyShared,
        event: {
          type: 'message',
          channel: 'C1',
          channel_type: 'channel',
          user: 'U1',
          team: TEAM,
          text,
          ts: TS,
          ...event,
        },
      }),
    share: (urls: readonly string[], event: object = {}, isExternallyShared = false) =>
      unfurlLinks(environment, {
        eventId: 'Ev1',
        isExternallyShared,
        event: {
          type: 'link_shared',
          channel: 'C1',
          is_bot_user_member: true,
          user: 'U1',
          message_ts: TS,
          links: urls.map((url) => ({ domain: 'arti.example', url })),
          source: 'conversations_history',
          unfurl_id: `C1.${TS}.abc`,
          event_ts: TS,
          ...event,
        },
      }),
    deliver: async () => {
      while ((await deliverOutbox(context, (message) => deliverMessage(environment, message))) > 0);
    },
    /** Items of the cards left so far. */
    cards: () =>
      context.messages().flatMap(({ notice }) => (notice.kind === 'ITEM_CARD' ? [notice.item] : [])),
  };
}

describe('a code in a message', () => {
  test('gets a card in the thread of the message, never in the channel itself', async () => {
    const talk = await start();
    await talk.say('La 1.4.2 è ferma.');
    await talk.deliver();
    const posted = talk.slack.called('chat.postMessage');
    expect(posted).toMatchObject([{ channel: 'C1', thread_ts: TS, unfurl_links: 'false' }]);
    expect(posted[0]).not.toHaveProperty('reply_broadcast');
    const said = saidIn(posted[0] as never);
    expect(said).toContain('*Fase 1.4.2*');
    expect(said).toContain('Obiettivo 1.4:');
    expect(said).toContain('/arti stato 1.4.2');
    expect(talk.context.messages().map(({ state }) => state)).toEqual(['SENT']);
  });

  test('in a thread, in that thread', async () => {
    const talk = await start();
    await talk.say('1.4.2', { ts: ANSWER, thread_ts: TS });
    await talk.deliver();
    expect(talk.slack.called('chat.postMessage')).toMatchObject([{ thread_ts: TS }]);
  });

  test('shows figures as they stand when it is sent, and nothing that people wrote', async () => {
    const talk = await start();
    await talk.say('1.4.2');
    await recordStatements(talk.context, {
      statements: [statement('1.4.2', { blockedBecause: 'Rossi è malato', note: 'chiamare Bianchi' })],
      lines: [''],
      actor: PLANNING_OFFICE,
      source: 'SLACK',
      year: null,
      inbox: null,
      replyTo: null,
    });
    await talk.deliver();
    const [card] = talk.slack.called('chat.postMessage');
    expect(saidIn(card as never)).toContain('⛔ bloccata');
    expect(JSON.stringify(card)).not.toMatch(/Rossi|Bianchi/);
  });

  test('at most three a message', async () => {
    const talk = await start();
    await talk.say('1.4.1, 1.4.2, 1.4.3, 1.4.4');
    expect(talk.cards()).toEqual(['1.4.1', '1.4.2', '1.4.3']);
  });

  test('once a channel and day, whoever mentions it', async () => {
    const talk = await start();
    await talk.say('1.4.2');
    await talk.say('1.4.2');
    await talk.say('ancora 1.4.2, e 1.4.3', { ts: ANSWER, user: 'U2' });
    await talk.say('1.4.2', { channel: 'C2' });
    expect(talk.cards()).toEqual(['1.4.2', '1.4.3', '1.4.2']);
    talk.context.goTo('2020-09-15');
    await talk.say('1.4.2');
    expect(talk.cards()).toHaveLength(4);
  });

  test.each([
    { text: 'obiettivo 1.4', is: ['1.4'] },
    { text: '`3.1` e la 1.1.2', is: ['3.1', '1.1.2'] },
    { text: 'fase 2 di 1.4', is: ['1.4.2'] },
    { text: 'siamo a 1.4 milioni', is: [] },
    { text: 'stato 1.4', is: [] },
    { text: 'la 9.9.9 non c’è', is: [] },
    { text: 'obiettivo 3.3, eliminato', is: [] },
  ])('$text: $is', async ({ text, is }) => {
    const talk = await start();
    await talk.say(text);
    expect(talk.cards()).toEqual(is);
  });

  test.each([
    { why: 'in a direct message', event: { channel_type: 'im' } },
    { why: 'in a private channel, of whose messages Slack does not tell', event: { channel_type: 'group' } },
    { why: 'of a guest', event: { user: 'U0GUEST' } },
    { why: 'of who is not shown', event: { user: 'U9' } },
    { why: 'in a conversation of several', event: { channel_type: 'mpim' } },
    { why: 'of a bot', event: { bot_id: 'B1' } },
    { why: 'of a bot, of old', event: { subtype: 'bot_message', bot_id: 'B1' } },
    { why: 'in an edit', event: { subtype: 'message_changed', message: { text: '1.4.2' } } },
    { why: 'in a message edited meanwhile', event: { edited: { user: 'U1', ts: TS } } },
    { why: 'in a deletion', event: { subtype: 'message_deleted' } },
    { why: 'in the topic of the channel', event: { subtype: 'channel_topic' } },
    { why: 'told late', event: { ts: '1600069000.000100' } },
    { why: 'of a stranger', event: { team: 'T2' } },
    { why: 'of a stranger, as Slack Connect tells', event: { user_team: 'T2', source_team: 'T2' } },
    { why: 'of nobody', event: { user: undefined } },
    { why: 'in no text', event: { text: undefined } },
    { why: 'in something else', event: { ts: 'x' } },
  ])('gets none $why', async ({ event }) => {
    const talk = await start();
    talk.slack.addUser('U0GUEST', 'ospite@example.org', { is_restricted: true });
    await talk.say('1.4.2', event);
    expect(talk.context.messages()).toEqual([]);
    expect(talk.context.wakes()).toBe(0);
  });

  test('gets none in a channel shared with another organisation, also of a colleague', async () => {
    const talk = await start();
    await talk.say('1.4.2', {}, true);
    expect(talk.cards()).toEqual([]);
    await talk.say('1.4.2');
    expect(talk.cards()).toEqual(['1.4.2']);
  });

  test('asks Slack who wrote only of a message that mentions something', async () => {
    const talk = await start();
    await talk.say('buongiorno');
    expect(talk.slack.called('users.info')).toEqual([]);
  });

  test('gets one on a simulated day, of which the local workspace keeps the time', async () => {
    const talk = await start('it', new Date('2026-02-03T10:00:00Z'));
    await talk.say('1.4.2');
    expect(talk.cards()).toEqual(['1.4.2']);
    await talk.say('1.4.3', { ts: '1600069000.000100' });
    expect(talk.cards()).toEqual(['1.4.2']);
  });

  test('gets one under a file, and where Slack names no team', async () => {
    const talk = await start();
    await talk.say('1.4.2', { subtype: 'file_share', team: undefined });
    expect(talk.cards()).toEqual(['1.4.2']);
  });
});

describe('a link to the dashboard', () => {
  const PHASE = 'https://arti.example/phases/1.4.2';
  const GOAL = 'https://arti.example/2020/goals/3.1';

  test('gets a card under the message', async () => {
    const talk = await start('en');
    await talk.share([PHASE, GOAL, 'https://arti.example/help', 'https://arti.example/goals/9.9']);
    expect(talk.unfurls).toMatchObject([{ channel: 'C1', ts: TS }]);
    const cards = talk.unfurls[0]?.unfurls as Record<string, { blocks: object[] }>;
    expect(Object.keys(cards)).toEqual([PHASE, GOAL]);
    const said = Object.values(cards).map(({ blocks }) => saidIn({ text: '', blocks }));
    expect(said[0]).toContain('*Phase 1.4.2*');
    expect(said[1]).toContain('*Goal 3.1*');
    expect(said[1]).toContain('31/12/2020');
    expect(talk.slack.called('chat.postMessage')).toEqual([]);
  });

  test('gets none in a channel shared with another organisation', async () => {
    const talk = await start();
    await talk.share([PHASE], {}, true);
    expect(talk.unfurls).toEqual([]);
    await talk.share([PHASE]);
    expect(talk.unfurls).toHaveLength(1);
  });

  test.each([
    { why: 'in a channel without the app', event: { is_bot_user_member: false } },
    { why: 'before it is posted', event: { source: 'composer', channel: 'COMPOSER' } },
    { why: 'of a stranger', event: { user: 'U0STRANGER' } },
    { why: 'of a guest', event: { user: 'U0GUEST' } },
    { why: 'of who is not shown', event: { user: 'U9' } },
    { why: 'to another page', event: { links: [{ url: 'https://arti.example/help' }] } },
    { why: 'in something else', event: { links: 'x' } },
  ])('gets none $why', async ({ event }) => {
    const talk = await start();
    talk.slack.addUser('U0GUEST', 'ospite@example.org', { is_ultra_restricted: true });
    talk.slack.addUser('U0STRANGER', '', { team_id: 'T2', is_stranger: true });
    await talk.share([PHASE], event);
    expect(talk.unfurls).toEqual([]);
  });

  test('that went away meanwhile is let go; anything else is an error', async () => {
    const talk = await start();
    talk.failUnfurl('cannot_find_message');
    await talk.share([PHASE]);
    expect(talk.unfurls).toHaveLength(1);
    talk.failUnfurl('missing_scope');
    await expect(talk.share([PHASE])).rejects.toThrow('missing_scope');
  });
});
