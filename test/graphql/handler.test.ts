import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { REQUEST_LIMITS } from '../../src/graphql/request-limits.ts';
import { openRealContext, PLANNING } from '../services/real-context.ts';
import { openApi } from './support.ts';

test('what is unexpected is masked, and logged under the identifier that the client sees', async () => {
  const context = await openRealContext();
  const broken = {
    ...context,
    store: { ...context.store, findPlan: () => Promise.reject(new Error('secret detail')) },
  };
  const api = await openApi({ context: broken, newErrorId: () => 'id-7' });
  const { data, errors, text } = await api.ask('{ plan(year: 2020) { year } }');
  expect(data).toEqual({ plan: null });
  expect(errors).toMatchObject([
    {
      message: expect.stringContaining('id-7'),
      path: ['plan'],
      extensions: {
        code: 'INTERNAL_SERVER_ERROR',
        errorId: 'id-7',
        messageIt: expect.stringContaining('id-7'),
        messageEn: expect.stringContaining('id-7'),
      },
    },
  ]);
  expect(text).not.toContain('secret');
  expect(api.logged).toMatchObject([{ errorId: 'id-7', err: { message: 'secret detail' } }]);
});

describe('who is not known', () => {
  const nobody = { authenticate: async () => ({ ok: false, because: 'UNKNOWN' }) as const };

  test.each([
    { why: 'a query', query: '{ today }' },
    { why: 'a field that does not exist', query: '{ plann { year } }' },
    { why: 'no GraphQL', query: '{' },
    { why: 'introspection', query: getIntrospectionQuery() },
  ])('is told so, and nothing else: $why', async ({ query }) => {
    const api = await openApi(nobody);
    const { status, text, errors } = await api.ask(query);
    expect(status).toBe(401);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(text).not.toMatch(/plann?\b|Syntax|Did you mean/);
  });

  test.each(['/graphql?query={today}', '/graphql'])('GET %s', async (path) => {
    const response = await (await openApi(nobody)).fetch(path, { headers: { accept: '*/*' } });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="arti"');
  });
});

test('who asks is found out once a request', async () => {
  let asked = 0;
  const api = await openApi({
    authenticate: async () => {
      asked += 1;
      return { ok: true, caller: { actor: PLANNING, counted: 'office', introspects: true } };
    },
  });
  expect((await api.ask('{ a: today b: today }')).errors).toEqual([]);
  expect(asked).toBe(1);
});

describe('a request larger than any dashboard’s', () => {
  const many = (count: number, field: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => field(index)).join(' ');

  test.each([
    {
      why: '300 plans',
      query: `{ ${many(300, (n) => `p${n}: plan { year }`)} }`,
      code: 'TOO_MANY_ROOT_FIELDS',
    },
    {
      why: 'plans out of a fragment',
      query: `{ ...A ...B } fragment A on Query { ${many(16, (n) => `a${n}: plan { year }`)} }
        fragment B on Query { ${many(16, (n) => `b${n}: plan { year }`)} }`,
      code: 'TOO_MANY_ROOT_FIELDS',
    },
    {
      why: 'aliases that multiply level by level',
      query: `{ plan { ${many(13, (a) => `a${a}: goals { ...G }`)} } }
        fragment G on Goal { ${many(13, (b) => `b${b}: phases { ...P }`)} }
        fragment P on Phase { ${many(13, (c) => `c${c}: code`)} }`,
      code: 'TOO_MANY_FIELDS',
    },
    {
      why: 'nested',
      query: `{ __type(name: "Plan") ${'{ ofType '.repeat(15)}{ name }${' }'.repeat(15)} }`,
      code: 'TOO_DEEP',
    },
    { why: 'long', query: `{ plan { ${many(2000, () => 'year')} } }`, code: 'TOO_MANY_TOKENS' },
  ])('is refused before it is executed: $why', async ({ query, code }) => {
    let loaded = 0;
    const context = await openRealContext();
    const findPlan = (year: number) => {
      loaded += 1;
      return context.store.findPlan(year);
    };
    const api = await openApi({ context: { ...context, store: { ...context.store, findPlan } } });
    const { errors, data } = await api.ask(query);
    expect(errors.map(({ extensions }) => extensions?.code)).toContain(code);
    expect(errors.find(({ extensions }) => extensions?.code === code)?.extensions?.limit).toBeTypeOf(
      'number',
    );
    expect(data ?? null).toBeNull();
    expect(loaded).toBe(0);
    expect(api.logged).toEqual([]);
  });

  test('a fragment that spreads itself is refused, not measured for ever', async () => {
    const query = '{ plan { ...A } } fragment A on Plan { ...B } fragment B on Plan { ...A }';
    expect((await (await openApi()).ask(query)).errors).toMatchObject([
      { extensions: { code: 'FRAGMENT_CYCLE' } },
    ]);
  });

  test.each([
    { why: 'GraphiQL’s introspection', query: getIntrospectionQuery({ inputValueDeprecation: true }) },
    {
      why: 'as many root fields as may be',
      query: `{ ${many(REQUEST_LIMITS.rootFields, (n) => `p${n}: plan { year }`)} }`,
    },
  ])('is not $why', async ({ query }) => {
    expect((await (await openApi()).ask(query)).errors).toEqual([]);
  });
});

describe('a page of another site', () => {
  const MUTATION =
    'mutation { reportStatus(input: { phase: "1.1.3", percent: 60, idempotencyKey: "k" }) { __typename } }';

  test.each([
    { type: 'text/plain', body: JSON.stringify({ query: MUTATION }) },
    { type: 'application/x-www-form-urlencoded', body: new URLSearchParams({ query: MUTATION }).toString() },
    { type: 'application/graphql', body: MUTATION },
  ])('cannot post as $type', async ({ type, body }) => {
    const api = await openApi();
    const response = await api.fetch('/graphql', { method: 'POST', headers: { 'content-type': type }, body });
    expect(response.status).toBe(415);
    expect((await api.context.store.findPlan(2020))?.lastSequence).toBe(0);
  });

  test('cannot record with GET', async () => {
    const api = await openApi();
    const response = await api.fetch(`/graphql?query=${encodeURIComponent(MUTATION)}`);
    expect(response.status).toBe(405);
    expect((await api.context.store.findPlan(2020))?.lastSequence).toBe(0);
  });

  test('is not given leave to read', async () => {
    const api = await openApi();
    const response = await api.fetch('/graphql?query={today}', {
      headers: { origin: 'https://other.example' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the GraphiQL page', () => {
  const html = { headers: { accept: 'text/html' } };

  test('is the one that was given', async () => {
    const api = await openApi({
      playground: {
        render: ({ title, headers }) => `<title>${title}</title>${headers}`,
        authorization: 'Bearer x',
      },
    });
    const text = await (await api.fetch('/graphql', html)).text();
    expect(text).toContain('<title>ARTI · GraphQL</title>');
    expect(text).toContain('Bearer x');
  });

  test('is not there without one', async () => {
    const response = await (await openApi()).fetch('/graphql', html);
    expect(await response.text()).not.toContain('<html');
  });
});

test.each([
  { why: 'not JSON', body: '{' },
  { why: 'no query', body: '{}' },
  { why: 'a syntax error', body: '{"query":"{ plan"}' },
  { why: 'a field that does not exist', body: '{"query":"{ plan { nope } }"}' },
  { why: 'a batch', body: '[{"query":"{ today }"}]' },
])('$why is answered below 500 and logs nothing', async ({ body }) => {
  const api = await openApi();
  const response = await api.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(response.status).toBeLessThan(500);
  expect(await response.text()).toContain('errors');
  expect(api.logged).toEqual([]);
});
