/** `/arti summary now` says where each summary went, the plan’s too. */
import { expect, test } from 'vitest';
import { actorOf } from '../../../src/domain/actor.ts';
import type { Channel } from '../../../src/domain/directory.ts';
import type { Language } from '../../../src/messages/language.ts';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import { findCommand } from '../../../src/slack/commands/index.ts';
import type { Environment } from '../../../src/slack/environment.ts';
import { ARTI_DIRECTORY, openTestContext, personOf } from '../../helpers/context.ts';

async function answerTo(text: string, language: Language, channels: readonly Channel[]) {
  const context = await openTestContext({ directory: { ...ARTI_DIRECTORY, channels } });
  const [word = '', ...rest] = text.split(' ');
  const command = findCommand(word);
  if (!command) throw new Error(`no command ${word}`);
  const person = personOf('programmazione');
  // Of the environment it uses the context and the voice.
  const environment = { context, voice: voiceOf(language), team: 'T1' } as unknown as Environment;
  const { text: answer } = await command.answer(environment, {
    call: { text, user: 'U1', channel: 'C1', triggerId: '1.2' },
    person,
    actor: actorOf(person),
    word,
    rest: rest.join(' '),
  });
  return { answer, sent: context.messages().length };
}

const ALL = ARTI_DIRECTORY.channels;
const without = (name: string) => ALL.filter((each) => each.name !== name);

test.each([
  {
    why: 'all of them',
    text: 'riepilogo ora',
    language: 'it',
    channels: ALL,
    answer: 'Riepiloghi in invio a #direzione, #lavoro, #osru.\nRiepilogo del piano in invio a #dirigenti.',
    sent: 4,
  },
  {
    why: 'in English',
    text: 'summary now',
    language: 'en',
    channels: ALL,
    answer:
      'Summaries on their way to #direzione, #lavoro, #osru.\nSummary of the plan on its way to #dirigenti.',
    sent: 4,
  },
  {
    why: 'no channel of the managers',
    text: 'riepilogo ora',
    language: 'it',
    channels: without('dirigenti'),
    answer:
      'Riepiloghi in invio a #direzione, #lavoro, #osru.\n' +
      'Il riepilogo del piano è conservato ma non inviato: nessun canale è indicato per i dirigenti.',
    sent: 3,
  },
  {
    why: 'a structure without one',
    text: 'riepilogo ora',
    language: 'it',
    channels: without('lavoro'),
    answer:
      'Riepiloghi in invio a #direzione, #osru.\n' +
      'Nessun canale è indicato per: Direzione regionale Lavoro.\n' +
      'Riepilogo del piano in invio a #dirigenti.',
    sent: 3,
  },
  { why: 'without “now”: nothing', text: 'riepilogo', language: 'it', channels: ALL, answer: null, sent: 0 },
] as const)('$why', async ({ text, language, channels, answer, sent }) => {
  const result = await answerTo(text, language, channels);
  expect(result.sent).toBe(sent);
  if (answer !== null) expect(result.answer).toBe(answer);
});
