/** A key bound to one structure asks for rows of the others, in every way it knows. */
import { asked, family, repeat } from '../hostile-case.ts';

const REPORT = '{ note evidence reportedOn percent }';
const PHASES = ['1.1.1', '1.1.2', '1.1.3', '1.1.4', '1.1.5'];

const wanted = [
  { why: 'every last report', query: `{ plan { goals { phases { code lastReport ${REPORT} } } } }` },
  {
    why: 'every last report by areas',
    query: `{ plan { areas { goals { phases { lastReport ${REPORT} } lastMeasurement { note } } } } }`,
  },
  {
    why: 'every last report, of another day',
    query: `{ plan(asOf: "2020-12-31") { goals { phases { lastReport ${REPORT} } } } }`,
  },
  {
    why: 'every last report, in the first baseline',
    query: `{ plan(baseline: 0) { goals { phases { lastReport ${REPORT} } } } }`,
  },
  {
    why: 'one phase after the other',
    query: `{ ${repeat(PHASES.length, (n) => `p${n}: phase(code: "${PHASES[n]}") { lastReport ${REPORT} }`)} }`,
  },
  {
    why: 'goals one after the other',
    query: `{ ${repeat(4, (n) => `g${n}: goal(code: "${n + 1}.1") { phases { lastReport ${REPORT} } lastMeasurement { note } }`)} }`,
  },
  { why: 'under an alias', query: `{ plan { goals { phases { __proto__: lastReport ${REPORT} } } } }` },
  {
    why: 'in a fragment',
    query: `{ plan { goals { phases { ...P } } } } fragment P on Phase { lastReport { ...R } } fragment R on StatusReport ${REPORT}`,
  },
  {
    why: 'reports as a list',
    query: '{ plan { reports(first: 100) { nodes { note } edges { node { note } } } } }',
  },
  {
    why: 'reports of another structure',
    query: '{ plan { reports(first: 100, structure: "OSRU") { nodes { note } } } }',
  },
  { why: 'reports of the root', query: '{ reports(first: 100) { nodes { note } edges { node { note } } } }' },
  { why: 'reports of a phase', query: '{ phase(code: "1.1.1") { reports(first: 100) { nodes { note } } } }' },
  {
    why: 'reports of a structure',
    query: '{ structure(code: "OSRU") { reports(first: 100) { nodes { note } } } }',
  },
  { why: 'measurements', query: '{ plan { measurements(first: 100) { nodes { note } } } }' },
  { why: 'the audit', query: '{ audit(first: 100) { nodes { __typename summary } } }' },
  { why: 'deliveries', query: '{ deliveries(first: 100) { nodes { __typename } } }' },
  { why: 'check-ins', query: '{ checkIns(first: 100) { nodes { __typename } } }' },
  { why: 'the outbox', query: '{ outbox { messages { __typename } } }' },
  { why: 'the keys', query: '{ apiKeys { name } }' },
  { why: 'the people', query: '{ people { name } }' },
  ...[1, 2, 3, 10].map((n) => ({
    why: `a report by its id, ${n}`,
    query: 'query ($id: ID!) { node(id: $id) { ... on StatusReport { note } } }',
    variables: { id: Buffer.from(`StatusReport:${n}`).toString('base64') },
  })),
  {
    why: 'a report for another structure',
    query:
      'mutation { reportStatus(input: { phase: "1.1.2", percent: 99, idempotencyKey: "rows" }) { ... on RefusedResult { code } ... on ReportStatusSuccess { phase { lastReport { note } } } } }',
  },
  {
    why: 'summaries of another structure',
    query: '{ plan { summaries(structure: "OSRU") { __typename } } }',
  },
].map((each) => asked({ ...each, key: 'bound' }));

export const ROWS_CASES = family('rows', wanted);
