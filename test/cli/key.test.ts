/** Keys of programs at the terminal: made, shown once, listed and revoked. */
import { describe, expect, test } from 'vitest';
import { openTerminal, type Terminal } from './support.ts';

const create = (terminal: Terminal, ...argv: readonly string[]) => terminal.run('key', 'create', ...argv);

/** The id of a new key that reads. */
async function made(terminal: Terminal, ...argv: readonly string[]): Promise<{ id: string; key: string }> {
  const { out } = await create(terminal, '--name', 'Cruscotto', '--scope', 'read', '--json', ...argv);
  return JSON.parse(out);
}

test('a key stands alone on its line, once', async () => {
  const terminal = openTerminal();
  const { exit, out, err } = await create(
    terminal,
    ...['--name', 'Dati OSRU', '--scope', 'report', 'introspect'],
    ...['--structure', 'OSRU', '--expires', '31/12/2999'],
  );
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  const key = out.split('\n').find((line) => line.startsWith('arti_'));
  expect(key).toMatch(/^arti_[a-z2-9]{8}_[0-9a-f]{64}$/);
  const id = key?.slice(5, 13);
  expect(out).toContain(`Chiave «Dati OSRU» creata, con identificativo ${id}.`);
  expect(out.replace(/\s+/g, ' ')).toContain(
    'permette: lettura, registrazione, schema · strutture: OSRU · fino al 31/12/2999 compreso',
  );
  const listed = await terminal.run('key', 'list');
  expect(listed.out).toContain(`${id} · Dati OSRU · valida`);
  expect(listed.out.replace(/\s+/g, ' ')).toContain('mai usata');
  expect(listed.out).not.toContain(key?.slice(-64));
});

test('what it allows is written in Italian too', async () => {
  const { out } = await openTerminal().run(
    ...['key', 'create', '--name', 'a', '--scope', 'Lettura', 'schema', '--json'],
  );
  expect(JSON.parse(out).scopes).toEqual(['read', 'introspect']);
});

test('as JSON', async () => {
  const terminal = openTerminal();
  const key = await made(terminal, '--structure', 'osru,LAVORO', '--expires', '2999-12-31');
  expect(key).toEqual({
    id: expect.any(String),
    name: 'Cruscotto',
    scopes: ['read'],
    structures: ['OSRU', 'LAVORO'],
    createdAt: expect.any(String),
    expiresOn: '2999-12-31',
    lastUsedAt: null,
    revokedAt: null,
    state: 'ACTIVE',
    key: expect.stringMatching(new RegExp(`^arti_${key.id}_[0-9a-f]{64}$`)),
  });
  const { key: _, ...kept } = key;
  expect(JSON.parse((await terminal.run('key', 'list', '--json')).out)).toEqual([kept]);
  expect(JSON.parse((await terminal.run('key', '--json')).out)).toEqual([kept]);
});

test('is revoked, and stays so', async () => {
  const terminal = openTerminal({ language: 'en' });
  const { id } = await made(terminal);
  expect(await terminal.run('key', 'revoke', id)).toEqual({
    exit: 0,
    out: `Key “Cruscotto” (${id}) revoked: from the next request on it is not accepted.\n`,
    err: '',
  });
  expect((await terminal.run('key', 'revoke', id)).out).toContain('had been revoked before');
  expect((await terminal.run('key')).out).toContain(`${id} · Cruscotto · revoked`);
});

test('none yet', async () => {
  expect((await openTerminal().run('key')).out).toBe('Non è stata creata alcuna chiave.\n');
});

describe('is refused, with what is accepted', () => {
  test.each([
    { why: 'no name', argv: ['--scope', 'read'], says: 'Il nome di una chiave' },
    {
      why: 'no scope',
      argv: ['--name', 'a'],
      says: 'lettura (read), registrazione (report), amministrazione',
    },
    { why: 'no such scope', argv: ['--name', 'a', '--scope', 'write'], says: '«write» non è' },
    {
      why: 'no structure',
      argv: ['--name', 'a', '--scope', 'report'],
      says: 'DIREZIONE, LAVORO, OSRU',
    },
    {
      why: 'no such structure',
      argv: ['--name', 'a', '--scope', 'report', '--structure', 'X'],
      says: 'DIREZIONE',
    },
    {
      why: 'a day gone by',
      argv: ['--name', 'a', '--scope', 'read', '--expires', '2020-01-01'],
      says: '2020',
    },
  ])('$why', async ({ argv, says }) => {
    const terminal = openTerminal();
    const { exit, out, err } = await create(terminal, ...argv);
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err).toContain(says);
    expect((await terminal.run('key')).out).toBe('Non è stata creata alcuna chiave.\n');
  });

  test('a key that there is not', async () => {
    const { exit, err } = await openTerminal().run('key', 'revoke', 'k7m3x9qd');
    expect(exit).toBe(1);
    expect(err).toContain('k7m3x9qd');
  });

  test.each([
    { why: 'a day that does not exist', argv: ['create', '--expires', '2027-02-30'], says: '--expires' },
    { why: 'no id', argv: ['revoke'], says: 'id' },
    { why: 'no such verb', argv: ['show', 'me'], says: 'argomenti' },
  ])('a wrong command line: $why', async ({ argv, says }) => {
    const { exit, err } = await openTerminal().run('key', ...argv);
    expect(exit).toBe(2);
    expect(err).toContain(says);
  });
});
