import { describe, expect, test } from 'vitest';
import { commandSuggestions, mentionSuggestions } from '../../src/slack-local/page/suggestions.ts';
import { typedText } from '../../src/slack-local/page/typed-text.ts';
import type { PageBootstrap } from '../../src/slack-local/page-api.ts';

const user = (id: string, name: string, handle: string) => ({
  id,
  name,
  handle,
  title: '',
  email: '',
  isBot: false,
  isAdmin: false,
});
const channel = (id: string, name: string, kind: 'channel' | 'im' = 'channel') => ({
  id,
  name,
  kind,
  topic: '',
  members: [],
});
const [ada, bruno] = [user('U1', 'Ada Rossi', 'a.rossi'), user('U2', 'Bruno', 'bruno')];
const bootstrap: PageBootstrap = {
  team: { id: 'T1', name: 'Prova' },
  language: 'it',
  today: '2020-06-15',
  dayIsSimulated: true,
  me: ada,
  users: [ada, bruno],
  channels: [channel('C1', 'osru'), channel('D1', 'osru-bot', 'im')],
  commands: [{ command: '/arti', description: 'Il piano', usageHint: 'stato' }],
  userGroups: [{ id: 'S1', handle: 'direttori', name: 'Direttori' }],
  botUserId: 'U9',
  installed: true,
};

describe('what is suggested while typing', () => {
  test.each([
    { why: 'a mark alone', text: 'to @', titles: ['@Ada Rossi', '@Bruno', '@direttori'] },
    { why: 'the start of a name', text: '@br', titles: ['@Bruno'] },
    { why: 'the start of an old user name', text: '@a.r', titles: ['@Ada Rossi'] },
    { why: 'a group', text: 'for @dir', titles: ['@direttori'] },
    { why: 'a channel, not direct messages', text: 'in #os', titles: ['#osru'] },
    { why: 'an address', text: 'ada@b', titles: [] },
    { why: 'a finished word', text: '@bruno ', titles: [] },
    { why: 'nobody', text: '@zoe', titles: [] },
  ])('$why', ({ text, titles }) => {
    const suggestions = mentionSuggestions(bootstrap, text, text.length, 'gruppo');
    expect(suggestions.map(({ title }) => title)).toEqual(titles);
  });

  test('stands where the caret is', () => {
    const [suggestion] = mentionSuggestions(bootstrap, 'ask @br today', 7, 'gruppo');
    expect(suggestion).toMatchObject({ from: 4, insert: '@Bruno ' });
  });

  test.each([
    { text: '/', titles: ['/arti'] },
    { text: '/AR', titles: ['/arti'] },
    { text: '/arti ', titles: [] },
    { text: 'x /arti', titles: [] },
  ])('a command: "$text"', ({ text, titles }) => {
    expect(commandSuggestions(bootstrap.commands, text).map(({ title }) => title)).toEqual(titles);
  });
});

test.each([
  { why: 'people, groups, channels', text: '<@U2> <!subteam^S1> <#C1>', typed: '@Bruno @direttori #osru' },
  { why: 'who is not known', text: '<@U404>', typed: '<@U404>' },
  { why: 'everybody', text: '<!here>', typed: '@here' },
  { why: 'links', text: '<https://x.example/?a=1&amp;b=2|label>', typed: 'https://x.example/?a=1&b=2' },
  { why: 'signs', text: '1 &lt; 2 &amp;amp;', typed: '1 < 2 &amp;' },
])('a message is edited as it was typed: $why', ({ text, typed }) => {
  expect(typedText(text, bootstrap)).toBe(typed);
});
