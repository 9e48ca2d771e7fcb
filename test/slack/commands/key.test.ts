/** `/arti key`: the keys of programs, made in words; the key itself is in the answer and nowhere else. */
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { isoDate } from '../../../src/domain/dates.ts';
import type { Language } from '../../../src/messages/language.ts';
import { voiceOf } from '../../../src/slack/blocks/voice.ts';
import { isKeptCall } from '../../../src/slack/commands/answer-command.ts';
import { keyCommand } from '../../../src/slack/commands/key.ts';
import { parseKey } from '../../../src/slack/commands/parse-key.ts';
import { MANAGER, PLANNING_OFFICE, personOf } from '../../helpers/context.ts';
import { openKeysContext } from '../../services/keys/keys-context.ts';

const USAGE = { today: isoDate('2020-09-14'), usage: '/arti key' };

const reads = { scopes: ['read'], structures: [], expiresOn: null };

describe('what follows the name is read', () => {
  test.each([
    { text: 'create "Cruscotto" read until 31/12/2027', is: { ...reads, expiresOn: '2027-12-31' } },
    { text: 'crea «Cruscotto» lettura fino al 31/12', is: { ...reads, expiresOn: '2020-12-31' } },
    { text: 'crea “Cruscotto” lettura entro il 30/09/2021', is: { ...reads, expiresOn: '2021-09-30' } },
    { text: 'CREA "Cruscotto" Read', is: reads },
    { text: 'nuova lettura "Cruscotto"', is: reads },
    {
      text: 'create "Cruscotto" report, introspect OSRU and LAVORO',
      is: { scopes: ['report', 'introspect'], structures: ['OSRU', 'LAVORO'], expiresOn: null },
    },
    {
      text: 'crea "Cruscotto" registrazione per osru e lavoro fino al 31/12/2020',
      is: { scopes: ['report'], structures: ['osru', 'lavoro'], expiresOn: '2020-12-31' },
    },
    { text: 'crea "Cruscotto" scrittura', is: { ...reads, scopes: ['scrittura'] } },
    { text: 'crea "Cruscotto"', is: { ...reads, scopes: [] } },
  ])('$text', ({ text, is }) => {
    const given = { name: 'Cruscotto', ...is };
    expect(parseKey(text, USAGE)).toEqual({ ok: true, value: { kind: 'CREATE', given } });
  });

  test('a name is what stands between quotes, whatever it says', () => {
    const parsed = parseKey('create " revoke until 31/12/2027 " read', USAGE);
    expect(parsed).toMatchObject({ value: { given: { name: 'revoke until 31/12/2027', ...reads } } });
  });

  test.each([
    { text: '', is: { kind: 'LIST' } },
    { text: 'elenco', is: { kind: 'LIST' } },
    { text: 'revoca k7m3x9qd', is: { kind: 'REVOKE', id: 'k7m3x9qd' } },
    { text: 'Revoke k7m3x9qd', is: { kind: 'REVOKE', id: 'k7m3x9qd' } },
  ])('“$text”', ({ text, is }) => {
    expect(parseKey(text, USAGE)).toEqual({ ok: true, value: is });
  });

  test.each([
    { text: 'create Cruscotto read', code: 'USAGE' },
    { text: 'create', code: 'USAGE' },
    { text: 'revoke', code: 'USAGE' },
    { text: 'revoke a b', code: 'USAGE' },
    { text: 'created "a" read', code: 'USAGE' },
    { text: 'show', code: 'USAGE' },
    { text: 'create "a" read from 20/09/2020 until 31/12/2020', code: 'USAGE' },
    { text: 'create "a" read until 30/02/2027', code: 'DATE_INVALID' },
    { text: 'create "a" read until yesterday', code: 'DATE_INVALID' },
  ])('$text: $code', ({ text, code }) => {
    expect(parseKey(text, USAGE)).toMatchObject({ ok: false, refusal: { code } });
  });
});

async function start(language: Language = 'it') {
  const context = await openKeysContext();
  const logged: unknown[] = [];
  const log = (...said: unknown[]) => logged.push(said);
  let commands = 0;
  const environment = {
    context,
    voice: voiceOf(language),
    client: null as never,
    logger: { info: log, warn: log, error: log },
    team: 'T1',
    charts: null as never,
  };
  const answer = async (
    rest: string,
    { triggerId = `t${++commands}`, as = PLANNING_OFFICE }: { triggerId?: string; as?: Actor } = {},
  ) => {
    const call = { text: `key ${rest}`, user: 'U1', channel: 'C1', triggerId };
    const person = personOf('programmazione');
    return keyCommand.answer(environment, { call, person, actor: as, word: 'key', rest });
  };
  return {
    context,
    logged,
    answer,
    type: async (...typed: Parameters<typeof answer>) => JSON.stringify(await answer(...typed)),
  };
}

const TOKEN = /arti_([a-z2-9]{8})_[0-9a-f]{64}/;

test('a key is made, shown in its own block and not in what notifications show', async () => {
  const { answer, type, context, logged } = await start();
  const made = await answer('crea "Cruscotto <1>" lettura fino al 31/12/2027');
  const [token = '', id = ''] = TOKEN.exec(JSON.stringify(made.blocks)) ?? [];
  expect(made.text).toBe(`Chiave «Cruscotto &lt;1&gt;» creata, con identificativo ${id}.`);
  expect(made.text).not.toContain(token.slice(-64));
  expect(JSON.stringify(made.blocks)).toContain('non sarà mostrata di nuovo');
  expect(await context.store.findApiKey(id)).toMatchObject({
    name: 'Cruscotto <1>',
    createdBy: PLANNING_OFFICE.key,
    expiresAt: '2027-12-31T23:00:00.000Z',
  });
  expect(context.messages()).toEqual([]);
  expect(logged).toEqual([]);
  const listed = await type('');
  expect(listed).toContain(`${id} · Cruscotto &lt;1&gt; · valida`);
  expect(listed).toContain(`\`/arti chiave revoca ${id}\``);
  expect(listed).not.toMatch(TOKEN);
});

test.each([
  {
    language: 'it',
    says: 'lettura (read), registrazione (report), amministrazione (administer), schema (introspect)',
  },
  { language: 'en', says: 'read, report, administer, introspect' },
] as const)('what is no scope is answered with those that are, in $language', async ({ language, says }) => {
  const { type } = await start(language);
  expect(await type('crea "Cruscotto" volo')).toContain(says);
});

test('the same command again shows no secret', async () => {
  const { type, context } = await start();
  await type('crea "Cruscotto" lettura', { triggerId: 't' });
  const again = await type('crea "Cruscotto" lettura', { triggerId: 't' });
  expect(again).toContain('era già stata creata');
  expect(again).not.toMatch(TOKEN);
  expect(await context.store.listApiKeys()).toHaveLength(1);
});

test('a key is revoked by its id, or by all of it', async () => {
  const { type } = await start('en');
  const [token = '', id = ''] = TOKEN.exec(await type('create "Dashboard" read')) ?? [];
  expect(await type(`revoke ${id}`)).toContain(`Key “Dashboard” (${id}) revoked`);
  expect(await type(`revoke ${token}`)).toContain('had been revoked before');
  expect(await type('')).toContain(`${id} · Dashboard · revoked`);
});

test.each([
  { rest: 'crea "a" registrazione', says: 'DIREZIONE, LAVORO, OSRU' },
  { rest: 'crea "a" scrittura', says: '«scrittura» non è' },
  { rest: 'crea "a" lettura X', says: '«X»' },
  { rest: 'crea "a" lettura fino al 31/12/2019', says: '31/12/2019' },
  { rest: 'revoca k7m3x9qd', says: 'k7m3x9qd' },
  { rest: 'mostra', says: '/arti chiave' },
])('$rest is refused, with what is accepted', async ({ rest, says }) => {
  const { type, context } = await start();
  expect(await type(rest)).toContain(says);
  expect(await context.store.listApiKeys()).toEqual([]);
});

test('is for the planning office, and judged by the service as well', async () => {
  const { type, context } = await start();
  expect(keyCommand.permission).toBe('MANAGE_KEYS');
  expect(await type('crea "a" lettura', { as: MANAGER })).not.toMatch(TOKEN);
  expect(await context.store.listApiKeys()).toEqual([]);
});

test.each(['key create "a" read', 'chiave crea "a" lettura', 'CHIAVI'])(
  'what comes in is not kept to be worked on once more: %s',
  (text) => {
    expect(isKeptCall({ text })).toBe(false);
    expect(isKeptCall({ text: 'stato' })).toBe(true);
  },
);
