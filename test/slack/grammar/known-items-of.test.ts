/** What somebody answers for, as the grammar knows it. */
import { expect, test } from 'vitest';
import { CURRENT, loadFigures } from '../../../src/services/load-figures.ts';
import { readOwnItems } from '../../../src/services/read-items.ts';
import { recordStatements } from '../../../src/services/record-statements.ts';
import { codesOf, knownItemsOf } from '../../../src/slack/grammar/known-items-of.ts';
import { openTestContext, PLANNING_OFFICE, personOf, statement } from '../../helpers/context.ts';

async function knownOn(day: string) {
  const context = await openTestContext({ today: day });
  const recorded = await recordStatements(context, {
    statements: [
      statement('1.1.3', { figure: { kind: 'DONE' } }),
      statement('1.4.4', { figure: { kind: 'NUMBER', number: '6200' as never, unit: null } }),
    ],
    lines: ['', ''],
    actor: PLANNING_OFFICE,
    source: 'SLACK',
    year: null,
    inbox: null,
    replyTo: null,
  });
  expect(recorded.ok).toBe(true);
  const own = await readOwnItems(context, personOf('referente.direzione'));
  if (!own.ok) throw new Error(own.refusal.code);
  const { figures, items } = own.value;
  return knownItemsOf(
    items.map(({ item }) => item),
    figures.day,
  );
}

test('phases by percent or by what they count, indicators by ratio; not what is complete', async () => {
  const known = await knownOn('2020-09-14');
  const codes = known.map(({ code }) => code);
  expect(codes).toContain('1.1.5');
  expect(codes).not.toContain('1.1.3');
  expect(codes).not.toContain('1.1.4');
  const found = (wanted: string) => known.find(({ code }) => code === wanted);
  expect(found('1.1.5')).toEqual({
    code: '1.1.5',
    goal: '1.1',
    kind: 'PHASE',
    measure: 'PERCENT',
    unit: null,
    reported: false,
  });
  expect(found('1.4.4')).toMatchObject({ measure: 'UNITS', unit: 'colloqui', reported: true });
  expect(found('3.1')).toEqual({
    code: '3.1',
    goal: '3.1',
    kind: 'INDICATOR',
    measure: 'RATIO',
    unit: null,
    reported: false,
  });
});

test('an indicator that has reached its target: it may change until the year ends, and is asked about', async () => {
  const context = await openTestContext();
  const figure = { kind: 'RATIO', numerator: '20015', denominator: '20015' } as never;
  const recorded = await recordStatements(context, {
    statements: [statement('3.1', { figure })],
    lines: [''],
    actor: PLANNING_OFFICE,
    source: 'SLACK',
    year: null,
    inbox: null,
    replyTo: null,
  });
  expect(recorded.ok).toBe(true);
  const own = await readOwnItems(context, personOf('referente.direzione'));
  if (!own.ok) throw new Error(own.refusal.code);
  const items = own.value.items.map(({ item }) => item);
  expect(items.find(({ code }) => code === '3.1')?.figure.health?.health).toBe('COMPLETED');
  expect(knownItemsOf(items, own.value.figures.day).map(({ code }) => code)).toContain('3.1');
});

test('nor what has not begun', async () => {
  const codes = (await knownOn('2020-08-10')).map(({ code }) => code);
  expect(codes).toContain('1.2.2');
  expect(codes).not.toContain('1.2.3');
});

test('the codes of every baseline: what was eliminated is no slip of the pen', async () => {
  const loaded = await loadFigures(await openTestContext(), CURRENT);
  if (!loaded.ok) throw new Error(loaded.refusal.code);
  const codes = codesOf(loaded.value.stored.plan);
  for (const code of ['1.1', '1.1.6', '3.3', '4.3', '1.4.4']) expect(codes).toContain(code);
  for (const code of ['1.1.7', '4.3.1', '2.1']) expect(codes).not.toContain(code);
});
