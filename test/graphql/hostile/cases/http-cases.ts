/** Methods, types, paths and headers that are not those of the API. */
import { family, type HostileCase, repeat } from '../hostile-case.ts';

type Case = Omit<HostileCase, 'family'>;

const BODY = '{"query":"{ today }"}';
const MUTATION =
  'mutation { reportStatus(input: { phase: "1.1.3", percent: 60, idempotencyKey: "hostile" }) { __typename } }';
const get = (parameters: Readonly<Record<string, string>>): string =>
  `/graphql?${new URLSearchParams(parameters).toString()}`;

const types: readonly Case[] = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/graphql',
  'application/graphql+json',
  'application/xml',
  'application/jsonp',
  'application/json+x',
  'application/json, text/plain',
  'text/plain; application/json',
  'application/json; charset=iso-8859-1',
  'application/json; charset=utf-7',
  'application/json; charset="utf-16le"',
  '',
  ';',
  'x'.repeat(5000),
].map((type) => ({
  why: `POST as ${type.slice(0, 60) || 'nothing'}`,
  request: { method: 'POST', headers: { 'content-type': type }, body: BODY },
  code: 'UNSUPPORTED_MEDIA_TYPE',
  status: 415,
}));

const methods: readonly Case[] = ['PUT', 'DELETE', 'PATCH', 'PROPFIND', 'TRACE', 'COPY', 'M-SEARCH'].map(
  (method) => ({
    why: method,
    request: { method, path: get({ query: '{ today }' }) },
    code: 'METHOD_NOT_ALLOWED',
    status: 405,
  }),
);

const mutations: readonly Case[] = [
  {
    why: 'a mutation by GET',
    request: { path: get({ query: MUTATION }), key: 'office' },
    code: 'BAD_REQUEST',
    status: 405,
  },
  {
    why: 'a mutation by GET, among queries',
    request: {
      path: get({
        query: `query A { today } ${MUTATION.replace('mutation', 'mutation B')}`,
        operationName: 'B',
      }),
      key: 'office',
    },
    status: 405,
  },
  {
    why: 'a mutation by GET with a method of its own',
    request: { path: get({ query: MUTATION }), headers: { 'x-http-method-override': 'POST' }, key: 'office' },
    status: 405,
  },
  {
    why: 'a mutation by a form',
    request: {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ query: MUTATION }).toString(),
      key: 'office',
    },
    status: 415,
  },
  {
    why: 'a mutation by a form with files',
    request: {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query: MUTATION })}\r\n--x--\r\n`,
      key: 'office',
    },
    status: 415,
  },
  {
    why: 'a mutation as text, as a page of another site can send it',
    request: {
      method: 'POST',
      headers: { 'content-type': 'text/plain', origin: 'https://evil.example' },
      body: JSON.stringify({ query: MUTATION }),
      key: 'office',
    },
    status: 415,
  },
];

const parameters: readonly Case[] = [
  { why: 'GET without a query', request: { path: '/graphql' }, code: 'BAD_REQUEST' },
  { why: 'GET with an empty query', request: { path: get({ query: '' }) } },
  {
    why: 'GET with variables that are no JSON',
    request: { path: get({ query: '{ today }', variables: '{' }) },
    code: 'BAD_REQUEST',
  },
  {
    why: 'GET with variables that are a list',
    request: { path: get({ query: '{ today }', variables: '[]' }) },
    code: 'BAD_REQUEST',
  },
  {
    why: 'GET with extensions that are no JSON',
    request: { path: get({ query: '{ today }', extensions: 'x' }) },
    code: 'BAD_REQUEST',
  },
  {
    why: 'GET with deep variables',
    request: { path: get({ query: '{ today }', variables: `${'['.repeat(1500)}${']'.repeat(1500)}` }) },
  },
  { why: 'GET with two queries', request: { path: '/graphql?query={today}&query={plan{year}}' } },
  { why: 'GET with a query in a list', request: { path: '/graphql?query[]={today}&query[__proto__]=x' } },
  { why: 'GET with what is no escape', request: { path: '/graphql?query=%E0%A4%A' } },
  { why: 'GET with a NUL', request: { path: '/graphql?query=%00' } },
  { why: 'GET with 1,000 parameters', request: { path: `/graphql?${repeat(1000, (n) => `p${n}=1`, '&')}` } },
  { why: 'GET with a prototype', request: { path: '/graphql?__proto__[query]={today}&constructor=1' } },
  { why: 'GET of a document by a hash that is none', request: { path: get({ documentId: 'sha256:00' }) } },
  { why: 'GET with a hash mark', request: { path: '/graphql?#{today}' } },
];

const paths: readonly Case[] = [
  '/graphql/..',
  '/graphql/../ready',
  '/graphql/%2e%2e/workspace/',
  '/graphql//',
  '/graphql/graphql',
  '/graphql/x?query={today}',
  '/graphql/.env',
  '/graphql/health',
  '/graphql/readiness',
  '/graphql;x=1',
  '/graphql%00',
  '//graphql',
  '/GRAPHQL',
  '/graphql%2f',
  '/%67raphql',
  '/x/graphql',
  '/workspace/',
  '/health',
].map((path) => ({ why: `the path ${path}`, request: { path }, status: 404 }));

const accepts: readonly Case[] = [
  'text/html',
  'application/xml',
  'image/*',
  'application/json; charset=utf-16',
  'x',
  ',;,',
  '/',
  ';q=1',
].map((accept) => ({
  why: `Accept: ${accept}`,
  request: { path: get({ query: '{ today }' }), headers: { accept } },
  code: 'NOT_ACCEPTABLE',
  status: 406,
}));

const headers: readonly Case[] = [
  {
    why: 'Accept with 2,000 types',
    request: { path: get({ query: '{ today }' }), headers: { accept: repeat(2000, () => 'a/b', ',') } },
    status: 406,
  },
  {
    why: 'an origin that is not allowed',
    request: { path: get({ query: '{ today }' }), headers: { origin: 'https://evil.example' } },
    code: 'ANSWERED',
  },
  {
    why: 'an origin that is none',
    request: { path: get({ query: '{ today }' }), headers: { origin: 'null' } },
    code: 'ANSWERED',
  },
  {
    why: 'another host',
    request: { path: get({ query: '{ today }' }), headers: { host: 'evil.example' } },
    code: 'ANSWERED',
  },
  {
    why: 'a host of 5,000 letters',
    request: { path: get({ query: '{ today }' }), headers: { host: 'h'.repeat(5000) } },
  },
  {
    why: 'a host that is no host',
    request: { path: get({ query: '{ today }' }), headers: { host: '[::1' } },
  },
  {
    why: 'a host with a path',
    request: { path: get({ query: '{ today }' }), headers: { host: 'a/b?c#d@e' } },
  },
  {
    why: '15,000 letters in a header',
    request: { path: get({ query: '{ today }' }), headers: { 'x-long': 'x'.repeat(15_000) } },
  },
  {
    why: 'forwarded from everywhere',
    request: {
      path: get({ query: '{ today }' }),
      headers: {
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'gopher',
        forwarded: 'for=x',
      },
    },
    code: 'ANSWERED',
  },
  {
    why: 'an upgrade',
    request: {
      path: get({ query: '{ today }' }),
      headers: { 'x-upgrade': 'websocket', 'sec-websocket-key': 'x' },
    },
  },
  {
    why: 'If-None-Match: *',
    request: { path: get({ query: '{ today }' }), headers: { 'if-none-match': '*' } },
  },
  {
    why: 'a range',
    request: { path: get({ query: '{ today }' }), headers: { range: 'bytes=0-1,2-3,-1' } },
    code: 'ANSWERED',
  },
  {
    why: 'a body by GET',
    request: {
      path: get({ query: '{ today }' }),
      headers: { 'content-length': String(BODY.length) },
      body: BODY,
    },
  },
];

export const HTTP_CASES = family('http', [
  ...types,
  ...methods,
  ...mutations,
  ...parameters,
  ...paths,
  ...accepts,
  ...headers,
]);
