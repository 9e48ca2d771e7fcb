/** Messages that were given up, shown and put back. */
import { expect, test } from 'vitest';
import { openContext } from '../../src/compose.ts';
import { noteHeldToken } from '../../src/services/installations.ts';
import { openCheckIns } from '../../src/services/open-check-ins.ts';
import { deliverOutbox } from '../../src/services/outbox.ts';
import { configOf, PLANNING } from '../services/real-context.ts';
import { openTerminal, type Terminal } from './support.ts';

/** The first message was refused, the second is in doubt; their numbers. */
async function withUnsettled(terminal: Terminal): Promise<{ count: number; doubtful: number }> {
  const context = await openContext(configOf(terminal.directory), { seed: true });
  await openCheckIns(context, PLANNING);
  let doubtful = 0;
  const count = await deliverOutbox(context, async ({ id }) => {
    if (doubtful !== 0) return { outcome: 'DEAD', error: 'user_not_found' };
    doubtful = id;
    return { outcome: 'DOUBTFUL', error: 'missing_scope' };
  });
  await context.store.close();
  expect(count).toBeGreaterThan(1);
  return { count, doubtful };
}

const countsOf = async (terminal: Terminal) => (await terminal.run('outbox')).out.split('\n')[0];

test('what could not be delivered is shown in two groups, with whom, why and its number', async () => {
  const terminal = openTerminal();
  const { count, doubtful } = await withUnsettled(terminal);
  const { exit, out, err } = await terminal.run('outbox');
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  const text = out.replace(/\s+/g, ' ');
  expect(text).toContain(`Messaggi in attesa: 0; non recapitati: ${count - 1}; di esito incerto: 1.`);
  expect(text).toMatch(
    /n\. \d+ · 14\/09\/2020 \d\d:\d\d · richiesta di aggiornamento → [^:]+: la persona non è in Slack \(user_not_found\)/,
  );
  const refused = /n\. (\d+) · [^(]*\(user_not_found\)/.exec(text)?.[1];
  expect(text).toContain(`--resend ${refused}; per archiviare: --dismiss ${refused}.`);
  expect(text).toMatch(new RegExp(`n\\. ${doubtful} · .* manca il permesso .* \\(missing_scope\\)`));
});

test('what was refused is put back with --resend, and one in doubt only by its number', async () => {
  const terminal = openTerminal();
  const { count, doubtful } = await withUnsettled(terminal);
  const resent = await terminal.run('outbox', '--resend', '--lang', 'en');
  expect(resent.out).toBe(
    count === 2 ? 'One message is on its way again.\n' : `${count - 1} messages are on their way again.\n`,
  );
  expect(await countsOf(terminal)).toBe(
    `Messaggi in attesa: ${count - 1}; non recapitati: 0; di esito incerto: 1.`,
  );
  expect((await terminal.run('outbox', '--resend', String(doubtful))).out).toContain('due volte');
  expect(await countsOf(terminal)).toBe(
    `Messaggi in attesa: ${count}; non recapitati: 0; di esito incerto: 0.`,
  );
});

test('one is taken off the list with --dismiss', async () => {
  const terminal = openTerminal();
  const { count, doubtful } = await withUnsettled(terminal);
  expect((await terminal.run('outbox', '--dismiss', String(doubtful))).exit).toBe(0);
  expect(await countsOf(terminal)).toBe(
    `Messaggi in attesa: 0; non recapitati: ${count - 1}; di esito incerto: 0.`,
  );
});

test.each([
  {
    why: 'a number that is not listed',
    argv: ['--resend', '999'],
    exit: 1,
    said: /999 non è nell’elenco.*\d/,
  },
  { why: 'nor to be taken off', argv: ['--dismiss', '999'], exit: 1, said: /999 non è nell’elenco.*\d/ },
  { why: 'no number', argv: ['--resend', 'tutti'], exit: 2, said: /«tutti» non è un numero/ },
  { why: 'no number to be taken off', argv: ['--dismiss'], exit: 2, said: /vuole un valore/ },
])('$why is refused, and what is accepted is said', async ({ argv, exit, said }) => {
  const terminal = openTerminal();
  await withUnsettled(terminal);
  const run = await terminal.run('outbox', ...argv);
  expect({ exit: run.exit, out: run.out }).toEqual({ exit, out: '' });
  expect(run.err).toMatch(said);
});

test('a workspace that Slack has closed to the app is told of, with its reason', async () => {
  const terminal = openTerminal();
  const context = await openContext(configOf(terminal.directory), { seed: true });
  const held = { team: 'T1', name: null, at: '2020-09-14T08:00:00.000Z', because: 'token_revoked' };
  await noteHeldToken(context, held);
  await context.store.close();
  const { out } = await terminal.run('outbox');
  expect(out.replace(/\s+/g, ' ')).toContain('in T1 (token_revoked, dal 2020-09-14)');
  const again = await openContext(configOf(terminal.directory), { seed: true });
  await noteHeldToken(again, null);
  await again.store.close();
  expect((await terminal.run('outbox')).out).not.toContain('T1');
});
