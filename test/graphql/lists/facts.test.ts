/** Reports and measurements as lists, asked for in every way that a dashboard may. */
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/domain/actor.ts';
import { callerOfKey } from '../../../src/domain/api-key.ts';
import {
  DIREZIONE_STAFF,
  LAVORO_STAFF,
  openTestContext,
  PLANNING_OFFICE,
  type TestContext,
} from '../../helpers/context.ts';
import { makeKey } from '../../services/keys/keys-context.ts';
import { decision, ratioMeasurement, report } from '../../store/support.ts';
import { type Api, openApi } from '../support.ts';

const LIMITED: Actor = {
  ...LAVORO_STAFF,
  key: 'key:lavoro',
  role: 'READER',
  rowsOf: LAVORO_STAFF.structures,
};

/**
 * 1 to 5 are reports, 6 and 7 measurements. 1.1.1 is of all three structures, 1.1.3 of DIREZIONE and OSRU, 1.3.1 of
 * DIREZIONE and LAVORO, 3.1 of DIREZIONE.
 */
async function withFacts(): Promise<TestContext> {
  const context = await openTestContext();
  const at = (recordedAt: string, parts: object) =>
    context.store.commit(decision(context.planId, { recordedAt, ...parts }));
  await at('2020-06-01T08:00:00.000Z', {
    reports: [
      report('1.1.1', '2020-05-01', { source: 'GRAPHQL', actor: 'key:x' }),
      report('1.1.3', '2020-06-01', { blockedBecause: 'manca il parere' }),
    ],
  });
  await at('2020-06-02T08:00:00.000Z', {
    reports: [
      report('1.1.1', '2020-04-01'),
      report('1.1.3', '2020-05-15', { actor: DIREZIONE_STAFF.key }),
      report('1.3.1', '2020-06-02', { completes: true, percentBps: 10_000 }),
    ],
    measurements: [
      ratioMeasurement('3.1', '2020-06-01', '8006'),
      ratioMeasurement('3.1', '2020-03-01', '5000'),
    ],
  });
  return context;
}

type Listed = { readonly nodes: readonly { readonly sequence: number }[] };
const sequences = ({ nodes }: Listed): readonly number[] => nodes.map(({ sequence }) => sequence);

describe('what is asked for', () => {
  test.each([
    { why: 'all, the latest record first', query: 'reports', expected: [5, 4, 3, 2, 1] },
    { why: 'the earliest first', query: 'reports(orderBy: RECORDED_ASC)', expected: [1, 2, 3, 4, 5] },
    { why: 'by day', query: 'reports(orderBy: REPORTED_ON_DESC)', expected: [5, 2, 4, 1, 3] },
    {
      why: 'by day, the earliest first',
      query: 'reports(orderBy: REPORTED_ON_ASC)',
      expected: [3, 1, 4, 2, 5],
    },
    { why: 'of a phase', query: 'reports(filter: { phase: "01.1.3" })', expected: [4, 2] },
    { why: 'of a goal', query: 'reports(filter: { goal: "1.3" })', expected: [5] },
    { why: 'of a goal without any', query: 'reports(filter: { goal: "1.4" })', expected: [] },
    { why: 'of an eliminated goal', query: 'measurements(filter: { goal: "3.3" })', expected: [] },
    {
      why: 'of a phase of another goal',
      query: 'reports(filter: { goal: "1.3", phase: "1.1.3" })',
      expected: [],
    },
    { why: 'blocked', query: 'reports(filter: { blockedOnly: true })', expected: [2] },
    { why: 'of a source', query: 'reports(filter: { source: GRAPHQL })', expected: [1] },
    {
      why: 'of days',
      query: 'reports(filter: { reportedOn: { from: "2020-05-01", to: "2020-06-01" } })',
      expected: [4, 2, 1],
    },
    {
      why: 'recorded since',
      query: 'reports(filter: { recordedAt: { from: "2020-06-02T00:00:00Z" } })',
      expected: [5, 4, 3],
    },
    {
      why: 'recorded until, with an offset',
      query: 'reports(filter: { recordedAt: { to: "2020-06-01T10:00:00+02:00" } })',
      expected: [2, 1],
    },
    { why: 'of complete phases', query: 'reports(filter: { health: [COMPLETED] })', expected: [5] },
    {
      why: 'of blocked or complete ones',
      query: 'reports(filter: { health: [COMPLETED, BLOCKED] })',
      expected: [5, 4, 2],
    },
    { why: 'of no health at all', query: 'reports(filter: { health: [] })', expected: [] },
    {
      why: 'said by whom a structure employs',
      query: 'reports(filter: { saidByStructure: "osru" })',
      expected: [5, 3, 2],
    },
    {
      why: 'said by none of a structure',
      query: 'reports(filter: { saidByStructure: "LAVORO" })',
      expected: [],
    },
    { why: 'measurements', query: 'measurements', expected: [7, 6] },
    { why: 'measurements by day', query: 'measurements(orderBy: REPORTED_ON_DESC)', expected: [6, 7] },
    { why: 'measurements of a goal', query: 'measurements(filter: { goal: "3.2" })', expected: [] },
  ])('$why', async ({ query, expected }) => {
    const api = await openApi({ context: await withFacts() });
    const { data, errors } = await api.ask(`{ list: ${query} { nodes { sequence } } }`);
    expect(errors).toEqual([]);
    expect(sequences(data.list)).toEqual(expected);
  });

  test('from the plan, a goal, a phase, a structure and an indicator', async () => {
    const api = await openApi({ context: await withFacts() });
    const { data, errors } = await api.ask(`{
      plan { reports { ...r } measurements { ...m } }
      goal(code: "1.1") { reports { ...r } measurements { ...m } }
      phase(code: "1.1.1") { reports { ...r } }
      structure(code: "DIREZIONE") { reports { ...r } }
      indicator(goal: "3.1") { measurements { ...m } lastMeasurement { sequence } achievement { percent } }
    }
    fragment r on StatusReportConnection { nodes { sequence } }
    fragment m on MeasurementConnection { nodes { sequence } }`);
    expect(errors).toEqual([]);
    expect(sequences(data.plan.reports)).toEqual([5, 4, 3, 2, 1]);
    expect(sequences(data.plan.measurements)).toEqual([7, 6]);
    expect(sequences(data.goal.reports)).toEqual([4, 3, 2, 1]);
    expect(sequences(data.goal.measurements)).toEqual([]);
    expect(sequences(data.phase.reports)).toEqual([3, 1]);
    expect(sequences(data.structure.reports)).toEqual(expect.arrayContaining([4, 3, 2, 1]));
    expect(sequences(data.indicator.measurements)).toEqual([7, 6]);
    expect(data.indicator.lastMeasurement).toEqual({ sequence: 6 });
    expect(data.indicator.achievement.percent).toBeGreaterThan(0);
  });

  test('as of a day, what speaks of later ones is not there', async () => {
    const api = await openApi({ context: await withFacts() });
    const { data } = await api.ask(`{ plan(asOf: "2020-05-15") {
      reports { nodes { sequence } }
      later: reports(filter: { reportedOn: { from: "2020-05-10", to: "2020-12-31" } }) { nodes { sequence } }
      measurements { nodes { sequence } } } }`);
    expect([data.plan.reports, data.plan.later, data.plan.measurements].map(sequences)).toEqual([
      [4, 3, 1],
      [4],
      [7],
    ]);
  });

  test('who said it, by structure and never by name', async () => {
    const api = await openApi({ context: await withFacts() });
    const { data, text } = await api.ask(
      '{ reports { nodes { sequence saidBy { code } } } phase(code: "1.1.1") { lastReport { sequence saidBy { code } } } }',
    );
    const bySequence = new Map(data.reports.nodes.map((each: { sequence: number }) => [each.sequence, each]));
    expect(bySequence.get(2)).toMatchObject({ saidBy: [{ code: 'OSRU' }] });
    expect(bySequence.get(1)).toMatchObject({ saidBy: [] });
    expect(data.phase.lastReport).toEqual(bySequence.get(data.phase.lastReport.sequence));
    expect(text).not.toContain('referente');
  });
});

describe('what a program said', () => {
  const REPORT =
    'mutation ($phase: String!, $key: String!) { reportStatus(input: { phase: $phase, percent: 10, idempotencyKey: $key }) { ... on ReportStatusSuccess { report { saidBy { code name } } } ... on RefusedResult { code } } }';

  test('is said by the structures of its key as they are now', async () => {
    const context = await openTestContext();
    const { key } = await makeKey(context, { scopes: ['report'], structures: ['OSRU', 'LAVORO'] });
    const api = await openApi({ context, actor: callerOfKey(key).actor });
    const said = await api.ask(REPORT, { phase: '1.1.1', key: 'a' });
    expect(said.data.reportStatus.report.saidBy).toMatchObject([{ code: 'OSRU' }, { code: 'LAVORO' }]);
    const { data } = await api.ask(`{ phase(code: "1.1.1") { lastReport { saidBy { code } } }
      reports { nodes { saidBy { code } } }
      osru: reports(filter: { saidByStructure: "OSRU" }) { nodes { sequence } }
      direzione: reports(filter: { saidByStructure: "DIREZIONE" }) { nodes { sequence } } }`);
    const both = { saidBy: [{ code: 'OSRU' }, { code: 'LAVORO' }] };
    expect([data.phase.lastReport, data.reports.nodes]).toEqual([both, [both]]);
    expect([data.osru.nodes.length, data.direzione.nodes.length]).toEqual([1, 0]);
  });

  test.each([
    { why: 'the key of the configuration', actor: { ...PLANNING_OFFICE, key: 'api' } },
    { why: 'a key that is not there', actor: { ...PLANNING_OFFICE, key: 'key:zzzzzzzz' } },
  ])('is said by nobody: $why', async ({ actor }) => {
    const api = await openApi({ context: await openTestContext(), actor });
    const { data } = await api.ask(REPORT, { phase: '1.1.1', key: 'a' });
    expect(data.reportStatus.report.saidBy).toEqual([]);
  });
});

const page = async (
  api: Api,
  args: string,
): Promise<Listed & { pageInfo: { hasNextPage: boolean; endCursor: string } }> =>
  (
    await api.ask(
      `{ reports(${args}) { nodes { sequence } edges { cursor node { sequence } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    )
  ).data.reports;

describe('a page after the other', () => {
  test('each edge is a place to go on from', async () => {
    const api = await openApi({ context: await withFacts() });
    const { data } = await api.ask(
      '{ reports(first: 3) { edges { cursor node { sequence } } nodes { sequence } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }',
    );
    const { edges, nodes, pageInfo } = data.reports;
    expect(edges.map(({ node }: { node: object }) => node)).toEqual(nodes);
    expect(pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: edges[0].cursor,
      endCursor: edges[2].cursor,
    });
    expect(sequences(await page(api, `first: 1, after: "${edges[0].cursor}"`))).toEqual([4]);
  });

  test('a filter by health keeps to what it meant at first', async () => {
    const context = await withFacts();
    const api = await openApi({ context });
    const filter = 'filter: { health: [BLOCKED] }, first: 1';
    const first = await page(api, filter);
    expect(sequences(first)).toEqual([4]);
    await context.store.commit(decision(context.planId, { reports: [report('1.1.3', '2020-09-14')] }));
    expect(sequences(await page(api, filter))).toEqual([]);
    expect(sequences(await page(api, `${filter}, after: "${first.pageInfo.endCursor}"`))).toEqual([2]);
  });
});

describe('what cannot be asked for says what can', () => {
  const cursorOf = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const places = [
    'x',
    '',
    '1',
    'WzFd',
    '9'.repeat(16),
    cursorOf([1, 'reports/RECORDED_ASC', '2020-01-01', 1, null]),
    cursorOf([2, 'reports/RECORDED_DESC', '2020-01-01', 1, null]),
    cursorOf([1, 'measurements/RECORDED_DESC', '2020-01-01', 1, null]),
    cursorOf([1, 'reports/RECORDED_DESC', '2020-02-30', 1, null]),
    cursorOf([1, 'reports/RECORDED_DESC', '2020-01-01', -1, null]),
    cursorOf([1, 'reports/RECORDED_DESC', '2020-01-01', 1.5, null]),
    cursorOf([1, 'reports/RECORDED_DESC', '2020-01-01', 1]),
    cursorOf([1, 'reports/RECORDED_DESC', '2020-01-01', 1, { length: 1 }]),
    cursorOf([1, 'reports/RECORDED_DESC', '2020-01-01', 1, null, 1]),
    cursorOf({ 0: 1 }),
    'A'.repeat(30_000),
  ];
  test.each([
    { args: 'first: 0', code: 'PAGE_SIZE_INVALID', says: '100' },
    { args: 'first: 101', code: 'PAGE_SIZE_INVALID', says: '101' },
    { args: 'first: -1', code: 'PAGE_SIZE_INVALID', says: '-1' },
    ...places.map((after) => ({
      args: `after: ${JSON.stringify(after)}`,
      code: 'CURSOR_INVALID',
      says: 'endCursor',
    })),
    { args: 'filter: { structure: "nessuna" }', code: 'UNKNOWN_STRUCTURE', says: 'OSRU' },
    { args: 'filter: { saidByStructure: "nessuna" }', code: 'UNKNOWN_STRUCTURE', says: 'OSRU' },
    { args: 'filter: { goal: "1.9" }', code: 'UNKNOWN_CODE', says: '1.1' },
    { args: 'filter: { goal: "1.1.1" }', code: 'NOT_A_GOAL', says: 'phase(code: "1.1.1")' },
    { args: 'filter: { goal: "3.1" }', code: 'MEASURED_BY_FIGURES', says: 'measurements' },
    { args: 'filter: { goal: "3.3" }', code: 'MEASURED_BY_FIGURES', says: '3.3' },
    { args: 'filter: { phase: "1.1" }', code: 'NOT_A_PHASE', says: '1.1.1' },
    {
      args: 'filter: { reportedOn: { from: "2020-02-01", to: "2020-01-01" } }',
      code: 'RANGE_INVALID',
      says: '2020-02-01',
    },
    {
      args: 'filter: { recordedAt: { from: "2020-02-01T00:00:00Z", to: "2020-01-01T00:00:00Z" } }',
      code: 'RANGE_INVALID',
      says: '2020-02-01',
    },
    { args: 'year: 1999', code: 'NO_PLAN', says: '2020' },
  ])('$code: $args', async ({ args, code, says }) => {
    const api = await openApi({ context: await withFacts() });
    const { data, errors, status } = await api.ask(`{ reports(${args}) { nodes { sequence } } }`);
    expect([data.reports, status, errors.length]).toEqual([null, 200, 1]);
    expect(errors[0]?.extensions).toMatchObject({
      code,
      messageIt: expect.stringContaining(says),
      messageEn: expect.stringContaining(says),
    });
    expect(api.logged).toEqual([]);
  });
});

test('whoever reads the rows of some structures gets no others, however they ask', async () => {
  const context = await withFacts();
  const api = await openApi({ context, actor: LIMITED });
  const { data, errors } = await api.ask(`{
    reports { nodes { phaseCode } }
    direzione: reports(filter: { structure: "DIREZIONE" }) { nodes { phaseCode } }
    byDay: reports(orderBy: REPORTED_ON_ASC) { nodes { phaseCode } }
    phase(code: "1.1.3") { reports { nodes { phaseCode } } }
    said: reports(filter: { saidByStructure: "OSRU" }) { nodes { phaseCode } }
    measurements { nodes { goalCode } }
  }`);
  expect(errors).toEqual([]);
  const phases = (list: { nodes: readonly { phaseCode: string }[] }) =>
    new Set(list.nodes.map((each) => each.phaseCode));
  for (const list of [data.reports, data.direzione, data.byDay, data.said])
    expect([...phases(list)]).not.toContain('1.1.3');
  expect(phases(data.reports)).toContain('1.1.1');
  expect(data.phase.reports.nodes).toEqual([]);
  // 3.1 is DIREZIONE’s.
  expect(data.measurements.nodes).toEqual([]);
  // A cursor gives no access either.
  const forged = Buffer.from(
    JSON.stringify([1, 'reports/RECORDED_DESC', '2020-12-31', 99, ['1.1.3']]),
  ).toString('base64url');
  const { data: again } = await api.ask(
    `{ reports(after: "${forged}", filter: { health: [BLOCKED] }) { nodes { phaseCode } } }`,
  );
  expect(again.reports.nodes).toEqual([]);
});
