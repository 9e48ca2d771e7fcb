/** Sentences of the GraphQL library in Italian, as the library itself says them of requests that are no good. */
import { buildSchema, GraphQLError, getVariableValues, Kind, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { protocolIt } from '../../src/messages/protocol-it.ts';

const schema = buildSchema(`
  directive @once(why: String!) on FIELD
  enum Colour { RED BLUE }
  input Range { from: Int! to: Int }
  input Either @oneOf { a: Int b: Int }
  type Query { name: String! size(of: Int!, colour: Colour, range: Range, either: Either, is: Boolean, rate: Float): Int me: Person }
  type Person { name: String friend: Person }
  type Subscription { a: Int b: Int }
`);

function firstError(text: string): string {
  try {
    const [error] = validate(schema, parse(text));
    return error?.message ?? 'no error';
  } catch (error) {
    if (error instanceof GraphQLError) return error.message;
    throw error;
  }
}

describe('of a document', () => {
  test.each([
    { text: '{ name', says: 'Il testo non è GraphQL: era atteso un nome, si trova la fine del testo.' },
    { text: '{ name }}', says: 'Il testo non è GraphQL: "}" non può stare qui.' },
    { text: '{ size(of: "x) }', says: 'un testo tra virgolette non è chiuso' },
    { text: '{ nam }', says: 'Il tipo «Query» non ha un campo «nam». Forse: «name».' },
    { text: '{ name(a: 1) }', says: 'Il campo «Query.name» non ha un argomento «a».' },
    { text: '{ size }', says: 'Il campo «size» richiede l’argomento «of», di tipo «Int!».' },
    { text: '{ name @once }', says: 'La direttiva «@once» richiede l’argomento «why», di tipo «String!».' },
    { text: '{ name @no }', says: 'La direttiva «@no» non esiste.' },
    { text: 'query @once(why: "x") { name }', says: 'La direttiva «@once» non può stare qui (QUERY).' },
    { text: '{ name { x } }', says: 'Il campo «name» è di tipo «String!», che non ha campi' },
    { text: '{ me }', says: 'come in «me { … }».' },
    { text: '{ ...F }', says: 'Il frammento «F» non è definito.' },
    { text: '{ name } fragment F on Person { name }', says: 'Il frammento «F» è definito e mai usato.' },
    { text: '{ ...F } fragment F on Person { name }', says: 'un oggetto «Query» non è mai un «Person»' },
    { text: '{ ... on Colour { x } }', says: 'non può essere di tipo «Colour», che non ha campi' },
    {
      text: '{ me { ...F } } fragment F on Person { friend { ...F } }',
      says: 'Il frammento «F» contiene sé stesso.',
    },
    { text: '{ ... on Nobody { x } }', says: 'Il tipo «Nobody» non esiste.' },
    { text: '{ size(of: $n) }', says: 'La variabile «$n» non è dichiarata dall’operazione.' },
    { text: 'query($n: Int) { name }', says: 'La variabile «$n» è dichiarata e mai usata.' },
    {
      text: 'query($n: String!) { size(of: $n) }',
      says: 'La variabile «$n» è di tipo «String!», ma qui serve «Int!».',
    },
    { text: 'query($n: Person) { name }', says: 'La variabile «$n» non può essere di tipo «Person»' },
    { text: 'query A { name } query A { name }', says: 'Può comparire una volta sola l’operazione «A».' },
    { text: '{ name } query A { name }', says: 'Un’operazione senza nome deve essere l’unica del testo.' },
    { text: '{ a: size(of: 1) a: size(of: 2) }', says: 'Il campo «a» è chiesto due volte in modo diverso' },
    { text: 'subscription { a b }', says: 'Una sottoscrizione chiede un solo campo al primo livello.' },
    { text: 'type X { a: Int }', says: 'La definizione "X" non si può eseguire' },
    { text: '{ size(of: 1, colour: REDD) }', says: '«REDD» non è un valore di «Colour». Forse: «RED».' },
    { text: '{ size(of: 1, colour: 1) }', says: '1 non è un valore di «Colour».' },
    { text: '{ size(of: "x") }', says: '"x" non è un numero intero.' },
    { text: '{ size(of: 99999999999) }', says: 'serve un numero intero di 32 bit' },
    { text: '{ size(of: 1, is: 1) }', says: '1 non è «true» né «false».' },
    { text: '{ size(of: 1, rate: "x") }', says: '"x" non è un numero.' },
    { text: '{ size(of: null) }', says: 'null non è un valore di tipo «Int!».' },
    { text: '{ size(of: 1, range: { to: 1 }) }', says: 'Manca il campo «Range.from», di tipo «Int!».' },
    {
      text: '{ size(of: 1, range: { from: 1, too: 1 }) }',
      says: 'I dati di tipo «Range» non hanno un campo «too». Forse: «to».',
    },
    { text: '{ size(of: 1, either: { a: 1, b: 1 }) }', says: 'Di «Either» si indica uno e un solo campo.' },
  ])('$text', ({ text, says }) => {
    expect(protocolIt(firstError(text))).toContain(says);
  });
});

describe('of variables', () => {
  const declared = parse('query($n: Int!, $colour: Colour, $range: Range, $either: Either) { name }');
  const [operation] = declared.definitions;
  const errorOf = (values: Record<string, unknown>): string => {
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('an operation was expected');
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], values);
    return errors?.[0]?.message ?? 'no error';
  };
  test.each([
    { values: {}, says: 'La variabile «$n», di tipo «Int!», è obbligatoria.' },
    { values: { n: null }, says: 'La variabile «$n», di tipo «Int!», è obbligatoria.' },
    { values: { n: 'x' }, says: 'Variabile «$n»: "x" non è un numero intero.' },
    {
      values: { n: 1, colour: 'REDD' },
      says: 'Variabile «$colour»: «REDD» non è un valore di «Colour». Forse: «RED».',
    },
    { values: { n: 1, range: { from: 'x' } }, says: 'Variabile «range.from»: "x" non è un numero intero.' },
    {
      values: { n: 1, range: { from: 1, too: 1 } },
      says: 'Variabile «$range»: I dati di tipo «Range» non hanno un campo «too».',
    },
    { values: { n: 1, range: 1 }, says: 'Variabile «$range»: Serve un oggetto di tipo «Range».' },
    { values: { n: 1, either: {} }, says: 'Variabile «$either»: Di «Either» si indica uno e un solo campo.' },
  ])('$values', ({ values, says }) => {
    expect(protocolIt(errorOf(values))).toContain(says);
  });
});

test('a sentence that is not known is quoted beside an Italian one', () => {
  expect(protocolIt('Something new went wrong.')).toBe(
    'La richiesta non è valida: «Something new went wrong».',
  );
});
