/** docs/api.md as an analyst follows it: every query, request and answer in it, over the plan of 2020. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { COST_LIMIT } from '../../src/graphql/limits/cost-limit.ts';
import { REQUEST_LIMITS } from '../../src/graphql/request-limits.ts';
import { STREAM_LIMITS } from '../../src/graphql/streams.ts';
import { firstEvent } from './event-stream.ts';
import { type Api, openApi } from './support.ts';

const GRAPHQL = new URL('../../graphql/', import.meta.url);

const GUIDE = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');

type Block = { readonly kind: string; readonly text: string };

/** Fenced blocks with what stands after the fence: `graphql`, `json variables`, `json answer`, `json errors`, `sh`. */
const BLOCKS: readonly Block[] = [...GUIDE.matchAll(/^```(\S.*)\n([\s\S]*?)^```$/gm)].map(
  ([, kind = '', text = '']) => ({ kind, text }),
);

type Example = {
  readonly query: string;
  readonly variables: object;
  /** Part of what is answered, where the guide shows it. */
  readonly answer: object | null;
  readonly errors: readonly string[];
};

/** Each query, with what the blocks after it say of it. */
const EXAMPLES: readonly Example[] = BLOCKS.flatMap(({ kind, text }, index) => {
  if (kind !== 'graphql') return [];
  const next = BLOCKS.slice(index + 1).findIndex((each) => !each.kind.startsWith('json'));
  const notes = BLOCKS.slice(index + 1, next < 0 ? undefined : index + 1 + next);
  const noted = (of: string) => notes.find((each) => each.kind === `json ${of}`)?.text ?? 'null';
  return [
    {
      query: text,
      variables: JSON.parse(noted('variables')) ?? {},
      answer: JSON.parse(noted('answer')),
      errors: JSON.parse(noted('errors')) ?? [],
    },
  ];
});

/** Bodies of the requests that are written for a shell. */
const REQUESTS = BLOCKS.filter(({ kind }) => kind === 'sh').flatMap(({ text }) =>
  [...text.matchAll(/^\s*-d '(.*)'$/gm)].map(([, body = '']) => ({ body, text })),
);

const isSubscription = (query: string): boolean =>
  parse(query).definitions.some((each) => 'operation' in each && each.operation === 'subscription');

/** As the guide says: the cursor first, so that what is recorded after it is told of. */
async function follow(api: Api, query: string) {
  const { data } = await api.ask('{ recordedCursor(year: 2020) }');
  await api.ask(
    'mutation { reportStatus(input: { phase: "1.1.1", percent: 50, idempotencyKey: "k" }) { __typename } }',
  );
  return firstEvent(api, query, { after: data.recordedCursor });
}

test('the guide has examples of each kind', () => {
  expect(EXAMPLES.length).toBeGreaterThan(10);
  expect(REQUESTS).toHaveLength(2);
});

describe('each query', () => {
  test.each(EXAMPLES)('$query', async ({ query, variables, answer, errors }) => {
    const api = await openApi();
    const answered = isSubscription(query) ? await follow(api, query) : await api.ask(query, variables);
    expect(answered.errors.map(({ extensions }) => extensions?.code)).toEqual(errors);
    if (errors.length === 0) expect(Object.values(answered.data)).not.toContain(null);
    if (answer !== null) expect(answered.data).toMatchObject(answer);
  });
});

test.each(REQUESTS)('the request $body', async ({ body, text }) => {
  const { query } = JSON.parse(body);
  const api = await openApi();
  expect(isSubscription(query)).toBe(text.includes('text/event-stream'));
  const { data, errors } = isSubscription(query) ? await firstEvent(api, query, {}) : await api.ask(query);
  expect(errors).toEqual([]);
  expect(Object.values(data)).not.toContain(null);
});

test('the known query that is asked for by its hash', async () => {
  const request = BLOCKS.find(({ kind, text }) => kind === 'sh' && text.includes('documentId='))?.text ?? '';
  const name = /'\."(.+)"'/.exec(request)?.[1] ?? '';
  const variables = /'variables=(.+)'/.exec(request)?.[1] ?? '';
  const documents = JSON.parse(readFileSync(new URL('trusted-documents.json', GRAPHQL), 'utf8'));
  const api = await openApi();
  const ask = (documentId: string, headers: Record<string, string> = {}) =>
    api.fetch(`/graphql?${new URLSearchParams({ documentId, variables })}`, {
      headers: { authorization: 'Bearer prova', ...headers },
    });
  const answer = await ask(documents[name]);
  expect((await answer.json()).data.plan.asOf).toBe('2020-09-30');
  const again = await ask(documents[name], { 'if-none-match': answer.headers.get('etag') ?? '' });
  expect(again.status).toBe(304);
  const unknown = await (await ask(`sha256:${'0'.repeat(64)}`)).json();
  expect(unknown.errors).toMatchObject([{ extensions: { code: 'DOCUMENT_UNKNOWN' } }]);
});

test.each([
  { of: 'cost', limit: COST_LIMIT },
  { of: 'depth', limit: REQUEST_LIMITS.depth },
  { of: 'root fields', limit: REQUEST_LIMITS.rootFields },
  { of: 'fields, fragments spread', limit: REQUEST_LIMITS.fields },
  { of: 'aliases', limit: REQUEST_LIMITS.aliases },
  { of: 'directives', limit: REQUEST_LIMITS.directives },
  { of: 'tokens', limit: REQUEST_LIMITS.tokens },
  { of: 'characters', limit: REQUEST_LIMITS.text },
])('the limit of $of is the one that holds', ({ of, limit }) => {
  expect(GUIDE).toContain(`| ${of} | ${limit} |`);
});

test('and those of streams', () => {
  expect([STREAM_LIMITS.ofCaller, STREAM_LIMITS.inAll, STREAM_LIMITS.readWithinSeconds]).toEqual([
    5, 100, 60,
  ]);
  expect(GUIDE).toContain('Five may be open with one key, and 100 in all');
});

test('every known query is listed, in one line, and nothing else is', () => {
  const files = readdirSync(new URL('operations/', GRAPHQL));
  const table = GUIDE.slice(GUIDE.indexOf('| name | what it is for |'), GUIDE.indexOf('## 10.'));
  const listed = [...table.matchAll(/^\| `(.+?)` \| \S.* \|$/gm)].map(([, name]) => `${name}.graphql`);
  expect(listed).toEqual(files.toSorted());
});
