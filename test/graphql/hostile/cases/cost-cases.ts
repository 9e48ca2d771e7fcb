/** Requests of an ordinary size that ask for much work. */
import { asked, family, repeat } from '../hostile-case.ts';

const WHOLE = `{ year weightBps progress { percent points coverage atMost health planned { byDeadline linear } variance { linear } spi { linear }
  explain { terms { __typename } } }
  areas { code title progress { percent } goals { code title progress { percent health } phases { code progress { percent } } } } }`;
const month = (n: number): string => `2020-${String((n % 12) + 1).padStart(2, '0')}`;
const day = (n: number): string => `${month(n)}-${String((n % 27) + 1).padStart(2, '0')}`;

const costly = [
  {
    why: '30 plans of 30 days',
    query: `{ ${repeat(30, (n) => `p${n}: plan(asOf: "${day(n)}") { progress { percent } }`)} }`,
  },
  {
    why: '30 whole plans of 30 days',
    query: `{ ${repeat(30, (n) => `p${n}: plan(asOf: "${day(n)}") { ...W }`)} } fragment W on Plan ${WHOLE}`,
    code: 'TOO_COSTLY',
  },
  {
    why: '10 whole plans of 10 days',
    query: `{ ${repeat(10, (n) => `p${n}: plan(asOf: "${day(n + 7)}") { ...W }`)} } fragment W on Plan ${WHOLE}`,
  },
  {
    why: '30 goals of 30 days',
    query: `{ ${repeat(30, (n) => `p${n}: goal(code: "1.1", asOf: "${day(n + 3)}") { progress { percent } }`)} }`,
  },
  {
    why: '30 structures of 30 days, baselines in turn',
    query: `{ ${repeat(30, (n) => `p${n}: structure(code: "LAVORO", asOf: "${day(n + 5)}", baseline: ${n % 2}) { progress { percent } }`)} }`,
  },
  {
    why: '30 plans of days to come',
    query: `{ ${repeat(30, (n) => `p${n}: plan(asOf: "${2100 + n}-01-01") { progress { percent } }`)} }`,
  },
  {
    why: 'all goals in six ways',
    query: `{ plan { ${repeat(6, (n) => `a${n}: goals { ...G }`)} } } fragment G on Goal { ${repeat(6, (n) => `b${n}: phases { ...P }`)} } fragment P on Phase { ${repeat(30, (n) => `c${n}: code`)} }`,
  },
  {
    why: 'lists in lists',
    query: `{ plan { areas { goals { phases { structures { code } notes } structures { code } notes } } goals { phases { structures { code } } } structures { code } } }`,
  },
  {
    why: 'all that is known of each phase',
    query:
      '{ plan { areas { goals { phases { code progress { explain { terms { __typename } } } structures { code name } notes } } } } }',
  },
  { why: 'the longest page of summaries', query: '{ plan { summaries(first: 50) { __typename } } }' },
  {
    why: 'ten pages of summaries',
    query: `{ plan { ${repeat(10, (n) => `s${n}: summaries(first: 50) { __typename }`)} } }`,
  },
  {
    why: 'a page as long as can be',
    query: 'query ($n: Int) { plan { summaries(first: $n) { __typename } } }',
    variables: { n: 2 ** 31 - 1 },
  },
].map(asked);

export const COST_CASES = family('cost', costly);
