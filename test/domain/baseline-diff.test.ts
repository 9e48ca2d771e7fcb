/** The approved plan against the annex, value by value as the annex prints them. */
import { describe, expect, test } from 'vitest';
import { diffBaselines, type FieldDiff, type GoalDiff } from '../../src/domain/baseline-diff.ts';
import { findBaseline } from '../../src/domain/plan.ts';
import { ARTI } from '../helpers/context.ts';

function baseline(number: number) {
  const found = findBaseline(ARTI, number);
  if (!found) throw new Error(`no baseline ${number}`);
  return found;
}

const diff = diffBaselines(baseline(0), baseline(1), [baseline(1)]);

function goal(code: string): GoalDiff {
  const found = diff.goals.find((each) => each.goal === code);
  if (!found) throw new Error(`no diff of ${code}`);
  return found;
}

const fieldOf = (fields: readonly FieldDiff[], name: FieldDiff['field']) =>
  fields.filter(({ field }) => field === name);

const phase = (of: string, code: string) => goal(of).phases.find((each) => each.phase === code);

describe('what the re-modulation did', () => {
  test.each([
    { why: '1.1 lost three points', code: '1.1', before: 1500, after: 1200, presence: 'CHANGED' },
    { why: '4.3 lost one', code: '4.3', before: 1100, after: 1000, presence: 'CHANGED' },
    { why: '3.3 was merged away with its eight', code: '3.3', before: 800, after: null, presence: 'REMOVED' },
    { why: '1.4 came with seven', code: '1.4', before: null, after: 700, presence: 'INSERTED' },
    { why: '1.5 came with five', code: '1.5', before: null, after: 500, presence: 'INSERTED' },
  ])('$why', ({ code, before, after, presence }) => {
    expect(goal(code).presence).toBe(presence);
    expect(fieldOf(goal(code).fields, 'WEIGHT')).toEqual([{ field: 'WEIGHT', before, after }]);
  });

  test('the weight is conserved: 86 and 86', () => {
    expect(diff.weightBps).toEqual({ before: 8600, after: 8600 });
  });

  test.each([
    { of: '1.1', code: '1.1.1', before: '2020-05-31', after: '2020-09-30' },
    { of: '1.1', code: '1.1.2', before: '2020-06-30', after: '2020-10-30' },
    { of: '1.2', code: '1.2.3', before: '2020-11-30', after: '2020-12-31' },
  ])('the end of $code moved', ({ of, code, before, after }) => {
    expect(fieldOf(phase(of, code)?.fields ?? [], 'END')).toEqual([{ field: 'END', before, after }]);
  });

  test('the target of 3.2 went from 66 to 50', () => {
    const [target] = fieldOf(goal('3.2').fields, 'TARGET');
    expect(target).toMatchObject({ fromYear: 2020, before: { value: '66' }, after: { value: '50' } });
  });

  test('every goal that an act names is there with its motivation, and 3.3 with what it went into', () => {
    for (const change of baseline(1).changes) {
      const [told] = goal(change.goal).changes;
      expect(told?.motivation).toBe(change.motivation);
      expect(told?.baseline).toBe(1);
    }
    expect(goal('3.3').changes[0]?.into).toBe('1.3');
  });

  test('the phases of a goal that came are not told one by one', () => {
    expect(goal('1.4').phases).toEqual([]);
  });
});

test('a baseline against itself differs in nothing', () => {
  expect(diffBaselines(baseline(1), baseline(1), []).goals).toEqual([]);
});
