/** Documents that are large, or become so. */
import { asked, family, nest, repeat } from '../hostile-case.ts';

/** Fragments of which each spreads the next one twice: 2^n fields. */
const doubling = (count: number, on: string, field: string): string =>
  repeat(count, (n) =>
    n === count - 1
      ? `fragment F${n} on ${on} { ${field} }`
      : `fragment F${n} on ${on} { ...F${n + 1} ...F${n + 1} }`,
  );

/** The same by way of a field, so that nothing of it is the same place. */
const doublingBelow = (count: number): string =>
  repeat(count, (n) =>
    n === count - 1
      ? `fragment F${n} on Goal { code }`
      : `fragment F${n} on Goal { a${n}: area { code ...X${n} } b${n}: area { code ...X${n} } ...F${n + 1} } fragment X${n} on AreaReference { c${n}: code d${n}: title }`,
  );

const cycle = (length: number): string =>
  repeat(length, (n) => `fragment F${n} on Plan { year ...F${(n + 1) % length} }`);

/** Each spreads all the others below a field: as many paths as there are orders. */
const knot = (count: number): string =>
  repeat(
    count,
    (n) =>
      `fragment F${n} on Goal { ${repeat(count, (m) => (m === n ? 'code' : `a${n}x${m}: area { ...F${m} }`))} }`,
  );

const sized = [
  { why: '1,000 aliases', query: `{ ${repeat(1000, (n) => `a${n}: today`)} }`, code: 'TOO_MANY_TOKENS' },
  {
    why: '600 aliases, as many as the tokens let through',
    query: `{ plan { ${repeat(600, (n) => `a${n}: year`)} } }`,
    code: 'TOO_MANY_ALIASES',
  },
  {
    why: '101 aliases',
    query: `{ plan { ${repeat(101, (n) => `a${n}: year`)} } }`,
    code: 'TOO_MANY_ALIASES',
  },
  {
    why: '1,000 aliases of the root by way of fragments',
    query: `{ ${repeat(40, (n) => `...A${n}`)} } ${repeat(40, (n) => `fragment A${n} on Query { ${repeat(25, (m) => `a${n}x${m}: today`)} }`)}`,
  },
  {
    why: '10,000 repeated fields',
    query: `{ ${repeat(10_000, () => 'today')} }`,
    code: 'TOO_LONG',
  },
  { why: '9,000 repeated short fields', query: `{ ${repeat(9000, () => 'year')} }`, code: 'TOO_MANY_TOKENS' },
  {
    why: '1,990 repeated fields, all that the tokens let through',
    query: `{ plan { ${repeat(1990, () => 'year')} } }`,
    code: 'TOO_MANY_REPEATED_FIELDS',
  },
  {
    why: '600 repeated fields with something below',
    query: `{ plan { ${repeat(600, () => 'areas{code}', '')} } }`,
  },
  {
    why: '201 repeated fields below repeated fields',
    query: `{ plan { ${repeat(20, () => `areas { ${repeat(20, () => 'code')} }`)} } }`,
    code: 'TOO_MANY_REPEATED_FIELDS',
  },
  {
    why: '199 repeated fields',
    query: `{ plan { year ${repeat(199, () => 'year')} } }`,
    code: 'ANSWERED',
  },
  {
    why: 'a field repeated by inline fragments',
    query: `{ plan { ${repeat(300, () => '... { year }')} } }`,
    code: 'TOO_MANY_REPEATED_FIELDS',
  },
  {
    why: 'a field repeated by fragments that are all spread in one place',
    query: `{ plan { ${repeat(210, (n) => `...A${n}`)} } } ${repeat(210, (n) => `fragment A${n} on Plan{year}`)}`,
  },
  {
    why: 'fields of one name with arguments that differ',
    query: `{ ${repeat(29, (n) => `p: plan(year: ${2000 + n}) { year }`)} }`,
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
  {
    why: '300 plans',
    query: `{ ${repeat(99, (n) => `p${n}: plan { year }`)} }`,
    code: 'TOO_MANY_ROOT_FIELDS',
  },
  {
    why: '31 fields of the root',
    query: `{ ${repeat(31, (n) => `p${n}: today`)} }`,
    code: 'TOO_MANY_ROOT_FIELDS',
  },
  {
    why: 'aliases that multiply level by level',
    query: `{ plan { ${repeat(13, (a) => `a${a}: goals { ...G }`)} } }
      fragment G on Goal { ${repeat(13, (b) => `b${b}: phases { ...P }`)} }
      fragment P on Phase { ${repeat(13, (c) => `c${c}: code`)} }`,
    code: 'TOO_MANY_FIELDS',
  },
  ...[4, 8, 16, 32, 64, 150].map((count) => ({
    why: `${count} fragments that double, all of one place`,
    query: `{ plan { ...F0 } } ${doubling(count, 'Plan', 'year')}`,
  })),
  ...[4, 8, 16, 32].map((count) => ({
    why: `${count} fragments that double, and are not spread`,
    query: `{ today } ${doubling(count, 'Plan', 'year')}`,
  })),
  ...[2, 6, 12, 20].map((count) => ({
    why: `${count} fragments that branch below fields`,
    query: `{ plan { goals { ...F0 } } } ${doublingBelow(count)}`,
  })),
  ...[1, 2, 3, 5, 50, 150].map((length) => ({
    why: `a cycle of ${length} fragments`,
    query: `{ plan { ...F0 } } ${cycle(length)}`,
    code: 'FRAGMENT_CYCLE',
  })),
  {
    why: 'a cycle that no operation spreads',
    query: `{ today } ${cycle(3)}`,
    code: 'FRAGMENT_CYCLE',
  },
  ...[3, 6, 9, 12].map((count) => ({
    why: `a knot of ${count} fragments`,
    query: `{ plan { goals { ...F0 } } } ${knot(count)}`,
  })),
  ...[4000, 990, 600, 100, 16].map((depth) => ({
    why: `depth ${depth}`,
    query: `{ ${nest(depth, 'plan{', 'year', '}')} }`,
    code: depth > 660 ? 'TOO_MANY_TOKENS' : 'TOO_DEEP',
  })),
  {
    why: 'depth 4,000 in inline fragments',
    query: `{ ${nest(4000, '...{', 'today', '}')} }`,
    code: 'TOO_MANY_TOKENS',
  },
  { why: 'depth 600 in inline fragments', query: `{ ${nest(600, '...{', 'today', '}')} }`, code: 'ANSWERED' },
  {
    why: 'a list of lists as a value',
    query: `{ plan(year: ${nest(900, '[', '1', ']')}) { year } }`,
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
  {
    why: 'an object of objects as a value',
    query: `{ plan(year: ${nest(400, '{a:', '1', '}')}) { year } }`,
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
  {
    why: 'a long list as a value',
    query: `{ plan(year: [${repeat(1900, String, ',')}]) { year } }`,
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
  { why: 'a type of lists of lists', query: `query ($a: ${nest(900, '[', 'Int', ']')}) { today }` },
  ...[10_000, 1000, 300, 51].map((count) => ({
    why: `${count} directives on a field`,
    query: `{ today ${repeat(count, () => '@skip(if:false)', '')} }`,
  })),
  {
    why: 'unknown directives',
    query: `{ today ${repeat(900, (n) => `@d${n}`, '')} }`,
    code: 'TOO_MANY_DIRECTIVES',
  },
  {
    why: 'a directive on each of 100 fields',
    query: `{ plan { ${repeat(99, (n) => `a${n}: year @include(if: true)`)} } }`,
    code: 'TOO_MANY_DIRECTIVES',
  },
  {
    why: 'directives on variables and operations',
    query: `query Q(${repeat(60, (n) => `$v${n}: Int @d`, ', ')}) @a @b @c { today }`,
    code: 'TOO_MANY_DIRECTIVES',
  },
  { why: '400 variables', query: `query (${repeat(400, (n) => `$v${n}: Int`, ', ')}) { today }` },
  {
    why: '400 variables of one name',
    query: `query (${repeat(400, () => '$v: Int', ', ')}) { plan(year: $v) { year } }`,
  },
  { why: '300 operations', query: repeat(300, (n) => `query Q${n} { today }`), operationName: 'Q299' },
  { why: '300 operations of one name', query: repeat(300, () => 'query Q { today }'), operationName: 'Q' },
  { why: '600 anonymous operations', query: repeat(600, () => '{today}', '') },
  {
    why: '250 fragments that nobody spreads',
    query: `{ today } ${repeat(250, (n) => `fragment F${n} on Plan{year}`)}`,
  },
  {
    why: '250 fragments of one name',
    query: `{ plan { ...F } } ${repeat(250, () => 'fragment F on Plan{year}')}`,
  },
  { why: '600 fields that do not exist', query: `{ plan { ${repeat(600, (n) => `goalz${n}`)} } }` },
  {
    why: '600 arguments that do not exist',
    query: `{ plan(${repeat(600, (n) => `yearz${n}: 1`)}) { year } }`,
  },
  { why: '600 arguments of one name', query: `{ plan(${repeat(600, () => 'year: 1')}) { year } }` },
  { why: 'a name of 40,000 letters', query: `{ ${'a'.repeat(40_000)} }` },
  { why: 'names of 400 letters', query: `{ ${repeat(100, (n) => `${'g'.repeat(400)}${n}`)} }` },
  {
    why: 'an enum value of 40,000 letters',
    query: `{ plan { summaries(kind: ${'A'.repeat(40_000)}) { __typename } } }`,
  },
  { why: 'a number of 40,000 digits', query: `{ plan(year: ${'9'.repeat(40_000)}) { year } }` },
  { why: 'a string of 40,000 letters', query: `{ goal(code: "${'1'.repeat(40_000)}") { code } }` },
  { why: 'a block string of 20,000 lines', query: `{ goal(code: """${'\n x'.repeat(15_000)}""") { code } }` },
  { why: 'a string that does not end', query: `{ goal(code: "${'a'.repeat(40_000)}` },
  { why: 'a comment of 49,000 letters', query: `{ today } # ${'x'.repeat(49_000)}`, code: 'ANSWERED' },
  { why: 'a comment of a megabyte', query: `{ today } # ${'x'.repeat(900_000)}`, code: 'TOO_LONG' },
  { why: 'a megabyte of spaces', query: `{ today }${' '.repeat(900_000)}`, code: 'TOO_LONG' },
  { why: 'commas alone', query: ','.repeat(49_000), code: 'GRAPHQL_PARSE_FAILED' },
  { why: 'opening braces', query: '{'.repeat(49_000) },
  { why: 'opening braces with a field each', query: '{a'.repeat(20_000) },
  { why: 'opening brackets', query: `{ a(b: ${'['.repeat(40_000)}` },
  { why: 'spreads', query: `{ ${repeat(900, () => '...A')} } fragment A on Query { today }` },
  { why: 'nothing', query: '', code: 'GRAPHQL_PARSE_FAILED' },
  { why: 'a comment alone', query: '# {', code: 'GRAPHQL_PARSE_FAILED' },
  {
    why: 'an escape that is none',
    query: '{ goal(code: "\\u{110000}") { code } }',
    code: 'GRAPHQL_PARSE_FAILED',
  },
  { why: 'half of a letter', query: '{ goal(code: "\\ud800") { code } }', code: 'GRAPHQL_PARSE_FAILED' },
  { why: 'a NUL in the text', query: '{ today \u0000 }', code: 'GRAPHQL_PARSE_FAILED' },
  { why: 'letters that turn the line round', query: '{ today \u202e }', code: 'GRAPHQL_PARSE_FAILED' },
  { why: 'a BOM inside of the text', query: '\ufeff{ today }', code: 'ANSWERED' },
  { why: 'a schema of one’s own', query: 'type Query { a: Int }' },
  { why: 'an extension of the schema', query: 'extend type Query { a: Int } { today }' },
];

export const SIZE_CASES = family('size', sized.map(asked));
