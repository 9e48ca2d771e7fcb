import { GraphQLScalarType } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';

function scalar(name: string): GraphQLScalarType {
  const type = schema.getType(name);
  if (!(type instanceof GraphQLScalarType)) throw new Error(`${name} is no scalar`);
  return type;
}

test.each([
  { name: 'Date', given: '2020-02-29', read: '2020-02-29' },
  { name: 'DateTime', given: '2020-09-30T10:15Z', read: '2020-09-30T10:15:00.000Z' },
  { name: 'DateTime', given: '2020-09-30T10:15:00.5+02:00', read: '2020-09-30T08:15:00.500Z' },
  { name: 'BasisPoints', given: 10_000, read: 10_000 },
  {
    name: 'URL',
    given: 'https://arti.toscana.it/atto.pdf?a=1',
    read: 'https://arti.toscana.it/atto.pdf?a=1',
  },
])('$name takes $given', ({ name, given, read }) => {
  expect(scalar(name).parseValue(given)).toBe(read);
});

test.each([
  { name: 'Date', code: 'DATE_INVALID', given: ['2020-02-30', '', 20200930, null, {}] },
  {
    name: 'DateTime',
    code: 'DATE_TIME_INVALID',
    given: [
      '2020',
      '1',
      'oggi',
      '2020-02-30T10:00:00Z',
      '2020-09-30T25:00:00Z',
      '2020-09-30T10:15:00',
      '2020-09-30',
      5,
    ],
  },
  { name: 'BasisPoints', code: 'BASIS_POINTS_INVALID', given: [-1, 10_001, 0.5, '12', Number.NaN, []] },
  {
    name: 'URL',
    code: 'LINK_INVALID',
    given: ['javascript:alert(1)', 'ftp://x', 'arti.toscana.it', '', 5, 'file:///etc/passwd'],
  },
])('$name refuses anything else with $code, in both languages', ({ name, code, given }) => {
  for (const value of given) {
    let error: unknown;
    try {
      scalar(name).parseValue(value);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({
      extensions: { code, messageIt: expect.stringMatching(/./), messageEn: expect.stringMatching(/./) },
    });
  }
});
