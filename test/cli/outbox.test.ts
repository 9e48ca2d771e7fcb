/** Messages that were given up, shown and put back. */
import { expect, test } from 'vitest';
import { openContext } from '../../src/compose.ts';
import { noteHeldToken } from '../../src/services/installations.ts';
import { openCheckIns } from '../../src/services/open-check-ins.ts';
import { deliverOutbox } from '../../src/services/outbox.ts';
import { configOf, PLANNING } from '../services/real-context.ts';
import { openTerminal } from './support.ts';

test('what could not be delivered is shown with its reason, and put back with --resend', async () => {
  const terminal = openTerminal();
  const context = await openContext(configOf(terminal.directory), { seed: true });
  await openCheckIns(context, PLANNING);
  const count = await deliverOutbox(context, async () => ({ outcome: 'DEAD', error: 'user_not_found' }));
  await context.store.close();
  expect(count).toBeGreaterThan(0);

  const { exit, out, err } = await terminal.run('outbox');
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  const [first, ...lines] = out.trimEnd().split('\n');
  expect(first).toBe(`Messaggi in attesa: 0; non recapitati: ${count}.`);
  expect(lines).toHaveLength(count);
  for (const line of lines) {
    expect(line).toMatch(/^2020-09-14 · richiesta di aggiornamento → \S+: user_not_found$/);
  }

  expect((await terminal.run('outbox', '--resend', '--lang', 'en')).out).toBe(
    `${count} messages put back.\n`,
  );
  expect((await terminal.run('outbox')).out).toBe(`Messaggi in attesa: ${count}; non recapitati: 0.\n`);
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
