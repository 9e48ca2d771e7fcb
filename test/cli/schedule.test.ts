import { expect, test } from 'vitest';
import { openContext } from '../../src/compose.ts';
import { changeSchedule } from '../../src/services/schedule/change-schedule.ts';
import { configOf, PLANNING } from '../services/real-context.ts';
import { settle, weeklyRuns } from '../services/schedule/support.ts';
import { openTerminal } from './support.ts';

async function prepare(directory: string): Promise<void> {
  const context = await openContext(configOf(directory), { seed: true });
  const wanted = {
    name: 'CHECK_IN',
    wish: { kind: 'RULE', recurrence: { every: 'WEEK', weekday: 2 }, time: null },
  } as const;
  await changeSchedule(context, PLANNING, { structure: 'OSRU', wanted }, null);
  const plan = await context.store.findPlan(2020);
  await settle(context, plan?.id ?? 0, ...weeklyRuns(23), {
    kind: 'REMINDER',
    outcome: 'SKIPPED',
    because: 'STALE',
    messages: 0,
  });
  await context.store.close();
}

const flat = (text: string) => text.replace(/\s+/g, ' ');

test('the rhythm of the plan, in 80 columns', async () => {
  const terminal = openTerminal();
  await prepare(terminal.directory);
  const { exit, out, err } = await terminal.run('schedule');
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  expect(flat(out)).toContain('Monitoraggio infrannuale il 30/06 e il 30/09 alle 18:00');
  expect(flat(out)).toContain('OSRU: richiesta di aggiornamento ogni martedì alle 09:30');
  const english = await terminal.run('schedule', 'osru', '--lang', 'en');
  expect(flat(english.out)).toContain(
    'Schedule of OSRU Check-in every Tuesday at 09:30 · its own rule; the plan’s: every Monday at 09:30',
  );
});

test('of a structure, in the plan of a year', async () => {
  const terminal = openTerminal();
  await prepare(terminal.directory);
  const { out } = await terminal.run('schedule', 'OSRU', '--year', '2020');
  expect(flat(out)).toContain('Calendario di OSRU nel piano 2020');
  expect(await terminal.run('schedule', '--year', '2019')).toMatchObject({ exit: 1, out: '' });
});

test('what became of the slots', async () => {
  const terminal = openTerminal();
  await prepare(terminal.directory);
  const { out } = await terminal.run('schedule', 'history');
  expect(flat(out)).toContain(
    'Le 20 voci più recenti. lunedì 14/09 alle 09:30: promemoria · OSRU · settimana del 14/09/2020 · saltato: non più utile',
  );
  expect(out).toContain('Ce ne sono altre 4 precedenti.');
  expect((await terminal.run('schedule', 'history', 'OSRU', '--limit', '24')).out).not.toContain('precedent');
  expect((await terminal.run('schedule', 'history', 'LAVORO')).out).toContain('Ancora nulla');
});

test.each([
  { argv: ['schedule', 'ORSU'], exit: 1, says: '«ORSU» non esiste' },
  {
    argv: ['schedule', 'history', '--limit', '0'],
    exit: 2,
    says: '«0» non è accettato. Si scrive un numero da 1 a 100.',
  },
  { argv: ['schedule', 'history', '--limit', '101'], exit: 2, says: '«101»' },
  { argv: ['schedule', 'history', 'X'], exit: 1, says: '«X» non esiste' },
])('arti $argv → $exit', async ({ argv, exit, says }) => {
  const run = await openTerminal().run(...argv);
  expect({ exit: run.exit, out: run.out }).toEqual({ exit, out: '' });
  expect(flat(run.err)).toContain(says);
});
