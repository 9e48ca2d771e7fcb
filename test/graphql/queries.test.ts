import { describe, expect, test } from 'vitest';
import { openRealContext } from '../services/real-context.ts';
import { openApi, operation } from './support.ts';

const SCRIPTED = `
{ plan(year: 2020, asOf: "2020-09-30", baseline: 1) {
    weightBps  progress { percent coverage planned { byDeadline linear } }
    areas { code title }
    goals { code title weightBps change { kind motivation }
      phases { code number description output start end weightBps structures { code name }
               progress { percent health } lastReport { percent note reportedOn } } }
    structures { code name progress { percent coverage } } }
  goal(code: "1.1", asOf: "2020-06-30", baseline: 0) { progress { percent planned { byDeadline linear } } } }`;

test('the query that scripts use', async () => {
  const api = await openApi();
  const { data, errors, status } = await api.ask(SCRIPTED);
  expect(errors).toEqual([]);
  expect(status).toBe(200);
  expect(data.plan.weightBps).toBe(8600);
  expect(data.plan.areas.map((area: { code: string }) => area.code)).toEqual(['1', '3', '4']);
  expect(data.plan.goals).toHaveLength(10);
  expect(data.plan.goals[0].phases[0]).toMatchObject({
    code: '1.1.1',
    number: 1,
    start: '2020-01-01',
    end: '2020-09-30',
    weightBps: 1500,
    structures: [{ code: 'DIREZIONE' }, { code: 'LAVORO' }, { code: 'OSRU' }],
    lastReport: null,
  });
  expect(data.goal.progress.planned.byDeadline).toBe(65);
  expect(data.goal.progress.planned.linear).toBeCloseTo(82.4, 2);
});

test.each([
  { asOf: '2020-06-30', baseline: 1, byDeadline: 40, linear: 73.35 },
  { asOf: '2020-09-30', baseline: 1, byDeadline: 55, linear: 90.22 },
  { asOf: '2020-10-31', baseline: 1, byDeadline: 65, linear: 94.17 },
  { asOf: '2020-06-30', baseline: 0, byDeadline: 65, linear: 82.4 },
])('CRONO 1 on $asOf, baseline $baseline → $byDeadline / $linear', async ({ asOf, baseline, ...planned }) => {
  const api = await openApi();
  const { data } = await api.ask(
    'query ($asOf: Date, $baseline: Int) { goal(code: "1.1", asOf: $asOf, baseline: $baseline) { progress { planned { byDeadline linear } } } }',
    { asOf, baseline },
  );
  expect(data.goal.progress.planned.byDeadline).toBe(planned.byDeadline);
  expect(data.goal.progress.planned.linear).toBeCloseTo(planned.linear, 2);
});

test('the dashboards’ queries answer', async () => {
  const api = await openApi();
  const overview = await api.ask(operation('plan-overview'), { year: 2020, asOf: '2020-09-14' });
  expect(overview.errors).toEqual([]);
  expect(overview.data.plan).toMatchObject({ asOf: '2020-09-14', baseline: { number: 1 } });
  const detail = await api.ask(operation('goal-detail'), { code: '4.3' });
  expect(detail.errors).toEqual([]);
  expect(detail.data.goal).toMatchObject({
    scheduleName: 'ARTI CRONO 4',
    deadline: null,
    phases: [],
    progress: { percent: null, reason: 'SCHEDULE_UNKNOWN', points: null },
  });
});

describe('without saying', () => {
  test('which day: today; which baseline: the one in force that day', async () => {
    const api = await openApi();
    const { data } = await api.ask(`{ today
      now: plan { asOf baseline { number } }
      eve: plan(asOf: "2020-08-02") { baseline { number } }
      day: plan(asOf: "2020-08-03") { baseline { number } } }`);
    expect(data).toEqual({
      today: '2020-09-14',
      now: { asOf: '2020-09-14', baseline: { number: 1 } },
      eve: { baseline: { number: 0 } },
      day: { baseline: { number: 1 } },
    });
  });
});

test('1.04 is 1.4, and a structure is found by its name', async () => {
  const api = await openApi();
  const { data } = await api.ask(`{ goal(code: "1.04") { code } phase(code: "01.1.03") { code }
    structure(code: "direzione regionale lavoro") { code goalsWithoutPhases { code } phases { code } } }`);
  expect(data.goal.code).toBe('1.4');
  expect(data.phase.code).toBe('1.1.3');
  expect(data.structure.code).toBe('LAVORO');
});

describe('what is refused is readable: null, a code, both languages, status 200', () => {
  test.each([
    { query: '{ goal(code: "9.9") { code } }', code: 'UNKNOWN_CODE', message: /«9\.9» non esiste/ },
    {
      query: '{ goal(code: "1.1.3") { code } }',
      code: 'NOT_A_GOAL',
      message: /phase\(code: "1\.1\.3"\).*"1\.1"/,
    },
    { query: '{ phase(code: "1.1") { code } }', code: 'NOT_A_PHASE', message: /1\.1\.1/ },
    { query: '{ structure(code: "X") { code } }', code: 'UNKNOWN_STRUCTURE', message: /«X».*OSRU/ },
    { query: '{ plan(year: 2019) { year } }', code: 'NO_PLAN', message: /2019.*2020/ },
    { query: '{ plan(baseline: 7) { year } }', code: 'NO_BASELINE', message: /0, 1/ },
    { query: '{ goal(code: "1.4", baseline: 0) { code } }', code: 'NOT_IN_BASELINE', message: /1\.4/ },
  ])('$query → $code', async ({ query, code, message }) => {
    const api = await openApi();
    const { data, errors, status } = await api.ask(query);
    expect(status).toBe(200);
    expect(Object.values(data)).toEqual([null]);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toMatch(message);
    expect(errors[0]?.extensions).toMatchObject({
      code,
      messageIt: errors[0]?.message,
      messageEn: expect.any(String),
    });
    expect(api.logged).toEqual([]);
  });

  test('an eliminated goal says why, and stays readable in its baseline', async () => {
    const api = await openApi();
    const { data, errors } = await api.ask(
      '{ now: goal(code: "3.3") { code } before: goal(code: "3.3", baseline: 0) { weightBps } }',
    );
    expect(errors[0]?.extensions).toMatchObject({
      code: 'NOT_IN_BASELINE',
      change: { kind: 'MERGE', into: '1.3', motivation: expect.stringContaining('accorpare gli eventi') },
    });
    expect(data).toEqual({ now: null, before: { weightBps: 800 } });
  });

  test('in English where the product speaks it', async () => {
    const { errors } = await (await openApi({ language: 'en' })).ask('{ goal(code: "9.9") { code } }');
    expect(errors[0]?.message).toBe(errors[0]?.extensions?.messageEn);
  });

  test('before any import', async () => {
    const api = await openApi({ context: await openRealContext({ seed: false }) });
    expect((await api.ask('{ plan { year } }')).errors[0]?.extensions?.code).toBe('NO_PLAN');
  });
});

describe('a bad date says what is accepted', () => {
  const given = ['2020-02-30', '30/09/2020', '2020-9-1', '', 'oggi', '2020-09-30T00:00:00Z'];

  test.each(given)('"%s" as a literal', async (date) => {
    const { errors } = await (await openApi()).ask(`{ plan(asOf: "${date}") { year } }`);
    expect(errors[0]?.extensions).toMatchObject({
      code: 'DATE_INVALID',
      messageIt: expect.stringContaining('AAAA-MM-GG'),
    });
  });

  test.each([...given, 20200930, true])('%s as a variable', async (date) => {
    const { errors } = await (await openApi()).ask('query ($d: Date) { plan(asOf: $d) { year } }', {
      d: date,
    });
    expect(errors[0]?.message).toContain('AAAA-MM-GG');
    expect(errors[0]?.extensions?.messageEn).toContain('YYYY-MM-DD');
    expect(errors[0]?.extensions?.code).toBe('DATE_INVALID');
  });
});

test('what was not measured has no figure, with a reason; once it was, there is none', async () => {
  const api = await openApi();
  const ask = async () => {
    const achievement = 'achievement { actual target percent uncappedPercent reason }';
    const { data } = await api.ask(`{ goal(code: "3.1") { ${achievement} indicator { ${achievement} } } }`);
    expect(data.goal.indicator.achievement).toEqual(data.goal.achievement);
    return data.goal.achievement;
  };
  expect(await ask()).toEqual({
    actual: null,
    target: 40,
    percent: null,
    uncappedPercent: null,
    reason: 'NOT_MEASURED',
  });
  await api.ask(
    'mutation { recordMeasurement(input: { goal: "3.1", numerator: 1, denominator: 5, idempotencyKey: "a" }) { __typename } }',
  );
  expect(await ask()).toMatchObject({ actual: 20, percent: 50, reason: null });
});

test('a term without a figure says why', async () => {
  const api = await openApi();
  const { data } = await api.ask(
    '{ area(code: "4", asOf: "2020-09-30") { progress { explain { terms { code percent reason } } } } }',
  );
  const { terms } = data.area.progress.explain;
  expect(terms.find(({ code }: { code: string }) => code === '4.3')).toEqual({
    code: '4.3',
    percent: null,
    reason: 'SCHEDULE_UNKNOWN',
  });
});
