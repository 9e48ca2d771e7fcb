import { describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { PLANNING } from '../services/real-context.ts';
import { openTerminal } from './support.ts';

describe('a wrong command line: what is wrong, where the help is, exit 2', () => {
  test.each([
    { argv: ['foo'], says: '«foo» non è un comando.' },
    { argv: ['status', '--foo'], says: '«--foo» non è un’opzione' },
    { argv: ['status', '1.1', '1.2'], says: 'troppi argomenti' },
    { argv: ['status', '--baseline', 'x'], says: '--baseline: «x»' },
    { argv: ['status', '--baseline', '-1'], says: '--baseline: «-1»' },
    { argv: ['status', '--year', '20.20'], says: '--year: «20.20»' },
    { argv: ['status', '--as-of', '31/02/2020'], says: '--as-of: «31/02/2020» non è una data che esiste' },
    { argv: ['status', '--as-of', 'ieri'], says: '--as-of: «ieri»' },
    { argv: ['status', '--as-of'], says: 'vuole un valore' },
    { argv: ['status', '--lang', 'fr'], says: '--lang: «fr»' },
    { argv: ['import'], says: 'Manca l’argomento «file»' },
  ])('arti $argv', async ({ argv, says }) => {
    const { exit, out, err } = await openTerminal().run(...argv);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain(says);
    expect(err).toContain('arti help');
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('help', () => {
  test.each([['help'], ['--help'], ['-h']])('arti %s opens no database', async (argument) => {
    let out = '';
    const exit = await runCli([argument], {
      openContext: () => Promise.reject(new Error('opened')),
      actor: PLANNING,
      language: 'it',
      stdout: { write: (text) => (out += text) },
      stderr: { write: () => undefined },
    });
    expect(exit).toBe(0);
    for (const word of ['Uso: arti [opzioni] [comando]', 'import', 'status', 'migrate']) {
      expect(out).toContain(word);
    }
  });

  test('of a verb, in English', async () => {
    const { exit, out } = await openTerminal().run('help', 'status', '--lang', 'en');
    expect(exit).toBe(0);
    expect(out).toContain('Usage: arti status');
    expect(out).toContain('--as-of');
  });

  test('without a verb it is shown, exit 2', async () => {
    const { exit, out, err } = await openTerminal().run();
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('Comandi:');
  });
});

test('what is not expected propagates', async () => {
  const broken = runCli(['status'], {
    openContext: () => Promise.reject(new Error('a bug')),
    actor: PLANNING,
    language: 'it',
    stdout: { write: () => undefined },
    stderr: { write: () => undefined },
  });
  await expect(broken).rejects.toThrow('a bug');
});

test('migrate makes the database', async () => {
  const terminal = openTerminal({ seed: false });
  expect(await terminal.run('migrate')).toEqual({
    exit: 0,
    out: 'La banca dati è pronta e aggiornata.\n',
    err: '',
  });
});
