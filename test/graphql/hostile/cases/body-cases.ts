/** Bodies that are no request, or not only one. */
import { readTrustedDocuments } from '../../../../src/graphql/documents/trusted-documents.ts';
import { asked, family, nest, posted, repeat } from '../hostile-case.ts';

const OVERVIEW = readTrustedDocuments().find(({ name }) => name === 'plan-overview')?.id;
const QUERY = '{"query":"{ today }"}';
const bytes = (...parts: readonly (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

const bodies = [
  posted('nothing', '', 'BAD_REQUEST'),
  posted('spaces', '   ', 'BAD_REQUEST'),
  posted('half of it', '{"query":"{ tod', 'BAD_REQUEST'),
  posted('two of them', `${QUERY}${QUERY}`, 'BAD_REQUEST'),
  ...['null', '[]', '1', '"{ today }"', 'true', '{}', '[null]', '[[]]', '[1]', 'NaN', '{"query"}'].map(
    (body) => posted(body, body),
  ),
  ...['1', 'null', '[]', '{}', 'true', '["{ today }"]', '""'].map((query) =>
    posted(`a query that is ${query}`, `{"query":${query}}`),
  ),
  ...['1', '"x"', '[]', '[{}]', 'true'].map((variables) =>
    posted(
      `variables that are ${variables}`,
      `{"query":"{ today }","variables":${variables}}`,
      'BAD_REQUEST',
    ),
  ),
  ...['1', '[]', '{}', 'true', '""', '" "', '"{"', '"A B"'].map((name) =>
    posted(
      `an operation called ${name}`,
      `{"query":"query A { today } query B { today }","operationName":${name}}`,
    ),
  ),
  ...['1', '"x"', '[]'].map((extensions) =>
    posted(
      `extensions that are ${extensions}`,
      `{"query":"{ today }","extensions":${extensions}}`,
      'BAD_REQUEST',
    ),
  ),
  posted('a batch of two', `[${QUERY},${QUERY}]`, 'BAD_REQUEST'),
  posted('a batch of 10,000', `[${repeat(10_000, () => QUERY, ',')}]`, 'BAD_REQUEST'),
  posted('keys that come twice', '{"query":"{ nope }","query":"{ today }"}', 'ANSWERED'),
  posted('10,000 keys that mean nothing', `{"query":"{ today }",${repeat(10_000, (n) => `"k${n}":1`, ',')}}`),
  posted(
    'variables that nobody declared',
    `{"query":"{ today }","variables":{${repeat(10_000, (n) => `"k${n}":1`, ',')}}}`,
    'ANSWERED',
  ),
  posted('100,000 lists in one another', nest(100_000, '[', '', ']')),
  posted('100,000 objects in one another', nest(100_000, '{"a":', '1', '}')),
  ...['query ($v: Int) { plan(year: $v) { year } }', 'query ($v: Date) { plan(asOf: $v) { year } }'].map(
    (query) =>
      posted(
        `100,000 levels in a variable of ${query}`,
        `{"query":"${query}","variables":{"v":${nest(100_000, '[', '', ']')}}}`,
        'BAD_REQUEST',
      ),
  ),
  posted(
    '50,000 objects in one another in an input',
    `{"query":"mutation ($i: ReportStatusInput!) { reportStatus(input: $i) { __typename } }","variables":{"i":${nest(50_000, '{"a":', '1', '}')}}}`,
    'BAD_REQUEST',
  ),
  posted(
    '100,000 levels in extensions',
    `{"query":"{ today }","extensions":{"v":${nest(100_000, '[', '', ']')}}}`,
  ),
  posted(
    'a number beyond all numbers',
    '{"query":"query ($v: Int) { plan(year: $v) { year } }","variables":{"v":1e999}}',
    'BAD_USER_INPUT',
  ),
  posted(
    '100,000 digits',
    `{"query":"query ($v: Int) { plan(year: $v) { year } }","variables":{"v":${'9'.repeat(100_000)}}}`,
    'BAD_USER_INPUT',
  ),
  posted('a BOM', bytes([0xef, 0xbb, 0xbf], QUERY)),
  posted('UTF-16', Buffer.from(QUERY, 'utf16le'), 'BAD_REQUEST'),
  posted(
    'UTF-16 with its BOM',
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(QUERY, 'utf16le')]),
    'BAD_REQUEST',
  ),
  posted('UTF-16, named', Buffer.from(QUERY, 'utf16le'), 'UNSUPPORTED_MEDIA_TYPE', {
    'content-type': 'application/json; charset=utf-16',
  }),
  posted('NUL bytes', Buffer.alloc(1000), 'BAD_REQUEST'),
  posted('NUL bytes after it', bytes(QUERY, [0, 0, 0]), 'BAD_REQUEST'),
  posted('bytes that are no UTF-8', bytes('{"query":"{ today } # ', [0xff, 0xc0, 0x80], '"}'), 'ANSWERED'),
  posted('half of a letter', '{"query":"{ goal(code: \\"\\ud800\\") { code } }"}'),
  posted('a name of 900,000 letters', `{"${'k'.repeat(900_000)}":1}`),
  posted('exactly a megabyte', `{"query":"{ today }"}${' '.repeat(1_000_000 - QUERY.length)}`, 'ANSWERED'),
  posted('gzip', Buffer.from('1f8b0800000000000003', 'hex'), 'UNSUPPORTED_MEDIA_TYPE', {
    'content-type': 'application/json',
    'content-encoding': 'gzip',
  }),
  posted('what says that it is gzip', QUERY, 'UNSUPPORTED_MEDIA_TYPE', {
    'content-type': 'application/json',
    'content-encoding': 'gzip, br',
  }),
  posted('a document by a hash that is none', '{"documentId":"sha256:0000"}'),
  ...['variables', 'extensions'].map((name) =>
    posted(
      `100,000 levels in the ${name} of a document`,
      `{"documentId":"${OVERVIEW}","${name}":{"v":${nest(100_000, '[', '', ']')}}}`,
      'BAD_REQUEST',
    ),
  ),
  posted('a document by something else', '{"documentId":{"$ne":null}}'),
  posted('a hash of other servers', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}'),
];

const MEGABYTE = 'x'.repeat(900_000);
const QUOTED = "1.1' OR '1'='1";
const long = [
  { why: 'a code', query: 'query ($v: String!) { goal(code: $v) { code } }', variables: { v: MEGABYTE } },
  { why: 'a day', query: 'query ($v: Date) { plan(asOf: $v) { year } }', variables: { v: MEGABYTE } },
  { why: 'a number', query: 'query ($v: Int) { plan(year: $v) { year } }', variables: { v: MEGABYTE } },
  {
    why: 'an enum',
    query: 'query ($v: SummaryKind) { plan { summaries(kind: $v) { __typename } } }',
    variables: { v: MEGABYTE },
  },
  {
    why: 'a cursor',
    query: 'query ($v: String) { plan { summaries(after: $v) { __typename } } }',
    variables: { v: MEGABYTE },
  },
  {
    why: 'the name of a structure',
    query: 'query ($v: String!) { structure(code: $v) { code } }',
    variables: { v: MEGABYTE },
  },
  {
    why: '100,000 numbers',
    query: 'query ($v: Int) { plan(year: $v) { year } }',
    variables: { v: Array(100_000).fill(1) },
    code: 'BAD_USER_INPUT',
  },
  {
    why: 'SQL',
    query: 'query ($v: String!) { goal(code: $v) { code } }',
    variables: { v: QUOTED },
    code: 'UNKNOWN_CODE',
  },
  {
    why: 'more SQL',
    query: 'query ($v: String!) { structure(code: $v) { code } }',
    variables: { v: '%"; DROP TABLE plans; --' },
    code: 'UNKNOWN_STRUCTURE',
  },
  {
    why: 'a NUL',
    query: 'query ($v: String!) { phase(code: $v) { code } }',
    variables: { v: '1.1.1\u0000' },
  },
  {
    why: 'half of a letter',
    query: 'query ($v: String!) { structure(code: $v) { code } }',
    variables: { v: '\ud800' },
  },
].map((each) => ({ ...each, why: `in a variable: ${each.why}` }));

export const BODY_CASES = family('body', [...bodies, ...long.map(asked)]);
