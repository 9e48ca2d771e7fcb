/** From what was said, and from what names an item by its code, to the item itself with its figures. */
import { describe, expect, test } from 'vitest';
import { parseNodeId } from '../../src/graphql/node-id.ts';
import { openTestContext } from '../helpers/context.ts';
import { decision, ratioMeasurement, report } from '../store/support.ts';
import { type Api, openApi } from './support.ts';

/** 3.3 is eliminated by baseline 1, in force from 03/08/2020. */
async function withFacts(): Promise<Api> {
  const context = await openTestContext();
  await context.store.commit(
    decision(context.planId, {
      reports: [
        report('1.1.3', '2020-05-01', { percentBps: 2_000 }),
        report('1.1.3', '2020-09-01', { percentBps: 6_000 }),
      ],
      measurements: [
        ratioMeasurement('3.3', '2020-05-01', '1'),
        ratioMeasurement('3.1', '2020-05-01', '8006'),
      ],
    }),
  );
  return openApi({ context });
}

describe('as of the day and in the baseline asked for above', () => {
  test.each([
    { why: 'as they are now', of: 'plan', percent: 60 },
    { why: 'of a day', of: 'plan(asOf: "2020-06-30")', percent: 20 },
  ])('$why: $percent', async ({ of, percent }) => {
    const { data, errors } = await (await withFacts()).ask(
      `{ ${of} { reports(orderBy: RECORDED_ASC, first: 1) { nodes {
        phaseCode phase { code progress { percent } goal { code phases { code progress { percent } } } } } } } }`,
    );
    expect(errors).toEqual([]);
    const [{ phaseCode, phase }] = data.plan.reports.nodes;
    expect([phaseCode, phase.code, phase.progress.percent]).toEqual(['1.1.3', '1.1.3', percent]);
    const { phases } = phase.goal;
    expect(phases.find(({ code }: { code: string }) => code === '1.1.3').progress).toEqual({ percent });
  });

  test.each([
    { why: 'an act has taken the goal out', of: 'plan(baseline: 1)', goal: null },
    { why: 'it is in the plan as approved', of: 'plan(baseline: 0)', goal: { code: '3.3' } },
  ])('$why', async ({ of, goal }) => {
    const { data } = await (await withFacts()).ask(
      `{ ${of} { measurements(orderBy: RECORDED_ASC) { nodes { goalCode goal { code } } } } }`,
    );
    const { nodes } = data.plan.measurements;
    expect(nodes[0]).toEqual({ goalCode: '3.3', goal });
    expect(nodes[1]).toEqual({ goalCode: '3.1', goal: { code: '3.1' } });
  });

  test('an indicator leads to its goal', async () => {
    const { data } = await (await withFacts()).ask(
      '{ indicator(goal: "3.1", asOf: "2020-04-01") { goalCode goal { progress { percent coverage } } } }',
    );
    expect(data.indicator).toEqual({ goalCode: '3.1', goal: { progress: { percent: 0, coverage: 0 } } });
  });
});

test('the id of a report has the day in it, so that a cache never mixes two days', async () => {
  const api = await withFacts();
  const last = 'lastReport { id sequence phase { progress { percent } } }';
  const { data } = await api.ask(
    `{ now: phase(code: "1.1.3") { ${last} } then: phase(code: "1.1.3", asOf: "2020-09-10") { ${last} } }`,
  );
  const [now, then] = [data.now.lastReport, data.then.lastReport];
  expect(then.sequence).toBe(now.sequence);
  expect(then.id).not.toBe(now.id);
  expect(parseNodeId(then.id)).toMatchObject({ asOf: '2020-09-10', key: String(now.sequence) });
  const { data: found } = await api.ask(
    'query($id: ID!) { node(id: $id) { id ... on StatusReport { phase { id } } } }',
    { id: then.id },
  );
  expect(found.node.id).toBe(then.id);
  expect(parseNodeId(found.node.phase.id)).toMatchObject({ asOf: '2020-09-10' });
});

test('what was recorded together can be found again, and leads to its items', async () => {
  const api = await withFacts();
  const { data } = await api.ask(`mutation { recordReports(input: { idempotencyKey: "a", reports: [
    { status: { phase: "1.1.3", percent: 70 } }, { measurement: { goal: "3.1", numerator: 1, denominator: 2 } }
  ] }) { ... on RecordReportsSuccess { recorded {
    id itemCode goalCode phase { code progress { percent } } goal { code } } } } }`);
  const [status, measurement] = data.recordReports.recorded;
  expect(status).toMatchObject({
    itemCode: '1.1.3',
    goalCode: '1.1',
    phase: { code: '1.1.3', progress: { percent: 70 } },
    goal: { code: '1.1' },
  });
  expect(measurement).toMatchObject({ itemCode: '3.1', goalCode: '3.1', phase: null, goal: { code: '3.1' } });
  const ids = [status.id, measurement.id];
  const { data: found } = await api.ask(
    'query($ids: [ID!]!) { nodes(ids: $ids) { id ... on RecordedFact { reportedOn } } }',
    { ids },
  );
  expect(found.nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
});
