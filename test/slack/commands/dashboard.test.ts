/** `/arti dashboard`: a personal link that stands in the answer and nowhere else, and the end of sessions. */
import { expect, test } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import type { Language } from '../../../src/messages/language.ts';
import { openSession } from '../../../src/services/sessions/open-session.ts';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import { isKeptCall } from '../../../src/slack/commands/answer-command.ts';
import { dashboardCommand } from '../../../src/slack/commands/dashboard.ts';
import { MANAGER, openTestContext, PLANNING_OFFICE, personOf } from '../../helpers/context.ts';

const URL = 'https://arti.example';
const LINK = /https:\/\/arti\.example\/sign-in#([\w-]{43})/;

async function start(language: Language = 'it', dashboardUrl: string | null = URL) {
  const context = { ...(await openTestContext()), dashboardUrl: () => dashboardUrl };
  const environment = {
    context,
    voice: voiceOf(language),
    client: null as never,
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    team: 'T1',
    charts: null as never,
  };
  const person = personOf('programmazione');
  const answer = (rest: string, as: Actor = PLANNING_OFFICE) => {
    const call = { text: `dashboard ${rest}`, user: 'U1', channel: 'C1', triggerId: 't' };
    return dashboardCommand.answer(environment, { call, person, actor: as, word: 'dashboard', rest });
  };
  const signIn = async () => {
    const [, token = ''] = LINK.exec(JSON.stringify(await answer(''))) ?? [];
    return openSession(context, token);
  };
  return {
    context,
    answer,
    signIn,
    type: async (...typed: Parameters<typeof answer>) => JSON.stringify(await answer(...typed)),
  };
}

test('answers with a link that opens a session of whoever asked, shown by no notification', async () => {
  const { answer, signIn, context } = await start();
  const { text } = await answer('');
  expect(text).not.toMatch(LINK);
  expect(await signIn()).toMatchObject({ ok: true, opened: { person: { key: 'programmazione' } } });
  expect(context.messages()).toEqual([]);
});

test.each([
  { language: 'it', rest: 'esci', says: 'Le 2 sessioni del cruscotto sono state chiuse' },
  { language: 'en', rest: 'logout', says: 'Your 2 sessions of the dashboard were ended' },
] as const)('$rest ends one’s own sessions', async ({ language, rest, says }) => {
  const { type, signIn } = await start(language);
  await signIn();
  await signIn();
  expect(await type(rest)).toContain(says);
});

test('the planning office ends those of somebody else, and nobody but they', async () => {
  const { type, signIn } = await start();
  await signIn();
  const { name } = personOf('programmazione');
  expect(await type(`revoca ${name}`, MANAGER)).not.toContain('chiusa');
  expect(await type(`revoca ${name}`)).toContain(`La sessione del cruscotto di ${name} è stata chiusa`);
  expect(await type('revoca Nessuno Affatto')).toContain('Nessuno Affatto');
});

test('says what it takes, and that there is no dashboard', async () => {
  expect(await (await start()).type('apri')).toContain('/arti cruscotto');
  expect(await (await start('it', null)).type('')).toContain('ARTI_DASHBOARD_URL');
});

test('is not kept to be answered by a message later', () => {
  expect(isKeptCall({ text: 'dashboard' })).toBe(false);
});
