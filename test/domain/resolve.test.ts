import { describe, expect, test } from 'vitest';
import { baselineInForce, findBaseline, type Plan } from '../../src/domain/plan.ts';
import {
  findItem,
  findStructure,
  resolveItem,
  resolveSubject,
  type Subject,
} from '../../src/domain/resolve.ts';
import { ARTI, TODAY } from '../helpers/context.ts';
import { buildPlan, goalCode, scheduledGoal } from '../helpers/figures.ts';

const current = baselineInForce(ARTI, TODAY);
const approved = findBaseline(ARTI, 0) ?? current;

const nameOf = (subject: Subject): string =>
  subject.kind === 'STRUCTURE' ? subject.structure.code : `${subject.kind} ${subject.code}`;

test.each([
  { why: 'a goal', text: '1.4', is: 'GOAL 1.4' },
  { why: 'a phase', text: '1.1.3', is: 'PHASE 1.1.3' },
  { why: 'zeros in front', text: '01.04.02', is: 'PHASE 1.4.2' },
  { why: 'a point behind', text: '1.4.', is: 'GOAL 1.4' },
  { why: 'spaces around', text: '  1.4  ', is: 'GOAL 1.4' },
  { why: 'a structure by code', text: 'OSRU', is: 'OSRU' },
  { why: 'whatever the case', text: 'osru', is: 'OSRU' },
  { why: 'by name', text: 'Direzione regionale Lavoro', is: 'LAVORO' },
  { why: 'spaces between', text: ' direzione   regionale lavoro ', is: 'LAVORO' },
  { why: 'by alias', text: 'settore osru', is: 'OSRU' },
  { why: '“Direzione” alone is ARTI’s own', text: 'direzione', is: 'DIREZIONE' },
  { why: 'and has its alias', text: 'Direzione di ARTI', is: 'DIREZIONE' },
])('$why: “$text” is $is', ({ text, is }) => {
  const result = resolveSubject(ARTI, current, text);
  expect(result.ok ? nameOf(result.value) : result.refusal).toBe(is);
});

test.each([
  {
    why: 'a phase too many: its goal and phases',
    given: '1.4.9',
    near: ['1.4', '1.4.1', '1.4.2', '1.4.3', '1.4.4'],
  },
  { why: 'a goal too many: the area', given: '4.9', near: ['4.1', '4.2', '4.3'] },
  { why: 'at most five', given: '1.1.9', near: ['1.1', '1.1.1', '1.1.2', '1.1.3', '1.1.4'] },
  { why: 'a part too many', given: '4.3.1', near: ['4.3'] },
  { why: 'an area that is none: nothing is near', given: '9.9', near: [] },
  { why: 'an area alone: its goals', given: '3', near: ['3.1', '3.2'] },
  { why: 'no code at all: nothing is near', given: 'pippo', near: [] },
  { why: 'nothing', given: '', near: [] },
  { why: 'part of a structure’s name', given: 'Lavor', near: [] },
])('unknown “$given”, $why', ({ given, near }) => {
  expect(resolveSubject(ARTI, current, given)).toEqual({
    ok: false,
    refusal: { code: 'UNKNOWN_CODE', given, near },
  });
});

test('near codes go by number, not by letter', () => {
  const plan = buildPlan([scheduledGoal('1.10', 10, [{}, {}]), scheduledGoal('1.2', 10, [{}])]);
  expect(resolveSubject(plan, baselineInForce(plan, TODAY), '1.7')).toMatchObject({
    refusal: { near: ['1.2', '1.2.1', '1.10', '1.10.1', '1.10.2'] },
  });
});

describe('what an amending act moved', () => {
  const change = (code: string) => current.changes.find((each) => each.goal === code) ?? null;
  test.each([
    { why: 'merged', baseline: current, text: '3.3', item: '3.3', by: change('3.3') },
    {
      why: 'not inserted yet: no change of that baseline tells why',
      baseline: approved,
      text: '1.4',
      item: '1.4',
      by: null,
    },
    { why: 'a phase of one not inserted yet', baseline: approved, text: '1.04.2', item: '1.4.2', by: null },
  ])('$why', ({ baseline, text, item, by }) => {
    expect(resolveItem(ARTI, baseline, text)).toEqual({
      ok: false,
      refusal: {
        code: 'NOT_IN_BASELINE',
        item,
        baseline: baseline.number,
        change: by,
        readableIn: 1 - baseline.number,
      },
    });
  });

  test('what was merged is found where it stood', () => {
    expect(resolveItem(ARTI, approved, '3.3')).toMatchObject({ ok: true, value: { code: '3.3' } });
  });

  test('a phase that a modified goal lost is not called eliminated', () => {
    const whole = buildPlan([scheduledGoal('1.1', 10, [{}, {}])], [scheduledGoal('1.1', 10, [{}])]);
    const [first, second] = whole.baselines;
    if (!first || !second) throw new Error('two baselines');
    const modified = {
      goal: goalCode('1.1'),
      kind: 'MODIFY',
      into: null,
      motivation: '',
      notes: [],
    } as const;
    const plan: Plan = { ...whole, baselines: [first, { ...second, changes: [modified] }] };
    expect(resolveItem(plan, second, '1.1.2')).toMatchObject({
      refusal: { code: 'NOT_IN_BASELINE', item: '1.1.2', change: null },
    });
  });
});

test('of a goal whose schedule is not known, the goal is found and no phase', () => {
  expect(findItem(current, '4.3')?.kind).toBe('GOAL');
  expect(findItem(current, '4.3.1')).toBeUndefined();
});

test('a structure is not found by what is not its name', () => {
  expect(findStructure(ARTI, 'OSRU2')).toBeUndefined();
  expect(findStructure(ARTI, '')).toBeUndefined();
});
