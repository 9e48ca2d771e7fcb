import { describe, expect, test } from 'vitest';
import { parsePlanFile } from '../../src/plan-file/parse-plan-file.ts';
import type { Rule } from '../../src/plan-file/problems.ts';
import { bytesOf, edited, SMALL_PLAN } from './small-plan.ts';

const parse = (text: string) => parsePlanFile(bytesOf(text), 'piano.yaml');
const problemsOf = (text: string) => {
  const result = parse(text);
  return result.ok ? [] : result.problems;
};
/** The line of the first occurrence of `text`. */
const lineOf = (file: string, text: string) => file.slice(0, file.indexOf(text)).split('\n').length;

test('the small plan is accepted, with nothing to say', () => {
  const result = parse(SMALL_PLAN);
  expect(result.ok ? result.notices : result.problems).toEqual([]);
});

type Case = {
  readonly why: string;
  readonly edit: readonly (readonly [string, string])[];
  readonly code: Rule['code'];
  /** A text of the edited file on whose first line the problem is. */
  readonly on: string;
  readonly facts?: object;
};

const PHASE_2 = '- number: 2\n              description: Seconda';
const GOAL_2_WEIGHT = 'title: Secondo\n        weight: 40.00';

const cases: readonly Case[] = [
  {
    why: 'phase weights that sum to 90',
    edit: [
      ['structures: [DUE]\n              weight: 60.00', 'structures: [DUE]\n              weight: 50.00'],
    ],
    code: 'PHASE_WEIGHTS_NOT_100',
    on: 'phases:',
    facts: { goal: '1.1', baseline: 0, sumBps: 9000 },
  },
  {
    why: 'phase weights that a re-modulation breaks',
    edit: [['{ number: 1, end: 2020-09-30 }', '{ number: 1, weight: 40.01 }']],
    code: 'PHASE_WEIGHTS_NOT_100',
    on: '            phases:\n              - { number: 1, weight: 40.01 }',
    facts: { goal: '1.1', baseline: 1, sumBps: 10_001 },
  },
  {
    why: 'a re-modulation that loses two points and a half',
    edit: [['title: Terzo\n          weight: 50.00', 'title: Terzo\n          weight: 47.5']],
    code: 'WEIGHT_NOT_CONSERVED',
    on: 'changes:',
    facts: { baseline: 1, beforeBps: 10_000, afterBps: 9750 },
  },
  {
    why: 'an end before its start',
    edit: [['end: 2020-06-30', 'end: 2019-12-31']],
    code: 'END_BEFORE_START',
    on: 'end: 2019-12-31',
    facts: { phase: '1.1.1', start: '2020-01-01', end: '2019-12-31' },
  },
  {
    why: 'an end that a re-modulation moves before the start',
    edit: [['{ number: 1, end: 2020-09-30 }', '{ number: 2, end: 2020-06-30 }']],
    code: 'END_BEFORE_START',
    on: '{ number: 2, end: 2020-06-30 }',
  },
  {
    why: '1.02 and 1.2 are one code',
    edit: [["- code: '1.1'\n", "- code: '1.02'\n"]],
    code: 'DUPLICATE_CODE',
    on: "code: '1.2'",
    facts: { owner: 'GOAL', value: '1.2', firstLine: 16 },
  },
  {
    why: 'a code without quotes is a number: 1.10 would be 1.1',
    edit: [["- code: '1.2'\n", '- code: 1.10\n']],
    code: 'CODE_NOT_QUOTED',
    on: 'code: 1.10',
    facts: { found: '1.10' },
  },
  {
    why: 'a code that is no code',
    edit: [["- code: '1.2'\n", '- code: 1.x\n']],
    code: 'NOT_A_CODE',
    on: 'code: 1.x',
  },
  {
    why: 'a goal with the code of a phase',
    edit: [["- goal: '1.3'", "- goal: '1.1.2'"]],
    code: 'GOAL_IS_PHASE_CODE',
    on: "goal: '1.1.2'",
    facts: { goal: '1.1.2', phaseOf: '1.1' },
  },
  {
    why: 'two areas of one code',
    edit: [
      [
        "  - { code: '1', title: Ambito }",
        "  - { code: '1', title: Ambito }\n  - { code: '01', title: Altro }",
      ],
    ],
    code: 'DUPLICATE_CODE',
    on: "{ code: '01'",
    facts: { owner: 'AREA', firstLine: 9 },
  },
  {
    why: 'one name for two structures, whatever its case',
    edit: [['aliases: [secondo]', 'aliases: [UFFICIO UNO]']],
    code: 'DUPLICATE_CODE',
    on: 'UFFICIO UNO',
    facts: { owner: 'STRUCTURE_NAME' },
  },
  {
    why: 'a phase number given twice',
    edit: [[PHASE_2, PHASE_2.replace('2', '1')]],
    code: 'DUPLICATE_CODE',
    on: '- number: 1\n              description: Seconda',
    facts: { owner: 'PHASE', value: '1.1.1' },
  },
  {
    why: 'an unknown structure',
    edit: [['structures: [UNO, DUE]', 'structures: [UNO, TRE]']],
    code: 'UNKNOWN_STRUCTURE',
    on: 'TRE',
    facts: { structure: 'TRE', known: ['UNO', 'DUE'] },
  },
  {
    why: 'an unknown area',
    edit: [["area: '1'\n        title: Primo", "area: '2'\n        title: Primo"]],
    code: 'UNKNOWN_AREA',
    on: "area: '2'",
    facts: { area: '2', known: ['1'] },
  },
  {
    why: 'a target without operator',
    edit: [["{ years: 2021-2022, operator: '>=', ", '{ years: 2021-2022, ']],
    code: 'TARGET_WITHOUT_OPERATOR',
    on: '{ years: 2021-2022',
  },
  {
    why: 'an operator of no meaning here',
    edit: [["2021-2022, operator: '>='", "2021-2022, operator: '>'"]],
    code: 'NOT_ONE_OF',
    on: "operator: '>',",
    facts: { found: '>', accepted: ['>=', '<=', '≥', '≤'] },
  },
  {
    why: 'a target that says nothing',
    edit: [[', reference: dato finale anno precedente', '']],
    code: 'TARGET_WITHOUT_VALUE',
    on: '{ years: 2021-2022',
  },
  {
    why: 'a target that says two things',
    edit: [[', reference: dato', ', value: 1, reference: dato']],
    code: 'TARGET_VALUE_AND_REFERENCE',
    on: '{ years: 2021-2022',
  },
  {
    why: 'two targets for one year',
    edit: [['years: 2021-2022', 'years: 2020-2022']],
    code: 'TARGET_YEARS_OVERLAP',
    on: 'years: 2020-2022',
    facts: { goal: '1.2', year: 2020 },
  },
  { why: 'a span that runs back', edit: [['2021-2022', '2022-2021']], code: 'NOT_YEARS', on: '2022-2021' },
  {
    why: 'a negative weight',
    edit: [[GOAL_2_WEIGHT, GOAL_2_WEIGHT.replace('40.00', '-40.00')]],
    code: 'WEIGHT_NEGATIVE',
    on: 'weight: -40.00',
  },
  {
    why: 'three decimals, even of zeros',
    edit: [[GOAL_2_WEIGHT, GOAL_2_WEIGHT.replace('40.00', '40.000')]],
    code: 'WEIGHT_TOO_PRECISE',
    on: 'weight: 40.000',
  },
  {
    why: 'more digits than a double would keep',
    edit: [[GOAL_2_WEIGHT, GOAL_2_WEIGHT.replace('40.00', '40.0000000000000001')]],
    code: 'WEIGHT_TOO_PRECISE',
    on: 'weight: 40.0000000000000001',
  },
  {
    why: 'a weight over 100',
    edit: [[GOAL_2_WEIGHT, GOAL_2_WEIGHT.replace('40.00', '100.01')]],
    code: 'WEIGHT_OVER_100',
    on: 'weight: 100.01',
  },
  ...['12,50', "'12.50'", '1e1', '0x10', '.inf', '.nan', 'molto', '+5'].map(
    (found): Case => ({
      why: `no weight: ${found}`,
      edit: [[GOAL_2_WEIGHT, GOAL_2_WEIGHT.replace('40.00', found)]],
      code: 'NOT_A_WEIGHT',
      on: `weight: ${found}`,
    }),
  ),
  {
    why: 'goals that sum to more than 100',
    edit: [[GOAL_2_WEIGHT, GOAL_2_WEIGHT.replace('40.00', '40.01')]],
    code: 'GOAL_WEIGHTS_OVER_100',
    on: 'goals:',
    facts: { baseline: 0, sumBps: 10_001 },
  },
  {
    why: 'a day that does not exist',
    edit: [['end: 2020-06-30', 'end: 2020-06-31']],
    code: 'NOT_A_DATE',
    on: 'end: 2020-06-31',
    facts: { found: '2020-06-31' },
  },
  {
    why: 'a day in Italian order',
    edit: [['2020-06-30', '30/06/2020']],
    code: 'NOT_A_DATE',
    on: '30/06/2020',
  },
  {
    why: 'a date far from the plan',
    edit: [['end: 2020-06-30', 'end: 2202-06-30']],
    code: 'DATE_OUT_OF_REACH',
    on: 'end: 2202-06-30',
    facts: { date: '2202-06-30', from: '2019-01-01', to: '2021-12-31' },
  },
  {
    why: 'units without how many',
    edit: [[PHASE_2, `- creditRule: UNITS\n              ${PHASE_2.slice(2)}`]],
    code: 'UNITS_WITHOUT_TARGET',
    on: 'creditRule: UNITS',
    facts: { phase: '1.1.2' },
  },
  {
    why: 'units that nothing counts',
    edit: [[PHASE_2, `- units: { target: 5, name: atti }\n              ${PHASE_2.slice(2)}`]],
    code: 'UNITS_NOT_COUNTED',
    on: 'units:',
  },
  {
    why: 'no units at all',
    edit: [
      [
        PHASE_2,
        `- creditRule: UNITS\n              units: { target: 0, name: atti }\n              ${PHASE_2.slice(2)}`,
      ],
    ],
    code: 'NOT_AN_INTEGER',
    on: 'units:',
    facts: { found: '0', least: 1 },
  },
  {
    why: 'a change of an unknown goal',
    edit: [["- goal: '1.1'\n        kind: MODIFY", "- goal: '1.9'\n        kind: MODIFY"]],
    code: 'CHANGE_OF_UNKNOWN_GOAL',
    on: "goal: '1.9'",
    facts: { goal: '1.9', baseline: 1 },
  },
  {
    why: 'an insert of an existing goal',
    edit: [
      ["goal: '1.3'", "goal: '1.01'"],
      ["- goal: '1.1'\n        kind: MODIFY", "- goal: '1.2'\n        kind: ELIMINATE"],
      ["- goal: '1.2'\n        kind: MERGE", "- goal: '1.4'\n        kind: MERGE"],
      [
        '        values:\n          weight: 50.00\n          schedule:\n            phases:\n              - { number: 1, end: 2020-09-30 }\n',
        '',
      ],
    ],
    code: 'INSERT_OF_EXISTING',
    on: "goal: '1.01'",
  },
  {
    why: 'one goal changed twice by one act',
    edit: [["- goal: '1.2'\n        kind: MERGE", "- goal: '1.1'\n        kind: MERGE"]],
    code: 'GOAL_CHANGED_TWICE',
    on: "- goal: '1.1'\n        kind: MERGE",
  },
  {
    why: 'a merge into nothing',
    edit: [["into: '1.1'", "into: '7.7'"]],
    code: 'MERGE_INTO_UNKNOWN',
    on: "into: '7.7'",
  },
  {
    why: 'a merge into itself',
    edit: [["into: '1.1'", "into: '1.2'"]],
    code: 'MERGE_INTO_ELIMINATED',
    on: "into: '1.2'",
  },
  {
    why: 'a phase that is not there to be changed',
    edit: [['{ number: 1, end: 2020-09-30 }', '{ number: 3, end: 2020-09-30 }']],
    code: 'PHASE_NOT_IN_SCHEDULE',
    on: '{ number: 3',
  },
  {
    why: 'a phase changed twice by one act',
    edit: [
      [
        '- { number: 1, end: 2020-09-30 }',
        '- { number: 1, end: 2020-09-30 }\n              - { number: 1, output: Z }',
      ],
    ],
    code: 'DUPLICATE_CODE',
    on: '{ number: 1, output: Z }',
  },
  {
    why: 'a schedule changed that the goal does not have',
    edit: [["- goal: '1.1'\n        kind: MODIFY", "- goal: '1.2'\n        kind: MODIFY"]],
    code: 'NO_SCHEDULE_TO_CHANGE',
    on: '          schedule:\n            phases',
  },
  {
    why: 'a schedule both changed and replaced',
    edit: [
      [
        '          weight: 50.00\n          schedule:',
        '          weight: 50.00\n          scheduleReplacedBy: null\n          schedule:',
      ],
    ],
    code: 'SCHEDULE_CHANGED_TWICE',
    on: '          schedule:\n            phases',
  },
  {
    why: 'baselines out of order',
    edit: [['- number: 1\n    act', '- number: 2\n    act']],
    code: 'BASELINE_NUMBER',
    on: '- number: 2\n    act',
    facts: { found: 2, expected: 1 },
  },
  {
    why: 'a baseline that comes into force before the one it changes',
    edit: [['effectiveFrom: 2020-08-03', 'effectiveFrom: 2020-01-01']],
    code: 'BASELINE_NOT_AFTER_PREVIOUS',
    on: '    effectiveFrom: 2020-01-01\n    changes',
  },
  {
    why: 'a first baseline of changes',
    edit: [['    goals:\n', '    changes:\n']],
    code: 'MISSING_FIELD',
    on: "- code: '1.1'",
  },
  {
    why: 'a later baseline written whole',
    edit: [['    changes:\n', '    goals: []\n    changes:\n']],
    code: 'EMPTY_FIELD',
    on: 'goals: []',
  },
  {
    why: 'a missing field',
    edit: [['        title: Primo\n', '']],
    code: 'MISSING_FIELD',
    on: "code: '1.1'",
    facts: { field: 'title' },
  },
  {
    why: 'an empty field',
    edit: [['title: Primo', 'title:']],
    code: 'EMPTY_FIELD',
    on: '        title:\n',
    facts: { field: 'title' },
  },
  {
    why: 'a field of nothing but spaces',
    edit: [['title: Primo', "title: '  '"]],
    code: 'EMPTY_FIELD',
    on: "title: '  '",
  },
  {
    why: 'a mistyped field',
    edit: [['    act: Atto 2', '    atto: Atto 2']],
    code: 'UNKNOWN_FIELD',
    on: 'atto: Atto 2',
    facts: { field: 'atto' },
  },
  {
    why: 'a number for a text',
    edit: [['title: Primo', 'title: 2020']],
    code: 'WRONG_TYPE',
    on: 'title: 2020',
    facts: { expected: 'TEXT', found: 'NUMBER' },
  },
  {
    why: 'a text for a list',
    edit: [['structures: [UNO, DUE]', 'structures: UNO']],
    code: 'WRONG_TYPE',
    on: 'structures: UNO\n',
    facts: { expected: 'LIST', found: 'TEXT' },
  },
  {
    why: 'a list for fields',
    edit: [['agency: { code: X, name: Agenzia }', 'agency: [X]']],
    code: 'WRONG_TYPE',
    on: 'agency: [X]',
    facts: { expected: 'FIELDS', found: 'LIST' },
  },
  {
    why: 'a number for fields',
    edit: [
      [
        'values:\n          weight: 50.00\n          schedule:\n            phases:\n              - { number: 1, end: 2020-09-30 }',
        'values: 5',
      ],
    ],
    code: 'WRONG_TYPE',
    on: 'values: 5',
    facts: { expected: 'FIELDS', found: 'NUMBER' },
  },
  {
    why: 'a number for a wording',
    edit: [['description: Prima fase', 'description: 5']],
    code: 'WRONG_TYPE',
    on: 'description: 5',
    facts: { expected: 'TEXT', found: 'NUMBER' },
  },
  {
    why: 'an unknown kind of change',
    edit: [['kind: MERGE', 'kind: UNITE']],
    code: 'NOT_ONE_OF',
    on: 'kind: UNITE',
    facts: { found: 'UNITE', accepted: ['INSERT', 'MODIFY', 'ELIMINATE', 'MERGE'] },
  },
  {
    why: 'a mistyped “unknown”',
    edit: [['description: Prima fase', 'description: { unknwon: perso }']],
    code: 'MISSING_FIELD',
    on: 'description: { unknwon',
    facts: { field: 'unknown' },
  },
  {
    why: 'a schedule without its deadline',
    edit: [['          deadline: 2020-12-31\n', '']],
    code: 'MISSING_FIELD',
    on: 'name: CRONO 1',
    facts: { field: 'deadline' },
  },
  {
    why: 'another format',
    edit: [['arti-plan/1', 'arti-plan/2']],
    code: 'WRONG_FORMAT',
    on: 'format:',
    facts: { found: 'arti-plan/2', accepted: 'arti-plan/1' },
  },
];

describe('refused', () => {
  test.each(cases)('$why → $code', ({ edit, code, on, facts }) => {
    const text = edited(...edit);
    const problems = problemsOf(text);
    const line = lineOf(text, on);
    expect(problems.map((problem) => `${problem.line} ${problem.code}`)).toContain(`${line} ${code}`);
    const found = problems.find((problem) => problem.code === code && problem.line === line);
    expect(found).toMatchObject({ file: 'piano.yaml', ...facts });
    expect(found?.column).toBeGreaterThan(0);
  });
});

test('a first baseline of well-formed changes, and a later one written whole, are told', () => {
  const [head = '', first = '', later = ''] = SMALL_PLAN.split(/(?= {2}- number: \d\n {4}act)/);
  const swapped =
    head + later.replace('number: 1\n', 'number: 0\n') + first.replace('number: 0\n', 'number: 1\n');
  expect(problemsOf(swapped).map(({ code }) => code)).toContain('FIRST_BASELINE_NOT_WHOLE');
  const whole = SMALL_PLAN + first.replace('number: 0', 'number: 2').replaceAll('2020-01-', '2020-09-');
  expect(problemsOf(whole).map(({ code }) => code)).toContain('LATER_BASELINE_NOT_CHANGES');
});

test('every problem is told at once, in the order of the file, and no sum is blamed on a bad weight', () => {
  const text = edited(
    ['adoptedOn: 2020-01-15', 'adoptedOn: 2020-02-30'],
    ['title: Primo', 'titolo: Primo'],
    ['end: 2020-06-30', 'end: 2019-06-30'],
    ['structures: [DUE]\n              weight: 60.00', 'structures: [TRE]\n              weight: 60.001'],
    ["{ years: 2021-2022, operator: '>=',", '{ years: 2021-2022,'],
    ["into: '1.1'", "into: '7.7'"],
  );
  expect(problemsOf(text).map(({ code, line }) => `${code} ${line}`)).toEqual([
    `NOT_A_DATE ${lineOf(text, '2020-02-30')}`,
    `MISSING_FIELD ${lineOf(text, "code: '1.1'")}`,
    `UNKNOWN_FIELD ${lineOf(text, 'titolo')}`,
    `END_BEFORE_START ${lineOf(text, '2019-06-30')}`,
    `UNKNOWN_STRUCTURE ${lineOf(text, 'TRE')}`,
    `WEIGHT_TOO_PRECISE ${lineOf(text, '60.001')}`,
    `TARGET_WITHOUT_OPERATOR ${lineOf(text, '2021-2022')}`,
    `MERGE_INTO_UNKNOWN ${lineOf(text, '7.7')}`,
  ]);
});

test('one problem is told once, also when later baselines carry it on', () => {
  const text = edited(
    ['structures: [UNO, DUE]', 'structures: [UNO, TRE]'],
    ['end: 2020-06-30', 'end: 2019-06-30'],
  );
  expect(problemsOf(text).map(({ code }) => code)).toEqual(['END_BEFORE_START', 'UNKNOWN_STRUCTURE']);
});

describe('accepted with a notice', () => {
  const noticesOf = (text: string) => {
    const result = parse(text);
    expect(result.ok ? [] : result.problems).toEqual([]);
    return result.ok ? result.notices : [];
  };

  test('goals that sum to less than 100, in each baseline', () => {
    const text = edited(
      [GOAL_2_WEIGHT, GOAL_2_WEIGHT.replace('40.00', '26.00')],
      ['title: Terzo\n          weight: 50.00', 'title: Terzo\n          weight: 36.00'],
    );
    expect(noticesOf(text)).toMatchObject([
      { code: 'GOALS_BELOW_100', baseline: 0, sumBps: 8600, line: lineOf(text, '    goals:') },
      { code: 'GOALS_BELOW_100', baseline: 1, sumBps: 8600, line: lineOf(text, '    changes:') },
    ]);
  });

  test('a change that changes nothing, unless a note says why', () => {
    const nothing =
      "      - goal: '1.2'\n        kind: MODIFY\n        motivation: Forse\n        values: { weight: 40 }\n";
    const merge = SMALL_PLAN.slice(SMALL_PLAN.indexOf("      - goal: '1.2'\n        kind: MERGE"));
    const insert = SMALL_PLAN.slice(SMALL_PLAN.indexOf("      - goal: '1.3'"), SMALL_PLAN.indexOf(merge));
    const text = edited([insert, ''], [merge, nothing], ['          weight: 50.00\n', '']);
    expect(noticesOf(text)).toMatchObject([{ code: 'CHANGE_WITHOUT_EFFECT', goal: '1.2', baseline: 1 }]);
    expect(
      noticesOf(text.replace('motivation: Forse', 'motivation: Forse\n        notes: [Non si sa]')),
    ).toEqual([]);
  });

  test('a phase that ends after its schedule', () => {
    const text = edited(['deadline: 2020-12-31', 'deadline: 2020-12-30']);
    expect(noticesOf(text)).toMatchObject([{ code: 'PHASE_AFTER_DEADLINE', phase: '1.1.2' }]);
  });
});
