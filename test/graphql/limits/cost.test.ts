import { describe, expect, test } from 'vitest';
import { COST_LIMIT } from '../../../src/graphql/limits/cost-limit.ts';
import { FIELD_COSTS } from '../../../src/graphql/limits/field-cost.ts';
import { openApi, operation } from '../support.ts';

const PLAN = 1 + FIELD_COSTS.figures;
const requestedOf = (text: string): number | undefined => JSON.parse(text).extensions?.cost?.requested;

describe('a request costs', () => {
  test.each([
    { why: 'one for a field', query: '{ today }', cost: 1 },
    { why: 'more for figures of a day', query: '{ plan { year } }', cost: PLAN + 1 },
    { why: 'five times what is in a list', query: '{ plan { areas { code } } }', cost: PLAN + 1 + 5 },
    {
      why: 'lists in lists, multiplied',
      query: '{ plan { areas { goals { code } } } }',
      cost: PLAN + 1 + 5 * (1 + 5),
    },
    {
      why: 'fragments, wherever they are spread',
      query: '{ a: plan { ...P } b: plan { ...P } } fragment P on Plan { year }',
      cost: 2 * (PLAN + 1),
    },
    {
      why: 'of the operation that is chosen alone',
      query: 'query A { today } query B { plan { year } }',
      operationName: 'A',
      cost: 1,
    },
  ])('$why', async ({ query, cost, operationName }) => {
    const api = await openApi();
    const response = await api.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName }),
    });
    expect(JSON.parse(await response.text()).extensions.cost).toEqual({ requested: cost, limit: COST_LIMIT });
  });

  test('a page by its length, as a variable says it', async () => {
    const api = await openApi();
    const query = 'query ($n: Int) { plan { summaries(first: $n) { __typename pageInfo { hasNextPage } } } }';
    const [ten, twenty, usual] = await Promise.all(
      [{ n: 10 }, { n: 20 }, {}].map(async (variables) =>
        requestedOf((await api.ask(query, variables)).text),
      ),
    );
    expect(twenty).toBeGreaterThan(ten ?? 0);
    expect(usual).toBe(twenty);
  });

  test('the dashboards’ own queries a tenth of the limit', async () => {
    const api = await openApi();
    const { text } = await api.ask(operation('plan-overview'), { year: 2020, asOf: '2020-09-14' });
    expect(requestedOf(text)).toBeLessThan(COST_LIMIT / 4);
  });
});

test('what costs too much is refused before anything is read, and says so in both languages', async () => {
  const api = await openApi();
  const plans = Array.from({ length: 30 }, (_, n) => `p${n}: plan(asOf: "2020-0${(n % 9) + 1}-01") { ...P }`);
  const { status, text, errors, data } = await api.ask(
    `{ ${plans.join(' ')} } fragment P on Plan { areas { goals { phases { code title: description } } } }`,
  );
  expect(status).toBe(400);
  expect(data).toBeUndefined();
  const given = requestedOf(text);
  expect(given).toBeGreaterThan(COST_LIMIT);
  expect(errors).toMatchObject([{ extensions: { code: 'TOO_COSTLY', limit: COST_LIMIT, given } }]);
  expect(errors[0]?.extensions?.messageIt).toContain(`costa ${given}`);
  expect(errors[0]?.extensions?.messageEn).toContain(`costs ${given}`);
});
