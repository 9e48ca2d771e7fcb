/** `--json` and the API print one shape with the same figures, on every goal, phase and structure. */
import { getNamedType, graphql, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { openContext } from '../../src/compose.ts';
import type { GraphqlContext } from '../../src/graphql/context.ts';
import { schema } from '../../src/graphql/schema.ts';
import { openApi } from '../graphql/support.ts';
import { configOf, PLANNING } from '../services/real-context.ts';
import { openTerminal } from './support.ts';

/**
 * What stands beside the figures of a day, which alone `--json` prints: their ids, other days, the rhythm, who said it, who
 * answers, what asks for attention, and ways back up.
 */
const NO_FIGURES: readonly string[] = [
  'Plan.schedule',
  'Plan.phases',
  'Plan.baselineDiff',
  'Plan.attention',
  'Plan.due',
  'Structure.channel',
  'Structure.members',
  'StatusReport.saidBy',
  'Measurement.saidBy',
  'StatusReport.phase',
  'Measurement.goal',
  'Indicator.goal',
  'Phase.goal',
];

/** Lists that are read a page at a time, and series. */
const isBeside = (type: string, field: string, of: string): boolean =>
  field === 'id' ||
  field === 'progressSeries' ||
  of.endsWith('Connection') ||
  NO_FIGURES.includes(`${type}.${field}`);

/** Every field of `typeName` with figures, down to the leaves: no type of the schema contains itself. */
function everything(typeName: string): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`${typeName} has no fields`);
  const shown = Object.values(type.getFields()).filter(
    (field) => !isBeside(typeName, field.name, getNamedType(field.type).name),
  );
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
  // Past the handler: no request of a client may cost as much.
  const contextValue = {
    services: context,
    actor: PLANNING,
    caller: { actor: PLANNING, counted: PLANNING.key, introspects: true },
    language: 'it',
  } satisfies Partial<GraphqlContext>;
  const ask = async (field: string, type: string, args = '') => {
    const source = `{ ${field}(${args} asOf: "${asOf}", baseline: ${baseline}) ${everything(type)} }`;
    const { data, errors } = await graphql({ schema, source, contextValue });
    expect(errors).toBeUndefined();
    // Without the prototypes that it leaves out.
    return JSON.parse(JSON.stringify(data?.[field]));
  };

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
