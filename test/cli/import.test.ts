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

test('what people wrote cannot steer the terminal', async () => {
  const terminal = openTerminal({ seed: false });
  const file = join(terminal.directory, 'plan.yaml');
  writeFileSync(file, readFileSync(planFile, 'utf8').replace(/^title: .*$/m, 'title: "a\\e[31mb\\u202Ec"'));
  const imported = await terminal.run('import', file);
  const shown = await terminal.run('status');
  for (const text of [imported.out, imported.err, shown.out])
    expect(text).not.toMatch(/\p{Cf}|(?!\n)\p{Cc}/u);
});
