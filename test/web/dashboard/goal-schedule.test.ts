import { describe, expect, test } from 'vitest';
import {
  type GoalDiff,
  type Pair,
  type Phase,
  pairOf,
  scheduleRows,
} from '../../../src/web/dashboard/parts/goal-schedule.ts';

const phase = (code: string, start: string, end: string): Phase => ({
  code,
  number: Number(code.split('.')[2]),
  description: null,
  descriptionUnknown: null,
  output: null,
  outputUnknown: null,
  start,
  end,
  weightBps: 5000,
  completedOn: null,
  completedDaysLate: 0,
  neutralised: null,
  structures: [],
  units: null,
  progress: {
    percent: null,
    reason: null,
    health: null,
    healthReason: null,
    coverage: 0,
    planned: { byDeadline: 0, linear: 0 },
  },
  lastReport: null,
});

const day = (field: 'START' | 'END', old: string | null, now: string | null): GoalDiff['fields'][number] => ({
  field,
  fromYear: null,
  toYear: null,
  old: old === null ? null : { text: old, day: old },
  new: now === null ? null : { text: now, day: now },
});

const diff = (presence: GoalDiff['presence'], phases: GoalDiff['phases']): GoalDiff => ({
  goal: { code: '1.1' },
  presence,
  changes: [],
  fields: [],
  phases,
});

const TO: Pair = { from: 0, to: 1, shown: 'TO' };
const FROM: Pair = { from: 0, to: 1, shown: 'FROM' };
const YEAR = { start: '2020-01-01', end: '2020-12-31' };

describe('which two baselines are compared', () => {
  const both = [{ number: 0 }, { number: 1 }, { number: 2 }];
  test.each([
    { why: 'one beside the approved one', shown: 1, all: both, pair: { from: 0, to: 1, shown: 'TO' } },
    { why: 'the approved one beside the last', shown: 0, all: both, pair: { from: 0, to: 2, shown: 'FROM' } },
    { why: 'none where there is one alone', shown: 0, all: [{ number: 0 }], pair: null },
  ])('$why', ({ shown, all, pair }) => {
    expect(pairOf(shown, all)).toEqual(pair);
  });
});

describe('the rows of a schedule', () => {
  const moved = diff('CHANGED', [
    { code: '1.1.1', presence: 'CHANGED', fields: [day('END', '2020-05-31', '2020-09-30')] },
  ]);

  test('a phase that moved has both its bars, whichever baseline is shown', () => {
    const approved = { start: '2020-01-01', end: '2020-05-31' };
    const current = { start: '2020-01-01', end: '2020-09-30' };
    expect(scheduleRows([phase('1.1.1', '2020-01-01', '2020-09-30')], TO, moved)).toMatchObject([
      { presence: 'CHANGED', approved, current },
    ]);
    expect(scheduleRows([phase('1.1.1', '2020-01-01', '2020-05-31')], FROM, moved)).toMatchObject([
      { presence: 'CHANGED', approved, current },
    ]);
  });

  test('one that did not has the same twice', () => {
    const rows = scheduleRows([phase('1.1.2', YEAR.start, YEAR.end)], TO, moved);
    expect(rows[0]).toMatchObject({ presence: null, approved: YEAR, current: YEAR });
  });

  test('one that an act took out stands in its place, without a phase of the shown baseline', () => {
    const removed = diff('CHANGED', [
      {
        code: '1.1.2',
        presence: 'REMOVED',
        fields: [day('START', '2020-02-01', null), day('END', '2020-03-31', null)],
      },
    ]);
    const phases = [phase('1.1.1', YEAR.start, YEAR.end), phase('1.1.10', YEAR.start, YEAR.end)];
    const rows = scheduleRows(phases, TO, removed);
    expect(rows.map(({ code }) => code)).toEqual(['1.1.1', '1.1.2', '1.1.10']);
    expect(rows[1]).toMatchObject({
      phase: null,
      presence: 'REMOVED',
      approved: { start: '2020-02-01', end: '2020-03-31' },
      current: null,
    });
  });

  test('one that an act inserted was not approved', () => {
    const inserted = diff('CHANGED', [{ code: '1.1.1', presence: 'INSERTED', fields: [] }]);
    expect(scheduleRows([phase('1.1.1', YEAR.start, YEAR.end)], TO, inserted)[0]).toMatchObject({
      approved: null,
      current: YEAR,
    });
  });

  test.each([
    { why: 'a new goal has no approved bars', presence: 'INSERTED', pair: TO, approved: null, current: YEAR },
    {
      why: 'one that is gone has no later ones',
      presence: 'REMOVED',
      pair: FROM,
      approved: YEAR,
      current: null,
    },
  ] as const)('$why', ({ presence, pair, approved, current }) => {
    const rows = scheduleRows([phase('1.1.1', YEAR.start, YEAR.end)], pair, diff(presence, []));
    expect(rows[0]).toMatchObject({ approved, current });
  });

  test('without another baseline there is one bar', () => {
    expect(scheduleRows([phase('1.1.1', YEAR.start, YEAR.end)], null, null)[0]).toMatchObject({
      approved: null,
      current: YEAR,
    });
  });
});
