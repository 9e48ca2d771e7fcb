import { describe, expect, test } from 'vitest';
import {
  type ComparedGoal,
  type Comparison,
  compareGoals,
  onlyChanges,
} from '../../../src/web/dashboard/parts/changes-compare.ts';

type Plan = NonNullable<Comparison['after']>;
type Goal = Plan['goals'][number];
type Phase = Goal['phases'][number];
type Diff = NonNullable<NonNullable<Comparison['plan']>['baselineDiff']>;
type GoalDiff = Diff['goals'][number];
type Field = GoalDiff['fields'][number];
type FieldSide = NonNullable<Field['new']>;

const DIREZIONE = { code: 'DIREZIONE', name: 'Direzione' };
const OSRU = { code: 'OSRU', name: 'Settore OSRU' };

const phase = (code: string, more: Partial<Phase> = {}): Phase => ({
  code,
  number: Number(code.split('.')[2]),
  description: `fase ${code}`,
  descriptionUnknown: null,
  output: null,
  outputUnknown: null,
  start: '2020-01-01',
  end: '2020-05-31',
  weightBps: 2000,
  structures: [DIREZIONE],
  units: null,
  ...more,
});

const goal = (code: string, more: Partial<Goal> = {}): Goal => ({
  code,
  title: `obiettivo ${code}`,
  weightBps: 1500,
  deadline: null,
  scheduleName: null,
  structures: [DIREZIONE],
  indicator: { description: 'indicatore', measure: 'RATIO', unit: '%', startingValue: null, targets: [] },
  phases: [],
  ...more,
});

const side = (more: Partial<FieldSide>): FieldSide => ({
  text: '',
  weightBps: null,
  day: null,
  structures: [],
  unknownBecause: null,
  ...more,
});

const field = (
  name: Field['field'],
  old: FieldSide | null,
  now: FieldSide | null,
  years?: number,
): Field => ({
  field: name,
  fromYear: years ?? null,
  toYear: years ?? null,
  old,
  new: now,
});

const diff = (code: string, more: Partial<GoalDiff> = {}): GoalDiff => ({
  goal: { code },
  presence: 'CHANGED',
  changes: [],
  fields: [],
  phases: [],
  ...more,
});

const BASELINE = { number: 0, act: 'DGR 1', adoptedOn: '2020-02-17', effectiveFrom: '2020-01-01' };

function compare(before: readonly Goal[], after: readonly Goal[], goals: readonly GoalDiff[]) {
  const baselineDiff = {
    from: BASELINE,
    to: { ...BASELINE, number: 1 },
    oldWeightBps: 0,
    newWeightBps: 0,
    goals,
  };
  const answer: Comparison = {
    plan: { year: 2020, baselineDiff },
    before: { goals: before },
    after: { goals: after },
  };
  return (language: 'it' | 'en' = 'it') => compareGoals(answer, language);
}

const found = (goals: readonly ComparedGoal[], code: string): ComparedGoal => {
  const one = goals.find((each) => each.code === code);
  if (!one) throw new Error(`no goal ${code}`);
  return one;
};

const row = (rows: ComparedGoal['rows'], name: Field['field']) => rows.find((each) => each.field === name);

describe('what differs is what the API says', () => {
  const goals = compare(
    [goal('1.1', { phases: [phase('1.1.1'), phase('1.1.2')] }), goal('1.2')],
    [
      goal('1.1', { weightBps: 1250, phases: [phase('1.1.1', { end: '2020-09-30' }), phase('1.1.2')] }),
      goal('1.2'),
    ],
    [
      diff('1.1', {
        fields: [field('WEIGHT', side({ weightBps: 1500 }), side({ weightBps: 1250 }))],
        phases: [
          {
            code: '1.1.1',
            presence: 'CHANGED',
            fields: [field('END', side({ day: '2020-05-31' }), side({ day: '2020-09-30' }))],
          },
        ],
      }),
    ],
  );

  test('both sides of a weight and of a day, in the reader’s language', () => {
    const { rows, phases } = found(goals(), '1.1');
    expect(row(rows, 'WEIGHT')).toMatchObject({
      isChanged: true,
      before: { text: '15%', isItalian: false },
      after: { text: '12,5%' },
    });
    expect(row(phases[0]?.rows ?? [], 'END')).toMatchObject({
      before: { text: '31/05/2020' },
      after: { text: '30/09/2020' },
    });
    expect(row(found(goals('en'), '1.1').rows, 'WEIGHT')?.after?.text).toBe('12.5%');
  });

  test('the whole shows the rest too, once and as unchanged', () => {
    const { rows, phases } = found(goals(), '1.1');
    expect(row(rows, 'STRUCTURES')).toMatchObject({ isChanged: false, after: { text: 'Direzione' } });
    expect(phases.map(({ presence }) => presence)).toEqual(['CHANGED', 'SAME']);
    expect(found(goals(), '1.2').presence).toBe('SAME');
  });

  test('without the rest goals, fields and phases that did not change are left out', () => {
    const changed = onlyChanges(goals());
    expect(changed.map(({ code }) => code)).toEqual(['1.1']);
    expect(found(changed, '1.1').rows.map((each) => each.field)).toEqual(['WEIGHT']);
    expect(
      found(changed, '1.1').phases.map(({ code, rows }) => [code, rows.map((each) => each.field)]),
    ).toEqual([['1.1.1', ['END']]]);
  });
});

test('a goal that came brings its phases, which the API does not tell one by one', () => {
  const goals = compare(
    [],
    [goal('1.4', { phases: [phase('1.4.1', { units: { target: 10_000, name: 'colloqui' } })] })],
    [diff('1.4', { presence: 'INSERTED', fields: [field('TITLE', null, side({ text: 'obiettivo 1.4' }))] })],
  );
  const { rows, phases, weightBps } = found(onlyChanges(goals()), '1.4');
  expect(phases[0]).toMatchObject({ presence: 'INSERTED' });
  expect(row(phases[0]?.rows ?? [], 'UNITS')).toMatchObject({
    before: null,
    after: { text: '10.000 colloqui' },
  });
  expect(weightBps).toEqual({ before: null, after: 1500 });
  // Its title is the heading already.
  expect(row(rows, 'TITLE')).toBeUndefined();
});

test('a goal that left is read from the older baseline, in the order of the codes', () => {
  const goals = compare(
    [goal('1.9'), goal('3.3', { phases: [phase('3.3.1')] }), goal('1.10')],
    [goal('1.9'), goal('1.10')],
    [diff('3.3', { presence: 'REMOVED' })],
  )();
  expect(goals.map(({ code }) => code)).toEqual(['1.9', '1.10', '3.3']);
  const { phases, title } = found(goals, '3.3');
  expect(title).toBe('obiettivo 3.3');
  expect(row(phases[0]?.rows ?? [], 'END')).toMatchObject({ before: { text: '31/05/2020' }, after: null });
});

test('targets are written with their unit, a reference in the act’s words; the years that did not change stay', () => {
  const target = (year: number, value: number | null) => ({
    fromYear: year,
    toYear: year,
    operator: 'GTE' as const,
    value,
    reference: value === null ? 'dato finale anno precedente' : null,
  });
  const of = (value: number) =>
    goal('3.1', {
      indicator: { ...goal('3.1').indicator, targets: [target(2020, value), target(2021, null)] },
    });
  const goals = compare(
    [of(105)],
    [of(40)],
    [diff('3.1', { fields: [field('TARGET', side({ text: '≥ 105' }), side({ text: '≥ 40' }), 2020)] })],
  )();
  const targets = found(goals, '3.1').rows.filter((each) => each.field === 'TARGET');
  expect(
    targets.map(({ years, isChanged, before, after }) => [years?.from, isChanged, before?.text, after?.text]),
  ).toEqual([
    [2020, true, '≥ 105%', '≥ 40%'],
    [2021, false, '≥ dato finale anno precedente', '≥ dato finale anno precedente'],
  ]);
});

test('words that the source does not repeat are not known, which is not empty', () => {
  const goals = compare(
    [goal('1.2', { phases: [phase('1.2.3')] })],
    [goal('1.2', { phases: [phase('1.2.3')] })],
    [
      diff('1.2', {
        phases: [
          {
            code: '1.2.3',
            presence: 'CHANGED',
            fields: [
              field(
                'DESCRIPTION',
                side({ text: 'x', unknownBecause: 'non riportata' }),
                side({ text: 'nuova' }),
              ),
            ],
          },
        ],
      }),
    ],
  )();
  expect(row(found(goals, '1.2').phases[0]?.rows ?? [], 'DESCRIPTION')?.before).toEqual({
    text: '',
    isItalian: true,
    unknownBecause: 'non riportata',
  });
});

test('whose goal it is counts in either baseline and in its phases', () => {
  const goals = compare(
    [goal('1.1', { phases: [phase('1.1.1', { structures: [OSRU] })] })],
    [goal('1.1')],
    [],
  )();
  expect([...found(goals, '1.1').structures].sort()).toEqual(['DIREZIONE', 'OSRU']);
});
