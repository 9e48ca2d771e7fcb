import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { structuresOutsidePlan } from '../../src/domain/directory.ts';
import { parseDirectoryFile } from '../../src/plan-file/parse-directory-file.ts';
import { parsePlanFile } from '../../src/plan-file/parse-plan-file.ts';
import { bytesOf } from './small-plan.ts';

const local = readFileSync(new URL('../../plans/directory-local.yaml', import.meta.url));

test('the local directory: one referent a structure, a head, a manager, the planning office, a channel each', () => {
  const result = parseDirectoryFile(local, 'directory-local.yaml');
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const { people, channels } = result.directory;
  expect(people.map(({ key, role, structures }) => [key, role, ...structures])).toEqual([
    ['referente.direzione', 'STAFF', 'DIREZIONE'],
    ['referente.lavoro', 'STAFF', 'LAVORO'],
    ['referente.osru', 'STAFF', 'OSRU'],
    ['responsabile.osru', 'HEAD', 'OSRU'],
    ['dirigente', 'MANAGER'],
    ['programmazione', 'PLANNING'],
  ]);
  for (const { key, email } of people) expect(email).toBe(`${key}@arti.example`);
  expect(channels.map(({ name, purpose, structure }) => [name, purpose, structure])).toEqual([
    ['direzione', 'STRUCTURE', 'DIREZIONE'],
    ['lavoro', 'STRUCTURE', 'LAVORO'],
    ['osru', 'STRUCTURE', 'OSRU'],
    ['dirigenti', 'MANAGERS', null],
  ]);
  const plan = parsePlanFile(readFileSync(new URL('../../plans/arti-2020.yaml', import.meta.url)), 'p');
  expect(plan.ok && structuresOutsidePlan(result.directory, plan.plan)).toEqual([]);
  expect(
    plan.ok && structuresOutsidePlan(result.directory, { structures: plan.plan.structures.slice(1) }),
  ).toEqual(['DIREZIONE']);
});

const text = local.toString();

test.each([
  { why: 'one key for two', from: 'key: dirigente', to: 'key: programmazione', code: 'DUPLICATE_CODE' },
  {
    why: 'one address for two, whatever its case',
    from: 'email: dirigente@arti.example',
    to: 'email: Programmazione@ARTI.example',
    code: 'DUPLICATE_CODE',
  },
  { why: 'one channel twice', from: 'name: lavoro', to: 'name: osru', code: 'DUPLICATE_CODE' },
  {
    why: 'staff of no structure',
    from: '    structures: [OSRU]\n',
    to: '',
    code: 'PERSON_WITHOUT_STRUCTURE',
  },
  {
    why: 'a town that the calendar does not know',
    from: 'role: MANAGER\n    place: Firenze',
    to: 'role: MANAGER\n    place: Atlantide',
    code: 'NOT_ONE_OF',
  },
  { why: 'an unknown role', from: 'role: MANAGER', to: 'role: BOSS', code: 'NOT_ONE_OF' },
  { why: 'no address', from: 'dirigente@arti.example', to: 'dirigente', code: 'NOT_AN_EMAIL' },
  {
    why: 'a channel name that Slack refuses',
    from: 'name: dirigenti',
    to: 'name: Dirigenti',
    code: 'NOT_A_KEY',
  },
  {
    why: 'a channel of no use',
    from: '    purpose: MANAGERS\n',
    to: '',
    code: 'CHANNEL_STRUCTURE_OR_PURPOSE',
  },
  {
    why: 'a channel of two uses',
    from: 'purpose: MANAGERS',
    to: 'purpose: MANAGERS\n    structure: OSRU',
    code: 'CHANNEL_STRUCTURE_OR_PURPOSE',
  },
  { why: 'a structure in lower case', from: '[OSRU]', to: '[osru]', code: 'NOT_A_STRUCTURE_CODE' },
  { why: 'a plan', from: 'arti-directory/1', to: 'arti-plan/1', code: 'WRONG_FORMAT' },
])('$why → $code', ({ from, to, code }) => {
  expect(text).toContain(from);
  const result = parseDirectoryFile(bytesOf(text.replace(from, to)), 'd.yaml');
  expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toEqual([code]);
});

test.each([
  { why: 'left out', line: '', place: null },
  { why: 'as it is written', line: '    place: Pisa\n', place: 'Pisa' },
  { why: 'in capitals', line: '    place: PISA\n', place: 'Pisa' },
])('the place where a person works, $why → $place', ({ line, place }) => {
  const result = parseDirectoryFile(
    bytesOf(text.replace('    role: MANAGER\n    place: Firenze\n', `    role: MANAGER\n${line}`)),
    'd.yaml',
  );
  expect(result.ok && result.directory.people.find(({ role }) => role === 'MANAGER')?.place).toBe(place);
});
