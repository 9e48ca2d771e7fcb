import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openTerminal } from './support.ts';

const planFile = fileURLToPath(new URL('../../plans/arti-2020.yaml', import.meta.url));
const directoryFile = fileURLToPath(new URL('../../plans/directory-local.yaml', import.meta.url));

test('a plan and a directory, then nothing new', async () => {
  const terminal = openTerminal({ seed: false });
  const first = await terminal.run('import', planFile, directoryFile);
  expect(first).toMatchObject({ exit: 0, err: '' });
  expect(first.out).toMatch(/arti-2020\.yaml:\d+:\d+: Baseline 0: 86 su 100 punti .* \[GOALS_BELOW_100\]/);
  expect(first.out).toContain('Importato: ');
  expect(first.out).toContain('Importato l’elenco: ');
  const again = await terminal.run('import', planFile, directoryFile);
  expect(again.exit).toBe(0);
  expect(again.out).toContain('Invariato, già importato');
  expect(again.out).toContain('Invariato, elenco già importato');
});

test('every problem with file, line, column and rule; nothing imported', async () => {
  const terminal = openTerminal({ seed: false });
  const file = join(terminal.directory, 'bad.yaml');
  writeFileSync(
    file,
    readFileSync(planFile, 'utf8')
      .replace('weight: 15.00', 'weight: -15.00')
      .replace('start: 2020-01-01', 'start: 2020-02-31'),
  );
  const { exit, out, err } = await terminal.run('import', file);
  expect({ exit, out }).toEqual({ exit: 1, out: '' });
  const problems = err.split('\n').filter((line) => /^.*bad\.yaml:\d+:\d+: .+ \[[A-Z_0-9]+\]$/.test(line));
  expect(problems.length).toBeGreaterThan(1);
  expect(err).toContain('non è stato importato nulla');
  expect((await terminal.run('status')).err).toContain('arti import FILE');
});

test('a file that is not there does not stop the ones after it', async () => {
  const terminal = openTerminal({ seed: false, language: 'en' });
  const missing = join(terminal.directory, 'none.yaml');
  const { exit, out, err } = await terminal.run('import', missing, terminal.directory, planFile);
  expect(exit).toBe(1);
  expect(err).toContain('none.yaml: the file does not exist.');
  expect(err).toContain('cannot be read (EISDIR)');
  expect(out).toContain('Imported: ');
});

const listFile = (name: string) => fileURLToPath(new URL(`../../plans/${name}`, import.meta.url));

test.each([
  {
    language: 'it' as const,
    people: 'Importate le persone: ora sono 6. I canali restano com’erano: 4.',
    channels: 'Importati i canali: ora sono 1. Le persone restano com’erano: 6.',
    unchanged: 'Invariato, elenco già importato.',
  },
  {
    language: 'en' as const,
    people: 'Imported the people: there are now 6. The channels stay as they were: 4.',
    channels: 'Imported the channels: there are now 1. The people stay as they were: 6.',
    unchanged: 'Unchanged, directory already imported.',
  },
])(
  'lists as CSV, and what each leaves alone ($language)',
  async ({ language, people, channels, unchanged }) => {
    const terminal = openTerminal({ language });
    const only = join(terminal.directory, 'canali.csv');
    writeFileSync(only, 'canale;argomento;struttura\nosru;Settore OSRU;OSRU\n');
    const moved = join(terminal.directory, 'persone.csv');
    writeFileSync(moved, readFileSync(listFile('people-local.csv'), 'utf8').replace('Firenze', 'Pisa'));
    const first = await terminal.run('import', moved, listFile('channels-local.csv'), only);
    expect(first).toEqual({ exit: 0, err: '', out: `${people}\n${unchanged}\n${channels}\n` });
  },
);

test('a list that leaves a structure without anybody says so', async () => {
  const terminal = openTerminal();
  const file = join(terminal.directory, 'persone.csv');
  writeFileSync(file, 'nome;qualifica;email;ruolo;strutture\nAnna;F;anna@x.it;operatore;OSRU | LAVORO\n');
  const { exit, out } = await terminal.run('import', file);
  expect(exit).toBe(0);
  expect(out).toContain('né operatori né responsabili: DIREZIONE.');
});

test('a list with problems: each with its place and what is accepted; nothing imported', async () => {
  const terminal = openTerminal();
  const file = join(terminal.directory, 'persone.csv');
  writeFileSync(
    file,
    Buffer.from(
      'nome;qualifica;email;ruolo;strutture;sede\nNicolò;F;n@x.it;capo;OSRU;Milano\n;F;b@x.it;operatore;XY;\n',
      'latin1',
    ),
  );
  const { exit, out, err } = await terminal.run('import', file);
  expect({ exit, out }).toEqual({ exit: 1, out: '' });
  expect(err.replaceAll(file, 'persone.csv').trim().split('\n')).toEqual([
    'persone.csv:2:17: «capo» non è tra i valori accettati: operatore, responsabile, dirigente, programmazione, staff, head, manager, planning. [NOT_ONE_OF]',
    expect.stringMatching(
      /^persone\.csv:2:27: «Milano» non è tra i valori accettati: Arezzo, .*Viareggio\. \[NOT_ONE_OF\]$/,
    ),
    expect.stringMatching(/^persone\.csv:3:1: Il campo «nome» è vuoto: .* \[EMPTY_FIELD\]$/),
    expect.stringMatching(
      /^persone\.csv:3:21: La struttura «XY» non è tra quelle del piano: .*OSRU.* \[UNKNOWN_STRUCTURE\]$/,
    ),
    'persone.csv: 4 problemi, non è stato importato nulla.',
  ]);
});

test('what people wrote cannot steer the terminal', async () => {
  const terminal = openTerminal({ seed: false });
  const file = join(terminal.directory, 'plan.yaml');
  writeFileSync(file, readFileSync(planFile, 'utf8').replace(/^title: .*$/m, 'title: "a\\e[31mb\\u202Ec"'));
  const imported = await terminal.run('import', file);
  const shown = await terminal.run('status');
  for (const text of [imported.out, imported.err, shown.out])
    expect(text).not.toMatch(/\p{Cf}|(?!\n)\p{Cc}/u);
});
