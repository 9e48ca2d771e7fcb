/** What is printed is what graphql-js answers, to the letter. */
import fc from 'fast-check';
import {
  execute,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
  validate,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Run } from '../../../src/graphql/compiled/compile-operation.ts';
import { prepareOperation } from '../../../src/graphql/compiled/prepare-operation.ts';
import type { GraphqlContext } from '../../../src/graphql/context.ts';
import { readTrustedDocuments } from '../../../src/graphql/documents/trusted-documents.ts';
import { schema } from '../../../src/graphql/schema.ts';
import type { Context } from '../../../src/services/context.ts';
import { openRealContext, PLANNING } from '../../services/real-context.ts';

const NOON = new Date('2020-09-14T10:00:00.000Z');

/** The time of day stands still, so that both see the same. */
const contextOf = (services: Context): GraphqlContext => ({
  services: { ...services, clock: { ...services.clock, now: () => NOON }, realNow: () => NOON },
  actor: PLANNING,
  caller: { actor: PLANNING, counted: 'prova', introspects: true },
  language: 'it',
});

/** Null where it is left to graphql-js. */
async function print(services: Context, text: string, variables = {}, memo: Run['memo'] = new Map()) {
  const prepared = prepareOperation(schema, parse(text), null);
  const coerced = prepared?.coerce(variables);
  if (!prepared || !coerced) return null;
  try {
    return await prepared.printerFor(coerced)({ context: contextOf(services), variables: coerced, memo });
  } catch {
    return null;
  }
}

async function executed(services: Context, text: string, variableValues = {}): Promise<string | null> {
  const contextValue = contextOf(services);
  const result = await execute({ schema, document: parse(text), contextValue, variableValues });
  return result.errors ? null : JSON.stringify(result.data);
}

const PROGRESS = '{ percent coverage healthReason { kind days } explain { terms { code contribution } } }';

describe('the same text', () => {
  test.each([
    {
      why: 'aliases, and a field asked for twice',
      query: `{ plan { a: year b: year year progress { percent } progress { coverage percent } } }`,
    },
    {
      why: '__typename wherever it stands',
      query: `{ __typename plan { __typename areas { __typename code } } }`,
    },
    {
      why: 'fragments within fragments',
      query: `{ plan { ...A } } fragment A on Plan { ...B goals { ...C } } fragment B on Plan { year } fragment C on Goal { code phases { code progress ${PROGRESS} } }`,
    },
    { why: 'fragments on an interface', query: `{ goal(code: "1.4") { ... on Node { id } ... { title } } }` },
    {
      why: 'null where there is nothing',
      query: `{ goal(code: "1.4") { remarks lastMeasurement { value } phases { lastReport { percent } units { target } } } }`,
    },
    {
      why: 'several roots, of several days',
      query: `{ today a: plan(asOf: "2020-06-30") { progress ${PROGRESS} } b: plan(baseline: 0) { progress ${PROGRESS} } }`,
    },
    {
      why: 'lists of leaves, and empty ones',
      query: `{ plan { notes structures { aliases goalsWithoutPhases { code } } changes { notes } } }`,
    },
    {
      why: 'what has to be waited for',
      query: `{ plan { summaries(first: 2) { nodes { id } pageInfo { hasNextPage } } schedule { rules { kind inWords } } } }`,
    },
    {
      why: 'a directive on a fragment, on a field and on both',
      query: `{ plan { ...A @include(if: false) ... @skip(if: false) { title } year @skip(if: true) } } fragment A on Plan { asOf }`,
    },
    { why: 'nothing left of an object', query: `{ plan { progress { percent @skip(if: true) } } }` },
  ])('$why', async ({ query }) => {
    const services = await openRealContext();
    expect(validate(schema, parse(query))).toEqual([]);
    const printed = await print(services, query);
    expect(printed).toBe(await executed(services, query));
    expect(printed).not.toBeNull();
  });

  test('whatever the variables of @skip and @include are', async () => {
    const services = await openRealContext();
    const query = `query ($a: Boolean!, $b: Boolean = true) {
      plan { year @skip(if: $a) ...F @include(if: $b) ...F @skip(if: $b) goals { code @include(if: $a) progress @skip(if: $b) { percent } title } }
    } fragment F on Plan { title asOf @include(if: $a) }`;
    for (const variables of [{ a: true }, { a: false }, { a: true, b: false }, { a: false, b: false }]) {
      expect(await print(services, query, variables)).toBe(await executed(services, query, variables));
    }
  });

  test('from what was printed before, as from the beginning', async () => {
    const services = await openRealContext();
    const query = `{ plan { goals { code phases { code progress ${PROGRESS} } } structures { goalsWithoutPhases { code } } } }`;
    const memo: Run['memo'] = new Map();
    const first = await print(services, query, {}, memo);
    expect(memo.size).toBeGreaterThan(0);
    expect(await print(services, query, {}, memo)).toBe(first);
    expect(first).toBe(await executed(services, query));
  });
});

describe('left to graphql-js', () => {
  test.each([
    { why: 'a refusal', query: '{ goal(code: "9.9") { code } }' },
    { why: 'the schema', query: '{ __schema { types { name } } }' },
    { why: 'an argument that is no day', query: '{ plan(asOf: "2020-02-30") { year } }' },
    {
      why: 'a mutation',
      query: 'mutation { reportStatus(input: { phase: "1.4.1", idempotencyKey: "k" }) { __typename } }',
    },
    { why: 'a variable that is not what it must be', query: 'query ($a: Int!) { plan(year: $a) { year } }' },
  ])('$why', async ({ query }) => {
    expect(await print(await openRealContext(), query)).toBeNull();
  });
});

test('the dashboards’ own queries', async () => {
  const services = await openRealContext();
  const variables = { code: '1.4', id: 'x', structure: 'OSRU', after: null };
  const queries = readTrustedDocuments().filter(({ text }) => /^(?:#.*\n)*query/.test(text));
  const differing = [];
  for (const { name, text } of queries) {
    const printed = await print(services, text, variables);
    if (printed !== (await executed(services, text, variables))) differing.push(name);
  }
  expect(differing).toEqual([]);
  expect(queries.length).toBeGreaterThan(5);
});

/** Selections of fields that need no arguments, at random. */
function aSelection(type: GraphQLOutputType | GraphQLNamedType, depth: number): fc.Arbitrary<string> {
  const named = getNamedType(type) as GraphQLNamedType;
  if (isLeafType(named)) return fc.constant('');
  if (isAbstractType(named)) return fc.constant('{ __typename }');
  if (!isObjectType(named)) return fc.constant('{ __typename }');
  return fc
    .subarray(fieldsOf(named, depth), { minLength: 1, maxLength: Math.min(5, fieldsOf(named, depth).length) })
    .chain((names) =>
      fc.tuple(...names.map((name) => aField(named, name, depth))).map((fields) => `{ ${fields.join(' ')} }`),
    );
}

const fieldsOf = (type: GraphQLObjectType, depth: number): string[] =>
  Object.values(type.getFields())
    .filter(
      ({ args, type: output }) =>
        !args.some(isRequiredArgument) && (depth > 0 || isLeafType(getNamedType(output))),
    )
    .map(({ name }) => name)
    .concat('__typename');

function aField(type: GraphQLObjectType, name: string, depth: number): fc.Arbitrary<string> {
  const field = type.getFields()[name];
  const selection = field ? aSelection(field.type, depth - 1) : fc.constant('');
  return fc
    .tuple(
      selection,
      fc.constantFrom('', '', '@include(if: $yes) ', '@skip(if: $yes) '),
      fc.constantFrom('', 'x: '),
    )
    .map(([below, directive, alias]) => `${alias}${name} ${directive}${below}`);
}

test('whatever is selected', async () => {
  const services = await openRealContext();
  const plan = schema.getType('Plan');
  if (!isObjectType(plan)) throw new Error('no plan');
  let printedOnes = 0;
  await fc.assert(
    fc.asyncProperty(aSelection(plan, 4), fc.boolean(), async (selection, yes) => {
      const query = `query ($yes: Boolean!) { plan ${selection} goal(code: "1.1") @include(if: $yes) { code } }`;
      // Two fields under one alias, for the most part.
      fc.pre(validate(schema, parse(query)).every(({ message }) => message.includes('never used')));
      const printed = await print(services, query, { yes });
      expect(printed).toBe(await executed(services, query, { yes }));
      if (printed !== null) printedOnes += 1;
    }),
    { numRuns: 150 },
  );
  expect(printedOnes).toBeGreaterThan(100);
}, 60_000);
