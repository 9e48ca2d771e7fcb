import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { asksForSchema, measureDocument } from '../../../src/graphql/limits/measure-document.ts';

const measure = (text: string) => measureDocument(parse(text), 2000);

describe('a document has', () => {
  test.each([
    { why: 'one field', text: '{ a }', size: { depth: 1, rootFields: 1, fields: 1, repeated: 0 } },
    {
      why: 'what its fragments have, wherever they are spread',
      text: '{ a { ...F } b { ...F } } fragment F on T { c { d } }',
      size: { depth: 3, rootFields: 2, fields: 6, repeated: 0 },
    },
    {
      why: 'the fields of all its operations, the root of one',
      text: 'query A { a } query B { b c }',
      size: { rootFields: 2, fields: 3 },
    },
    {
      why: 'aliases and directives as they are written',
      text: 'query ($v: Int @d) @d { x: a @d ...F } fragment F on T @d { y: b }',
      size: { aliases: 2, directives: 4 },
    },
    { why: 'a field repeated', text: '{ a a a }', size: { fields: 3, repeated: 2 } },
    { why: 'two fields of one name in two places', text: '{ a { c } b { c } }', size: { repeated: 0 } },
    {
      why: 'two fields of one name in what is one place',
      text: '{ a { c } a { c } }',
      size: { repeated: 2 },
    },
    { why: 'a field repeated by an alias', text: '{ a: b a: c }', size: { repeated: 1 } },
    {
      why: 'a field repeated by way of fragments',
      text: '{ a ... { a } ...F } fragment F on T { a }',
      size: { repeated: 2 },
    },
    {
      why: 'a fragment that is spread twice, which is one place',
      text: '{ ...F ...F } fragment F on T { a }',
      size: { fields: 2, repeated: 0 },
    },
    {
      why: 'fragments that nobody spreads',
      text: '{ a } fragment F on T { b b }',
      size: { fields: 3, repeated: 1 },
    },
  ])('$why', ({ text, size }) => {
    expect(measure(text)).toMatchObject({ cycle: null, ...size });
  });
});

test.each([
  { why: 'itself', text: '{ ...A } fragment A on T { a ...A }' },
  {
    why: 'another that spreads it',
    text: '{ a } fragment A on T { a { ...B } } fragment B on T { b { ...A } }',
  },
])('a fragment that spreads $why is a cycle', ({ text }) => {
  expect(measure(text).cycle).toMatch(/^[AB]$/);
});

test('fragments that double are measured without being spread', () => {
  const fragments = Array.from({ length: 60 }, (_, n) => `fragment F${n} on T { ...F${n + 1} ...F${n + 1} }`);
  expect(measure(`{ ...F0 } ${fragments.join(' ')} fragment F60 on T { a }`).fields).toBe(2 ** 60);
});

test.each([
  { text: '{ __typename a { __typename } }', asks: false },
  { text: '{ __schema: a }', asks: false },
  { text: '{ x: __schema { types { name } } }', asks: true },
  { text: '{ ...F } fragment F on Query { ... { __type(name: "A") { name } } }', asks: true },
])('$text asks for the schema: $asks', ({ text, asks }) => {
  expect(asksForSchema(parse(text))).toBe(asks);
});
