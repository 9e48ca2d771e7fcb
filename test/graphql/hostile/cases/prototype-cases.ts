/** Names that every object of JavaScript has from its prototype, wherever a name may stand. */
import { asked, family, posted } from '../hostile-case.ts';

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'then',
  'toJSON',
];

const inDocument = NAMES.flatMap((name) => [
  { why: `${name} as an alias`, query: `{ ${name}: today plan { ${name}: year } }`, code: 'ANSWERED' },
  {
    why: `${name} as a variable`,
    query: `query ($${name}: Int) { plan(year: $${name}) { year } }`,
    variables: JSON.parse(`{"${name}": 2020}`),
    code: 'ANSWERED',
  },
  {
    why: `${name} as a variable that is not given`,
    query: `query ($${name}: Int!) { plan(year: $${name}) { year } }`,
    code: 'BAD_USER_INPUT',
  },
  { why: `${name} as the name of an operation`, query: `query ${name} { today }`, operationName: name },
  { why: `${name} as an operation that is not there`, query: 'query A { today }', operationName: name },
  {
    why: `${name} as a fragment`,
    query: `{ plan { ...${name} } } fragment ${name} on Plan { year }`,
    code: 'ANSWERED',
  },
  { why: `${name} as a fragment that is not there`, query: `{ plan { ...${name} } }` },
  { why: `${name} as a field`, query: `{ plan { ${name} } }` },
  { why: `${name} as an argument`, query: `{ plan(${name}: 1) { year } }` },
  { why: `${name} as a directive`, query: `{ today @${name} }` },
  { why: `${name} as a type`, query: `{ plan { ... on ${name} { year } } }` },
  { why: `${name} as a value of an enum`, query: `{ plan { summaries(kind: ${name}) { __typename } } }` },
  { why: `${name} as a code`, query: `{ goal(code: "${name}") { code } }`, code: 'UNKNOWN_CODE' },
  {
    why: `${name} in an input`,
    query: 'mutation ($i: ReportStatusInput!) { reportStatus(input: $i) { __typename } }',
    variables: JSON.parse(`{"i": {"phase": "1.1.3", "idempotencyKey": "k", "${name}": {"percent": 5}}}`),
    code: 'BAD_USER_INPUT',
  },
]);

const inBody = NAMES.flatMap((name) => [
  posted(`${name} in the body`, `{"query":"{ today }","${name}":{"query":"{ plan { year } }"}}`),
  posted(
    `${name} among variables`,
    `{"query":"{ today }","variables":{"${name}":{"polluted":true}}}`,
    'ANSWERED',
  ),
  posted(
    `${name} among extensions`,
    `{"query":"{ today }","extensions":{"${name}":{"polluted":true}}}`,
    'ANSWERED',
  ),
]);

export const PROTOTYPE_CASES = family('prototype', [...inDocument.map(asked), ...inBody]);
