/** Keys that do not hold, or not for this; and operations that are not there. */
import { asked, family, type HostileCase, repeat } from '../hostile-case.ts';

type Case = Omit<HostileCase, 'family'>;

const QUERY = { 'content-type': 'application/json' };
const BODY = '{"query":"{ plan { goals { phases { lastReport { note } } } } }"}';

/** @param authorization the header, whole; null for none */
const withHeader = (
  why: string,
  authorization: string | null,
  more: Readonly<Record<string, string>> = {},
): Case => ({
  why,
  request: {
    method: 'POST',
    headers: { ...QUERY, ...more, ...(authorization !== null && { authorization }) },
    body: BODY,
    key: null,
  },
  code: 'UNAUTHENTICATED',
  status: 401,
});

const headers: readonly Case[] = [
  withHeader('no key', null),
  withHeader('an empty header', ''),
  withHeader('a scheme alone', 'Bearer'),
  withHeader('a scheme and spaces', 'Bearer      '),
  withHeader('another scheme', 'Basic cmVhZGVyOnJlYWRlcg=='),
  withHeader('a key without its scheme', 'reader-key'),
  withHeader('two schemes', 'Bearer Bearer reader-key'),
  withHeader('two keys', 'Bearer reader-key office-key'),
  withHeader('two keys with a comma', 'Bearer reader-key, Bearer office-key'),
  withHeader('a key in quotes', 'Bearer "reader-key"'),
  withHeader('a key with more', 'Bearer reader-key\u00a0'),
  withHeader('in capitals', 'Bearer READER-KEY'),
  withHeader('the beginning of a key', 'Bearer reader-ke'),
  withHeader('a prototype', 'Bearer __proto__'),
  withHeader('a constructor', 'Bearer constructor'),
  withHeader('SQL', "Bearer arti_a'OR'1'='1_x"),
  withHeader('10,000 letters', `Bearer ${'a'.repeat(10_000)}`),
  withHeader('10,000 spaces', `Bearer ${' '.repeat(10_000)}x`),
  withHeader('10,000 underscores', `Bearer arti${'_'.repeat(10_000)}`),
  withHeader('bytes beyond ASCII', 'Bearer \u00ff\u00fe\u00e8'),
  withHeader('an empty key of ours', 'Bearer arti__'),
  withHeader('half a key of ours', 'Bearer arti_abcdefgh'),
  withHeader(
    'a token that nobody signed',
    `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"1"}').toString('base64url')}.`,
  ),
  withHeader('a token of points', `Bearer ${'.'.repeat(5000)}`),
  withHeader('a key in a cookie', null, { cookie: 'authorization=Bearer reader-key; key=reader-key' }),
  withHeader('a key in another header', null, {
    'x-api-key': 'reader-key',
    'proxy-authorization': 'Bearer reader-key',
  }),
  {
    why: 'a key in the address',
    request: { path: '/graphql?query={today}&access_token=reader-key&key=reader-key', key: null },
    code: 'UNAUTHENTICATED',
  },
  ...(['expired', 'revoked', 'unknown'] as const).flatMap((key): readonly Case[] => [
    {
      why: `a key that is ${key}`,
      request: { method: 'POST', headers: QUERY, body: BODY, key },
      code: 'UNAUTHENTICATED',
      status: 401,
    },
    {
      why: `a key that is ${key}, by GET`,
      request: { path: '/graphql?query={plan{year}}', key },
      code: 'UNAUTHENTICATED',
      status: 401,
    },
    {
      why: `no JSON with a key that is ${key}`,
      request: { method: 'POST', headers: QUERY, body: '{', key },
      code: 'UNAUTHENTICATED',
      status: 401,
    },
  ]),
];

const INPUT = 'phase: "1.1.3", percent: 60, idempotencyKey: "hostile"';
const report = `mutation { reportStatus(input: { ${INPUT} }) { ... on RefusedResult { code } } }`;

const operations: readonly Case[] = [
  { why: 'a report with a key to read', query: report, code: 'ANSWERED' },
  {
    why: 'a report with a key to read, thirty times',
    query: `mutation { ${repeat(30, (n) => `a${n}: reportStatus(input: { ${INPUT} }) { __typename }`)} }`,
  },
  {
    why: 'a report with a key to read, thirty-one times',
    query: `mutation { ${repeat(31, (n) => `a${n}: reportStatus(input: { ${INPUT} }) { __typename }`)} }`,
    code: 'TOO_MANY_ROOT_FIELDS',
  },
  { why: 'a mutation that is not there', query: 'mutation { dropPlan { __typename } }' },
  { why: 'a mutation as a query', query: '{ reportStatus(input: {}) { __typename } }' },
  { why: 'a query as a mutation', query: 'mutation { plan { year } }' },
  { why: 'the office’s list with a key to read', query: '{ outbox { pending } }', code: 'ROLE_MAY_NOT' },
  { why: 'several operations and no name', query: 'query A { today } query B { today }' },
  { why: 'an anonymous operation among others', query: '{ today } query B { today }' },
  { why: 'an operation that is not there', query: 'query A { today }', operationName: 'B' },
  { why: 'fragments alone', query: 'fragment A on Plan { year }' },
  { why: 'a subscription for JSON', query: 'subscription { reportRecorded { __typename } }' },
  { why: 'a subscription that is not there', query: 'subscription { everything { __typename } }' },
  {
    why: 'a subscription of two fields',
    query: 'subscription { a: reportRecorded { __typename } b: reportRecorded { __typename } }',
  },
  {
    why: 'a subscription that asks for the schema',
    query: 'subscription { __schema { types { name } } }',
    code: 'INTROSPECTION_NOT_ALLOWED',
  },
  {
    why: 'a subscription among queries',
    query: 'query A { today } subscription B { reportRecorded { __typename } }',
    operationName: 'B',
  },
  { why: '@defer', query: '{ plan { ... @defer { goals { code } } } }' },
  { why: '@stream', query: '{ plan { goals @stream(initialCount: 0) { code } } }' },
  {
    why: 'the schema',
    query: '{ __schema { types { name fields { name } } } }',
    code: 'INTROSPECTION_NOT_ALLOWED',
    status: 403,
  },
  {
    why: 'a type',
    query: '{ __type(name: "Plan") { name } }',
    code: 'INTROSPECTION_NOT_ALLOWED',
    status: 403,
  },
  {
    why: 'a type under another name',
    query: '{ today: __type(name: "Plan") { name } }',
    code: 'INTROSPECTION_NOT_ALLOWED',
  },
  {
    why: 'a type in a fragment',
    query: '{ ...A } fragment A on Query { ... { __type(name: "Plan") { name } } }',
    code: 'INTROSPECTION_NOT_ALLOWED',
  },
  {
    why: 'a type in the operation that is not chosen',
    query: 'query A { today } query B { __type(name: "Plan") { name } }',
    operationName: 'A',
    code: 'INTROSPECTION_NOT_ALLOWED',
  },
  {
    why: 'the schema of a skipped field',
    query: '{ today __schema @skip(if: true) { types { name } } }',
    code: 'INTROSPECTION_NOT_ALLOWED',
  },
  { why: 'the name of a type alone', query: '{ __typename plan { __typename } }', code: 'ANSWERED' },
  { why: 'the service of a federation', query: '{ _service { sdl } }' },
  { why: 'the entities of a federation', query: '{ _entities(representations: []) { __typename } }' },
].map(asked);

export const ACCESS_CASES = family('access', [...headers, ...operations]);
