/** `--json` and the API print one shape with the same figures, on every goal, phase and structure. */
import { getNamedType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { openContext } from '../../src/compose.ts';
import { schema } from '../../src/graphql/schema.ts';
import { openApi } from '../graphql/support.ts';
import { configOf } from '../services/real-context.ts';
import { openTerminal } from './support.ts';

/** What is kept beside the figures: sent before, or still to come. `--json` is of the figures of a day. */
const NO_FIGURES: readonly string[] = ['schedule', 'slotRuns', 'summaries'];

/** Every field of `typeName` with figures, down to the leaves: no type of the schema contains itself. */
function everything(typeName: string): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} has no fields`);
  const shown = Object.values(type.getFields()).filter(({ name }) => !NO_FIGURES.includes(name));
  const fields = shown.map((field) => {
    const named = getNamedType(field.type);
    return isObjectType(named) ? `${field.name} ${everything(named.name)}` : field.name;
  });
  return `{ ${fields.join(' ')} }`;
}

test.each([
  { asOf: '2020-06-30', baseline: 0 },
  { asOf: '2020-09-14', baseline: 1 },
])('as of $asOf, baseline $baseline', async ({ asOf, baseline }) => {
  const terminal = openTerminal();
  const context = await openContext(configOf(terminal.directory), { seed: true });
  const api = await openApi({ context });
  await api.ask(
    'mutation { reportStatus(input: { phase: "1.1.3", percent: 33.33, note: "n", reportedOn: "2020-06-15", idempotencyKey: "a" }) { __typename } }',
  );
  await api.ask(
    'mutation { recordMeasurement(input: { goal: "3.1", numerator: 8006, denominator: 20015, reportedOn: "2020-06-15", idempotencyKey: "b" }) { __typename } }',
  );
  const when = ['--as-of', asOf, '--baseline', String(baseline), '--json'];
  const json = async (...argv: string[]) => JSON.parse((await terminal.run('status', ...argv, ...when)).out);
  const ask = async (field: string, type: string, args = '') =>
    (await api.ask(`{ ${field}(${args} asOf: "${asOf}", baseline: ${baseline}) ${everything(type)} }`)).data[
      field
    ];

  const plan = await json();
  expect(plan).toEqual(await ask('plan', 'Plan'));
  for (const goal of plan.goals) {
    expect(goal).toEqual(await ask('goal', 'Goal', `code: "${goal.code}"`));
    expect(goal).toEqual(await json(goal.code));
    for (const phase of goal.phases) {
      expect(phase).toEqual(await ask('phase', 'Phase', `code: "${phase.code}"`));
    }
  }
  for (const structure of plan.structures) {
    expect(structure).toEqual(await json(structure.code));
    expect(structure).toEqual(await ask('structure', 'Structure', `code: "${structure.code}"`));
  }
  await context.store.close();
});
