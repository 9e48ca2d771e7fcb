import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/messages/language.ts';
import { slackMessages } from '../../../src/messages/slack.ts';
import { COMMANDS, findCommand } from '../../../src/slack/commands/index.ts';

const LANGUAGES: readonly Language[] = ['it', 'en'];

const named = COMMANDS.flatMap((command) => command.names.map((name) => ({ name, command })));
const told = COMMANDS.flatMap((command) =>
  LANGUAGES.map((language) => ({
    language,
    topic: command.help,
    command,
    entry: slackMessages(language).help[command.help],
  })),
);

test('there are commands, and no two answer to one name or share their help', () => {
  expect(COMMANDS.length).toBeGreaterThan(10);
  const names = named.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  const topics = COMMANDS.map(({ help }) => help);
  expect(topics.filter((topic, index) => topics.indexOf(topic) !== index)).toEqual([]);
});

test.each(named)('$name reaches its command, in whatever case', ({ name, command }) => {
  expect(findCommand(name)).toBe(command);
  expect(findCommand(name.toUpperCase())).toBe(command);
});

test.each(told)('help of $topic in $language shows a name that reaches it', ({ command, entry }) => {
  const [, name = ''] = /^\/arti (\S+)/.exec(entry.usage) ?? [];
  expect(findCommand(name)).toBe(command);
  expect(entry.what.trim()).not.toBe('');
});

test('help tells Italian and English apart', () => {
  for (const { help } of COMMANDS) {
    expect(slackMessages('it').help[help].what, help).not.toBe(slackMessages('en').help[help].what);
  }
});

test('no topic of help is without its command', () => {
  const topics = new Set<string>(COMMANDS.map(({ help }) => help));
  for (const language of LANGUAGES) {
    expect(Object.keys(slackMessages(language).help).filter((topic) => !topics.has(topic))).toEqual([]);
  }
});

test('nothing after `/arti` is a call for help', () => {
  expect(findCommand('')?.help).toBe('help');
});

describe('no command', () => {
  test.each(['pippo', '1.4', 'stat', 'statuss', 'constructor', '__proto__', 'toString'])('%s', (word) => {
    expect(findCommand(word)).toBeUndefined();
  });
});
