import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareSchemas, parseDeclarations } from '../../scripts/undeclared-changes.ts';
import { printSdl } from '../../src/graphql/print-sdl.ts';

const file = (name: string) => readFileSync(new URL(`../../graphql/${name}`, import.meta.url), 'utf8');

test('the schema breaks no client of the released one, but for what is declared in graphql/declared-changes.json', () => {
  const compared = compareSchemas(
    file('released.graphql'),
    printSdl(),
    parseDeclarations(file('declared-changes.json')),
  );
  expect(compared).toEqual({ undeclared: [], unfounded: [] });
});

const RELEASED = `
  enum Health { ON_TRACK OVERDUE }
  input Filter { goal: String }
  type Goal { code: String! title: String weight: Int! }
  type Query { goal(code: String!): Goal goals(filter: Filter, first: Int = 20): [Goal!]! health: Health }
`;

const WHY = { why: 'The reason for it, as a reviewer reads it.', since: '0.2.0' };

describe('what is found', () => {
  test.each([
    { why: 'a field removed', from: 'title: String', to: '', says: 'Goal.title was removed.' },
    {
      why: 'a figure that may be null now',
      from: 'weight: Int!',
      to: 'weight: Int',
      says: 'Goal.weight changed type from Int! to Int.',
    },
    {
      why: 'a type changed',
      from: 'weight: Int!',
      to: 'weight: Float!',
      says: 'Goal.weight changed type from Int! to Float!.',
    },
    {
      why: 'an argument that must be given now',
      from: 'health: Health',
      to: 'health(goal: String!): Health',
      says: 'A required arg goal on Query.health was added.',
    },
    {
      why: 'an argument removed',
      from: ', first: Int = 20',
      to: '',
      says: 'Query.goals arg first was removed.',
    },
    {
      why: 'a part of an input that must be given now',
      from: '{ goal: String }',
      to: '{ goal: String area: String! }',
      says: 'A required field area on input type Filter was added.',
    },
    {
      why: 'a state removed',
      from: 'OVERDUE }',
      to: '}',
      says: 'OVERDUE was removed from enum type Health.',
    },
    {
      why: 'a state that clients do not know',
      from: 'OVERDUE }',
      to: 'OVERDUE STALE }',
      says: 'STALE was added to enum type Health.',
    },
    {
      why: 'another default',
      from: 'first: Int = 20',
      to: 'first: Int = 50',
      says: 'Query.goals arg first has changed defaultValue from 20 to 50.',
    },
  ])('$why, unless it is declared', ({ from, to, says }) => {
    const current = RELEASED.replace(from, to);
    expect(current).not.toBe(RELEASED);
    expect(compareSchemas(RELEASED, current, []).undeclared).toEqual([says]);
    const declared = compareSchemas(RELEASED, current, [{ change: says, ...WHY }]);
    expect(declared).toEqual({ undeclared: [], unfounded: [] });
  });

  test.each([
    { why: 'a field more', from: 'title: String', to: 'title: String subtitle: String' },
    { why: 'a deprecation', from: 'title: String', to: 'title: String @deprecated(reason: "see code")' },
    { why: 'a figure that is never null any more', from: 'title: String', to: 'title: String!' },
  ])('nothing in $why', ({ from, to }) => {
    expect(compareSchemas(RELEASED, RELEASED.replace(from, to), []).undeclared).toEqual([]);
  });

  test('a declaration of what does not happen', () => {
    const change = 'Goal.title was removed.';
    expect(compareSchemas(RELEASED, RELEASED, [{ change, ...WHY }]).unfounded).toEqual([change]);
  });
});

test.each([
  { why: 'without a reason', json: '[{"change":"Goal.title was removed.","why":"","since":"0.2.0"}]' },
  {
    why: 'without a version',
    json: '[{"change":"Goal.title was removed.","why":"It was never filled in."}]',
  },
  { why: 'no list', json: '{}' },
])('a declaration $why is none', ({ json }) => {
  expect(() => parseDeclarations(json)).toThrow();
});
