/** Plans and directories brought in by the API: whole, or not at all with every problem at its place. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openAsked } from './support.ts';

const bundled = (name: string) => readFileSync(new URL(`../../../plans/${name}`, import.meta.url), 'utf8');
const PLAN = bundled('arti-2020.yaml');
const DIRECTORY = bundled('directory-local.yaml');

test('every problem of a plan with file, line and path, in both languages', async () => {
  const { left, send } = await openAsked();
  const start = await left();
  const text = PLAN.replace('year: 2020', 'year: 20x0').replace(
    /^format: .*$/m,
    (line) => `${line}\nnonsense: 1`,
  );
  const result = await send('import-file', { name: 'piano.yaml', text });
  expect(result.__typename).toBe('RefusedImport');
  expect(result.problems).toMatchObject([
    {
      code: 'UNKNOWN_FIELD',
      file: 'piano.yaml',
      line: expect.any(Number),
      path: expect.stringMatching(/^\//),
    },
    { code: 'NOT_AN_INTEGER', path: '/year' },
  ]);
  expect(result.problems[0].messageIt).not.toBe(result.problems[0].messageEn);
  expect(await left()).toEqual(start);
});

test('a plan without what was reported on is refused, with the codes', async () => {
  const { left, send } = await openAsked();
  await send('record-measurement', { idempotencyKey: 'a', goal: '3.1', numerator: 1, denominator: 2 });
  const start = await left();
  const text = PLAN.replaceAll("code: '3.1'", "code: '3.7'").replaceAll("goal: '3.1'", "goal: '3.7'");
  expect(text).not.toBe(PLAN);
  const result = await send('import-file', { name: 'piano.yaml', text });
  expect(result).toMatchObject({
    __typename: 'RefusedImport',
    problems: [{ code: 'REPORTED_ITEMS_MISSING', line: null, messageEn: expect.stringContaining('3.1') }],
  });
  expect(await left()).toEqual(start);
});

test('a directory, and a list of people', async () => {
  const { context, send } = await openAsked();
  const renamed = DIRECTORY.replace('Referente OSRU', 'Referente nuovo');
  expect(
    await send('import-file', { idempotencyKey: 'a', name: 'rubrica.yaml', text: renamed }),
  ).toMatchObject({
    part: 'WHOLE',
    changed: true,
    people: 6,
    unansweredStructures: [],
  });
  expect((await context.store.listPeople()).map(({ name }) => name)).toContain('Referente nuovo');
  const text = 'key,name,title,email,role,structures\nada,Ada,istruttrice,ada@arti.example,STAFF,OSRU\n';
  expect(await send('import-file', { idempotencyKey: 'b', name: 'persone.csv', text })).toMatchObject({
    part: 'PEOPLE',
    people: 1,
    unansweredStructures: ['DIREZIONE', 'LAVORO'],
  });
  // The first request once more, late: the directory stays as the second has it.
  expect(
    await send('import-file', { idempotencyKey: 'a', name: 'rubrica.yaml', text: renamed }),
  ).toMatchObject({
    duplicate: true,
    changed: false,
    people: 1,
  });
});

test('notices of a plan are told', async () => {
  const { send } = await openAsked();
  const { notices } = await send('import-file', { name: 'piano.yaml', text: PLAN });
  expect(notices.map(({ code }: { code: string }) => code)).toContain('GOALS_BELOW_100');
});
