/** Who may ask for the schema itself, and what the others can guess of it. */
import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Caller } from '../../src/domain/caller.ts';
import { openApi } from './support.ts';

const callerOf = (introspects: boolean): Caller => ({
  actor: { key: 'key:a', role: 'READER', structures: [] },
  counted: 'a',
  introspects,
});
const open = (introspects: boolean) =>
  openApi({ authenticate: async () => ({ ok: true, caller: callerOf(introspects) }) });

const GUESSES = [
  { why: 'a field', query: '{ plan { yaer } }' },
  { why: 'an argument', query: '{ plan(yaer: 2020) { year } }' },
  { why: 'a type', query: '{ plan { ... on Plam { year } } }' },
  { why: 'a value of an enum', query: '{ plan { summaries(kind: PLAN_WEEC) { __typename } } }' },
  {
    why: 'a value of an enum in a variable',
    query: 'query ($k: SummaryKind) { plan { summaries(kind: $k) { __typename } } }',
    variables: { k: 'PLAN_WEEC' },
  },
];

describe('a key without the scope', () => {
  test.each([
    { why: 'GraphiQL’s own question', query: getIntrospectionQuery() },
    { why: 'one type', query: '{ __type(name: "Plan") { name } }' },
    {
      why: 'one type beside figures',
      query: '{ today ...F } fragment F on Query { x: __type(name: "Plan") { name } }',
    },
  ])('does not get $why', async ({ query }) => {
    const { status, errors, data } = await (await open(false)).ask(query);
    expect(status).toBe(403);
    expect(errors).toMatchObject([
      { extensions: { code: 'INTROSPECTION_NOT_ALLOWED', messageIt: expect.any(String) } },
    ]);
    expect(data).toBeUndefined();
  });

  test.each(GUESSES)('is not helped to guess $why', async ({ query, variables }) => {
    const { errors } = await (await open(false)).ask(query, variables);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).not.toContain('Did you mean');
    expect(errors[0]?.extensions?.code).toMatch(/GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT/);
  });

  test('asks of what type something is', async () => {
    expect((await (await open(false)).ask('{ __typename plan { __typename } }')).errors).toEqual([]);
  });
});

test.each(GUESSES)('a key with the scope is helped with $why', async ({ query, variables }) => {
  expect((await (await open(true)).ask(query, variables)).text).toContain('Did you mean');
});

test('what one key was answered is not given to another', async () => {
  let introspects = true;
  const api = await openApi({ authenticate: async () => ({ ok: true, caller: callerOf(introspects) }) });
  const [schema, guess] = ['{ __type(name: "Plan") { name } }', '{ plan { yaer } }'];
  for (const expected of [true, false, true]) {
    introspects = expected;
    expect((await api.ask(schema)).status).toBe(expected ? 200 : 403);
    expect((await api.ask(guess)).text.includes('Did you mean')).toBe(expected);
  }
});
