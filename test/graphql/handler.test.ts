import { GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createGraphqlHandler } from '../../src/graphql/create-graphql-handler.ts';
import { openRealContext } from '../services/real-context.ts';
import { openApi } from './support.ts';

test('what is unexpected is masked, and logged under the identifier that the client sees', async () => {
  const context = await openRealContext();
  const broken = {
    ...context,
    store: { ...context.store, findPlan: () => Promise.reject(new Error('secret detail')) },
  };
  const api = await openApi({ context: broken, newErrorId: () => 'id-7' });
  const { data, errors, text } = await api.ask('{ plan { year } }');
  expect(data).toEqual({ plan: null });
  expect(errors).toMatchObject([
    {
      message: expect.stringContaining('id-7'),
      path: ['plan'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: 'id-7' },
    },
  ]);
  expect(text).not.toContain('secret');
  expect(api.logged).toMatchObject([{ errorId: 'id-7', err: { message: 'secret detail' } }]);
});

test('who is not let in is told so with the status that was meant', async () => {
  const handler = createGraphqlHandler({
    context: await openRealContext(),
    actorFor: () => {
      throw new GraphQLError('no key', { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
    },
    language: 'it',
    graphiql: null,
    logger: { error: () => undefined },
  });
  const response = await handler.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ today }' }),
  });
  expect(response.status).toBe(401);
  expect(await response.text()).toContain('UNAUTHENTICATED');
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
    expect((await api.context.store.findPlan(null))?.lastSequence).toBe(0);
  });

  test('cannot record with GET', async () => {
    const api = await openApi();
    const response = await api.fetch(`/graphql?query=${encodeURIComponent(MUTATION)}`);
    expect(response.status).toBe(405);
    expect((await api.context.store.findPlan(null))?.lastSequence).toBe(0);
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
    const api = await openApi({ graphiql: ({ title }) => `<title>${title}</title>` });
    expect(await (await api.fetch('/graphql', html)).text()).toBe('<title>ARTI · GraphQL</title>');
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
