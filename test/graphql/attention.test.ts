/** What falls due and what is wrong, as Slack lists them. */
import { describe, expect, test } from 'vitest';
import { OSRU_STAFF, openTestContext, PLANNING_OFFICE, personOf } from '../helpers/context.ts';
import { openApi, operation } from './support.ts';

/** 1.1.1 is complete, 1.1.2 cannot go on, and of all else nothing was said. */
async function openSaid() {
  const context = await openTestContext();
  const { ask } = await openApi({ context });
  const said = [
    { phase: '1.1.1', percent: 100 },
    { phase: '1.1.2', percent: 20, blockedBecause: 'manca l’atto' },
  ];
  for (const each of said) {
    const input = { idempotencyKey: each.phase, reportedOn: '2020-09-10', ...each };
    const { data } = await ask(operation('report-status'), { input });
    expect(data.reportStatus.__typename).toBe('ReportStatusSuccess');
  }
  return context;
}

const codes = (items: readonly { readonly code: string }[]) => items.map(({ code }) => code);

describe('due', () => {
  test.each([
    { why: 'thirty days without an argument', args: 'goal: "1.1"', due: ['1.1.5', '1.1.6'] },
    {
      why: 'what ends on the last day is within',
      args: 'goal: "1.1", within: 46',
      due: ['1.1.5', '1.1.6', '1.1.2'],
    },
    { why: 'what is complete is not due', args: 'goal: "1.1", within: 16', due: ['1.1.5', '1.1.6'] },
    { why: 'what ends a day later is not', args: 'goal: "1.1", within: 45', due: ['1.1.5', '1.1.6'] },
    { why: 'of an area', args: 'area: "3", within: 366', due: ['3.1', '3.2'] },
    { why: 'all of it must apply', args: 'area: "3", goal: "1.1"', due: [] },
  ])('$why: $args', async ({ args, due }) => {
    const { ask } = await openApi({ context: await openSaid() });
    const { data, errors } = await ask(`{ due(${args}) { code end } plan { due(${args}) { code end } } }`);
    expect(errors).toEqual([]);
    expect(codes(data.due)).toEqual(due);
    expect(data.plan.due).toEqual(data.due);
  });

  test('as of a day that is past, with the figures of that day', async () => {
    const { ask } = await openApi({ context: await openSaid() });
    const { data } = await ask(
      '{ due(goal: "1.1", asOf: "2020-09-09", within: 30) { code lastReportedOn urgency progress { percent } phase { code } goal { code } } }',
    );
    expect(data.due).toContainEqual({
      code: '1.1.1',
      lastReportedOn: null,
      urgency: 'UNREPORTED',
      progress: { percent: 0 },
      phase: { code: '1.1.1' },
      goal: null,
    });
  });

  test.each([
    { args: 'within: -1', code: 'PERIOD_INVALID' },
    { args: 'within: 367', code: 'PERIOD_INVALID' },
    { args: 'goal: "9.9"', code: 'UNKNOWN_CODE' },
    { args: 'goal: "1.1.1"', code: 'NOT_A_GOAL' },
    { args: 'area: "7"', code: 'UNKNOWN_CODE' },
    { args: 'structure: "NESSUNA"', code: 'UNKNOWN_STRUCTURE' },
    { args: 'baseline: 9', code: 'NO_BASELINE' },
  ])('refused: $args → $code', async ({ args, code }) => {
    const { ask } = await openApi();
    const { data, errors } = await ask(`{ due(${args}) { code } }`);
    expect(data).toEqual({ due: null });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual([code]);
  });
});

describe('attention', () => {
  test('the worst first, by what is wrong, and nothing that is well', async () => {
    const { ask } = await openApi({ context: await openSaid() });
    const { data } = await ask('{ attention { code risk } plan { attention { code risk } } }');
    const order = ['OVERDUE', 'BLOCKED', 'AT_RISK', 'STALE', 'UNREPORTED'];
    const risks: readonly string[] = data.attention.map(({ risk }: { risk: string }) => risk);
    expect([...risks].sort((a, b) => order.indexOf(a) - order.indexOf(b))).toEqual(risks);
    expect(data.attention).toContainEqual({ code: '1.1.2', risk: 'BLOCKED' });
    expect(codes(data.attention)).not.toContain('1.1.1');
    expect(data.plan.attention).toEqual(data.attention);
  });

  test('of one risk, and of a structure', async () => {
    const { ask } = await openApi({ context: await openSaid() });
    const { data } = await ask(
      '{ blocked: attention(risk: [BLOCKED]) { code } osru: attention(structure: "OSRU") { structures { code } } }',
    );
    expect(codes(data.blocked)).toEqual(['1.1.2']);
    expect(data.osru.length).toBeGreaterThan(0);
    for (const { structures } of data.osru) expect(codes(structures)).toContain('OSRU');
  });
});

describe('who answers for an item', () => {
  const QUERY = '{ due(goal: "1.1", within: 366) { code answerers { name structures because } } }';

  test.each([
    { why: 'the planning office', actor: PLANNING_OFFICE, named: true },
    { why: 'staff', actor: OSRU_STAFF, named: false },
    { why: 'a key', actor: { key: 'key:r', role: 'READER', structures: [] } as const, named: false },
  ])('named to $why: $named', async ({ actor, named }) => {
    const { data, text } = await (await openApi({ actor })).ask(QUERY);
    expect(data.due[0].answerers.length).toBeGreaterThan(0);
    expect(text.includes(personOf('referente.direzione').name)).toBe(named);
  });

  test('people are read once, however long the list', async () => {
    const context = await openTestContext();
    let reads = 0;
    const listPeople = () => {
      reads++;
      return context.store.listPeople();
    };
    const { ask } = await openApi({ context: { ...context, store: { ...context.store, listPeople } } });
    const { data } = await ask(QUERY);
    expect(data.due.length).toBeGreaterThan(1);
    expect(reads).toBe(1);
  });
});
